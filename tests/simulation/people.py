"""Who takes part: a giver, a receiver and somebody who watches, each with a device, a temper and a bad memory."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from backrub.app.conducting import Sent
from backrub.app.listening import Change
from backrub.app.ports import Answer
from backrub.session import Command, CommandKind, Role, Timeline, View
from backrub.units import MS_PER_S

if TYPE_CHECKING:
    from tests.simulation.world import World

__all__ = ["CONTENT_SHARE", "Device"]

RETRY_S, CONNECT_S = 2.0, 1.0
GAPS_S = (12.0, 30.0, 90.0)
"""How long, on average, each kind of person is content."""

HOLDING: tuple[CommandKind, ...] = (
    *("easing", "eased", "same", "worse", "radiates", "breath-held", "rate", "rate", "spot-lump"),
    *("spot-not-found", "spot-here", "just-right"),
)
GIVER: tuple[CommandKind, ...] = (
    *("next", "stay", "back", "softer", "firmer", "just-right", "spot-here", "rate", "pause", "next", "stay"),
    *("tired", "more-minutes", "end-in", "not-there", "hush", "start", "ready", "resume", "join"),
)
RECEIVER: tuple[CommandKind, ...] = (
    *("softer", "softer", "softer", "firmer", "firmer", "just-right", "stay", "stay", "rate", "rate", "not-there"),
    *("spot-here", "breath-held", "radiates", "worse", "hush", "pause", "next", "end-in", "more-minutes", "resume"),
)
WATCHER: tuple[CommandKind, ...] = ("pause", "softer", "firmer", "next", "hush", "join")
CONTENT: tuple[CommandKind, ...] = (
    *("softer", "firmer", "just-right", "just-right", "stay", "next", "rate", "rate", "spot-here", "spot-here", "back"),
)
"""What people say in a good evening; only in such a one there is time for all that a planned hold goes through."""

CONTENT_HOLDING: tuple[CommandKind, ...] = ("easing", "eased", "just-right", "rate", "rate", "softer", "breath-held")
STOPS_SHARE, CONTENT_STOPS_SHARE, STOPPED_GO_ON_SHARE, CONTENT_SHARE = 0.015, 0.003, 0.3, 0.5
NUMBERS, CONTENT_NUMBERS, TENS_SHARE = (1, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 0, 11), (2, 3, 4, 5, 5, 6, 6, 7), 0.01


@dataclass
class Device:
    """One person with one device.

    Attributes:
        world: Where they are.
        role: Who they are.
        chance: What decides what they want.
        view: The last they saw.
        timeline: The cues they hold.
        waiting: What was not answered yet.
        told: Each answer they got, by the command's id.
        line: Which connection this is; 0 while there is none.
        drift: How much faster their clock runs than it should.
    """

    world: World
    role: Role
    chance: Random
    view: View | None = None
    timeline: Timeline | None = None
    waiting: dict[str, Sent] = field(default_factory=dict)
    told: dict[str, Answer] = field(default_factory=dict)
    line: int = 0
    drift: float = 0.0
    _offset_ms: int = 0
    _sent: int = 0
    _gap_s: float = 30.0
    _next_wish_s: float = 0.0
    _asked_to_connect_s: float = -10.0

    def __post_init__(self) -> None:
        self._gap_s = self.chance.choice(GAPS_S) * (8.0 if self.role == "watcher" else 1.0)
        self.drift = self.chance.uniform(-1e-4, 1e-4)
        self._next_wish_s = 0.5 if self.role == "giver" else self.chance.expovariate(1 / self._gap_s)

    # ---- time

    def local_ms(self) -> int:
        """Give this device's own clock."""
        machine = self.world.machine
        return int(machine.loop.now_s * MS_PER_S * (1 + self.drift)) + machine.slept_ms

    def session_ms(self) -> int:
        """Give what it takes for the session's time."""
        return self.local_ms() + self._offset_ms

    @property
    def played_ms(self) -> int | None:
        """Give how far it has played its timeline to two people, or None while it plays nothing."""
        if self.role != "giver" or self.timeline is None or self.timeline.ends_at_ms is None:
            return None
        return min(self.session_ms(), self.timeline.ends_at_ms)

    # ---- what it hears

    def welcome(self, line: int, at_ms: int, view: View, timeline: Timeline) -> None:
        """Be let in; here a greeting may be overtaken by what changed after it, as on a socket it cannot be."""
        self.line = line
        self._offset_ms = at_ms - self.local_ms()
        self._see(view, timeline)
        for sent in tuple(self.waiting.values()):
            self._send(sent)

    def hear(self, change: Change) -> None:
        """Learn what changed, whatever order it comes in."""
        self._see(change.view, change.timeline)

    def _see(self, view: View | None, timeline: Timeline | None) -> None:
        if view is not None and (self.view is None or view.version >= self.view.version):
            self.view = view
        if timeline is not None and (self.timeline is None or timeline.version >= self.timeline.version):
            self.timeline = timeline

    def answered(self, answer: Answer) -> None:
        """Get an answer; one that was not saved is asked for again, as a page does after a lost line."""
        self.world.check_told(self, answer)
        if answer.code != "not-saved":
            self.told[answer.command] = answer
            self.waiting.pop(answer.command, None)

    # ---- what it does

    async def live(self) -> None:
        """Take part until the evening is over and everything is answered."""
        while not self.world.over or self.waiting:
            self._look_after_the_line()
            now_s = self.world.loop.now_s
            if now_s >= self._next_wish_s and self.line and not self.world.winding_up:
                self._wish()
                soon = self.chance.random() < 0.2
                self._next_wish_s = now_s + self.chance.expovariate(1 / (1.0 if soon else self._gap_s))
            busy = self.waiting or not self.line or self.world.winding_up
            rest_s = RETRY_S if busy else max(0.05, self._next_wish_s - now_s)
            await asyncio.sleep(rest_s)

    def lose(self) -> None:
        """Lose the line."""
        self.line = 0

    def _look_after_the_line(self) -> None:
        now_s = self.world.loop.now_s
        if not self.line:
            if now_s - self._asked_to_connect_s >= CONNECT_S:
                self._asked_to_connect_s = now_s
                self.world.ask_in(self)
            return
        for sent in tuple(self.waiting.values()):
            self._send(sent)
        if self.world.winding_up and not self.waiting:
            self._wind_up()

    def _wind_up(self) -> None:
        """Bring an evening that hangs to its end."""
        if self.role != "giver" or self.view is None:
            return
        wish: dict[str, CommandKind] = {"planned": "start", "preparing": "ready", "paused": "resume"}
        if kind := wish.get(self.view.status):
            self._say(kind)

    def _wish(self) -> None:
        view = self.view
        if view is None:
            return
        if self.role == "giver" and view.status in ("planned", "preparing"):
            self._say("start" if view.status == "planned" else "ready")
            return
        if self.chance.random() < (CONTENT_STOPS_SHARE if self.world.content else STOPS_SHARE):
            self._say("stop")
        elif view.status in ("paused", "stopped") and self.chance.random() < STOPPED_GO_ON_SHARE:
            self._say("resume")
        else:
            self._say(self._kind(view))

    def _kind(self, view: View) -> CommandKind:
        if self.role == "watcher":
            return self.chance.choice(WATCHER)
        if view.hold is not None and self.chance.random() < 0.7:
            return self.chance.choice(CONTENT_HOLDING if self.world.content else HOLDING)
        if view.asking is not None and self.chance.random() < 0.7:
            return "rate"
        if self.world.content:
            return "resume" if view.status == "paused" else self.chance.choice(CONTENT)
        return self.chance.choice(GIVER if self.role == "giver" else RECEIVER)

    def _say(self, kind: CommandKind) -> None:
        value = None
        if kind == "rate":
            value = self.chance.choice(CONTENT_NUMBERS if self.world.content else NUMBERS)
            if not self.world.content and self.chance.random() < TENS_SHARE:
                value = 10
        elif kind in ("more-minutes", "end-in"):
            value = self.chance.choice((0, 1, 2, 3, 5, 61))
        on_their_word = self.chance.random() < 0.8
        step = self.view.step if self.view is not None else None
        self._sent += 1
        command = Command(kind, self.role, value, on_their_word, step)
        seen = self.timeline.version if self.timeline is not None else 0
        sent = Sent(f"{self.role}-{self._sent}", command, self.session_ms(), seen)
        self.waiting[sent.id] = sent
        self.world.note(sent)
        self._send(sent)

    def _send(self, sent: Sent) -> None:
        self.world.send(self, sent)
