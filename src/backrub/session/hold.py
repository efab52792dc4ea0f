"""The hold on a tender spot: seek, sink, keep still, ease out, and every answer on the way.

Without a tap the planned times lead it and the answers pass between the two people. A tap moves it on from where it is;
any release earlier than planned is right, and the time it frees goes to later work. Times are hands-on.
"""

from __future__ import annotations

from dataclasses import replace

from backrub.routine import Message, Step
from backrub.session import events as ev
from backrub.session.deciding import Desk
from backrub.session.pressing import LEAST, ceiling, is_left, pressed
from backrub.session.script import hold_times
from backrub.session.sharing import taken
from backrub.session.state import Hold, Slot, State
from backrub.session.substitutes import gentle, slot_of, still_hands
from backrub.session.timeline import HoldStage
from backrub.technique.limits import (
    HOLD_AFTER_BROAD_S,
    HOLD_MAX_S,
    HOLD_MIN_S,
    HOLD_USUAL_S,
    PRESSING,
)
from backrub.units import ms, seconds

__all__ = [
    "EASE_MS",
    "HOLD",
    "SINK_ON_TAP_MS",
    "breath_gone",
    "broad",
    "go_on",
    "instead_of_hold",
    "leading",
    "let_go",
    "may_hold",
    "met",
    "seek",
    "sink_again",
    "skip_hold",
    "still_now",
]

HOLD = "tender-spot-hold"
LEADING = ("seek", "sink", "still")
"""The stages in which a hold can still be led somewhere."""

SINK_ON_TAP_MS = ms(12)
"""From "there" until weight has sunk in and the number is asked for: the script's lines take this long. ENG."""

EASE_MS = ms(6)
"""Easing out over one to two breaths. Source: one teacher's script. Certainty: L."""

FLAT_MS = ms(3)
"""Letting go at once: a flat hand, no weight. Source: one teacher's script. Certainty: L."""

BREATH_MS = ms(5)
"""A held breath must be back within this time. Source: one teacher's script. Certainty: L."""

EASING_PRESSURE, FLAT_PRESSURE = 2.0, 1.0
"""What a hand that eases out, or lies flat, is felt as. Source: practice table 3b. Certainty: M."""


def leading(state: State) -> Hold | None:
    """Give the hold in progress while it can still be led somewhere."""
    return state.hold if state.hold is not None and state.hold.stage in LEADING else None


def may_hold(state: State, step: Step) -> bool:
    """Tell whether a spot may still be held in a planned slot."""
    if state.hush or state.spots_left <= 0 or is_left(state, step.area) or (step.area, step.side) in state.closed:
        return False
    return ceiling(state, step) >= PRESSING


def seek(desk: Desk, index: int) -> None:
    """Begin to look for the spot."""
    slot = desk.state.slots[index]
    ends_ms = slot.start_ms + ms(hold_times(seconds(slot.duration_ms)).sink_s)
    pressure = min(float(PRESSING), (pressed(desk.state, slot).pressure or (LEAST,))[0])
    desk.emit(ev.HoldStageBegan(*desk.stamp, slot.uid, "seek", min(ends_ms, slot.end_ms), pressure))


def instead_of_hold(state: State, slot: Slot) -> Slot:
    """Give gentle strokes, or hands at rest, in place of a hold that may not be."""
    here = (slot.step.area,) if slot.step.area is not None else ()
    step = gentle(state, slot.step, slot.duration_ms, here) or gentle(state, slot.step, slot.duration_ms)
    if step is None:
        return still_hands(state, slot.step, slot.duration_ms, f"{slot.uid}'")
    return slot_of(f"{slot.uid}'", step, slot.duration_ms)


def skip_hold(desk: Desk, index: int) -> None:
    """Put something gentle in place of a hold whose time has come and that may not be."""
    made = instead_of_hold(desk.state, desk.state.slots[index])
    desk.replace_from("no-hold", index, (made, *desk.state.slots[index + 1 :]))


def broad(desk: Desk, index: int) -> None:
    """Begin the broad strokes over the spot."""
    slot = desk.state.slots[index]
    ends_ms = min(slot.end_ms, slot.start_ms + ms(HOLD_AFTER_BROAD_S[1]))
    pressure = pressed(desk.state, slot).pressure
    start = min(pressure) if pressure is not None else LEAST
    desk.emit(ev.HoldStageBegan(*desk.stamp, slot.uid, "broad", ends_ms, start))


def go_on(desk: Desk) -> None:
    """Let the stage that has run out give way to the next."""
    hold = _hold(desk)
    if hold.stage == "seek":
        _sink(desk, None)
    elif hold.stage == "sink":
        _still(desk, _met(desk), None)
    elif hold.stage == "still":
        let_go(desk, "over", None, flat=False)
    else:
        desk.emit(ev.HoldLeft(*desk.stamp, "over"))


def breath_gone(desk: Desk) -> None:
    """Let go when a held breath does not come back."""
    let_go(desk, "breath", "breath-not-back", flat=True)


