"""One process of the server: the real sessions and their conductor, on a disk and a network that are not real."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from backrub.app.conducting import Conductor, Sent
from backrub.app.listening import Change
from backrub.app.ports import Planner, Ports
from backrub.app.sessions import Sessions
from backrub.errors import BackrubError
from backrub.session import Role
from tests.fakes.ids import CountingIds
from tests.fakes.speech import FakeSpeech
from tests.simulation.clocks import ProcessClock
from tests.simulation.disk import DiskStore

if TYPE_CHECKING:
    from tests.simulation.people import Device
    from tests.simulation.world import World

__all__ = ["FEW_ANSWERS", "Process"]

FEW_ANSWERS = 3
"""How many answers stay in memory, so that evenings have older ones."""

AHEAD_MOST_MS, STALE_MS = 60_000, 10_000


class Process:
    """A server from its start to its death."""

    def __init__(self, world: World, planner: Planner) -> None:
        self._world = world
        self.alive = True
        self.tasks: dict[asyncio.Task[Any], None] = {}
        self.asked: dict[asyncio.Task[Any], None] = {}
        self.store = DiskStore(world.disk, self.kill)
        self.sessions = Sessions(Ports(self.store, ProcessClock(world.machine), CountingIds(), FakeSpeech(), planner))
        self._conductor: Conductor | None = None
        self._lines = 0
        self._there: dict[Role, int] = {}
        self._changes: list[Change] = []

    def own(self, task: asyncio.Task[Any]) -> None:
        """Take a task for this process's own."""
        self.tasks[task] = None
        if not self.alive:
            task.cancel()
        task.add_done_callback(lambda done: self.tasks.pop(done, None))

    def kill(self) -> None:
        """Die: what is not on the disk is lost, and nobody is told anything any more."""
        self.alive, self.store.dead = False, True
        for task in tuple(self.tasks):
            task.cancel()
        self._world.died(self)

    def give_up(self) -> None:
        """Stop waiting for what devices asked, as a server does that closes their lines; it goes on all the same."""
        for task in tuple(self.asked):
            task.cancel()

    async def leave(self) -> None:
        """End as a server that is asked to."""
        await self.sessions.close()
        self.kill()

    async def conductor(self) -> Conductor:
        """Give the conductor of the session, brought back from disk if need be."""
        if self._conductor is None:
            conductor = await self.sessions.find(self._world.session)
            if conductor is None:
                msg = "the session is gone"
                raise LookupError(msg)
            if self._conductor is None:
                self._conductor = conductor
                asyncio.create_task(self._pump(conductor.listen()))  # noqa: RUF006 - the process keeps its tasks
        return self._conductor

    async def let_in(self, device: Device, played_ms: int | None) -> None:
        """Greet a device, and never be behind what it has played."""
        conductor = await self.conductor()
        if played_ms is not None:
            await conductor.catch_up(played_ms)
            ahead_ms = played_ms - conductor.now_ms()
            if conductor.status == "running" and 0 < ahead_ms <= AHEAD_MOST_MS:
                self._world.judge.blame(f"a device has played {ahead_ms} ms more than the server knows")
        if self._there.get(device.role):
            await conductor.depart(device.role)
        self._there[device.role] = 1
        await conductor.arrive(device.role)
        self._lines += 1
        line = self._lines
        view, timeline, at_ms = conductor.view(), conductor.timeline(), conductor.now_ms()
        since = len(self._changes)

        def greet() -> None:
            device.welcome(line, at_ms, view, timeline)
            for change in self._changes[since:]:  # what changed on the way of the greeting comes after it
                self._tell(device, change)

        self._world.tell(self, device, greet)

    async def obey(self, device: Device, sent: Sent) -> None:
        """Carry out a command and answer it."""
        task = asyncio.current_task()
        if task is not None:
            self.asked[task] = None
            task.add_done_callback(lambda done: self.asked.pop(done, None))
        conductor = await self.conductor()
        first = sent.id not in self._world.judge.carried and sent.id not in self._world.disk.answered
        late = conductor.now_ms() - sent.sent_at_ms > STALE_MS
        step = conductor.view().step
        try:
            answer = await conductor.obey(sent)
        except BackrubError as error:
            self._world.judge.blame(f"{sent.command.kind} ended in {error}")
            return
        elsewhere = sent.command.step is not None and sent.command.step not in (step, conductor.view().step)
        if first and self.alive:
            self._world.check_staleness(sent, answer, late=late, elsewhere=elsewhere)
        if self.alive:
            self._world.check_answer(sent, answer)
            self._world.tell(self, device, lambda: device.answered(answer))

    async def _pump(self, changes: asyncio.Queue[Change | None]) -> None:
        while (change := await changes.get()) is not None:
            if not self.alive:
                return
            self._world.check_told_on_disk(change)
            self._changes.append(change)
            for device in self._world.devices:
                if device.line:
                    self._tell(device, change)

    def _tell(self, device: Device, change: Change) -> None:
        self._world.tell(self, device, lambda: device.hear(change))
