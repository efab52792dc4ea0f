"""Wishes that change what is to come: not there, hush, tired, more minutes, end soon; and the plans that answer them.

The engine never plans. It sees at once to what must not wait, asks for a new remainder, and goes on with what it has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from backrub.session import events as ev
from backrub.session.adopting import lacks_finish, want
from backrub.session.calming import calmed
from backrub.session.commands import Command
from backrub.session.decide_flow import stop_on_their_word
from backrub.session.deciding import Desk, refused
from backrub.session.hold import leading, let_go
from backrub.session.passing import begin_step
from backrub.session.placing import ended, stroke_end_ms
from backrub.session.pressing import HUSH_CAP
from backrub.session.putting_in import again
from backrub.session.sharing import next_timed
from backrub.session.shortening import shortened
from backrub.session.state import Slot, State
from backrub.session.substitutes import elsewhere, gentle, left_with, slot_of, still_hands
from backrub.technique.limits import (
    FINISH_SHORT_S,
    SESSION_MAX_S,
    STEP_MIN_S,
)
from backrub.units import MS_PER_S, ms

__all__ = ["PLANNING"]

MINUTES = (1, 60)
"""Least and most minutes that can be added, or to end in (0 ends at once). Certainty: ENG."""

TIRED_REST_S = 15
"""How long a tired giver's hands lie still before they go on. Source: practice table 3a. Certainty: L."""

TIRED_REST_LEAST_S = 5
"""The shortest such rest; with less left of a stroke, the change to the next is rest enough. Certainty: ENG."""

FLEETING_MS = ms(10)
"""A stroke shorter than this is not worth beginning. Certainty: ENG."""

_MINUTE_MS = 60 * MS_PER_S


def not_there(desk: Desk, _command: Command) -> None:
    """Leave this place at once and for good."""
    state, step, index = desk.state, desk.state.slot.step, desk.state.current or 0
    elapsed_ms, left_ms = desk.elapsed_ms, desk.state.slot.end_ms - desk.played_ms
    if step.area is None:
        if leading(state) is None:
            desk.heard("not-there")
        else:
            let_go(desk, "not-there", "not-there", flat=True)
        return
    if state.hold is not None:
        desk.emit(ev.HoldLeft(*desk.stamp, "not-there"))
    desk.emit(ev.PlacesLeft(*desk.stamp, left_with(step.area)))
    done = ended(state.slot, elapsed_ms)
    later = tuple(there for slot in state.slots[index + 1 :] if (there := elsewhere(desk.state, slot)) is not None)
    instead = _instead(desk.state, state.slot, left_ms, later)
    if instead is None or lacks_finish(instead):
        desk.replace_from("not-there", index, (done,))
        stop_on_their_word(desk)
        return
    desk.replace_from("not-there", index, (done, *instead), desk.answer("not-there"))
    if state.status == "running":
        following = next_timed(desk.state.slots, index)
        if following is not None:
            begin_step(desk, following)
    want(desk, "not-there")


def hush(desk: Desk, _command: Command) -> None:
    """Ask nothing any more; broad, slow and light from now on."""
    if desk.state.hush:
        desk.heard("hush")
        return
    desk.emit(ev.HushBegan(*desk.stamp, HUSH_CAP, desk.answer("hush")))
    if desk.state.current is None:
        return
    if leading(desk.state) is not None:
        let_go(desk, "hush", _eases_out(desk.state, "hold-release"), flat=False)
    index = (desk.state.current or 0) + 1
    desk.replace_from("hush", index, calmed(desk.state, desk.state.slots[index:], desk.played_ms))
    if desk.state.status != "stopped":
        want(desk, "hush")


def tired(desk: Desk, _command: Command) -> None:
    """Spare the giver's hands."""
    if desk.state.tired:
        desk.heard("tired", "tired")
        return
    held = _eases_out(desk.state, "tired-held")
    if leading(desk.state) is not None:
        let_go(desk, "tired", held, flat=False)
    desk.emit(ev.Tired(*desk.stamp, None if held else desk.answer("tired")))
    _rest_a_moment(desk)
    want(desk, "tired")


