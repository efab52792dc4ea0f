"""The cues of a session placed in time: the script's drafts at the steps' own times, thinned once over the whole.

The words are budgeted in hands-on time, so that a pause neither adds nor takes a word; only then do cues get their
logical times. A timeline depends on nothing that changes without giving it a new version.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from backrub.session import script
from backrub.session.aiming import pressure_at_cue, target_of, warped
from backrub.session.asking import pending_asks
from backrub.session.hold import leading
from backrub.session.pressing import asked_for, is_left
from backrub.session.state import Answer, Slot, State, logical_at
from backrub.session.timeline import Cue, CueDraft, CueKind, PlacedStep, Setting, Target, Timeline
from backrub.session.view_of import placed_steps
from backrub.units import ms

__all__ = ["CATCH_UP_MS", "Remembered", "timeline_of"]

CATCH_UP_MS = ms(5)
"""Cues due so shortly before are still in the timeline, for a client that comes late."""

ANSWER_MS = 2500
"""How long an answer takes to say before the next line may come. Certainty: ENG."""

EASED_MS = ms(30)
"""So long after something was too much nobody is asked for weight. Certainty: ENG."""

READY_MS = ms(10)
"""So long after the first touch the last line before it may matter. Certainty: ENG."""

_READY = "ready"


class _Around(NamedTuple):
    """All that the lines of one slot depend on."""

    setting: Setting
    placed: PlacedStep
    before: PlacedStep | None
    after: PlacedStep | None
    seen: frozenset[str]


class _Placing(NamedTuple):
    """All that the cues of one slot depend on, if they are not said in a hold: that follows what is said in it."""

    drafts: tuple[CueDraft, ...]
    slot: Slot
    there: PlacedStep
    where: Slot
    asked_ms: int | None
    hush: bool
    left: frozenset[str]
    rewarm: tuple[int, int] | None


class Remembered:
    """What was said of each slot the last time: it is made again only where something around has changed."""

    __slots__ = ("_cues", "_drafts", "_told")

    def __init__(self) -> None:
        self._told: dict[str, Cue] = {}
        self._drafts: dict[str, tuple[_Around, tuple[CueDraft, ...]]] = {}
        self._cues: dict[str, tuple[_Placing, tuple[Cue, ...]]] = {}

    def drafts(self, around: _Around) -> tuple[CueDraft, ...]:
        """Give what is said around a step."""
        known = self._drafts.get(around.placed.uid)
        if known is not None and known[0] == around:
            return known[1]
        drafts = script.step_cues(*around)
        self._drafts[around.placed.uid] = around, drafts
        return drafts

    def cues(self, state: State, index: int, placing: _Placing) -> tuple[Cue, ...]:
        """Give the cues of a slot in hands-on time."""
        if "hold" in (placing.slot.step.kind, placing.where.step.kind):
            return tuple(_placed(state, index, placing))
        known = self._cues.get(placing.slot.uid)
        if known is not None and known[0] == placing and (not known[1] or known[1][0].step == index):
            return known[1]
        cues = tuple(_placed(state, index, placing))
        self._cues[placing.slot.uid] = placing, cues
        return cues

    def told(self, cue: Cue, at_ms: int, kind: CueKind) -> Cue:
        """Give a cue at a time and of a kind: the one in the last timeline, if it was the same there."""
        old = self._told.get(cue.id)
        if (
            old is not None
            and (old.at_ms, old.kind, old.step) == (at_ms, kind, cue.step)
            and old.what is cue.what
            and old.target is cue.target
        ):
            return old
        return Cue(cue.id, at_ms, kind, cue.what, cue.to, cue.step, cue.target)

    def keep(self, state: State, timeline: Timeline) -> None:
        """Remember what is told now, and forget the slots that are no more."""
        self._told = {cue.id: cue for cue in timeline.cues}
        if max(len(self._drafts), len(self._cues)) > len(state.slots):
            there = {slot.uid for slot in state.slots}
            self._drafts = {uid: known for uid, known in self._drafts.items() if uid in there}
            self._cues = {uid: known for uid, known in self._cues.items() if uid in there}


def timeline_of(
    state: State, placed: tuple[PlacedStep, ...] | None = None, remembered: Remembered | None = None
) -> Timeline:
    """Give every cue still to come as now known.

    Args:
        state: Where the session stands.
        placed: What `placed_steps` gives, where it is known already.
        remembered: What is known from the timeline before this one; the result is the same without.
    """
    remembered = remembered or Remembered()
    cues = tuple(_cues(state, placed_steps(state) if placed is None else placed, remembered))
    running = state.base_at_ms is not None
    ends_at_ms = logical_at(state, state.total_ms) if running else None
    timeline = Timeline(state.timeline_version, tuple(sorted(cues, key=_when)), ends_at_ms)
    remembered.keep(state, timeline)
    return timeline


def _when(cue: Cue) -> tuple[int, str]:
    return cue.at_ms, cue.id


def _cues(state: State, steps: tuple[PlacedStep, ...], remembered: Remembered) -> Iterator[Cue]:
    answers = tuple(_answers(state))
    if state.base_at_ms is None:
        yield from answers
    if state.status == "preparing" and state.plan is not None:
        drafts = script.preparation(state.setting, state.plan)
        again = str(state.starts) if state.starts > 1 else ""  # what is said a second time is another cue
        yield from _from(drafts, state.started_at_ms, f"prepare{again}", state)
    elif state.base_at_ms is not None:
        yield from _led(state, answers, steps, remembered)
        yield from _after(state, logical_at(state, state.total_ms))
    elif state.status == "finished":
        yield from _after(state, state.finished_at_ms)


def _from(drafts: Sequence[CueDraft], from_ms: int, uid: str, state: State) -> Iterator[Cue]:
    for ordinal, draft in enumerate(drafts):
        at_ms = from_ms + draft.offset_ms
        if at_ms >= state.timeline_at_ms - CATCH_UP_MS:
            yield Cue(_name(uid, ordinal, draft.what.id), at_ms, draft.kind, draft.what, draft.to, None)


def _after(state: State, last_touch_ms: int) -> Iterator[Cue]:
    yield from _from(script.aftercare(state.setting, state.hush), last_touch_ms, "after", state)


def _answers(state: State) -> Iterator[Cue]:
    for answer in state.answers:
        drafts = script.moment(answer.what.id, state.setting, **dict(answer.what.args))
        target = _answer_target(state, answer)
        for ordinal, draft in enumerate(drafts):
            at_ms = answer.at_ms + draft.offset_ms
            if at_ms >= state.timeline_at_ms - CATCH_UP_MS and _still_holds(state, answer, draft):
                name = f"a{answer.seq}-{ordinal}-{draft.what.id}"
                yield Cue(name, at_ms, draft.kind, draft.what, draft.to, answer.step, target)


def _still_holds(state: State, answer: Answer, draft: CueDraft) -> bool:
    """Tell whether a line that follows an answer has not been overtaken by what was said or done since."""
    if draft.offset_ms == 0:
        return True
    if answer.what.id == "stop-receiver":
        return state.status == "stopped"
    if answer.what.id != "spot-here":
        return True
    hold, there = leading(state), answer.step is not None and state.slots[answer.step]
    if hold is None or not there or hold.uid != there.uid or hold.number is not None:
        return False
    return draft.what.id == "hold-numbers" or not (hold.spoken or hold.breath_until_ms is not None)


def _answer_target(state: State, answer: Answer) -> Target | None:
    if state.base_at_ms is None or answer.step is None or is_left(state, state.slots[answer.step].step.area):
        return None
    slot, played_ms = state.slots[answer.step], state.base_played_ms + answer.at_ms - state.base_at_ms
    if state.hold is not None and state.hold.uid == slot.uid and state.hold.stage != "broad":
        return target_of(slot, state.hold.pressure)
    return target_of(slot, asked_for(state, slot, played_ms))


def _led(state: State, answers: Sequence[Cue], steps: tuple[PlacedStep, ...], remembered: Remembered) -> Iterator[Cue]:
    """Give the cues of all steps and the answers between them, thinned in hands-on time and then placed."""
    shift_ms = (state.base_at_ms or 0) - state.base_played_ms
    from_ms = max(state.timeline_at_ms - CATCH_UP_MS, (state.base_at_ms or 0) - 1)
    moved = [Cue(cue.id, cue.at_ms - shift_ms, cue.kind, cue.what, cue.to, cue.step, cue.target) for cue in answers]
    ids = {cue.id for cue in answers}
    timed = [(placed.start_ms, placed.start_ms + placed.duration_ms) for placed in steps if placed.duration_ms]
    eased = [] if state.eased_ms is None else [(state.eased_ms, state.eased_ms + EASED_MS)]
    cues = (*_ready(state), *_of_steps(state, steps, remembered), *moved)
    for played_ms, kind, cue in script.budgeted(cues, timed, eased):
        at_ms = played_ms + shift_ms
        if cue.id != _READY and (at_ms >= from_ms or cue.id in ids):
            yield remembered.told(cue, at_ms, kind)


def _ready(state: State) -> Iterator[Cue]:
    """Give the line that may still be heard at the first touch, in hands-on time: what comes first waits for it."""
    touched_ms = 0 if state.base_at_ms is None else state.base_at_ms - state.base_played_ms
    if state.plan is None or state.timeline_at_ms - touched_ms > READY_MS:
        return
    drafts = script.preparation(state.setting, state.plan)
    said = [draft for draft in drafts if draft.kind == "say" and state.started_at_ms + draft.offset_ms <= touched_ms]
    for draft in said[-1:]:
        at_ms = state.started_at_ms + draft.offset_ms - touched_ms
        yield Cue(_READY, at_ms, draft.kind, draft.what, draft.to, None)


@lru_cache(maxsize=16_384)
def _name(uid: str, ordinal: int, message_id: str) -> str:
    """Give the name of a cue, the same object to every session: many have it, each many times."""
    return f"{uid}-{ordinal}-{message_id}"


def _of_steps(state: State, steps: tuple[PlacedStep, ...], remembered: Remembered) -> Iterator[Cue]:
    asks, rides = _asks_made(state), script.riding(steps, frozenset(index for _, index in state.asks))
    around = tuple(_around(steps))
    for place, placed in enumerate(steps):
        told = place if placed.duration_ms else rides.get(place)
        if told is None or (placed.step.kind == "ask" and placed.index not in asks):
            continue
        before, after, seen = around[told]
        where = steps[told]
        drafts = remembered.drafts(_Around(state.setting, placed, before, after if told == place else where, seen))
        drafts = script.round_a_spot(drafts, _said_in_hold(state, before))
        slot, there = state.slots[placed.index], state.slots[where.index]
        asked_ms = asks.get(placed.index)
        placing = _Placing(drafts, slot, where, there, asked_ms, state.hush, state.left, state.pressing.rewarm)
        yield from remembered.cues(state, placed.index, placing)


def _said_in_hold(state: State, before: PlacedStep | None) -> tuple[str, ...]:
    """Give the answers that were said lately in a hold just before."""
    if before is None or before.step.kind != "hold":
        return ()
    return tuple(answer.what.id for answer in state.answers if answer.step == before.index)


def _around(steps: tuple[PlacedStep, ...]) -> Iterator[tuple[PlacedStep | None, PlacedStep | None, frozenset[str]]]:
    """Give for each step those that take time before and after it, and the techniques done before it."""
    timed = [placed for placed in steps if placed.duration_ms]
    before: PlacedStep | None = None
    seen: frozenset[str] = frozenset()
    coming = 0
    for placed in steps:
        coming += 1 if placed.duration_ms else 0
        yield before, timed[coming] if coming < len(timed) else None, seen
        if placed.duration_ms:
            before = placed
            if placed.step.technique and placed.step.technique not in seen:
                seen = seen | {placed.step.technique}


def _asks_made(state: State) -> dict[int, int]:
    """Give slot and played time of each check-in still to come, and of the one just asked."""
    coming = pending_asks(state, state.timeline_at_ms)
    asked = (ask for ask in state.asks if ask[0] == state.asked_ms)
    return {index: played_ms for played_ms, index in (*asked, *coming)}


def _placed(state: State, index: int, placing: _Placing) -> Iterator[Cue]:
    """Place the drafts of one slot in hands-on time; what it would have announced before it came to be is said now.

    Its lines are said where it is led itself or, if it takes no time, in the step that it rides in.
    """
    drafts, slot, there, where, asked_ms, *_ = placing
    if is_left(state, where.step.area):
        return
    moved = warped(state, index, drafts)
    for ordinal, draft in enumerate(drafts):
        offset_ms = moved.get(ordinal, draft.offset_ms) if moved is not None else draft.offset_ms
        unsaid = (draft.offset_ms < 0 and slot.announced) or (draft.kind == "ask" and state.hush)
        if offset_ms is None or unsaid:
            continue
        at_ms = (where if not slot.duration_ms else slot).start_ms + offset_ms
        if draft.kind == "ask" and asked_ms is not None:
            at_ms = asked_ms
        elif offset_ms < 0 and at_ms < slot.since_ms + ANSWER_MS <= slot.start_ms + ANSWER_MS:
            at_ms = slot.since_ms + ANSWER_MS
        if at_ms > where.end_ms or (at_ms == where.end_ms and draft.offset_ms > 0):
            continue
        target = target_of(where, pressure_at_cue(state, where, at_ms, there.step))
        what = script.led_now(draft.what) if offset_ms < 0 and at_ms >= slot.start_ms > 0 else draft.what
        yield Cue(_name(slot.uid, ordinal, draft.what.id), at_ms, draft.kind, what, draft.to, index, target)
