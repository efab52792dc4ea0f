"""A stroke goes where no hand should.

Finds: Armpit, breast tissue, the hollow above the collarbone, the tailbone, and places that are not the back.

Why: Nerves and vessels lie bare there, or it was never what somebody agreed to when they said "back rub".

Example:
    work
      1 min  caress, armpits, right

Instead:
    work
      1 min  caress, sides, right

Fix: None: leave the place out, or ask for something else altogether.

Source: Teaching consensus; where people allow touch follows the bond (Suvilehto 2015). Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for _, word in subject.words("area", "armpit", "breast", "collar-hollow", "tailbone", "elsewhere"):
        yield found(word.span, said=word.said)
