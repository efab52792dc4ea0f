"""Wishes about pressure: opposite ones settle on the lower, and no wish passes a ceiling."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from backrub.session import events as ev
from backrub.session.commands import Command
from backrub.session.decide_flow import stop_on_their_word
from backrub.session.decide_hold import (
    breath_back,
    breath_held,
    number_in_hold,
    shift_hold,
    start_pressure,
)
from backrub.session.deciding import Desk, refused
from backrub.session.hold import leading
from backrub.session.hurting import flat_here, flat_stroke, limit_place
from backrub.session.merging import MERGED_MS
from backrub.session.pressing import LEAST, asked_for, ceiling
from backrub.session.state import State
from backrub.technique.limits import CEILING, TOO_MUCH
from backrub.units import ms

__all__ = ["PRESSURE"]

OPPOSITE_MS = ms(10)
"""Opposite wishes within this time settle on the lower. Source: our design. Certainty: ENG."""

MOST = 10
"""The number that means stop."""

OK_UP_TO = 4
"""Up to this number there is room, and firmer may be offered. Source: practice table 3b. Certainty: M."""


def softer(desk: Desk, _command: Command) -> None:
    """Ask for less, at once and from now on."""
    _lower(desk, "softer", "softer")


def breath(desk: Desk, _command: Command) -> None:
    """Ask for less: a held breath says what nobody says."""
    if not breath_held(desk):
        _lower(desk, "breath-held", "breath-held")


def firmer(desk: Desk, command: Command) -> None:
    """Ask for more, if it is the receiver's wish and nothing forbids it."""
    if command.by != "receiver" and not command.on_their_word:
        raise refused("not-yours")
    on = _here(desk.state)
    learnt = desk.state.pressing
    if on is None:
        desk.heard("firmer", "firmer-cap")
        return
    if learnt.softer_on == on and _within(desk, learnt.softer_at_ms, OPPOSITE_MS):
        desk.heard("firmer", "firmer-later")
        return
    if learnt.firmer_on == on and _is_one_wish(desk, learnt.firmer_at_ms):
        desk.heard("firmer")
    elif leading(desk.state) is not None:
        _firmer_in_hold(desk, on)
    else:
        offset = learnt.offsets.get(on, 0.0)
        raised = min(offset + 1, ceiling(desk.state, desk.state.slot.step) - _planned_top(desk.state))
        if raised > offset:
            _change(desk, "firmer", on, raised, raised - offset, "firmer")
        else:
            desk.heard("firmer", "firmer-cap")


def just_right(desk: Desk, _command: Command) -> None:
    """Nothing changes."""
    if not breath_back(desk):
        desk.heard("just-right", "just-right")


def rate(desk: Desk, command: Command) -> None:
    """Follow the number: 8 halves it, 9 lays the hand flat, 10 stops."""
    number = command.value
    if number is None or not 1 <= number <= MOST:
        raise refused("out-of-range")
    if command.by != "receiver" and not command.on_their_word:
        raise refused("not-yours")
    if number == MOST:
        stop_on_their_word(desk)
    elif leading(desk.state) is not None:
        number_in_hold(desk, number)
    elif number >= TOO_MUCH and _is_easing_out(desk.state):
        _less_while_easing(desk, number)
    elif number > TOO_MUCH:
        flat_stroke(desk, number, "hurts")
    elif number == TOO_MUCH:
        _halve(desk, number)
    elif number == CEILING:
        _lower(desk, "rate", "softer")
    else:
        _well(desk, number)


def _well(desk: Desk, number: int) -> None:
    """Let a number that asks for nothing change nothing; of a hold that is eased out of it comes too late."""
    if desk.state.status != "running":
        raise refused("not-running")
    said = "rate-ok" if number <= OK_UP_TO else "just-right"
    desk.heard("rate", None if _is_easing_out(desk.state) else said, number)


def _lower(desk: Desk, wish: str, moment: str) -> None:
    on, learnt = _here(desk.state), desk.state.pressing
    if on is None or (learnt.softer_on == on and _is_one_wish(desk, learnt.softer_at_ms)):
        desk.heard(wish)
        return
    offset = learnt.offsets.get(on, 0.0)
    undone = learnt.firmer_by if learnt.firmer_on == on and _within(desk, learnt.firmer_at_ms, OPPOSITE_MS) else 0.0
    if desk.state.hold is not None and desk.state.hold.stage != "broad":
        _change(desk, wish, on, offset - 1, -1.0, None)
        shift_hold(desk, wish, -1.0 - undone, moment)
        return
    top = _planned_top(desk.state)
    now = max(LEAST, min(top + offset - undone, ceiling(desk.state, desk.state.slot.step)))
    lowered = min(offset - undone - 1, now - 1 - top)
    _change(desk, wish, on, lowered, lowered - offset, moment)


def _firmer_in_hold(desk: Desk, on: tuple[str, str]) -> None:
    """Sink a little more, up to the ceiling of the hold; in the search no further than where it starts to sink.

    The next spot starts as planned all the same.
    """
    hold = leading(desk.state)
    highest = ceiling(desk.state, desk.state.slot.step)
    if hold is not None and hold.stage == "seek":
        highest = min(highest, start_pressure(desk))
    if hold is None or hold.pressure >= highest:
        desk.heard("firmer", "firmer-cap")
        return
    by_much = min(1.0, highest - hold.pressure)
    _change(desk, "firmer", on, desk.state.pressing.offsets.get(on, 0.0), by_much, None)
    shift_hold(desk, "firmer", by_much, "firmer")


def _change(desk: Desk, wish: str, on: tuple[str, str], offset: float, by_much: float, moment: str | None) -> None:
    answer = desk.answer(moment) if moment else None
    desk.emit(ev.PressureChanged(*desk.stamp, wish, *on, offset, by_much, answer))


def _halve(desk: Desk, number: int) -> None:
    """Take half the weight off; this place, and this stroke on it, stay lighter."""
    state, step = desk.state, desk.state.slot.step
    asked = asked_for(state, state.slot, desk.played_ms)
    half = max(LEAST, asked / 2)
    limit_place(desk, step, half)
    desk.emit(
        ev.CeilingSet(*desk.stamp, step.area or "", None, step.technique or "", half, number, desk.answer("too-much"))
    )


def _here(state: State) -> tuple[str, str] | None:
    """Give the technique and the area being worked, or None where nothing presses."""
    step = state.slot.step
    return None if step.pressure is None else (step.technique or "", step.area or "")


def _less_while_easing(desk: Desk, number: int) -> None:
    """Take what weight is left off a hold that is being eased out of already."""
    if number > TOO_MUCH:
        flat_here(desk, number, "hurts")
    else:
        shift_hold(desk, "rate", -float(MOST), "too-much")


def _is_easing_out(state: State) -> bool:
    return state.hold is not None and state.hold.stage == "release"


def _planned_top(state: State) -> float:
    return max(state.slot.step.pressure or (0.0,))


def _is_one_wish(desk: Desk, before_ms: int | None) -> bool:
    """Tell whether the same was wished so lately that it is one wish; not across a rest, in which nothing was said."""
    return before_ms is not None and before_ms >= (desk.state.base_at_ms or 0) and _within(desk, before_ms, MERGED_MS)


def _within(desk: Desk, at_ms: int | None, window_ms: int) -> bool:
    return at_ms is not None and desk.at_ms - at_ms <= window_ms


PRESSURE: Mapping[str, Callable[[Desk, Command], None]] = MappingProxyType(
    {
        "softer": softer,
        "breath-held": breath,
        "firmer": firmer,
        "just-right": just_right,
        "rate": rate,
    }
)
