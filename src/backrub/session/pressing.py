"""How much pressure is asked for: the plan, less what was learnt, under every ceiling.

*Based on* the practice notes on the 1-10 scale: a number is what the receiver feels, and it only ever settles lower.
*Contents*: ceilings, a step's pressure as it now is, and the pressure at a moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from backrub.anatomy import Motion, limit_rows, parts_of
from backrub.data import load
from backrub.routine import Step, pressure_at
from backrub.session.state import Slot, State
from backrub.technique import techniques
from backrub.technique.limits import CEILING, RISE_START_BELOW, STROKE_CAP, WORKING
from backrub.units import seconds

__all__ = ["HUSH_CAP", "LEAST", "asked_for", "ceiling", "coming_back", "current", "is_left", "overlap", "pressed"]

LEAST = 1.0
"""Nothing that touches is asked for below this: barely there. Certainty: H."""

HUSH_CAP = 3.0
"""Highest pressure once somebody sleeps or weeps. Source: practice note F41. Certainty: H."""

_MOTIONS: Mapping[str, Motion] = {"tender-spot-hold": "hold", "tapotement": "tapping", "feather-strokes": "feather"}

TIRED_BY = 1.0
"""How much lighter firm strokes become when the giver is tired. Certainty: ENG."""


@cache
def overlap(area: str | None, other: str | None) -> bool:
    """Tell whether two areas or composites share a part of the back; nowhere overlaps nothing."""
    if area is None or other is None:
        return False
    return not set(parts_of(area)).isdisjoint(parts_of(other))


def is_left(state: State, area: str | None) -> bool:
    """Tell whether an area touches one that is left alone."""
    return any(overlap(area, left) for left in state.left)


def ceiling(state: State, step: Step) -> float:
    """Give the highest pressure a step may ask for, whatever anybody wishes."""
    highest = min(state.cap, float(STROKE_CAP)) if step.kind != "hold" else min(state.hold_cap, float(CEILING))
    if step.kind == "hold" and step.pressure is not None:
        highest = min(highest, step.pressure[1])
    if step.technique is not None and step.technique in techniques():
        highest = min(highest, _limit(step.technique, step.area, step.contact))
    learnt = state.pressing
    if learnt.stroke_ceilings:
        highest = min(highest, learnt.stroke_ceilings.get((step.technique or "", step.area or ""), highest))
    for (area, side), limit in learnt.place_ceilings.items():
        if limit < highest and overlap(step.area, area) and _sides_meet(step.side, side):
            highest = limit
    return highest


def pressed(state: State, slot: Slot) -> Step:
    """Give the step of a slot with its pressure as it now is."""
    step = slot.step
    if step.pressure is None:
        return step
    pressure = _now(state, step)
    return step if pressure == step.pressure else replace(step, pressure=pressure)


def asked_for(state: State, slot: Slot, played_ms: int, now: Step | None = None) -> float:
    """Give the pressure asked for at a moment of hands-on time, as if this slot were being performed then.

    Args:
        state: Where the session stands.
        slot: Any slot; a hold is asked for at its planned start until it is in progress.
        played_ms: Hands-on time; before the slot begins its start counts.
        now: What `pressed` gives for the slot, where it is known already.
    """
    if slot.step.pressure is None:
        return 0.0
    wanted = pressure_at(now or pressed(state, slot), seconds(max(0, played_ms - slot.start_ms)))
    if rewarm := _rewarm_at(state, played_ms):
        since_ms, until_ms = rewarm
        missing = RISE_START_BELOW * (until_ms - played_ms) / (until_ms - since_ms)
        wanted = max(min(LEAST, wanted), wanted - missing)
    return wanted


def coming_back(state: State, played_ms: int) -> tuple[int, int] | None:
    """Give from and until when pressure comes back after a rest, as hands-on time [ms]; None while it does not.

    A hold has a pressure of its own.
    """
    return None if _is_held(state) else _rewarm_at(state, played_ms)


def current(state: State, played_ms: int) -> float:
    """Give the pressure asked for now; 0 while nothing presses."""
    if state.base_at_ms is None or state.current is None:
        return 0.0
    if state.hold is not None and _is_held(state):
        return state.hold.pressure
    return asked_for(state, state.slot, played_ms)


def _is_held(state: State) -> bool:
    return state.hold is not None and state.hold.stage != "broad"


def _rewarm_at(state: State, played_ms: int) -> tuple[int, int] | None:
    rewarm = state.pressing.rewarm
    return rewarm if rewarm is not None and rewarm[0] <= played_ms < rewarm[1] else None


def _now(state: State, step: Step) -> tuple[float, float]:
    start, end = step.pressure or (0.0, 0.0)
    key = (step.technique or "", step.area or "")
    offset = state.pressing.offsets.get(key, 0.0)
    if state.tired and end >= WORKING:
        offset -= TIRED_BY
    highest = ceiling(state, step)
    return _settled(start, offset, highest), _settled(end, offset, highest)


def _settled(planned: float, offset: float, highest: float) -> float:
    return max(min(LEAST, planned), min(planned + offset, highest))


@cache
def _limit(technique: str, area: str | None, contact: str | None) -> float:
    """Give the most that a technique, the place under it and the breadth of the contact allow.

    Of a composite the firmest part counts, since its path gives way by itself where a part takes less.
    """
    known = techniques()[technique]
    if area is None:
        return known.cap
    highest = known.cap_on(area)
    if contact is None:
        return highest
    rows, grounds = limit_rows(), load("compose")["grounds"]
    motion = _MOTIONS.get(technique, "gliding")
    return min(highest, max(rows[grounds[part]].limit(known.breadth_of(contact), motion) for part in parts_of(area)))


def _sides_meet(side: str | None, other: str) -> bool:
    return side is None or "both" in (side, other) or side == other
