"""Pushes bounce or jab.

Finds: Bouncing, jabbing and quick pushes.

Why: Muscles tighten against what comes suddenly, and ribs take the push instead.

Example:
    work
      1 min  quick pushes, between the blades, palms

Instead:
    work
      1 min  palm press, between the blades, palms, 8 a minute

Fix: Unsafe: the stroke becomes "palm press", which leans in and off slowly.

Source: Teaching: lean on the out-breath, no bounce. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for _, word in subject.words("technique", "bounce"):
        yield found(word.span, put(word.span, "palm press"), said=word.said)
