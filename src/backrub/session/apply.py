"""What each event makes of a session: the only place where a state comes from another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import reduce
from types import MappingProxyType
from typing import Any, TypeVar, cast

from backrub.routine import Message
from backrub.session import events as ev
from backrub.session.state import Answer, Hold, Question, Slot, State, Wanted, chained, played_at
from backrub.units import ms

__all__ = ["ASK_AFTER_MS", "ASK_SHARE", "applied", "apply"]

ASK_AFTER_MS = ms(25)
"""How long after a stroke began the giver is told to ask [ms]. Source: one teacher's script. Certainty: L."""

ASK_SHARE = 0.45
"""In a short step the question comes after this share of it, so that there is time to answer. Certainty: ENG."""

ANSWERS_KEPT_MS = ms(20)
"""How long an answer stays in the timeline: past the last line of a stop [ms]. Certainty: ENG."""

_COMINGS = (ev.Joined, ev.Left)
_BY_ITSELF = (
    *(ev.StepBegan, ev.LengthsChanged, ev.StepsReplaced, ev.CheckInAsked, ev.Paused, ev.Finished),
    *(ev.HoldStageBegan, ev.HoldLeft, ev.SpotClosed),
)
"""What the coach does when time passes, and nobody said anything."""

_E = TypeVar("_E", bound=ev.Event)
_Changes = Mapping[str, Any]
_Maker = Callable[[State, ev.Event], _Changes]


def apply(state: State, event: ev.Event) -> State:
    """Give the state after an event.

    Raises:
        ValueError: The event is not the next one.
    """
    if event.seq != state.seq + 1:
        raise ValueError(f"event {event.seq} cannot follow event {state.seq}")
    changes = {**_MAKERS[type(event)](state, event), "seq": event.seq, "at_ms": event.at_ms}
    changes["before"] = (state.before or state) if _is_by_itself(event) else None
    if _is_speech(event):
        changes["receiver_spoke_at_ms"] = event.at_ms
    if _is_relief(event):
        changes["eased_ms"] = played_at(state, event.at_ms)
    if event.retimes:
        changes["timeline_version"] = event.seq
        changes["timeline_at_ms"] = event.at_ms
        changes["answers"] = _answers(state, event)
    return replace(state, **changes)


def applied(events: tuple[ev.Event, ...] | list[ev.Event], state: State | None = None) -> State:
    """Give the state after a log."""
    return reduce(apply, events, State() if state is None else state)


def _is_speech(event: ev.Event) -> bool:
    """Tell whether the receiver has said something, by themselves or through the giver."""
    if isinstance(event, ev.PressureChanged | ev.CeilingSet | ev.WishHeard | ev.HoldAnswered):
        return event.by != "coach"
    return event.by == "receiver" and event.retimes


def _is_by_itself(event: ev.Event) -> bool:
    """Tell whether time alone made something happen; that somebody comes or goes changes nothing either."""
    return isinstance(event, _COMINGS) or (event.by == "coach" and isinstance(event, _BY_ITSELF))


def _is_relief(event: ev.Event) -> bool:
    """Tell whether something was too much."""
    return isinstance(event, ev.CeilingSet) or (isinstance(event, ev.PressureChanged) and event.by_much < 0)


def _answers(state: State, event: ev.Event) -> tuple[Answer, ...]:
    said: Message | None = getattr(event, "answer", None)
    kept = state.answers
    if kept and kept[0].at_ms < event.at_ms - ANSWERS_KEPT_MS:
        kept = tuple(answer for answer in kept if answer.at_ms >= event.at_ms - ANSWERS_KEPT_MS)
    if said is None:
        return kept
    return (*kept, Answer(event.seq, event.at_ms, said, state.current))


def _asks(slots: tuple[Slot, ...]) -> tuple[tuple[int, int], ...]:
    """Place each check-in of the plan in the stroke that follows it; there is none in a hold, a rest or the finish."""
    placed = []
    for index, slot in enumerate(slots):
        if slot.step.kind != "ask":
            continue
        ridden = next((later for later in slots[index + 1 :] if later.duration_ms), None)
        if ridden is not None and ridden.step.kind == "stroke" and ridden.step.phase != "finish":
            placed.append((ridden.start_ms + min(ASK_AFTER_MS, int(ridden.duration_ms * ASK_SHARE)), index))
    return tuple(placed)


def _with_slots(state: State, slots: tuple[Slot, ...], event: ev.Event) -> _Changes:
    placed = _since(state, chained(slots), played_at(state, event.at_ms))
    return {"slots": placed, "asks": _asks(placed)}


def _since(state: State, slots: tuple[Slot, ...], played_ms: int) -> tuple[Slot, ...]:
    """Note since when each slot is where it is; what another event puts in or moves does not concern it."""
    before = {slot.uid: slot for slot in state.slots}
    dated = []
    for slot in slots:
        there = before.get(slot.uid)
        since_ms = there.since_ms if there is not None and there.start_ms == slot.start_ms else played_ms
        dated.append(slot if slot.since_ms == since_ms else replace(slot, since_ms=since_ms))
    return tuple(dated)


