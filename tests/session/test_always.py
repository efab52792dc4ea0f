"""What must always hold, over random wishes of two people at random times."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from backrub.errors import CommandRefused
from backrub.session import (
    COMMAND_KINDS,
    Begin,
    Command,
    CommandKind,
    Cue,
    Engine,
    Event,
    Role,
    Timeline,
    Wish,
    from_record,
    patch_between,
    patched,
    to_record,
)
from backrub.session.events import HoldStageBegan, PlaceCorrected, WishHeard
from backrub.session.pressing import is_left
from backrub.session.state import Slot, State, played_at
from backrub.session.timeline_of import timeline_of
from tests.counts import count
from tests.session.plans import SETTING, at, five_minutes, replanned, twenty_minutes

GENTLER: tuple[CommandKind, ...] = ("softer", "breath-held")
STAYS_AS_LONG: tuple[CommandKind, ...] = ("stay", "back", "tired", "spot-here")
LEAVES_THE_FINISH: tuple[CommandKind, ...] = (*STAYS_AS_LONG, "next", "softer", "firmer", "easing", "same", "eased")
CHANGES_NOTHING_SOON: tuple[CommandKind, ...] = ("stay", "back", "firmer", "just-right", "more-minutes", "next")
PEOPLE: tuple[Role, ...] = ("giver", "receiver", "receiver", "watcher")
LIVELY = tuple(kind for kind in COMMAND_KINDS if kind not in ("stop", "start", "ready"))
MOMENTS_S = (0, 60, 130, 250, 340, 400, 700, 783, 795, 805, 830, 860, 1_000, 1_100)


def finish_ms(state: State) -> int:
    """Give how long the finish is."""
    return sum(slot.duration_ms for slot in state.slots if slot.step.phase == "finish")


def timed(state: State) -> list[Slot]:
    """Give the slots that take time."""
    return [slot for slot in state.slots if slot.duration_ms]


@dataclass
class Told:
    """Everything that was handed to the engine, to hand it to another."""

    wishes: list[tuple[Wish, int, int]] = field(default_factory=list)
    log: list[Event] = field(default_factory=list)


class Session(RuleBasedStateMachine):
    """Two people and whoever watches, at any time, about anything."""

    engine: Engine
    told: Told
    held: Timeline

    @initialize(long=st.booleans(), at_s=st.sampled_from(MOMENTS_S))
    def begin(self, *, long: bool, at_s: int) -> None:
        """Lead a session without a word up to some moment."""
        self.engine, self.told, self.held = Engine.new(SETTING), Told(), Engine.new(SETTING).timeline()
        self._send(Begin(twenty_minutes() if long else five_minutes(), SETTING), 0)
        self._send(Command("start"), 0)
        self._send(Command("ready"), 60_000)
        self.engine.advance(at(at_s))

    @rule(passed_ms=st.one_of(st.integers(0, 3_000), st.integers(0, 90_000)))
    def wait(self, passed_ms: int) -> None:
        """Let time pass."""
        self.engine.advance(self.engine.now_ms + passed_ms)

    @rule(
        kind=st.sampled_from((*LIVELY, *LIVELY, "stop")),
        by=st.sampled_from(PEOPLE),
        value=st.integers(0, 11),
        theirs=st.booleans(),
        later_ms=st.integers(0, 12_000),
    )
    def wish(self, kind: CommandKind, by: Role, value: int, later_ms: int, *, theirs: bool) -> None:
        """Let somebody wish something."""
        self._send(Command(kind, by, value, theirs), self.engine.now_ms + later_ms)

    @rule(number=st.integers(1, 9), later_ms=st.integers(0, 6_000))
    def say_number(self, number: int, later_ms: int) -> None:
        """Let the receiver say a number."""
        self._send(Command("rate", "receiver", number), self.engine.now_ms + later_ms)

    @rule(later_ms=st.integers(0, 4_000))
    def plan_comes(self, later_ms: int) -> None:
        """Let the plan come that was asked for, if one was."""
        wanted = self.engine.state.wanted
        if wanted is not None and wanted.remaining_ms >= 1_000:
            plan = replanned(wanted.remaining_ms // 1_000, wanted.reason)
            self._send(plan, self.engine.now_ms + later_ms)

    @rule(
        kind=st.sampled_from(("pause", "pause", "resume", "stop")),
        by=st.sampled_from(PEOPLE),
        passed_ms=st.integers(0, 300_000),
        late=st.floats(0, 1.2),
    )
    def wish_took_its_time(self, kind: CommandKind, by: Role, passed_ms: int, late: float) -> None:
        """Let time pass, and then a wish come that was asked at any moment of it, or before."""
        at_ms = self.engine.now_ms + passed_ms
        self._send(Command(kind, by), at_ms, at_ms - round(passed_ms * late))

    @rule()
    def go_on(self) -> None:
        """Let the receiver say that it goes on."""
        self._send(Command("resume", "receiver"), self.engine.now_ms)

    @invariant()
    def time_adds_up(self) -> None:
        """Each step starts where the one before ends, and hands are in the step that is current."""
        state = self.engine.state
        starts = [slot.start_ms for slot in state.slots]
        assert starts == [sum(slot.duration_ms for slot in state.slots[:place]) for place in range(len(starts))]
        assert all(slot.duration_ms >= 0 for slot in state.slots)
        assert len({slot.uid for slot in state.slots}) == len(state.slots)
        if state.status == "running":
            assert state.slot.start_ms <= played_at(state, self.engine.now_ms) <= state.slot.end_ms

    @invariant()
    def it_ends_with_its_finish_and_at_a_touch(self) -> None:
        """Unless it was stopped, the last step belongs to the finish and ends at 2 or less."""
        state = self.engine.state
        if state.status != "stopped":
            last = timed(state)[-1].step
            assert last.phase == "finish"
            assert last.pressure is not None
            assert last.pressure[1] <= 2

    @invariant()
    def nothing_asks_for_more_than_is_allowed(self) -> None:
        """No cue aims above the cap, above 6 in a stroke or 7 in a hold, or presses where it was said not to."""
        state = self.engine.state
        assert self.engine.view().pressure <= min(7, max(state.cap, state.hold_cap))
        for cue in self.engine.timeline().cues:
            if cue.target is not None:
                _is_allowed(state, cue)

    @invariant()
    def questions_keep_to_their_number(self) -> None:
        """Never more check-ins than the length allows, and none after hush."""
        state = self.engine.state
        assert state.asked <= state.check_ins
        if state.hush:
            assert self.engine.view().asking is None
            assert not [cue for cue in self.engine.timeline().cues if cue.kind == "ask"]

    @invariant()
    def what_is_remembered_changes_nothing(self) -> None:
        """The timeline is the same as one made from nothing, and patches lead a client to it."""
        timeline = self.engine.timeline()
        assert timeline_of(self.engine.state) == timeline
        assert len({cue.id for cue in timeline.cues}) == len(timeline.cues)
        assert patched(self.held, patch_between(self.held, timeline)) == timeline
        self.held = timeline

    def teardown(self) -> None:
        """Hold the log, and the same wishes told to another engine, against what came of it."""
        if not hasattr(self, "told"):
            return
        self._drain()
        _replays_to_itself(self.engine, self.told.log)
        _is_told_the_same(self.engine, self.told.wishes)
        _ends(self.engine)

    def _send(self, wish: Wish, at_ms: int, asked_at_ms: int | None = None) -> None:
        self._drain()
        self.engine.advance(at_ms)
        before, pressure = self.engine.state, self.engine.view().pressure
        asked_at_ms = at_ms if asked_at_ms is None else asked_at_ms
        self.told.wishes.append((wish, at_ms, asked_at_ms))
        try:
            self.engine.receive(wish, at_ms, asked_at_ms)
        except CommandRefused:
            assert before is self.engine.state, "a refusal changes nothing"
            return
        _keeps_its_promises(before, pressure, self.engine, wish)
        _keeps_the_place(before, self.engine, asked_at_ms)

    def _drain(self) -> None:
        events = self.engine.events_emitted()
        self.told.log += events
        for event in events:
            if isinstance(event, HoldStageBegan) and event.stage == "still":
                begun_ms = played_at(self.engine.state, event.at_ms)
                assert self.engine.state.status != "running" or event.ends_ms - begun_ms <= 90_000


def _is_allowed(state: State, cue: Cue) -> None:
    if cue.target is None:
        return
    highest = min(7, state.hold_cap) if cue.target.technique == "tender-spot-hold" else min(6, state.cap)
    assert cue.target.pressure <= highest
    assert cue.target.pressure < 3 or not is_left(state, cue.target.area)


def _keeps_its_promises(before: State, pressure: float, engine: Engine, wish: Wish) -> None:
    after = engine.state
    if not isinstance(wish, Command) or "running" not in (before.status, after.status):
        return
    if before.status == after.status:
        if wish.kind in STAYS_AS_LONG:
            assert after.total_ms <= before.total_ms
        if wish.kind in ("stay", "back"):
            assert after.total_ms == before.total_ms
        if wish.kind in LEAVES_THE_FINISH:
            assert finish_ms(after) == finish_ms(before)
        if wish.kind in CHANGES_NOTHING_SOON and before.hold is None:
            _leaves_alone_what_is_due(before, after, engine.now_ms)
    gentler = wish.kind in GENTLER or (wish.kind == "rate" and (wish.value or 0) >= 8)
    merged = any(isinstance(event, WishHeard) for event in engine._emitted)
    if before.status == "running" and gentler and not merged:
        assert engine.view().pressure < pressure or pressure <= 1


def _keeps_the_place(before: State, engine: Engine, asked_at_ms: int) -> None:
    """Hands are put where they were when it was asked or when anybody last wished something, and nowhere else."""
    now_ms, corrected = engine.now_ms, [one for one in engine._emitted if isinstance(one, PlaceCorrected)]
    there_ms = played_at(before, now_ms)
    if not corrected:
        return
    since = before.before or before
    if since.base_at_ms is None:
        rested_ms = now_ms - max(asked_at_ms, before.rested_at_ms or 0)
        assert there_ms <= corrected[0].played_ms <= there_ms + rested_ms
    else:
        assert corrected[0].played_ms == played_at(since, max(asked_at_ms, since.at_ms)) < there_ms
    assert finish_ms(engine.state) == finish_ms(since)


def _leaves_alone_what_is_due(before: State, after: State, now_ms: int) -> None:
    played_ms = played_at(before, now_ms)
    there = {slot.uid: (slot.start_ms, slot.step) for slot in after.slots}
    for slot in timed(before):
        if played_ms < slot.start_ms < played_ms + 20_000:
            assert there[slot.uid] == (slot.start_ms, slot.step)


def _replays_to_itself(engine: Engine, log: list[Event]) -> None:
    lines = [json.dumps(to_record(event)) for event in log]
    again = Engine.replay(from_record(json.loads(line)) for line in lines)
    again.advance(engine.now_ms)
    assert again.events_emitted() == ()
    assert again.state == engine.state
    assert again.view() == engine.view()
    assert again.timeline() == engine.timeline()


def _is_told_the_same(engine: Engine, wishes: list[tuple[Wish, int, int]]) -> None:
    other = Engine.new(SETTING)
    for wish, at_ms, asked_at_ms in wishes:
        try:
            other.receive(wish, at_ms, asked_at_ms)
        except CommandRefused:
            continue
    other.advance(engine.now_ms)
    assert other.state == engine.state


def _ends(engine: Engine) -> None:
    if engine.status == "paused":
        engine.receive(Command("resume"), engine.now_ms)
    if engine.status == "running":
        engine.advance(engine.now_ms + 100 * 60_000)
        assert engine.view().status == "finished"


TestSession = Session.TestCase
TestSession.settings = settings(max_examples=count("commands"), stateful_step_count=30)
