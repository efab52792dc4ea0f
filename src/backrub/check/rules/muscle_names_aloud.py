"""Muscles are named aloud.

Finds: Names of muscles, and centimetres a second, in what is said or asked.

Why: Both hear it. It sounds like a treatment, and nobody's hand knows where the rhomboids are.

Example:
    work
      say    Now the rhomboids
      2 min  kneading, between the blades

Instead:
    work
      say    Now between the blades
      2 min  kneading, between the blades

Fix: None: say the place.

Source: Teaching: every line is fit for both; places, not muscles. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import mentions
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for said, words in mentions(subject, "muscles", "say", "ask"):
        yield found(said.span, said=words)
