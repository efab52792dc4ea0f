"""Evenings on several servers that share a store, in virtual time: servers die, stand apart, come late; pages wander.

A seed is an evening. Everything runs on one loop; each server's tasks carry its name in their context, so that a server
can die with all that it does.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from contextlib import suppress
from contextvars import Context, ContextVar, copy_context
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

from backrub.app.conducting import Conductor, Sent
from backrub.app.ports import Answer, Lease, Ports
from backrub.app.sessions import Opened
from backrub.app.sharing import SharedSessions
from backrub.errors import StoreError
from backrub.session import Command, CommandKind, Engine, Role, from_record
from tests.fakes.ids import CountingIds
from tests.fakes.peers import Commons, FakePeers, LeasedMemory
from tests.fakes.speech import FakeSpeech
from tests.simulation.clocks import Machine, ProcessClock
from tests.simulation.loop import VirtualLoop
from tests.simulation.planners import TABLE, TablePlanner

__all__ = ["Shared", "SharedOutcome", "play_shared"]

T = TypeVar("T")
SERVERS = 3
PEOPLE: tuple[Role, ...] = ("giver", "receiver")
WISHES: tuple[CommandKind, ...] = ("softer", "firmer", "just-right", "stay", "next", "pause", "resume", "hush")
SLOWEST_WRITE_S = 0.4
LATEST_NOTE_S, LOST_SHARE = 0.3, 0.02
EVENING_S = 240.0
_SERVER: ContextVar[str] = ContextVar("server", default="")


@dataclass(frozen=True, slots=True)
class SharedOutcome:
    """What came of one evening.

    Attributes:
        broken: What did not hold.
        log: The kinds of events, in order, with the generation of the lease each was written under.
        answered: How many wishes were answered.
        generations: How often the session changed hands.
    """

    broken: tuple[str, ...]
    log: tuple[tuple[str, int], ...]
    answered: int
    generations: int


class Unfenced(FakePeers):
    """Mutation: a database that takes whatever anybody writes."""

    def under(self, lease: Lease) -> LeasedMemory:
        """Give the store as if no lease were needed."""
        return UnfencedMemory(self.commons, self.name, lease)


class UnfencedMemory(LeasedMemory):
    """A store that asks nobody for a lease."""

    def _trouble(self, *, fenced: bool) -> Exception | None:
        return super()._trouble(fenced=False)


class Server:
    """One server from its start to its death."""

    def __init__(self, world: Shared, name: str) -> None:
        self.world = world
        self.name = name
        self.alive = True
        self.context: Context = copy_context()
        self.context.run(_SERVER.set, name)
        self.peers = world.kind(world.commons, name)
        clock = ProcessClock(world.machine)
        plans = TablePlanner(world.chance, world.wishes)
        ports = Ports(self.peers.store, clock, CountingIds(), FakeSpeech(), plans, peers=self.peers)
        self.sessions = SharedSessions(ports, self.peers)
        self.sharing = self.do(self.sessions.share())

    def do(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Have it do something as its own."""
        task = self.world.loop.create_task(work, context=self.context.copy())
        self.world.tasks.setdefault(self.name, {})[task] = None
        return task

    def kill(self) -> None:
        """Die in the middle of everything."""
        self.alive = False
        self.world.commons.apart.add(self.name)
        self.world.commons.hearing.pop(self.name, None)
        for task in self.world.tasks.pop(self.name, {}):
            task.cancel()

    async def leave(self) -> None:
        """End as a server that is asked to."""
        self.sharing.cancel()
        await asyncio.wait([self.do(self.sessions.close())], timeout=20.0)
        self.kill()


