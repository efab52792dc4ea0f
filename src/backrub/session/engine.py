"""The live engine: it is told the time and what people wish, and says what happened, what is shown and what comes."""

from __future__ import annotations

from collections.abc import Iterable

from backrub.session.apply import applied
from backrub.session.begin import Wish
from backrub.session.decide import decide
from backrub.session.decide_flow import rest
from backrub.session.deciding import Desk
from backrub.session.events import Event
from backrub.session.passing import due, pass_time
from backrub.session.state import State
from backrub.session.timeline import PlacedStep, Setting, Status, Timeline, View
from backrub.session.timeline_of import Remembered, timeline_of
from backrub.session.view_of import are_placed_alike, placed_steps, view_of
from backrub.units import ms

__all__ = ["GAP_MS", "Engine"]

GAP_MS = ms(60)
"""After a longer silence of the machine hands are resting, whatever the plan says. Source: our design. ENG."""


class Engine:
    """One session. Pure but for what it remembers: no clock, no chance, no I/O.

    Time is a logical counter [ms] that whoever owns the engine hands in; it never goes back. The same events always
    replay to the same engine.
    """

    __slots__ = ("_emitted", "_now_ms", "_placed", "_placed_of", "_remembered", "_state", "_timeline")

    def __init__(self, state: State, now_ms: int = 0) -> None:
        self._state = state
        self._now_ms = now_ms
        self._emitted: list[Event] = []
        self._timeline: Timeline | None = None
        self._placed: tuple[PlacedStep, ...] = ()
        self._placed_of: State | None = None
        self._remembered = Remembered()

    @classmethod
    def new(cls, setting: Setting | None = None) -> Engine:
        """Make an engine that waits for its plan."""
        return cls(State() if setting is None else State(setting=setting))

    @classmethod
    def replay(cls, events: Iterable[Event]) -> Engine:
        """Make the engine that a log leads to, at the time of its last event.

        Raises:
            ValueError: The log has a gap.
        """
        state = applied(list(events))
        return cls(state, state.at_ms)

    @property
    def state(self) -> State:
        """Everything it knows."""
        return self._state

    @property
    def setting(self) -> Setting:
        """How the coach speaks."""
        return self._state.setting

    @property
    def status(self) -> Status:
        """Where the session stands."""
        return self._state.status

    @property
    def seq(self) -> int:
        """Number of the last event."""
        return self._state.seq

    @property
    def now_ms(self) -> int:
        """The latest time it was told."""
        return self._now_ms

    def receive(self, wish: Wish, at_ms: int, asked_at_ms: int | None = None) -> None:
        """Let time pass up to a moment, then carry out a wish.

        Args:
            wish: What is wanted.
            at_ms: Logical time; a time already past counts as now.
            asked_at_ms: Logical time at which it was asked, when it took its time to come: hands that were rested
                then have been at rest since.

        Raises:
            CommandRefused: The wish has no meaning now. Time has passed; nothing else has changed.
        """
        self.advance(at_ms)
        self._take(decide(self._state, wish, self._now_ms, asked_at_ms))
        self.advance(at_ms)

    def advance(self, to_ms: int) -> None:
        """Let time pass; a time already past changes nothing."""
        self._now_ms = max(self._now_ms, to_ms)
        coming = due(self._state)
        if coming is not None and coming[0] <= self._now_ms:
            self._take(pass_time(self._state, self._now_ms))

    def resume_at(self, last_at_ms: int, now_at_ms: int) -> None:
        """Come back from a log after a silence of the machine.

        After more than `GAP_MS`, or when the clock went backwards, nobody knows what two people did: a session that
        was running is paused at the last sign of life, hands resting. A shorter silence was led by the clients.

        Args:
            last_at_ms: Logical time of the last sign of life.
            now_at_ms: Logical time now, as far as clocks tell.
        """
        last_at_ms = max(last_at_ms, self._state.at_ms)
        if 0 <= now_at_ms - last_at_ms <= GAP_MS:
            self.advance(now_at_ms)
            return
        self.advance(last_at_ms)
        if self._state.status == "running":
            desk = Desk(self._state, self._now_ms)
            rest(desk, "gap", None)
            self._take(desk)
        self._now_ms = max(self._now_ms, now_at_ms)

    def events_emitted(self) -> tuple[Event, ...]:
        """Give the events since this was last asked."""
        emitted = tuple(self._emitted)
        self._emitted.clear()
        return emitted

    def next_deadline_ms(self) -> int | None:
        """Give the logical time at which something happens by itself, or None while the session waits."""
        coming = due(self._state)
        return None if coming is None else coming[0]

    def timeline(self) -> Timeline:
        """Give the cues still to come; made once for each of its versions."""
        if self._timeline is None or self._timeline.version != self._state.timeline_version:
            self._timeline = timeline_of(self._state, self._steps(), self._remembered)
        return self._timeline

    def view(self) -> View:
        """Give what a screen shows now."""
        return view_of(self._state, self._now_ms, self._steps())

    def _steps(self) -> tuple[PlacedStep, ...]:
        """Give the steps as placed; they are placed anew only when something about them has changed."""
        if self._placed_of is None or not are_placed_alike(self._state, self._placed_of):
            self._placed, self._placed_of = placed_steps(self._state, self._placed), self._state
        return self._placed

    def _take(self, desk: Desk) -> None:
        self._state = desk.state
        self._emitted.extend(desk.events)
