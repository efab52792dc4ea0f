"""A tender spot is rubbed instead of held.

Finds: Rubbing a knot or spot, and a hold that is given circles, a direction or a pace.

Why: Rubbing inflames what is already sore. A still, patient weight lets it ease.

Example:
    work
      1 min  rub the knot, between the blades, right

Instead:
    work
      hold   1 tender spot between the blades, right, 60 s

Fix: Unsafe: the circles or the pace are taken away, and rubbing becomes a hold.

Source: Still pressure is what was studied (Hou 2002, Hodgson and Fryer 2006); teaching consensus. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["check"]


_MOVING = ("circles", "line", "up", "down", "out", "in")


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for _, word in subject.words("technique", "friction"):
        if any(name in word.said for name in ("knot", "spot")):
            yield found(word.span, put(word.span, "hold"))
    for act in subject.holds:
        line = act.line
        moving = [word for word in line.words("manner") if word.id in _MOVING] if line else []
        paced = act.step.pace_cm_per_s is not None or act.step.cycles_per_min is not None
        if moving or paced:
            yield found(moving[0].span if moving else act.at("pace"))