def _rest_a_moment(desk: Desk) -> None:
    """Let the giver's hands lie still for a moment, as part of the rub, then take the stroke up again.

    Where too little of it is left to be taken up, they rest until its end: what is due then is not put off.
    """
    state, index, rest_ms = desk.state, desk.state.current or 0, ms(TIRED_REST_S)
    slot, left_ms = desk.state.slot, desk.state.slot.end_ms - desk.played_ms
    if state.status != "running" or slot.step.kind != "stroke" or slot.step.phase == "finish" or state.hold is not None:
        return
    base = f"{state.seq + 1}"
    ahead = state.slots[index + 1 :]
    if left_ms >= rest_ms + ms(STEP_MIN_S):
        ahead = (again(slot, left_ms - rest_ms, f"{base}.1"), *ahead)
    elif left_ms >= ms(TIRED_REST_LEAST_S):
        rest_ms = left_ms
    else:
        return
    rest = still_hands(state, slot.step, rest_ms, f"{base}.0")
    desk.replace_from("tired", index, (ended(slot, desk.elapsed_ms), rest, *ahead))
    begin_step(desk, index + 1)


def more_minutes(desk: Desk, command: Command) -> None:
    """Ask for a longer plan; until it is there the old one goes on."""
    minutes = _minutes(command, MINUTES[0])
    if desk.state.total_ms + minutes * _MINUTE_MS > ms(SESSION_MAX_S):
        raise refused("out-of-range")
    if not want(desk, "more-minutes", minutes * _MINUTE_MS):
        raise refused("finishing")
    desk.heard("more-minutes", "more-minutes", minutes)


def end_in(desk: Desk, command: Command) -> None:
    """End in so many minutes, with a finish; under a minute the engine makes a short one itself."""
    minutes = _minutes(command, 0)
    state, index = desk.state, desk.state.current or 0
    there_ms = state.total_ms - desk.played_ms
    if minutes * _MINUTE_MS >= there_ms:
        if not want(desk, "end-in", minutes * _MINUTE_MS - there_ms):
            raise refused("finishing")
        desk.heard("end-in", "end-in", minutes)
        return
    if minutes == 0 and there_ms <= ms(FINISH_SHORT_S):
        raise refused("finishing")
    held = _eases_out(state, "end-in-held")
    if leading(state) is not None:
        let_go(desk, "end-in", held, flat=False)
    slot = desk.state.slot
    settled_ms = slot.end_ms - desk.played_ms
    target_ms = max(minutes * _MINUTE_MS, ms(FINISH_SHORT_S))
    if settled_ms + ms(FINISH_SHORT_S) > target_ms or minutes == 0:
        ends_ms = min(slot.duration_ms, stroke_end_ms(slot, desk.elapsed_ms))
        slot = ended(slot, ends_ms)
    after_ms = max(target_ms - (slot.end_ms - desk.played_ms), ms(FINISH_SHORT_S))
    rest_of = shortened(desk.state, index + 1, after_ms, f"{desk.state.seq + 1}")
    desk.replace_from("end-in", index, (slot, *rest_of), None if held else desk.answer("end-in"))
    if minutes:
        want(desk, "end-in")


def _eases_out(state: State, moment: str) -> str | None:
    """Give what is said where a hand lies on a spot and has to leave it; None where none does."""
    hold = leading(state)
    return None if hold is None or hold.stage == "seek" else moment


def _minutes(command: Command, least: int) -> int:
    if command.value is None or not least <= command.value <= MINUTES[1]:
        raise refused("out-of-range")
    return command.value


def _instead(state: State, slot: Slot, left_ms: int, later: tuple[Slot, ...]) -> tuple[Slot, ...] | None:
    """Give a gentle stroke for what is left of a slot, and what comes after it; None when there is nowhere to go."""
    timed = next((index for index, there in enumerate(later) if there.duration_ms), None)
    if left_ms < FLEETING_MS and timed is not None and later[timed].step.kind != "hold":
        longer = replace(later[timed], duration_ms=later[timed].duration_ms + left_ms)
        return (*later[:timed], longer, *later[timed + 1 :])
    step = gentle(state, slot.step, left_ms)
    if step is None:
        return None
    return (slot_of(f"{state.seq + 1}.0", step, max(left_ms, 1)), *later)


PLANNING: Mapping[str, Callable[[Desk, Command], None]] = MappingProxyType(
    {
        "not-there": not_there,
        "hush": hush,
        "tired": tired,
        "more-minutes": more_minutes,
        "end-in": end_in,
    }
)
