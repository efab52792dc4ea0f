"""Wishes about a tender spot: here, a lump, nothing found, and what the receiver says while it is held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from backrub.routine import Contact, Message, Step, message
from backrub.session import events as ev
from backrub.session.commands import Command
from backrub.session.deciding import Desk, refused, resized
from backrub.session.hold import HOLD, LEADING, SINK_ON_TAP_MS, let_go, sink_again, still_now
from backrub.session.pressing import LEAST, ceiling, overlap, pressed
from backrub.session.sharing import relaid, taken
from backrub.session.state import Hold, Slot, State
from backrub.session.substitutes import broad_over, slot_of
from backrub.technique import techniques
from backrub.technique.limits import (
    CEILING,
    HOLD_MIN_S,
    HOLD_USUAL_S,
    RISE_START_BELOW,
    STEP_MIN_S,
    TOO_MUCH,
    UNANSWERED_CAP,
    WARM_WORK_BEFORE_HOLD_S,
)
from backrub.units import MS_PER_S, ms

__all__ = ["HOLDING", "flat_here", "leading", "number_in_hold"]

LOW = 4
"""Up to this number a hold may sink a little more, once. Source: one teacher's script. Certainty: L."""

LOWER_AFTER_HURT = 2.0
"""Where something hurt nothing presses again: a relaxed hand's own weight. Source: practice script. Certainty: H."""

SINK_AGAIN_MS = ms(8)
"""Sinking a little more and asking again. Source: one teacher's script. Certainty: L."""

STILL_LEAST_MS = ms(30)
"""A spot that eases sooner is still held so long. Source: practice script. Certainty: L."""

_EASE_MS = ms(6)


def leading(state: State) -> Hold | None:
    """Give the hold in progress while it can still be led somewhere."""
    return state.hold if state.hold is not None and state.hold.stage in LEADING else None


def _held(desk: Desk) -> Hold:
    hold = leading(desk.state)
    if hold is None or hold.stage == "seek":
        raise refused("no-hold")
    return hold


def spot_here(desk: Desk, _command: Command) -> None:
    """Hold where the receiver says "there": in a planned slot from now, else in time that later work gives."""
    hold = leading(desk.state)
    if hold is None:
        _put_in(desk)
        return
    if hold.number is not None:
        desk.heard("spot-here")
        return
    start = (pressed(desk.state, desk.state.slot).pressure or (LEAST,))[0]
    sink_again(desk, replace(hold, pressure=start), SINK_ON_TAP_MS, _found(desk))


def spot_lump(desk: Desk, _command: Command) -> None:
    """Leave a lump alone, and every spot near it."""
    if leading(desk.state) is None:
        raise refused("no-hold")
    _close(desk, "lump")
    let_go(desk, "lump", "spot-lump", flat=True)


def spot_not_found(desk: Desk, _command: Command) -> None:
    """Leave it be: no second search."""
    if leading(desk.state) is None:
        raise refused("no-hold")
    let_go(desk, "not-found", "spot-not-found", flat=True)


def number_in_hold(desk: Desk, number: int) -> None:
    """Follow the number said in a hold; 10 is a stop and comes not here."""
    hold = leading(desk.state)
    if hold is None:
        raise refused("no-hold")
    if hold.stage == "seek" and number < TOO_MUCH:
        sink_again(desk, replace(hold, pressure=_pressures(desk)[0]), SINK_ON_TAP_MS, None)
        hold = desk.state.hold or hold
    if number > TOO_MUCH:
        flat_here(desk, number, "spot-nine")
    elif number == TOO_MUCH:
        _eight(desk, hold)
    elif number > LOW:
        _good(desk, hold, number)
    else:
        _low(desk, hold, number)


def easing(desk: Desk, _command: Command) -> None:
    """Keep the same weight to the end."""
    hold = _held(desk)
    if _breath_is_back(desk, hold):
        return
    _say(desk, hold, "easing", "hold-easing")


def same(desk: Desk, _command: Command) -> None:
    """That will do for this spot."""
    _held(desk)
    let_go(desk, "same", "hold-same", flat=False)


def worse(desk: Desk, _command: Command) -> None:
    """Off, and not there again."""
    _held(desk)
    flat_here(desk, None, "hold-worse")


