"""A hold is too short to do anything.

Finds: Less than half a minute for a tender spot.

Why: Finding it and sinking in takes two breaths; then it needs time to ease. Letting go early is right, planning it is
    not.

Example:
    work
      hold   1 tender spot on the shoulders, right, 15 s

Instead:
    work
      hold   1 tender spot on the shoulders, right, 60 s

Fix: Unsafe: the time becomes 60 s.

Source: Hou 2002: 30, 60 and 90 s were tested. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("seconds",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.holds:
        each_s = act.step.duration_s / max(1, act.step.spots or 1)
        if each_s < limits.HOLD_MIN_S:
            at = act.at("duration_s")
            yield found(
                at, put(at, "60 s") if at != act.span and act.step.spots in (None, 1) else None, seconds=round(each_s)
            )
