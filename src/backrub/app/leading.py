"""Leading a written routine without a server: one engine, one clock, and somebody who watches and may press keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from backrub.app.maps import atlas_of, paths_of
from backrub.app.planning import Planned
from backrub.app.replanning import Remainder
from backrub.errors import BackrubError, CommandRefused
from backrub.session import Begin, Command, CommandKind, Cue, Engine, Event, ReplanWanted, Role, View

__all__ = ["Audience", "Leader", "WaitingClock"]

REFRESH_MS = 250
"""How often a watcher is shown the countdown [logical ms]."""

ASKS_FOR_READY = "prepare-ready"
"""The line that asks for a key: it is not said where there is none."""

SETTLE_MS = 5_000
"""From the end of the preparations to the first touch where nobody says "ready": ten seconds after their last line.

Source: practice script, first four minutes. Certainty: L.
"""


class WaitingClock(Protocol):
    """A clock one can wait on; a virtual one waits in no time."""

    def logical_ms(self) -> int:
        """Give the logical time."""

    def wait_ms(self, logical_ms: int) -> None:
        """Let this much of it pass."""


class Audience(Protocol):
    """Who is led."""

    def hear(self, cue: Cue) -> None:
        """Take a cue that is due."""

    def learn(self, event: Event) -> None:
        """Take something that happened."""

    def look(self, view: View, upcoming: Cue | None) -> None:
        """Take how things stand now."""

    def refused(self, refusal: CommandRefused) -> None:
        """Take that the last key had no meaning."""

    def wants(self) -> tuple[CommandKind, int | None] | None:
        """Give the wish that was keyed in since the last time, with its number, or None."""


@dataclass(slots=True)
class Leader:
    """Leads one routine from the preparations to the last word of aftercare.

    Attributes:
        planned: What is led, and the wishes that its rest is planned by when something changes.
        clock: The time it goes by.
        audience: Who is led.
        ready_by_itself: Whether the first touch follows the preparations without anybody saying so.
    """

    planned: Planned
    clock: WaitingClock
    audience: Audience
    ready_by_itself: bool = False
    _engine: Engine = field(init=False)
    _heard: set[str] = field(default_factory=set)
    _start_ms: int = 0
    _ready_at_ms: int | None = None

    def run(self) -> None:
        """Lead to the end."""
        planned = self.planned
        self._engine = Engine.new(planned.setting)
        self._start_ms = self.clock.logical_ms()
        cycles_s = paths_of(planned.routine, atlas_of(planned.wishes, planned.routine.position)).cycles_s
        self._engine.receive(Begin(planned.routine, planned.setting, cycles_s), 0)
        self._engine.receive(Command("start"), 0)
        while not self._over():
            self._step()
        self.audience.look(self._engine.view(), None)

    def _now_ms(self) -> int:
        return self.clock.logical_ms() - self._start_ms

    def _over(self) -> bool:
        return self._engine.status in {"finished", "stopped"} and self._upcoming() is None

    def _upcoming(self) -> Cue | None:
        return next((cue for cue in self._engine.timeline().cues if cue.id not in self._heard), None)

    def _step(self) -> None:
        now_ms = self._now_ms()
        self._engine.advance(now_ms)
        self._obey(now_ms)
        self._tell(now_ms)
        upcoming = self._upcoming()
        self.audience.look(self._engine.view(), upcoming)
        self._ready_when_prepared(upcoming)
        self.clock.wait_ms(max(1, self._wake_ms(self._upcoming()) - self._now_ms()))

    def _ready_when_prepared(self, upcoming: Cue | None) -> None:
        if not self.ready_by_itself or self._engine.status != "preparing" or upcoming is not None:
            return
        now_ms = self._now_ms()
        if self._ready_at_ms is None:
            self._ready_at_ms = now_ms + SETTLE_MS
        if now_ms >= self._ready_at_ms:
            self._engine.receive(Command("ready"), now_ms)

    def _wake_ms(self, upcoming: Cue | None) -> int:
        now_ms = self._now_ms()
        deadline_ms = self._engine.next_deadline_ms()
        moments = [now_ms + REFRESH_MS, deadline_ms, upcoming.at_ms if upcoming else None]
        return min(moment for moment in moments if moment is not None)

    def _tell(self, now_ms: int) -> None:
        for event in self._engine.events_emitted():
            self.audience.learn(event)
            if isinstance(event, ReplanWanted):
                self._replan(event, now_ms)
        for cue in self._engine.timeline().cues:
            if cue.at_ms <= now_ms and cue.id not in self._heard:
                self._heard.add(cue.id)
                if not (self.ready_by_itself and cue.what.id == ASKS_FOR_READY):
                    self.audience.hear(cue)

    def _obey(self, now_ms: int) -> None:
        wish = self.audience.wants()
        if wish is None:
            return
        kind, value = wish
        try:
            # Whoever reaches for "stop" does it on the receiver's word: hands leave, they do not rest.
            by: Role = "receiver" if kind == "stop" else "giver"
            self._engine.receive(Command(kind, by=by, value=value), now_ms)
        except CommandRefused as refusal:
            self.audience.refused(refusal)

    def _replan(self, wanted: ReplanWanted, now_ms: int) -> None:
        remainder = Remainder.of(self._engine, wanted, self.planned.wishes)
        try:
            self._engine.receive(remainder.compose(), now_ms)
        except BackrubError:
            return  # the old plan is led on
        for event in self._engine.events_emitted():
            self.audience.learn(event)