def eased(desk: Desk, _command: Command) -> None:
    """Ease out, once it has been still for as long as is worth having."""
    hold = _held(desk)
    if _breath_is_back(desk, hold):
        return
    least_ms = hold.begun_ms + STILL_LEAST_MS
    if hold.stage == "still" and desk.played_ms >= least_ms:
        let_go(desk, "eased", "hold-eased", flat=False)
        return
    if hold.stage == "still" and hold.ends_ms > least_ms:
        desk.cut("eased", least_ms + _EASE_MS - desk.state.slot.start_ms)
        hold = replace(hold, ends_ms=least_ms)
    _say(desk, hold, "eased", "hold-easing")


def radiates(desk: Desk, _command: Command) -> None:
    """Sharp, tingling or spreading: off at once, and that place is left."""
    if desk.state.status == "running" and leading(desk.state) is not None:
        flat_here(desk, None, "hold-radiates")
    else:
        flat_stroke(desk, None, "hold-radiates")


def breath_back(desk: Desk) -> bool:
    """Take "just right" in a hold for what it means: the breath is back, or that is the weight."""
    hold = leading(desk.state)
    if hold is None or hold.stage == "seek":
        return False
    if not _breath_is_back(desk, hold):
        _good(desk, hold, hold.number)
    return True


def breath_held(desk: Desk) -> bool:
    """Go lighter in a hold and wait for the breath; give False outside of one."""
    hold = leading(desk.state)
    if hold is None or hold.stage == "seek":
        return False
    lighter = replace(hold, pressure=max(LEAST, hold.pressure - 1))
    until_ms = hold.breath_until_ms or desk.played_ms + ms(5)
    _say(desk, replace(lighter, breath_until_ms=until_ms), "breath-held", "breath-held")
    return True


def shift_hold(desk: Desk, wish: str, by: float, moment: str) -> None:
    """Make a hold in progress softer or firmer by its own pressure."""
    hold = desk.state.hold
    if hold is None:
        return
    highest = ceiling(desk.state, desk.state.slot.step)
    _say(desk, replace(hold, pressure=max(LEAST, min(highest, hold.pressure + by))), wish, moment)


def flat_here(desk: Desk, number: int | None, moment: str) -> None:
    """Let go of a hold with a flat hand; nothing presses there again and no spot is held there."""
    _close(desk, "hurt")
    step = desk.state.slot.step
    if step.area is not None:
        desk.emit(ev.CeilingSet(*desk.stamp, step.area, step.side, None, LOWER_AFTER_HURT, number))
    let_go(desk, "hurt", moment, flat=True)


def flat_stroke(desk: Desk, number: int | None, moment: str) -> None:
    """Lay the hand flat in a stroke: that place, and that stroke on it, press no more."""
    step = desk.state.slot.step
    technique, area = step.technique or "", step.area or ""
    if area in techniques()[HOLD].areas:
        _close(desk, "hurt")
    limit_place(desk, step, LOWER_AFTER_HURT)
    desk.emit(ev.CeilingSet(*desk.stamp, area, None, technique, LOWER_AFTER_HURT, number, desk.answer(moment)))


def limit_place(desk: Desk, step: Step, highest: float) -> None:
    """Keep everything on a step's place below a pressure; of a composite nobody knows which part was meant."""
    if step.area is not None and step.area in _SINGLE:
        desk.emit(ev.CeilingSet(*desk.stamp, step.area, step.side, None, highest))


def _say(desk: Desk, hold: Hold, wish: str, moment: str | None) -> None:
    desk.emit(
        ev.HoldAnswered(
            *desk.stamp,
            wish,
            hold.ends_ms,
            hold.pressure,
            hold.number,
            hold.lows,
            hold.eights,
            hold.breath_until_ms,
            desk.answer(moment) if moment else None,
        )
    )


def _breath_is_back(desk: Desk, hold: Hold) -> bool:
    if hold.breath_until_ms is None:
        return False
    _say(desk, replace(hold, breath_until_ms=None), "breath-back", "breath-back")
    return True


def _pressures(desk: Desk) -> tuple[float, float]:
    return pressed(desk.state, desk.state.slot).pressure or (LEAST, LEAST)


def _good(desk: Desk, hold: Hold, number: int | None) -> None:
    calm = replace(hold, number=number, eights=0, breath_until_ms=None)
    if hold.stage == "still":
        _say(desk, calm, "rate", "spot-good")
    else:
        still_now(desk, calm, desk.answer("spot-good"))


