"""Work is aimed at the kidneys or the last ribs.

Finds: Any stroke whose place is the kidneys, the loin, or the lowest, floating ribs.

Why: Under the last ribs only soft tissue covers the kidneys, and the twelfth rib ends free.

Example:
    work
      1 min  tapping, over the kidneys

Instead:
    work
      1 min  waist spread, waist, each side, palms

Fix: None: which place was meant instead is for the writer to say.

Source: Kidney surface markings, T11 to L3; teaching consensus. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for _, word in subject.words("area", "kidneys", "last-ribs"):
        yield found(word.span, said=word.said)