def _new_slots(slots: tuple[ev.NewSlot, ...]) -> tuple[Slot, ...]:
    return tuple(
        Slot(slot.uid, slot.step, 0, slot.duration_ms, slot.cycle_ms, slot.strokes, slot.announced) for slot in slots
    )


def _planned(state: State, event: ev.SessionPlanned) -> _Changes:
    slots = tuple(
        Slot(str(length.index), step, 0, length.duration_ms, length.cycle_ms, length.strokes)
        for step, length in zip(event.plan.steps, event.lengths, strict=True)
    )
    return {
        **_with_slots(state, slots, event),
        "setting": event.setting,
        "plan": event.plan,
        "cap": event.plan.cap,
        "hold_cap": event.hold_cap,
        "spots_left": event.spots,
        "check_ins": event.check_ins,
    }


def _started(state: State, event: ev.SessionStarted) -> _Changes:
    again = {"rested_at_ms": None, "stopped_by": None} if state.status == "stopped" else {}
    return {"status": "preparing", "started_at_ms": event.at_ms, "starts": state.starts + 1, **again}


def _touched(_state: State, event: ev.FirstTouch) -> _Changes:
    return {"status": "running", "base_at_ms": event.at_ms, "base_played_ms": 0}


def _step_began(_state: State, event: ev.StepBegan) -> _Changes:
    return {"current": event.index}


def _lengths(state: State, event: ev.LengthsChanged) -> _Changes:
    slots = list(state.slots)
    for length in event.lengths:
        slot = slots[length.index]
        slots[length.index] = Slot(
            slot.uid,
            slot.step,
            slot.start_ms,
            length.duration_ms,
            length.cycle_ms,
            length.strokes,
            slot.announced,
            slot.since_ms,
        )
    return _with_slots(state, tuple(slots), event)


def _replaced(state: State, event: ev.StepsReplaced) -> _Changes:
    return _with_slots(state, (*state.slots[: event.first], *_new_slots(event.slots)), event)


def _adopted(state: State, event: ev.PlanAdopted) -> _Changes:
    slots = (*state.slots[: event.first], *_new_slots(event.slots))
    cap = min(state.cap, event.plan.cap)
    return {**_with_slots(state, slots, event), "plan": event.plan, "cap": cap, "wanted": None}


def _pressure(state: State, event: ev.PressureChanged) -> _Changes:
    on = (event.technique, event.area)
    offsets = {**state.pressing.offsets, on: event.offset}
    if event.by_much > 0:
        learnt = replace(
            state.pressing, offsets=offsets, firmer_at_ms=event.at_ms, firmer_on=on, firmer_by=event.by_much
        )
    else:
        learnt = replace(state.pressing, offsets=offsets, softer_at_ms=event.at_ms, softer_on=on)
    return {"pressing": learnt, "question": None}


def _ceiling(state: State, event: ev.CeilingSet) -> _Changes:
    learnt = state.pressing
    if event.technique is None:
        key = (event.area, event.side or "both")
        lowest = min(event.ceiling, learnt.place_ceilings.get(key, event.ceiling))
        learnt = replace(learnt, place_ceilings={**learnt.place_ceilings, key: lowest})
    else:
        key = (event.technique, event.area)
        lowest = min(event.ceiling, learnt.stroke_ceilings.get(key, event.ceiling))
        learnt = replace(learnt, stroke_ceilings={**learnt.stroke_ceilings, key: lowest})
    return {"pressing": learnt, "question": None}


def _heard(state: State, event: ev.WishHeard) -> _Changes:
    return {"question": None} if state.question is not None and event.wish in ("just-right", "rate") else {}


def _rested(state: State, event: ev.Event) -> _Changes:
    return {
        "base_played_ms": played_at(state, event.at_ms),
        "base_at_ms": None,
        "rested_at_ms": event.at_ms,
        "question": None,
        "hold": None,
    }


def _paused(state: State, event: ev.Paused) -> _Changes:
    known = {"rested_at_ms": state.rested_at_ms} if state.rested_unknown else {}
    return {**_rested(state, event), **known, "status": "paused"}


def _corrected(state: State, event: ev.PlaceCorrected) -> _Changes:
    slots = _since(state, chained((*state.slots[: event.first], *_new_slots(event.slots))), event.played_ms)
    return {
        "slots": slots,
        "asks": _asks(slots),
        "current": event.index,
        "base_at_ms": None,
        "base_played_ms": event.played_ms,
        "rested_at_ms": event.since_ms,
        "rested_unknown": True,
        "question": None,
        "hold": None,
        "spots_left": event.spots_left,
        "closed": frozenset(event.closed),
        "asked": event.asked,
        "asked_ms": event.asked_ms,
    }


