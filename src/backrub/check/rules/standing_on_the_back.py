"""Somebody walks, sits or kneels on the back.

Finds: Walking on, standing on, sitting on or kneeling on the receiver.

Why: Body weight on ribs and spine breaks bones, and nobody can take it off in time.

Example:
    work
      1 min  walking on, lower back

Instead:
    work
      1 min  palm press, lower back, palms

Fix: None: there is no gentler form of it.

Source: Reports of harm; teaching consensus. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for _, word in subject.words("technique", "walk-on"):
        yield found(word.span, said=word.said)
