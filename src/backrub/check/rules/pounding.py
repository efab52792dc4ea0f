"""The back is pounded, chopped or slapped.

Finds: Chops, pounding, punches and slaps.

Why: Hard edges of hands meet ribs and spine, and a resting body takes fright.

Example:
    finish
      30 s  karate chops, upper back

Instead:
    finish
      30 s  tapping, upper back, cupped hands
      1 min effleurage, whole back, pressure 2 to 1

Fix: Unsafe: the stroke becomes cupped tapping.

Source: Teaching: cupped hands only, light and hollow, on fleshy places. Certainty: H.
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
    for _, word in subject.words("technique", "chop"):
        yield found(word.span, put(word.span, "tapping"), said=word.said)
