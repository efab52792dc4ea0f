"""A tender spot is held before its place is warm.

Finds: Holds on an area and side that had less than a minute of strokes of its own; or anywhere before two minutes in.

Why: A cold muscle answers a deep point with a cramp.

Example:
    warm up
      3 min  effleurage, whole back
    work
      hold   1 tender spot between the blades, right, 60 s

Instead:
    warm up
      3 min  effleurage, whole back
    work
      1 min  kneading, between the blades, right
      hold   1 tender spot between the blades, right, 60 s

Fix: Unsafe: a minute of slow strokes there is put before it.

Source: Teaching: at least 60 s of warm work on the area first. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import seconds_on
from backrub.check.mending import line_above
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("area",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.holds:
        before = [each for each in subject.strokes if each.index < act.index]
        if act.step.area is None:
            warm = sum(each.step.duration_s for each in before) >= limits.WARM_UP_MIN_S
        else:
            worked = (seconds_on(before, area, side) for area in act.parts for side in act.sides)
            warm = max(worked, default=0) >= limits.WARM_WORK_BEFORE_HOLD_S
        if not warm:
            place = act.line.word("area") if act.line else None
            fix = line_above(act, f"1 min  caress, {place.said}, each side") if place else None
            yield found(act.at("area", "technique"), fix, area=act.area)
