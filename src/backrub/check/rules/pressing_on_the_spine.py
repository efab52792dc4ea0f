"""A stroke runs on the spine itself.

Finds: Any stroke, hold or press whose place is the spine; hands that rest there or feather over it are left alone.

Why: The spinous processes lie under thin skin. Weight on them hurts and can bruise, and there is no muscle to relax.

Example:
    work
      2 min  gutter glide, along the spine, heels

Instead:
    work
      2 min  gutter glide, beside the spine, each side, heels

Fix: Unsafe: the place becomes "beside the spine", which moves the stroke about 3 cm outward.

Source: Teaching consensus; the spine is a strip of 15 mm on each side of the midline. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put, wording
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


_TOUCHES = ("resting-hands", "feather-strokes")


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for line, word in subject.words("area", "spine"):
        technique = line.word("technique")
        if technique is None or technique.id not in _TOUCHES:
            yield found(word.span, put(word.span, wording("beside-the-spine")), said=word.said)
