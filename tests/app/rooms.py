"""A server's sessions without a server: fake clock, memory store, and time moved by hand."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from backrub.adapters.memory_store import MemoryStore
from backrub.app.conducting import Conductor, Sent
from backrub.app.ports import Answer, Ports, SessionStore
from backrub.app.sessions import Sessions
from backrub.person import Health, Tense, Wishes
from backrub.session import Command, CommandKind, Role
from tests.fakes.clock import FakeClock
from tests.fakes.ids import CountingIds
from tests.fakes.speech import FakeSpeech

__all__ = ["WISHES", "House"]

WISHES = Wishes(minutes=10, tense=(Tense("shoulders", "right", 3),), health=Health("none"))


@dataclass
class House:
    """Sessions and the ports behind them."""

    clock: FakeClock = field(default_factory=FakeClock)
    store: SessionStore = field(default_factory=MemoryStore)
    sent: int = 0

    @property
    def ports(self) -> Ports:
        """Every port, filled with fakes."""
        return Ports(self.store, self.clock, CountingIds(), FakeSpeech())

    def sessions(self) -> Sessions:
        """Give sessions as a newly started server has them."""
        return Sessions(self.ports)

    async def say(
        self, conductor: Conductor, kind: CommandKind, *, by: Role = "giver", value: int | None = None
    ) -> Answer:
        """Send a command as a page would, now."""
        self.sent += 1
        command = Command(kind, by=by, value=value, step=conductor.view().step)
        return await conductor.obey(Sent(f"c{self.sent}", command, conductor.now_ms(), conductor.timeline().version))

    async def let_pass(self, conductor: Conductor, seconds: float) -> None:
        """Let time pass second by second, as a server would see it."""
        left_ms = round(seconds * 1000)
        while left_ms > 0:
            self.clock.pass_ms(min(1000, left_ms))
            left_ms -= 1000
            await conductor.tick()

    async def begun(self, sessions: Sessions, wishes: Wishes = WISHES) -> Conductor:
        """Give a session whose first touch was just now."""
        opened = await sessions.open(wishes, "en")
        conductor = await sessions.find(opened.session)
        assert conductor is not None
        await self.say(conductor, "start")
        await self.let_pass(conductor, 5)
        await self.say(conductor, "ready")
        return conductor


async def settled() -> None:
    """Let every task that can go on do so."""
    for _ in range(200):
        await asyncio.sleep(0)
