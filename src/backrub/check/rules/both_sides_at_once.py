"""Both sides are worked at once where two hands cannot.

Finds: Strokes on both sides together from a place, or with a technique, that reaches only one.

Why: Half the weight lands where the giver can see it, and the other half lands anywhere.

Example:
    work
      2 min  blade circles, blades, both sides

Instead:
    work
      2 min  blade circles, blades, each side

Fix: Unsafe: both sides become each side, one after the other, which doubles the time.

Source: Geometry of reach; teaching. Certainty: M.
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
    for act in subject.strokes:
        technique, place = act.technique, act.step.place
        if technique is None or act.step.side != "both" or place is None:
            continue
        if not technique.works_both_sides(place):
            at = act.at("side")
            yield found(at, put(at, "each side") if at != act.span else None, technique=technique.id)
