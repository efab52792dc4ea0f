"""What a cue aims at, and where the lines of a hold in progress have moved to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from backrub.routine import Contact, Place, Side, Step
from backrub.session.hold import EASING_PRESSURE, met
from backrub.session.pressing import LEAST, asked_for
from backrub.session.script import AFTER_HALF_TIME, HoldTimes, hold_times, line_of, spoken_s
from backrub.session.state import Hold, Slot, State, logical_at
from backrub.session.timeline import CueDraft, Target
from backrub.technique.limits import PRESSING
from backrub.units import ms, seconds

__all__ = ["pressure_at_cue", "target_of", "warped"]

_NUMBERS, _RELEASE = "hold-numbers", "hold-release"
_IF_EASING, _EASING = "hold-if-easing", "hold-easing"


def target_of(slot: Slot, pressure: float) -> Target | None:
    """Give what hands aim at in a slot, or None where they do nothing."""
    step = slot.step
    if step.technique is None:
        return None
    pace = step.pace_cm_per_s
    if pace is not None and slot.strokes and slot.cycle_ms:
        pace = round(pace * slot.strokes * slot.cycle_ms / slot.duration_ms, 2)
    return _target(step.technique, step.area, step.side, pressure, pace, step.contact, step.place)


@lru_cache(maxsize=16_384, typed=True)
def _target(  # noqa: PLR0913, PLR0917 - a target's own fields
    technique: str,
    area: str | None,
    side: Side | None,
    pressure: float,
    pace_cm_per_s: float | None,
    contact: Contact | None,
    place: Place | None,
) -> Target:
    """Give a target, the same object to every cue and session that has it: there are few, each often asked for."""
    return Target(technique, area, side, pressure, pace_cm_per_s, contact, place)


def pressure_at_cue(state: State, slot: Slot, played_ms: int, now: Step) -> float:
    """Give the pressure a cue of a slot asks for at a moment of hands-on time.

    Args:
        state: Where the session stands.
        slot: The slot in which the cue is said.
        played_ms: Hands-on time.
        now: The slot's step with its pressure as it now is.
    """
    if slot.step.kind != "hold":
        return asked_for(state, slot, played_ms, now)
    start, _ = now.pressure or (LEAST, LEAST)
    times, elapsed_ms = hold_times(seconds(slot.duration_ms)), played_ms - slot.start_ms
    hold = state.hold if state.hold is not None and state.hold.uid == slot.uid else None
    if hold is not None and slot.start_ms + elapsed_ms < hold.ends_ms:
        return hold.pressure
    if elapsed_ms >= ms(times.release_s):
        return min(EASING_PRESSURE, start)
    if hold is None and elapsed_ms < ms(times.sink_s):
        return min(float(PRESSING), start)
    if hold is None or hold.stage == "seek":
        hold = Hold(slot.uid, "sink", slot.start_ms, slot.end_ms, start)
    return hold.pressure if hold.stage == "still" or elapsed_ms < ms(times.still_s) else met(state, slot, hold)


def warped(state: State, index: int, drafts: Sequence[CueDraft]) -> Mapping[int, int | None] | None:
    """Give where the lines of a hold have moved to because of what was said in it.

    Of a hold that was let go of nothing is said any more, whenever it was to be.

    Args:
        state: Where the session stands; it is running.
        index: Place of the slot in which the hold is led.
        drafts: Its lines as planned.

    Returns:
        New offset by the draft's place, None for a line that is not said any more; None when nothing has moved.
    """
    slot, hold = state.slots[index], state.hold
    if slot.step.kind != "hold" or state.current is None or index > state.current:
        return None
    if hold is None or hold.uid != slot.uid or hold.stage == "broad":
        return dict.fromkeys(range(len(drafts)))
    if hold.stage == "seek":
        return None
    times = hold_times(seconds(slot.duration_ms))
    begun_ms, ends_ms = hold.begun_ms - slot.start_ms, hold.ends_ms - slot.start_ms
    if hold.stage == "release":
        told = _is_told(state, hold)
        return {
            place: draft.offset_ms if draft.what.id == _RELEASE and not told else None
            for place, draft in enumerate(drafts)
        }
    still_ms = ends_ms if hold.stage == "sink" else begun_ms
    until_ms = ms(times.release_s) if hold.stage == "sink" else ends_ms
    planned = hold.stage == "still" or begun_ms == ms(times.sink_s)
    eased = _eased_since(state, slot.start_ms + (still_ms + until_ms) // 2)
    as_planned = planned and (still_ms, until_ms) == (ms(times.still_s), ms(times.release_s)) and hold.number is None
    if as_planned and not eased:
        return None
    return {
        place: None if eased and draft.what.id == _IF_EASING else _moved(draft, times, still_ms, until_ms)
        for place, draft in enumerate(drafts)
    }


def _moved(draft: CueDraft, times: HoldTimes, still_ms: int, until_ms: int) -> int | None:
    """Lay a line of the stillness where that really is; the lines before it were said in the answer."""
    if draft.offset_ms < ms(times.still_s) or draft.what.id == _NUMBERS:
        return None
    if draft.offset_ms >= ms(times.release_s):
        return until_ms + draft.offset_ms - ms(times.release_s)
    half_ms = (still_ms + until_ms) // 2
    if draft.what.id in AFTER_HALF_TIME:
        return half_ms + draft.offset_ms - ms(times.half_s)
    at_ms = still_ms + draft.offset_ms - ms(times.still_s)
    return at_ms if at_ms + ms(spoken_s(line_of(draft.what).words)) <= half_ms else None


def _eased_since(state: State, half_ms: int) -> bool:
    """Tell whether the question of half time, asked at some hands-on time, was answered with easing, and that said."""
    asked_at_ms = logical_at(state, half_ms)
    return any(answer.what.id == _EASING and answer.at_ms >= asked_at_ms for answer in state.answers)


def _is_told(state: State, hold: Hold) -> bool:
    """Tell whether an answer has said how to let go."""
    begun_at_ms = logical_at(state, hold.begun_ms)
    return any(answer.at_ms == begun_at_ms for answer in state.answers)
