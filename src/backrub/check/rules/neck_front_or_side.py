"""The front or the side of the neck is touched.

Finds: The throat, the sides of the neck, or "the neck" as a whole, under any stroke.

Why: Arteries, nerves and the airway lie there unprotected; only the base, from behind, bears a hand.

Example:
    work
      1 min  kneading, side of the neck, right

Instead:
    work
      1 min  caress, shoulders, right

Fix: Unsafe: the place becomes "base of the neck".

Source: Reports of harm after neck work name vessels first (Yin 2014); teaching consensus. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put, wording
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for _, word in subject.words("area", "neck-front", "neck-side", "neck"):
        yield found(word.span, put(word.span, wording("base-of-the-neck")), said=word.said)