def let_go(desk: Desk, reason: str, moment: str | None, *, flat: bool) -> None:
    """Release now, easing out or flat at once, and give the time that is left to later work.

    Args:
        desk: Where it is decided.
        reason: Why, for the log.
        moment: What is said.
        flat: Whether to take all weight off at once.
    """
    slot, hold = desk.state.slot, _hold(desk)
    answer = desk.answer(moment) if moment else None
    left_ms = slot.end_ms - desk.played_ms
    release_ms = min(left_ms, FLAT_MS if flat else EASE_MS)
    if release_ms < left_ms:
        desk.cut(reason, desk.elapsed_ms + release_ms)
    pressure = min(hold.pressure, FLAT_PRESSURE if flat else EASING_PRESSURE)
    _stage(desk, "release", desk.state.slot.end_ms, pressure, hold, answer)


def _still_ms(slot: Slot) -> int:
    """Give how long the plan wants a hold to lie still."""
    times = hold_times(seconds(slot.duration_ms))
    return min(ms(HOLD_MAX_S), max(0, ms(times.release_s - times.still_s)))


def _restill(desk: Desk, before_still_ms: int) -> int:
    """Lay the rest of a hold anew so that after some time the stillness begins in full; give when that is.

    The hold never grows past what the plan gave it except for the least stillness worth having, and then only by
    time that later work can spare.
    """
    slot, index = desk.state.slot, desk.state.current or 0
    still_from_ms = desk.elapsed_ms + before_still_ms
    planned_ms = (
        ms(HOLD_USUAL_S)
        if slot.step.duration_s <= 0
        else _still_ms(replace(slot, duration_ms=ms(slot.step.duration_s)))
    )
    wanted_ms = still_from_ms + planned_ms + EASE_MS
    if wanted_ms < slot.duration_ms:
        desk.cut("hold", wanted_ms)
    elif (missing_ms := still_from_ms + ms(HOLD_MIN_S) + EASE_MS - slot.duration_ms) > 0:
        durations = taken(desk.state, missing_ms, desk.played_ms, index)
        if durations is not None:
            desk.resize("hold", durations, {index: (slot.duration_ms + missing_ms, 0)})
    return desk.state.slot.start_ms + still_from_ms


def _hold(desk: Desk) -> Hold:
    if desk.state.hold is None:
        raise ValueError("no hold is in progress")
    return desk.state.hold


def _stage(desk: Desk, stage: HoldStage, ends_ms: int, pressure: float, hold: Hold, answer: Message | None) -> None:
    first_ms = desk.played_ms if stage == "still" and hold.still_from_ms is None else hold.still_from_ms
    desk.emit(
        ev.HoldStageBegan(
            *desk.stamp,
            hold.uid,
            stage,
            ends_ms,
            pressure,
            hold.number,
            hold.lows,
            hold.eights,
            answer,
            first_ms,
        )
    )


def sink_again(desk: Desk, hold: Hold, before_still_ms: int, answer: Message | None) -> None:
    """Sink in from now, as if the spot had just been found, and lay the stillness after it."""
    still_at_ms = _restill(desk, before_still_ms)
    _stage(desk, "sink", min(still_at_ms, desk.state.slot.end_ms, _latest_ms(desk, hold)), hold.pressure, hold, answer)


def still_now(desk: Desk, hold: Hold, answer: Message | None) -> None:
    """Keep still from now: the clock starts."""
    _restill(desk, 0)
    _still(desk, hold, answer)


def _sink(desk: Desk, answer: Message | None) -> None:
    slot = desk.state.slot
    pressure = pressed(desk.state, slot).pressure or (LEAST, LEAST)
    times = hold_times(seconds(slot.duration_ms))
    ends_ms = desk.played_ms + ms(times.still_s - times.sink_s)
    _stage(desk, "sink", min(ends_ms, slot.end_ms), pressure[0], _hold(desk), answer)


def _still(desk: Desk, hold: Hold, answer: Message | None) -> None:
    ends_ms = min(desk.state.slot.end_ms - EASE_MS, desk.played_ms + ms(HOLD_MAX_S), _latest_ms(desk, hold))
    _stage(desk, "still", max(ends_ms, desk.played_ms), hold.pressure, hold, answer)
    _count(desk)


def _latest_ms(desk: Desk, hold: Hold) -> int:
    """Give when a spot is let go of at the latest: however often it was found anew, 90 s after it was first still."""
    return desk.state.slot.end_ms if hold.still_from_ms is None else hold.still_from_ms + ms(HOLD_MAX_S)


def met(state: State, slot: Slot, hold: Hold) -> float:
    """Give the pressure that two people find without a tap: a little more than where it began.

    Once something was said, or it was made lighter than planned, it stays as it is.
    """
    start, top = pressed(state, slot).pressure or (hold.pressure, hold.pressure)
    planned = slot.step.pressure[0] if slot.step.pressure is not None else start
    if hold.spoken or hold.number is not None or hold.pressure < planned:
        return hold.pressure
    return max(hold.pressure, min(top, hold.pressure + 1))


def _met(desk: Desk) -> Hold:
    hold = _hold(desk)
    return replace(hold, pressure=met(desk.state, desk.state.slot, hold))


def _count(desk: Desk) -> None:
    step = desk.state.slot.step
    where = (step.area or "", step.side or "both")
    if where not in desk.state.closed or not step.area:
        desk.emit(ev.SpotClosed(*desk.stamp, *where, "held", desk.state.spots_left - 1))