def _stopped(state: State, event: ev.Stopped) -> _Changes:
    return {**_rested(state, event), "status": "stopped", "stopped_by": event.whose, "rested_unknown": False}


def _resumed(state: State, event: ev.Resumed) -> _Changes:
    since_ms = state.base_played_ms
    rewarm = (since_ms, since_ms + event.rewarm_ms) if event.rewarm_ms else None
    return {
        "status": "running",
        "base_at_ms": event.at_ms,
        "rested_at_ms": None,
        "rested_unknown": False,
        "stopped_by": None,
        "pressing": replace(state.pressing, rewarm=rewarm),
    }


def _finished(state: State, event: ev.Finished) -> _Changes:
    return {
        "status": "finished",
        "base_played_ms": state.total_ms,
        "base_at_ms": None,
        "current": None,
        "finished_at_ms": event.at_ms,
        "question": None,
        "hold": None,
        "wanted": None,
    }


def _stage(state: State, event: ev.HoldStageBegan) -> _Changes:
    begun_ms = played_at(state, event.at_ms)
    hold = Hold(
        event.uid,
        event.stage,
        begun_ms,
        event.ends_ms,
        event.pressure,
        event.number,
        event.lows,
        event.eights,
        still_from_ms=event.still_from_ms,
        spoken=state.hold is not None and state.hold.uid == event.uid and state.hold.spoken,
    )
    return {"hold": hold}


def _hold_answered(state: State, event: ev.HoldAnswered) -> _Changes:
    if state.hold is None:
        return {}
    hold = replace(
        state.hold,
        ends_ms=event.ends_ms,
        pressure=event.pressure,
        number=event.number,
        lows=event.lows,
        eights=event.eights,
        breath_until_ms=event.breath_until_ms,
        spoken=True,
    )
    return {"hold": hold}


def _hold_left(_state: State, _event: ev.HoldLeft) -> _Changes:
    return {"hold": None}


def _closed(state: State, event: ev.SpotClosed) -> _Changes:
    return {"closed": state.closed | {(event.area, event.side)}, "spots_left": event.spots_left}


def _asked(state: State, event: ev.CheckInAsked) -> _Changes:
    return {
        "asked": state.asked + 1,
        "asked_ms": played_at(state, event.at_ms),
        "question": Question(event.what, event.until_ms),
    }


def _hushed(state: State, event: ev.HushBegan) -> _Changes:
    return {
        "hush": True,
        "cap": min(state.cap, event.cap),
        "hold_cap": min(state.hold_cap, event.cap),
        "question": None,
    }


def _tired(_state: State, _event: ev.Tired) -> _Changes:
    return {"tired": True}


def _places_left(state: State, event: ev.PlacesLeft) -> _Changes:
    return {"left": state.left | set(event.areas), "question": None}


def _wanted(_state: State, event: ev.ReplanWanted) -> _Changes:
    return {"wanted": Wanted(event.reason, event.uid, event.remaining_ms)}


def _joined(state: State, event: ev.Joined) -> _Changes:
    return {} if event.by in state.present else {"present": (*state.present, event.by)}


def _gone(state: State, event: ev.Left) -> _Changes:
    return {"present": tuple(role for role in state.present if role != event.by)}


def _maker(kind: type[_E], make: Callable[[State, _E], _Changes]) -> tuple[type[ev.Event], _Maker]:
    return kind, cast("_Maker", make)


_MAKERS: Mapping[type[ev.Event], _Maker] = MappingProxyType(
    dict(
        (
            _maker(ev.SessionPlanned, _planned),
            _maker(ev.SessionStarted, _started),
            _maker(ev.FirstTouch, _touched),
            _maker(ev.StepBegan, _step_began),
            _maker(ev.LengthsChanged, _lengths),
            _maker(ev.StepsReplaced, _replaced),
            _maker(ev.PlanAdopted, _adopted),
            _maker(ev.PressureChanged, _pressure),
            _maker(ev.CeilingSet, _ceiling),
            _maker(ev.WishHeard, _heard),
            _maker(ev.Paused, _paused),
            _maker(ev.Resumed, _resumed),
            _maker(ev.PlaceCorrected, _corrected),
            _maker(ev.Stopped, _stopped),
            _maker(ev.Finished, _finished),
            _maker(ev.HoldStageBegan, _stage),
            _maker(ev.HoldAnswered, _hold_answered),
            _maker(ev.HoldLeft, _hold_left),
            _maker(ev.SpotClosed, _closed),
            _maker(ev.CheckInAsked, _asked),
            _maker(ev.HushBegan, _hushed),
            _maker(ev.Tired, _tired),
            _maker(ev.PlacesLeft, _places_left),
            _maker(ev.ReplanWanted, _wanted),
            _maker(ev.Joined, _joined),
            _maker(ev.Left, _gone),
        )
    )
)