def _low(desk: Desk, hold: Hold, number: int) -> None:
    more = replace(hold, number=number, lows=hold.lows + 1, eights=0, breath_until_ms=None)
    if hold.lows:
        if hold.stage == "still":
            _say(desk, more, "rate", "spot-enough")
        else:
            still_now(desk, more, desk.answer("spot-enough"))
        return
    more = replace(more, pressure=min(_pressures(desk)[1], hold.pressure + 1))
    if hold.stage == "still":
        _say(desk, more, "rate", "spot-low")
    else:
        sink_again(desk, more, SINK_AGAIN_MS, desk.answer("spot-low"))


def _eight(desk: Desk, hold: Hold) -> None:
    step, half = desk.state.slot.step, max(LEAST, hold.pressure / 2)
    if step.area is not None:
        desk.emit(ev.CeilingSet(*desk.stamp, step.area, step.side, None, half))
    if hold.eights:
        let_go(desk, "too-much", "breath-not-back", flat=True)
        return
    lighter = replace(hold, number=TOO_MUCH, pressure=half, eights=1, breath_until_ms=None)
    _say(desk, lighter, "rate", "spot-eight")


def _close(desk: Desk, reason: str) -> None:
    step = desk.state.slot.step
    desk.emit(ev.SpotClosed(*desk.stamp, step.area or "", step.side or "both", reason, desk.state.spots_left))


def _found(desk: Desk) -> Message | None:
    top = min(CEILING, round(_pressures(desk)[1]))
    return message("spot-here", ceiling=top) if desk.state.status == "running" else None


# ---- a hold that was not planned


def _put_in(desk: Desk) -> None:
    """Put a hold, and broad strokes over it, where hands are now."""
    state, step = desk.state, desk.state.slot.step
    _may_put_in(desk)
    index, elapsed_ms = state.current or 0, desk.elapsed_ms
    rest_ms = state.slot.duration_ms - elapsed_ms
    rest_ms = rest_ms if rest_ms >= ms(STEP_MIN_S) else 0
    base = f"{state.seq + 1}"
    broad = broad_over(state, step, f"{base}.1")
    for still_s in (HOLD_USUAL_S, HOLD_MIN_S):
        hold = _hold_slot(state, step, SINK_ON_TAP_MS + ms(still_s) + _EASE_MS, f"{base}.0")
        need_ms = hold.duration_ms + broad.duration_ms - (state.slot.duration_ms - elapsed_ms - rest_ms)
        later = _after(desk, index, need_ms)
        if later is not None:
            done = replace(state.slot, duration_ms=elapsed_ms, strokes=_strokes_until(state.slot, elapsed_ms))
            rest = (_taken_up(state.slot, rest_ms, f"{base}.2"),) if rest_ms else ()
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
    if min(_hold_top(state, step), state.cap) < UNANSWERED_CAP:
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


def _taken_up(slot: Slot, rest_ms: int, uid: str) -> Slot:
    """Give what is left of a slot, which starts lower again."""
    pressure = slot.step.pressure
    if pressure is not None:
        pressure = (max(LEAST, max(pressure) - RISE_START_BELOW), pressure[1])
    step = replace(slot.step, pressure=pressure, duration_s=round(rest_ms / MS_PER_S))
    made = slot_of(uid, step, rest_ms)
    return replace(made, cycle_ms=slot.cycle_ms, strokes=max(1, round(rest_ms / slot.cycle_ms)) if slot.cycle_ms else 0)


def _strokes_until(slot: Slot, elapsed_ms: int) -> int:
    return max(1, round(slot.strokes * elapsed_ms / slot.duration_ms)) if slot.strokes and elapsed_ms else 0


def _lead(desk: Desk, index: int) -> None:
    slot = desk.state.slots[index]
    desk.emit(ev.StepBegan(*desk.stamp, index))
    pressure = (pressed(desk.state, slot).pressure or (LEAST,))[0]
    found = message("spot-here", ceiling=min(CEILING, round((slot.step.pressure or (0, CEILING))[1])))
    ends_ms = slot.start_ms + SINK_ON_TAP_MS
    desk.emit(ev.HoldStageBegan(*desk.stamp, slot.uid, "sink", ends_ms, pressure, None, 0, 0, found))


_SINGLE = frozenset(area for technique in techniques().values() for area in technique.areas) - {
    "whole-back",
    "upper-back",
    "lower-back",
    "gutters",
}

HOLDING: Mapping[str, Callable[[Desk, Command], None]] = MappingProxyType(
    {
        "spot-here": spot_here,
        "spot-lump": spot_lump,
        "spot-not-found": spot_not_found,
        "easing": easing,
        "eased": eased,
        "same": same,
        "worse": worse,
        "radiates": radiates,
    }
)
