"""A joint is cracked, thrust or adjusted.

Finds: Cracking, popping, thrusts, adjustments and manipulation of any place.

Why: Quick thrusts on the spine are behind the gravest harm reported from massage.

Example:
    work
      30 s  crack, between the blades

Instead:
    work
      30 s  palm press, between the blades, palms

Fix: None: a crack that comes by itself is ignored, and none is looked for.

Source: Yin 2014: of 138 harms in 40 reports the worst followed manipulation. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for _, word in subject.words("technique", "crack"):
        yield found(word.span, said=word.said)
