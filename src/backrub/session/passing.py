"""What time does by itself: steps end, holds go through their stages, check-ins come due."""

from __future__ import annotations

from backrub.routine import message
from backrub.session import events as ev
from backrub.session.asking import QUESTION_OPEN_MS, pending_asks
from backrub.session.calming import drop_holds
from backrub.session.deciding import Desk
from backrub.session.hold import breath_gone, broad, go_on, may_hold, seek, skip_hold
from backrub.session.sharing import next_timed
from backrub.session.state import State, logical_at

__all__ = ["begin_step", "due", "pass_time"]


def due(state: State) -> tuple[int, str] | None:
    """Give what happens next by itself and when in logical time, or None while everything waits."""
    if state.base_at_ms is None or state.current is None:
        return None
    next_at_ms, what = logical_at(state, state.slots[state.current].end_ms), "step-ends"
    hold = state.hold
    if hold is not None:
        waits = hold.stage == "release" or (hold.stage == "sink" and hold.breath_until_ms is not None)
        if not waits and logical_at(state, hold.ends_ms) <= next_at_ms:
            next_at_ms, what = logical_at(state, hold.ends_ms), "hold-stage-ends"
        if hold.breath_until_ms is not None and logical_at(state, hold.breath_until_ms) <= next_at_ms:
            next_at_ms, what = logical_at(state, hold.breath_until_ms), "breath-not-back"
    if state.asks and (asks := pending_asks(state, state.at_ms)) and logical_at(state, asks[0][0]) < next_at_ms:
        next_at_ms, what = logical_at(state, asks[0][0]), "check-in-due"
    return next_at_ms, what


def pass_time(state: State, to_ms: int) -> Desk:
    """Let time pass up to a logical time, that moment included."""
    desk = Desk(state, state.at_ms)
    while (coming := due(desk.state)) is not None and coming[0] <= to_ms:
        desk.at_ms = max(coming[0], desk.state.at_ms)
        _HAPPENINGS[coming[1]](desk)
        if coming[1] == "hold-stage-ends":
            drop_holds(desk)
    return desk


def begin_step(desk: Desk, index: int) -> None:
    """Begin a step that takes time."""
    desk.emit(ev.StepBegan(*desk.stamp, index))
    hold, step = desk.state.hold, desk.state.slots[index].step
    if hold is not None and hold.stage == "release" and step.kind == "stroke":
        broad(desk, index)
    elif hold is not None:
        desk.emit(ev.HoldLeft(*desk.stamp, "over"))
    if step.kind == "hold":
        if may_hold(desk.state, step):
            seek(desk, index)
        else:
            skip_hold(desk, index)


def _step_ends(desk: Desk) -> None:
    later = next_timed(desk.state.slots, desk.state.current or 0)
    if later is None:
        desk.emit(ev.Finished(*desk.stamp))
    else:
        begin_step(desk, later)


def _check_in(desk: Desk) -> None:
    _, index = pending_asks(desk.state, desk.at_ms)[0]
    says = desk.state.slots[index].step.says
    what = says if says is not None else message("ask-pressure")
    desk.emit(ev.CheckInAsked(*desk.stamp, what, desk.at_ms + QUESTION_OPEN_MS))


_HAPPENINGS = {
    "step-ends": _step_ends,
    "hold-stage-ends": go_on,
    "breath-not-back": breath_gone,
    "check-in-due": _check_in,
}
