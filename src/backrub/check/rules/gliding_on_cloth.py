"""A glide on cloth.

Finds: Techniques that need glide where the receiver is clothed.

Why: Cloth bunches and drags; underneath the skin burns.

Example:
    for: 5 min in a chair, through clothes
    work
      3 min  effleurage, upper back

Instead:
    for: 5 min in a chair, through clothes
    work
      3 min  clothed rub, upper back

Fix: Unsafe: the stroke becomes a rub through the shirt.

Source: Teaching: cloth moves with the skin; no gliding drag. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("technique",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes if subject.glide == "clothed" else ():
        technique = act.technique
        if technique is not None and technique.lubricant == "glide":
            at = act.at("technique")
            yield found(at, put(at, "clothed rub") if at != act.span else None, technique=technique.id)
