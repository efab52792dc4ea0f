"""A tender spot is held too long.

Finds: More than two minutes for one tender spot: finding it, up to 90 s of stillness, and easing out.

Why: Held longer, the spot goes numb or sore; whatever lets go has done so before.

Example:
    work
      hold   1 tender spot between the blades, right, 3 min

Instead:
    work
      hold   1 tender spot between the blades, right, 90 s

Fix: Unsafe: the time becomes 90 s.

Source: Hou 2002 tested 30 to 90 s; the half minute round it is one teacher's. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import HOLD_SLOT_MAX_S
from backrub.check.mending import put
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("seconds",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.holds:
        each_s = act.step.duration_s / max(1, act.step.spots or 1)
        if each_s > HOLD_SLOT_MAX_S:
            at = act.at("duration_s")
            fix = put(at, f"{limits.HOLD_MAX_S} s") if at != act.span and act.step.spots in (None, 1) else None
            yield found(at, fix, seconds=round(each_s))