@dataclass
class Shared:
    """Everything there is in one evening."""

    seed: int
    kind: type[FakePeers] = FakePeers
    broken: list[str] = field(default_factory=list)
    tasks: dict[str, dict[asyncio.Task[Any], None]] = field(default_factory=dict)
    told: dict[str, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.loop = VirtualLoop(Random(f"{self.seed}/threads"))
        self.loop.started = self._started
        self.machine = Machine(self.loop)
        self.wishes = self.chance.choice(TABLE)
        self.commons = Commons(ProcessClock(self.machine))
        self.commons.later = self._land
        self.commons.carry = self._carry
        self.servers: list[Server] = []
        self.named = 0
        self.over = False
        self._disk, self._net = Random(f"{self.seed}/disk"), Random(f"{self.seed}/net")
        self._due_s: dict[str, float] = {}

    async def evening(self) -> None:
        """Live it to its end, then mend everything and see whether a stop is heard everywhere."""
        for _ in range(SERVERS):
            self._start()
        await asyncio.sleep(1.0)
        self.opened = await self.servers[0].do(self.servers[0].sessions.open(self.wishes, "en"))
        pages = [asyncio.ensure_future(Page(self, role, self.opened).live()) for role in PEOPLE]
        await self._go_wrong()
        self.over = True
        await asyncio.wait(pages, timeout=600.0)
        if not all(page.done() for page in pages):
            self.broken.append("a page waits for ever")
        for page in pages:
            page.cancel()
        await asyncio.sleep(20.0)  # until everybody who is to start has started
        await self._see_the_end()
        for server in self.servers:
            await server.leave()
        await asyncio.sleep(20.0)

    async def _go_wrong(self) -> None:
        while self.loop.time() < EVENING_S:
            await asyncio.sleep(self.chance.uniform(1.0, 25.0))
            server = self.chance.choice(self.servers)
            match self.chance.choice(("kill", "kill", "leave", "apart", "apart", "deaf", "stand still")):
                case "kill":
                    self._end(server, server.kill)
                case "leave":
                    await server.leave()
                    self._end(server, lambda: None)
                case "apart":
                    self.commons.apart.add(server.name)
                    self.loop.call_later(self.chance.choice((0.3, 1.0, 4.0, 20.0)), self._heal, server)
                case "deaf":
                    self.commons.deaf.add(server.name)
                    self.loop.call_later(5.0, self.commons.deaf.discard, server.name)
                case _:
                    server.sharing.cancel()  # it leads on, deaf and not renewed: the worst that being slow can be
                    self.commons.deaf.add(server.name)
                    self.loop.call_later(self.chance.uniform(1.0, 12.0), self._go_on, server)

    def _start(self) -> None:
        self.named += 1
        self.servers.append(Server(self, f"server-{self.named}"))

    def _end(self, server: Server, how: Callable[[], None]) -> None:
        how()
        self.servers.remove(server)
        if self.servers:
            self.loop.call_later(self.chance.choice((0.5, 5.0, 15.0)), self._start)
        else:
            self._start()

    def _heal(self, server: Server) -> None:
        if server.alive:
            self.commons.apart.discard(server.name)

    def _go_on(self, server: Server) -> None:
        self.commons.deaf.discard(server.name)
        if server.alive:
            server.sharing = server.do(server.sessions.share())

    def _land(self, land: Callable[[], None]) -> None:
        """Have a write land after a while, each server's in turn; what the dead have not written is lost."""
        name = _SERVER.get()
        took_s = self._disk.random() ** 3 * SLOWEST_WRITE_S
        self._due_s[name] = max(self._due_s.get(name, 0.0), self.loop.time()) + took_s
        self.loop.call_at(self._due_s[name], land)

    def _carry(self, arrive: Callable[[], object]) -> None:
        """Have a note arrive after a while, or not at all."""
        if self._net.random() >= LOST_SHARE:
            self.loop.call_later(self._net.random() ** 2 * LATEST_NOTE_S, arrive)

    def _started(self, task: asyncio.Task[Any]) -> None:
        name = _SERVER.get()
        if name:
            self.tasks.setdefault(name, {})[task] = None

    # ---- what must hold

    def hear_answer(self, answer: Answer) -> None:
        """Hold an answer that reached a page to the store, and to what was answered before."""
        written = self.commons.held.answers(self.opened.session).get(answer.command)
        if answer != written:
            self.broken.append(f"{answer.command} was answered {answer}, and the store has {written}")
        if self.told.setdefault(answer.command, answer) != answer:
            self.broken.append(f"{answer.command} was answered in two ways")

    async def _see_the_end(self) -> None:
        self.commons.apart &= {name for name in self.commons.apart if name not in {one.name for one in self.servers}}
        self.commons.deaf.clear()
        await asyncio.sleep(20.0)
        log = self.commons.held.log(self.opened.session)
        if [entry.seq for entry in log] != list(range(1, len(log) + 1)):
            self.broken.append("the log has a gap")
        if sorted(entry.at_ms for entry in log) != [entry.at_ms for entry in log]:
            self.broken.append("time went back in the log")
        generations = [generation for _, _, generation in sorted(self.commons.written, key=lambda one: one[1])]
        if sorted(generations) != generations:
            self.broken.append("a deposed owner wrote")
        if Engine.replay(from_record(dict(entry.record)) for entry in log).status not in {"stopped", "finished"}:
            self.broken.append("nobody heard the stop")
        for server in self.servers:
            seen = await server.do(server.sessions.find(self.opened.session))
            if seen is None or seen.status not in {"stopped", "finished"}:
                self.broken.append(f"{server.name} does not know how it ended")


class Page:
    """A page of one of the two: it looks for a server, says something now and then, and asks again until answered."""

    def __init__(self, world: Shared, role: Role, opened: Opened) -> None:
        self._world = world
        self._role = role
        self._opened = opened
        self._chance = Random(f"{world.seed}/{role}")
        self._asked = 0

    async def live(self) -> None:
        """Begin, wish this and that until the evening is over, and stop."""
        if self._role == "giver":
            await self._insist("start")
            await self._insist("ready")
        while not self._world.over:
            await asyncio.sleep(self._chance.expovariate(0.3))
            await self._insist(self._chance.choice(WISHES))
        await self._insist("stop")

    async def _insist(self, kind: CommandKind) -> None:
        self._asked += 1
        name = f"{self._role}-{self._asked}"
        while True:
            server = self._chance.choice(self._world.servers)
            try:
                async with asyncio.timeout(30.0):
                    answer = await server.do(self._ask(server, kind, name))
            except (StoreError, TimeoutError, asyncio.CancelledError):
                if (this := asyncio.current_task()) is not None and this.cancelling():
                    raise
                await asyncio.sleep(self._chance.choice((0.2, 0.5, 1.0)))
                continue
            if answer.code != "not-saved":
                self._world.hear_answer(answer)
                return

    async def _ask(self, server: Server, kind: CommandKind, name: str) -> Answer:
        admission = await server.sessions.admit(self._opened.session, self._opened.token)
        if admission is None:
            raise StoreError("not let in", "session", "Come back")
        conductor: Conductor = admission[0]
        line = conductor.listen()
        with suppress(StoreError):
            await conductor.arrive(self._role)
        try:
            seen = conductor.view()
            return await conductor.obey(Sent(name, Command(kind, by=self._role), conductor.now_ms(), seen.version))
        finally:
            conductor.unlisten(line)
            with suppress(StoreError):
                await conductor.depart(self._role)


def play_shared(seed: int, kind: type[FakePeers] = FakePeers) -> SharedOutcome:
    """Live one evening.

    Args:
        seed: What all chance comes from.
        kind: What stands in for the database.
    """
    world = Shared(seed, kind)
    asyncio.set_event_loop(None)
    try:
        world.loop.run_until_complete(world.evening())
    finally:
        world.loop.close()
    kinds = {entry.seq: str(entry.record["kind"]) for entry in world.commons.held.log(world.opened.session)}
    written = sorted(world.commons.written, key=lambda one: one[1])
    log = tuple((kinds[seq], generation) for _, seq, generation in written)
    generations = world.commons.leases[world.opened.session].generation
    return SharedOutcome(tuple(world.broken), log, len(world.told), generations)


if __name__ == "__main__":
    for named in sys.argv[1:]:
        print(named, play_shared(int(named)))  # noqa: T201 - it is run to be read
