"""Wishes about time: next, stay and back take effect when a stroke ends, and the finish is never touched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from backrub.session.commands import Command
from backrub.session.deciding import Desk, refused, resized
from backrub.session.hold import leading, let_go
from backrub.session.placing import ended, stroke_end_ms, strokes_in
from backrub.session.pressing import LEAST, is_left
from backrub.session.sharing import given, is_settled, next_timed, relaid, room_ms, taken
from backrub.session.state import Slot, State
from backrub.technique.limits import RISE_START_BELOW, STAY_S, STEP_MIN_S, WARM_UP_MIN_S
from backrub.units import MS_PER_S, ms

__all__ = ["TIMING"]


def go_next(desk: Desk, _command: Command) -> None:
    """Go on to the next step when this stroke ends; the time saved goes to later work."""
    state, index = desk.state, desk.state.current or 0
    later = next_timed(state.slots, index)
    if later is None:
        raise refused("last-step")
    if (hold := leading(state)) is not None:
        let_go(desk, "next", "next" if hold.stage == "seek" else "hold-release", flat=False)
        return
    _may_skip(desk, later)
    slot = state.slot
    ends_ms = stroke_end_ms(slot, desk.elapsed_ms)
    if is_settled(state.slots[later], desk.played_ms) or ends_ms >= slot.duration_ms:
        desk.heard("next", "next-soon")
        return
    freed = given(state, slot.duration_ms - ends_ms, desk.played_ms, index)
    desk.resize("next", freed, {index: (ends_ms, ended(slot, ends_ms).strokes)}, answer=desk.answer("next"))


def stay(desk: Desk, _command: Command) -> None:
    """Stay half a minute longer, on time that later work can spare."""
    state, index, stay_ms = desk.state, desk.state.current or 0, ms(STAY_S)
    if leading(state) is not None:
        raise refused("holding")
    later = next_timed(state.slots, index)
    if later is None or state.slot.step.phase == "finish":
        raise refused("finishing")
    if is_settled(state.slots[later], desk.played_ms):
        raise refused("announced")
    durations = taken(state, stay_ms, desk.played_ms, index)
    if durations is None:
        desk.heard("stay", "stay-none")
        return
    if state.slot.step.kind == "stroke" and room_ms(state, index, durations) < stay_ms:
        raise refused("long-enough")
    durations[index] = state.slot.duration_ms + stay_ms
    desk.resize("stay", durations, answer=desk.answer("stay"))


def back(desk: Desk, _command: Command) -> None:
    """Go back, when this stroke ends, to the stroke before for half a minute, then come back here."""
    state, index, stay_ms = desk.state, desk.state.current or 0, ms(STAY_S)
    if leading(state) is not None:
        raise refused("holding")
    if state.slot.step.phase == "finish":
        raise refused("finishing")
    before = _stroke_before(state, index)
    if before is None:
        raise refused("first-step")
    later = next_timed(state.slots, index)
    if later is None or is_settled(state.slots[later], desk.played_ms):
        raise refused("announced")
    if is_left(state, before.step.area):
        raise refused("left-alone")
    durations = taken(state, stay_ms, desk.played_ms, index)
    if durations is None:
        desk.heard("back", "stay-none")
        return
    ends_ms = stroke_end_ms(state.slot, desk.elapsed_ms)
    rest_ms = state.slot.duration_ms - ends_ms
    base = f"{state.seq + 1}"
    again_ms = stay_ms if rest_ms >= ms(STEP_MIN_S) else stay_ms + rest_ms
    done = ended(state.slot, ends_ms)
    before = replace(before, step=replace(before.step, phase=state.slot.step.phase))
    again = _lower_again(before, again_ms, f"{base}.0", announced=True)
    rest = (_lower_again(state.slot, rest_ms, f"{base}.1"),) if again_ms == stay_ms else ()
    after = resized(state.slots, relaid(state, index + 1, durations))[index + 1 :]
    desk.replace_from("back", index, (done, again, *rest, *after), desk.answer("back"))


def _may_skip(desk: Desk, later: int) -> None:
    """Refuse to cut the finish short, and to go to depth without a warm-up."""
    state = desk.state
    if state.slot.step.phase == "finish":
        raise refused("finishing")
    step = state.slots[later].step
    if state.slot.step.phase in ("open", "warm-up") and step.phase == "work":
        warmed_ms = sum(
            min(desk.played_ms, slot.end_ms) - slot.start_ms
            for slot in state.slots[:later]
            if slot.step.phase == "warm-up" and slot.start_ms < desk.played_ms
        )
        if warmed_ms < ms(WARM_UP_MIN_S):
            raise refused("not-warm-yet")


def _stroke_before(state: State, index: int) -> Slot | None:
    return next(
        (
            slot
            for slot in reversed(state.slots[:index])
            if slot.duration_ms and slot.step.kind == "stroke" and _place(slot) != _place(state.slots[index])
        ),
        None,
    )


def _place(slot: Slot) -> tuple[str | None, str | None, str | None]:
    return slot.step.technique, slot.step.area, slot.step.side


def _lower_again(slot: Slot, duration_ms: int, uid: str, *, announced: bool = False) -> Slot:
    """Take a stroke up again: it starts lower, as every place does that hands come to."""
    pressure = slot.step.pressure
    if pressure is not None and slot.step.phase == "work":
        pressure = (max(min(LEAST, max(pressure)), max(pressure) - RISE_START_BELOW), max(pressure))
    step = replace(slot.step, pressure=pressure, duration_s=max(1, round(duration_ms / MS_PER_S)))
    return Slot(uid, step, 0, duration_ms, slot.cycle_ms, strokes_in(duration_ms, slot.cycle_ms), announced)


TIMING: Mapping[str, Callable[[Desk, Command], None]] = MappingProxyType({"next": go_next, "stay": stay, "back": back})
