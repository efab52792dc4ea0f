"""A stroke is aimed at bone under the skin.

Finds: The ridge or edge of the shoulder blade, the point of the shoulder and the edge of the hip bone as places.

Why: Bone has nothing to relax, and whatever presses on it bruises the skin between.

Example:
    work
      1 min  knuckle circles, ridge of the shoulder blade, right

Instead:
    work
      1 min  blade circles, blades, right

Fix: None: which way off the bone depends on which muscle was meant.

Source: Teaching: round the blade, never on its ridge; palms may pass over. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for _, word in subject.words("area", "blade-ridge", "shoulder-point", "hip-edge"):
        yield found(word.span, said=word.said)
