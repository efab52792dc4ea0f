"""Looks at the engine after each event and each wish, and holds it to what must always hold.

It knows the engine only by what everybody sees of it: view, timeline, status. What it remembers it has written down
itself when a wish was carried out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import ClassVar

from backrub.anatomy import AREAS, atlas_for
from backrub.errors import CannotBeDone, CommandRefused
from backrub.routine import Contact, Place, Side
from backrub.session import Command, Cue, Engine, PlacedStep, Timeline, View, Wish
from backrub.session.script.catalogue import line_of
from backrub.technique import stroke_path
from tests.simulation.promises import HOLD, PRESSING, Promise, Promises

__all__ = ["Judge", "WatchedEngine"]

MERGED_MS, AT_ONCE_MS, HANDS_AWAY_MS, SILENT_AFTER_MS, STILL_MOST_MS = 2_000, 300, 3_000, 20_000, 90_000
NOTICED_MS = 1_000
LEAST, TOUCH, HURT = 1.0, 2.0, 2.0
LIGHTER = ("softer", "breath-held")
NEVER_REFUSED = ("stop", "softer", "not-there", "breath-held", "hush")
REPEATED = (("not-there", None), ("rate", 8), ("rate", 9))
HELD = ("seek", "sink", "still")
PAIR = ("giver", "receiver")
FINDINGS_AT_MOST = 8
PER_WORD_MS = 450
ANSWER = re.compile(r"a\d+-")
LEADS_A_HOLD = (
    *("hold-where", "hold-say-when", "hold-lump", "hold-if-found", "hold-sink", "hold-numbers"),
    *("hold-sharp", "hold-breath-out", "hold-half-time", "hold-if-easing"),
)
FIGURES = re.compile(r"[-\d.']+")


@dataclass(frozen=True, slots=True)
class _Moment:
    """How things stood before a wish."""

    state: object
    view: View
    timeline: Timeline

    @property
    def step(self) -> PlacedStep | None:
        return None if self.view.step is None else self.view.steps[self.view.step]


@dataclass
class Judge:
    """Watches one session through all processes that lead it.

    Attributes:
        promises: What the people were promised.
        check_ins: How many check-ins the session may have.
        broken: What did not hold, first thing first.
        seen: How many times it looked.
        names: The id of each command a device sent, by the identity of the object.
        carried: Each of them carried out so far, as far as a disk remembers.
    """

    promises: Promises
    check_ins: int
    broken: list[str] = field(default_factory=list)
    seen: int = 0
    names: dict[int, str] = field(default_factory=dict)
    carried: set[str] = field(default_factory=set)
    _looked_at: tuple[int, int] = (-1, -1)
    _softer: dict[tuple[str | None, str | None], int] = field(default_factory=dict)
    _still: dict[str, int] = field(default_factory=dict)
    _told_version: int = -1
    _wished: tuple[int, int] | None = None
    _repeats: dict[tuple[str, int | None], int] = field(default_factory=dict)

    def blame(self, what: str) -> None:
        """Write down that something did not hold."""
        shape = FIGURES.sub("", what)
        if all(shape != FIGURES.sub("", known) for known in self.broken[:FINDINGS_AT_MOST]):
            self.broken.append(what)

    def came_back(self, seq: int) -> None:
        """Note that another process leads on from a log of so many events."""
        self.promises.forget_after(seq)
        self._looked_at, self._told_version = (-1, -1), -1
        self._softer.clear()
        self._wished = None
        self._repeats.clear()

    # ---- after each event

    def look(self, engine: Engine) -> None:
        """Look at an engine, if anything has happened since the last time."""
        now = engine.seq, engine.now_ms
        if now == self._looked_at:
            return
        self._looked_at = now
        self.seen += 1
        view = engine.view()
        self._time_adds_up(view)
        self._ends_gently(view)
        self._hold_is_short(view)
        self._hands_can_be_drawn(view)
        if engine.state.timeline_version != self._told_version:
            self._told_version = engine.state.timeline_version
            self._cues_keep_promises(engine.timeline(), view)

    def _time_adds_up(self, view: View) -> None:
        start_ms = 0
        for placed in view.steps:
            if placed.duration_ms < 0:
                self.blame(f"step {placed.uid} lasts {placed.duration_ms} ms")
            if placed.start_ms != start_ms:
                self.blame(f"step {placed.uid} starts at {placed.start_ms}, not at {start_ms}")
            start_ms += placed.duration_ms
        if view.played_ms + view.remaining_ms != start_ms:
            self.blame(f"{view.played_ms} ms played and {view.remaining_ms} to come are not {start_ms}")
        if view.status == "running" and view.step is not None:
            placed = view.steps[view.step]
            if not placed.start_ms <= view.played_ms <= placed.start_ms + placed.duration_ms:
                self.blame(f"hands are at {view.played_ms} and the step is {placed}")

    def _ends_gently(self, view: View) -> None:
        if view.status == "stopped" or not view.steps:
            return
        last = next(placed for placed in reversed(view.steps) if placed.duration_ms)
        if last.step.phase != "finish":
            self.blame(f"the finish is lost: the last step is {last.step}")
        elif last.step.pressure is not None and last.step.pressure[1] > TOUCH:
            self.blame(f"it ends at {last.step.pressure[1]}")

    def _hold_is_short(self, view: View) -> None:
        if view.hold is None or view.step is None or view.hold.stage != "still":
            return
        uid = view.steps[view.step].uid
        since_ms = self._still.setdefault(uid, view.played_ms)
        ends_at_ms = view.hold.stage_ends_at_ms
        until_ms = view.played_ms if ends_at_ms is None else view.played_ms + ends_at_ms - view.at_ms
        if max(until_ms, view.played_ms) - since_ms > STILL_MOST_MS:
            self.blame(f"a spot is held for {until_ms - since_ms} ms")

    def _hands_can_be_drawn(self, view: View) -> None:
        """From where the giver is, hands have a way to do what they are led to; the map would show none."""
        if view.status != "running" or view.step is None:
            return
        placed = view.steps[view.step]
        step = placed.step
        if step.technique is None or step.area is None or not placed.duration_ms:
            return
        side = "left" if step.kind == "hold" and step.side in {None, "both"} else step.side or "both"
        if (reason := _no_way(step.technique, step.area, side, step.contact, step.place)) is not None:
            self.blame(f"no hands can be drawn ({reason}): {step}")

    def _cues_keep_promises(self, timeline: Timeline, view: View) -> None:
        if view.status == "running" and timeline.ends_at_ms != view.at_ms + view.remaining_ms:
            self.blame(f"the timeline ends at {timeline.ends_at_ms}, hands at {view.at_ms + view.remaining_ms}")
        coming = [cue for cue in timeline.cues if cue.at_ms >= view.at_ms]
        for cue in coming:
            self._cue_keeps_promises(cue, view)
        self._nothing_is_said_over(coming)
        self._no_hold_is_led_that_is_over(coming, view)

    def _nothing_is_said_over(self, coming: list[Cue]) -> None:
        for earlier, later in pairwise(cue for cue in coming if cue.kind != "show"):
            over_ms = earlier.at_ms + line_of(earlier.what).words * PER_WORD_MS
            if later.at_ms < over_ms and not ANSWER.match(later.id):
                self.blame(f"{later.id} is said over {earlier.id}")

    def _no_hold_is_led_that_is_over(self, coming: list[Cue], view: View) -> None:
        if view.status != "running" or (view.hold is not None and view.hold.stage in HELD):
            return
        for cue in coming:
            if cue.what.id in LEADS_A_HOLD and cue.step is not None and cue.step <= (view.step or 0):
                self.blame(f"{cue.id} leads a hold that is over")

    def _cue_keeps_promises(self, cue: Cue, view: View) -> None:
        if cue.target is not None and (wrong := self.promises.broken_by(cue.target)):
            self.blame(f"{cue.id} {wrong}")
        if cue.target is not None and view.status == "stopped" and cue.target.pressure >= PRESSING:
            self.blame(f"{cue.id} presses after the stop")
        if cue.kind == "ask":
            if self.promises.hushed is not None:
                self.blame(f"{cue.id} asks after hush")
            if cue.step is not None and view.steps[cue.step].step.phase == "finish":
                self.blame(f"{cue.id} asks in the finish")

    # ---- after each wish

    def refused(self, before: _Moment, wish: Wish, engine: Engine) -> None:
        """Look at a wish that was refused."""
        if before.state is not engine.state:
            self.blame(f"a refused {wish} changed something")
        theirs = isinstance(wish, Command) and (wish.by in PAIR or wish.kind == "stop")
        if isinstance(wish, Command) and theirs and wish.kind in NEVER_REFUSED and before.view.status == "running":
            self.blame(f"{wish.kind} of the {wish.by} was refused")
        if isinstance(wish, Command) and wish.kind == "stop":
            self.blame(f"stop was refused while {before.view.status}")

    def carried_out(self, before: _Moment, wish: Wish, engine: Engine) -> None:
        """Look at what a wish led to."""
        if isinstance(wish, Command):
            self._once(wish)
            if self._is_repeated(before, wish, engine):
                return
            if wish.kind == "stop":
                self._stopped(before, wish, engine)
            elif before.view.status == "running":
                self._heard(before, wish, engine)
            if before.view.status == "paused" and wish.kind in LIGHTER and before.step is not None:
                self._softer[_on(before.step)] = before.view.at_ms
            if wish.kind == "not-there":
                self._left(before, engine)
            if wish.kind == "hush" and engine.status != "finished" and self.promises.hushed is None:
                self.promises.hushed = engine.seq
        self.look(engine)

    def _is_repeated(self, before: _Moment, wish: Command, engine: Engine) -> bool:
        """Tell whether the same was carried out a moment ago; then it may change nothing."""
        what, at_ms = (wish.kind, wish.value if wish.kind == "rate" else None), before.view.at_ms
        if what not in REPEATED or before.view.status != "running":
            return False
        known_ms = self._repeats.get(what)
        if known_ms is not None and at_ms - known_ms <= MERGED_MS:
            if engine.view().steps != before.view.steps:
                self.blame(f"{wish.kind} twice in a moment was carried out twice over")
            return True
        self._repeats[what] = at_ms
        return False

    def rested(self, wish: Command, asked_at_ms: int, view: View) -> None:
        """Hold a rest to when it was asked: hands cannot have done more since the last wish than there was time for."""
        if wish.kind != "stop" and (wish.kind, wish.by) != ("pause", "giver"):
            return
        if self._wished is None or view.status not in ("paused", "stopped"):
            return
        wished_at_ms, played_ms = self._wished
        most_ms = played_ms + max(0, asked_at_ms - wished_at_ms) + NOTICED_MS
        if view.played_ms > most_ms:
            self.blame(f"hands rested at {view.played_ms}, asked for at {most_ms}")

    def wished(self, wish: Wish, view: View) -> None:
        """Note where hands were when anybody last wished something."""
        if not isinstance(wish, Command) or wish.kind not in ("join", "leave"):
            self._wished = view.at_ms, view.played_ms

    def _once(self, wish: Command) -> None:
        """Note that a command was carried out; each is one object from its device to the engine."""
        name = self.names.get(id(wish))
        if name is None:
            return
        if name in self.carried:
            self.blame(f"{name}, {wish.kind}, was carried out twice")
        self.carried.add(name)

    def _stopped(self, before: _Moment, wish: Command, engine: Engine) -> None:
        view = engine.view()
        if before.view.status == "finished":
            return
        if view.status != "stopped" or view.pressure:
            self.blame(f"after stop it is {view.status} at {view.pressure}")
        if before.view.status != "running":
            return
        cues = [cue for cue in engine.timeline().cues if cue.at_ms >= view.at_ms]
        if not cues or cues[0].at_ms > view.at_ms:
            self.blame("stop is not said at once")
        if any(cue.at_ms > view.at_ms + SILENT_AFTER_MS for cue in cues):
            self.blame("there is no silence after stop")
        theirs = wish.by in ("receiver", "watcher")
        if theirs and (view.stop_within_ms is None or view.stop_within_ms > HANDS_AWAY_MS):
            self.blame(f"hands are away after {view.stop_within_ms} ms")

    def _heard(self, before: _Moment, wish: Command, engine: Engine) -> None:
        step = before.step
        if step is None or step.step.pressure is None:
            return
        number = wish.value or 0 if wish.kind == "rate" else 0
        on = step.step.technique, step.step.area
        if wish.kind == "firmer":
            if wish.by != "receiver" and not wish.on_their_word:
                self.blame("a giver made it firmer without the receiver's word")
            self.promises.release(*on)
        elif number >= 8 or wish.kind in ("worse", "radiates"):
            self._hurt(before, step, number or 9, engine)
        elif wish.kind in LIGHTER or number == 7:
            self._lighter(before, step, wish, engine)

    def _lighter(self, before: _Moment, step: PlacedStep, wish: Command, engine: Engine) -> None:
        view, on = engine.view(), (step.step.technique, step.step.area)
        if wish.kind == "rate" and before.view.hold is not None and before.view.hold.stage in HELD:
            return  # in a hold seven is as it should be
        merged = on in self._softer and view.at_ms - self._softer[on] <= MERGED_MS
        self._softer[on] = view.at_ms
        if engine.status != "running" or view.step != before.view.step or merged:
            return
        if view.pressure >= before.view.pressure > LEAST:
            self.blame(f"{wish.kind} left {before.view.pressure} at {view.pressure}")
        self._next_cue_is_lighter(before, wish, engine)
        if wish.kind == "softer":
            peaks = [max(there.step.pressure or (0,)) for there in view.steps if _on(there) == on]
            # A hold has a pressure of its own: firmer in it, or a low number, raises this spot and not the next one.
            own = view.pressure if view.hold is not None and view.hold.stage in HELD else 0
            self.promises.given.append(Promise(engine.seq, max(LEAST, *peaks, own), *on))

    def _next_cue_is_lighter(self, before: _Moment, wish: Command, engine: Engine) -> None:
        now_ms = engine.now_ms
        there = {cue.id: cue.target.pressure for cue in before.timeline.cues if cue.target and cue.at_ms >= now_ms}
        coming = [cue for cue in engine.timeline().cues if cue.at_ms >= now_ms]
        if not any(cue.at_ms <= now_ms + AT_ONCE_MS for cue in coming):
            self.blame(f"nothing is said to {wish.kind} within {AT_ONCE_MS} ms")
        for cue in coming:
            if cue.target is None or cue.step != before.view.step:
                continue
            before_it = there.get(cue.id)
            released = cue.target.technique == HOLD and cue.target.pressure <= TOUCH
            if before_it is not None and not released and cue.target.pressure >= before_it > LEAST:
                self.blame(f"after {wish.kind} {cue.id} asks for {cue.target.pressure}, not less than before")

    def _hurt(self, before: _Moment, step: PlacedStep, number: int, engine: Engine) -> None:
        view, hold = engine.view(), before.view.hold
        if engine.status == "stopped":
            return
        if view.pressure >= before.view.pressure > LEAST and view.step == before.view.step:
            self.blame(f"{number} left {before.view.pressure} at {view.pressure}")
        if (hold is not None and hold.stage == "release") or step.step.area is None:
            return
        half = max(LEAST, before.view.pressure / 2)
        if step.step.area in AREAS:
            highest = half if number == 8 else max(HURT, LEAST)
            self.promises.given.append(
                Promise(engine.seq, highest, None, step.step.area, step.step.side, anywhere_on=True)
            )
        elif number >= 8:
            self.promises.given.append(
                Promise(engine.seq, half if number == 8 else HURT, step.step.technique, step.step.area)
            )

    def _left(self, before: _Moment, engine: Engine) -> None:
        step = before.step
        if step is None or step.step.area is None or before.view.status not in ("running", "paused"):
            return
        area = "lower-back" if step.step.area == "whole-back" else step.step.area
        self.promises.given.append(Promise(engine.seq, PRESSING - 0.01, None, area, None, anywhere_on=True))


class WatchedEngine(Engine):
    """An engine with a judge behind it."""

    judge: ClassVar[Judge]

    def receive(self, wish: Wish, at_ms: int, asked_at_ms: int | None = None) -> None:
        """Carry out a wish, looked at before and after."""
        self.advance(at_ms)
        before = _Moment(self.state, self.view(), self.timeline())
        try:
            super().receive(wish, at_ms, asked_at_ms)
        except CommandRefused:
            self.judge.refused(before, wish, self)
            raise
        self.judge.carried_out(before, wish, self)
        if isinstance(wish, Command) and asked_at_ms is not None:
            self.judge.rested(wish, asked_at_ms, self.view())
        self.judge.wished(wish, self.view())

    def advance(self, to_ms: int) -> None:
        """Let time pass, and be looked at."""
        seq = self.seq
        super().advance(to_ms)
        if self.seq != seq:
            self.judge.look(self)


def _on(placed: PlacedStep) -> tuple[str | None, str | None]:
    return placed.step.technique, placed.step.area


@cache
def _no_way(technique: str, area: str, side: Side, contact: Contact | None, place: Place | None) -> str | None:
    try:
        stroke_path(technique, atlas_for(), area, side, contact=contact, place=place)
    except CannotBeDone as refusal:
        return refusal.reason
    return None
