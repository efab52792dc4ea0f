"""Where what rides between strokes is told: in the next step or, where that has no room for it, in a later one."""

from __future__ import annotations

from collections.abc import Container, Sequence

from backrub.session.script.fitting import room_for
from backrub.session.timeline import PlacedStep

__all__ = ["riding"]

_MAY_WAIT = ("turn", "oil")
"""What may as well be told a little later."""


def riding(steps: Sequence[PlacedStep], asks: Container[int]) -> dict[int, int]:
    """Give in which step each step of no length is told.

    A head is turned and oil is taken in the next stroke that has room for the words, not in a hold, and not in the
    finish unless it stands there; where no stroke to come has any, it is left to the two of them.

    Args:
        steps: The plan as placed.
        asks: Indices of the check-ins that may be made; they have room before anything else.

    Returns:
        Places in `steps`, by place in `steps`; what is not told is not in it.
    """
    told: dict[int, int] = {}
    no_room: set[int] = set()
    waiting: list[int] = []
    for place, placed in enumerate(steps):
        if not placed.duration_ms:
            waiting.append(place)
            continue
        room = room_for(placed.duration_ms) - sum(steps[ride].index in asks for ride in waiting)
        carried = []
        for ride in waiting:
            if not _waits(steps, ride):
                told[ride] = place
            elif _suits(placed) and room > 0:
                told[ride] = place
                room -= 1
            else:
                carried.append(ride)
        no_room |= set(carried) if _suits(placed) else set()
        waiting = carried
    for ride in waiting:
        there = _next(steps, ride)
        if ride not in no_room and there is not None:
            told[ride] = there
    return told


def _next(steps: Sequence[PlacedStep], ride: int) -> int | None:
    """Give the place of the next step that takes time, or None."""
    return next((place for place in range(ride, len(steps)) if steps[place].duration_ms), None)


def _waits(steps: Sequence[PlacedStep], ride: int) -> bool:
    """Tell whether something may be told later; the first oil is for the first stroke."""
    step = steps[ride].step
    if step.kind not in _MAY_WAIT or step.phase == "finish":
        return False
    before = next((placed for placed in reversed(steps[:ride]) if placed.duration_ms), None)
    return before is not None and before.step.phase != "open"


def _suits(placed: PlacedStep) -> bool:
    return placed.step.kind == "stroke" and placed.step.phase != "finish"
