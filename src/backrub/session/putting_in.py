"""A hold that was not planned: where hands are now, on time that a planned hold or later work gives."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from backrub.routine import Contact, Step, message
from backrub.session import events as ev
from backrub.session.deciding import Desk, refused, resized
from backrub.session.hold import EASE_MS, HOLD, SINK_ON_TAP_MS
from backrub.session.placing import ended, strokes_in
from backrub.session.pressing import LEAST, ceiling, overlap, pressed
from backrub.session.sharing import is_settled, next_timed, relaid, taken
from backrub.session.state import Slot, State
from backrub.session.substitutes import broad_over, slot_of
from backrub.technique import techniques
from backrub.technique.limits import (
    CEILING,
    HOLD_MIN_S,
    HOLD_USUAL_S,
    RISE_START_BELOW,
    STEP_MIN_S,
    UNANSWERED_CAP,
    WARM_WORK_BEFORE_HOLD_S,
)
from backrub.units import MS_PER_S, ms

__all__ = ["again", "put_in"]


def put_in(desk: Desk) -> None:
    """Put a hold, and broad strokes over it, where hands are; what time later work cannot give, the stroke gives."""
    state, step = desk.state, desk.state.slot.step
    _may_put_in(desk)
    index, elapsed_ms = state.current or 0, desk.elapsed_ms
    left_ms = state.slot.duration_ms - elapsed_ms
    base = f"{state.seq + 1}"
    for own, still_s in product((False, True), (HOLD_USUAL_S, HOLD_MIN_S)):
        hold = _hold_slot(state, step, SINK_ON_TAP_MS + ms(still_s) + EASE_MS, f"{base}.0")
        broad = broad_over(state, step, f"{base}.1")
        spare_ms = left_ms - hold.duration_ms - broad.duration_ms
        rest_ms = spare_ms if own else left_ms
        if rest_ms < ms(STEP_MIN_S):
            rest_ms = 0
            broad = ended(broad, broad.duration_ms + max(0, spare_ms))
        later = _after(desk, index, max(0, rest_ms - spare_ms))
        if later is not None:
            done = ended(state.slot, elapsed_ms)
            rest = (again(state.slot, rest_ms, f"{base}.2"),) if rest_ms else ()
            desk.replace_from("spot-here", index, (done, hold, broad, *rest, *later))
            _lead(desk, index + 1)
            return
    raise refused("no-time")


def _may_put_in(desk: Desk) -> None:
    state, step = desk.state, desk.state.slot.step
    if state.hush:
        raise refused("hush")
    if step.phase == "finish":
        raise refused("finishing")
    if state.hold is not None:
        raise refused("no-spots-left" if state.spots_left <= 0 else "not-a-place")
    if step.kind != "stroke" or step.phase != "work" or step.area not in techniques()[HOLD].areas:
        raise refused("not-a-place")
    if any(overlap(step.area, area) and side in (step.side, "both") for area, side in state.closed if area):
        raise refused("not-a-place")
    if state.spots_left <= 0:
        raise refused("no-spots-left")
    later = next_timed(state.slots, state.current or 0)
    if later is not None and is_settled(state.slots[later], desk.played_ms):
        raise refused("announced")
    if _hold_top(state, step) < UNANSWERED_CAP or state.cap < UNANSWERED_CAP:
        raise refused("cap")
    if _worked_ms(desk) < ms(WARM_WORK_BEFORE_HOLD_S):
        raise refused("not-warm-yet")


def _worked_ms(desk: Desk) -> int:
    """Give how long this place has been worked: by strokes on it or on a part of the back that is little larger."""
    here = desk.state.slot.step
    return sum(
        min(desk.played_ms, slot.end_ms) - slot.start_ms
        for slot in desk.state.slots[: (desk.state.current or 0) + 1]
        if slot.step.kind == "stroke"
        and slot.step.area != "whole-back"
        and overlap(slot.step.area, here.area)
        and (here.side == "both" or slot.step.side in (here.side, "both"))
    )


def _hold_top(state: State, step: Step) -> float:
    technique = techniques()[HOLD]
    probe = replace(step, kind="hold", technique=HOLD, pressure=(1.0, float(technique.cap_on(step.area or ""))))
    return ceiling(state, probe)


def _hold_slot(state: State, step: Step, length_ms: int, uid: str) -> Slot:
    technique = techniques()[HOLD]
    top = _hold_top(state, step)
    contact: Contact = "heels" if technique.contacts_on(step.area or "")[0] == "heels" else "knuckles"
    made = Step(
        "hold",
        "work",
        round(length_ms / MS_PER_S),
        technique=HOLD,
        area=step.area,
        side=step.side,
        contact=contact,
        pressure=(min(float(technique.felt[0]), top), top),
        spots=1,
        place=step.place,
    )
    return replace(slot_of(uid, made, length_ms), announced=True)


def _after(desk: Desk, index: int, need_ms: int) -> tuple[Slot, ...] | None:
    """Give the later slots once they have given the time: first a planned hold that this one takes the place of."""
    state = desk.state
    planned = [later for later in range(index + 1, len(state.slots)) if state.slots[later].step.kind == "hold"]
    freed_ms, durations = 0, {}
    if len(planned) >= state.spots_left:
        freed_ms = state.slots[planned[0]].duration_ms
        durations[planned[0]] = 0
    if need_ms > freed_ms:
        more = taken(state, need_ms - freed_ms, desk.played_ms, index)
        if more is None:
            return None
        durations |= more
    elif freed_ms > need_ms:
        durations[planned[0]] = 0
        durations |= _longest_more(state, index, freed_ms - need_ms, planned[0])
    later = resized(state.slots, relaid(state, index + 1, durations))[index + 1 :]
    return tuple(slot for slot in later if slot.duration_ms or slot.step.kind != "hold")


def _longest_more(state: State, index: int, more_ms: int, but: int) -> dict[int, int]:
    work = [
        later
        for later in range(index + 1, len(state.slots))
        if later != but and state.slots[later].step.kind == "stroke" and state.slots[later].step.phase == "work"
    ]
    if not work:
        return {}
    longest = max(work, key=lambda later: state.slots[later].duration_ms)
    return {longest: state.slots[longest].duration_ms + more_ms}


def again(slot: Slot, rest_ms: int, uid: str) -> Slot:
    """Give what is left of a slot, which starts lower again."""
    pressure = slot.step.pressure
    if pressure is not None:
        pressure = (max(LEAST, max(pressure) - RISE_START_BELOW), pressure[1])
    step = replace(slot.step, pressure=pressure, duration_s=round(rest_ms / MS_PER_S))
    made = slot_of(uid, step, rest_ms)
    return replace(made, cycle_ms=slot.cycle_ms, strokes=strokes_in(rest_ms, slot.cycle_ms))


def _lead(desk: Desk, index: int) -> None:
    slot = desk.state.slots[index]
    desk.emit(ev.StepBegan(*desk.stamp, index))
    pressure = (pressed(desk.state, slot).pressure or (LEAST,))[0]
    found = message("spot-here", ceiling=min(CEILING, round((slot.step.pressure or (0, CEILING))[1])))
    ends_ms = slot.start_ms + SINK_ON_TAP_MS
    desk.emit(ev.HoldStageBegan(*desk.stamp, slot.uid, "sink", ends_ms, pressure, None, 0, 0, found))
