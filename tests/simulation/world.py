"""One evening from its seed: people, network, disk, machine and what goes wrong with them, and what did not hold."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import Any, Literal
from unittest.mock import patch
from weakref import WeakKeyDictionary

from backrub.app import answered
from backrub.app import sessions as sessions_module
from backrub.app.composing import Composer
from backrub.app.conducting import Sent
from backrub.app.listening import Change
from backrub.app.planning import Planned
from backrub.app.ports import Answer, Planner
from backrub.session import Engine, Role
from backrub.technique.limits import CEILING, check_ins_allowed
from tests.simulation.clocks import Machine
from tests.simulation.disk import Crash, Disk
from tests.simulation.judge import Judge, WatchedEngine
from tests.simulation.ledger import events_of, faults_in
from tests.simulation.loop import VirtualLoop
from tests.simulation.people import CONTENT_SHARE, Device
from tests.simulation.planners import TABLE, TablePlanner, random_wishes
from tests.simulation.process import FEW_ANSWERS, Process
from tests.simulation.promises import PRESSING, Promise, Promises

__all__ = ["Outcome", "PlannerName", "World", "play"]

PlannerName = Literal["table", "composer"]
Fault = Literal["kill", "leave", "give-up", "part", "fill-disk", "sleep", "set-clock", "cut-line"]
FAULTS: tuple[Fault, ...] = (
    *("kill", "kill", "leave", "give-up", "part"),
    *("part", "fill-disk", "sleep", "set-clock", "cut-line"),
)
FAULTS_AT_MOST = 4
PEOPLE: tuple[Role, ...] = ("giver", "receiver", "watcher")
DROPPED_WHEN_STALE, HONOURED_WHEN_STALE = ("firmer", "stay", "next"), ("stop", "softer", "not-there")
LOST_SHARE, TWICE_SHARE, SLOW_SHARE = 0.01, 0.03, 0.05
OVERTIME_S, GIVE_UP_S = 240.0, 7_200.0

logging.getLogger("backrub.app.conducting").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one evening.

    Attributes:
        seed: Its seed.
        broken: What did not hold.
        status: Where the session stood in the end.
        events: How long its log is.
        writes: How often something was written.
        commands: How many wishes there were.
        processes: How many processes led it.
        looked: How many times the judge looked.
        digest: Equal for equal evenings.
    """

    seed: int
    broken: tuple[str, ...]
    status: str
    events: int
    writes: int
    commands: int
    processes: int
    looked: int
    digest: str


@dataclass
class World:
    """Everything there is in one evening."""

    seed: int
    planner: PlannerName = "table"
    crashes: dict[int, Crash] = field(default_factory=dict)
    calm: bool = False
    unsynced: bool = False

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.loop = VirtualLoop(Random(f"{self.seed}/threads"))
        self.loop.started = self._started
        self.machine = Machine(self.loop)
        self.disk = Disk(self.loop, Random(f"{self.seed}/disk"), crashes=dict(self.crashes), unsynced=self.unsynced)
        self.wishes = self.chance.choice(TABLE) if self.planner == "table" else random_wishes(self.chance)
        self.plans: Planner = TablePlanner(Random(f"{self.seed}/plans"), self.wishes)
        if self.planner == "composer":
            self.plans = Composer()
        self.content = self.chance.random() < CONTENT_SHARE
        self.devices = tuple(Device(self, role, Random(f"{self.seed}/{role}")) for role in PEOPLE)
        self.process: Process | None = None
        self.processes = 0
        self.session = ""
        self.sent: dict[str, Sent] = {}
        self.apart: dict[Role, float] = {}
        self.over = self.winding_up = False
        self.judge = Judge(Promises(6.0, 7.0), 0)
        self._net = Random(f"{self.seed}/net")
        self._owners: WeakKeyDictionary[asyncio.Task[Any], Process] = WeakKeyDictionary()

    # ---- the evening

    async def evening(self) -> None:
        """Live it from the first plan to the last answer."""
        await self._open()
        people = [asyncio.create_task(device.live()) for device in self.devices]
        faults = asyncio.create_task(self._go_wrong())
        await self._until_it_is_over()
        faults.cancel()
        self._mend()
        await asyncio.wait(people, timeout=OVERTIME_S)
        for device in self.devices:
            if device.waiting:
                self.judge.blame(f"{device.role} never got an answer to {sorted(device.waiting)}")
        await self._close_the_books()
        if self.process is not None:
            await self.process.leave()
        mine = asyncio.current_task()
        left = [task for task in asyncio.all_tasks() if task is not mine]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _open(self) -> None:
        process = self._start()
        opening = self.loop.create_task(process.sessions.open(self.wishes, "en"))
        self._own(process, opening)
        opened = await opening
        self.session = opened.session
        self.judge.promises.cap, self.judge.promises.hold_cap = _caps(opened.planned)
        self.judge.check_ins = check_ins_allowed(opened.planned.routine.duration_s)
        for place in opened.planned.wishes.avoid:
            if place.side == "both":
                self.judge.promises.given.append(Promise(0, PRESSING - 0.01, None, place.area, None, anywhere_on=True))

    async def _until_it_is_over(self) -> None:
        planned_s = self.wishes.minutes * 60
        wind_up_at_s, last_s = planned_s * 2 + 300, planned_s * 3 + GIVE_UP_S
        while not self.judge.broken:
            await asyncio.sleep(10.0)
            now_s = self.loop.now_s
            status = self._status()
            if now_s > wind_up_at_s:
                self.winding_up = True
                self._mend()
            if status == "finished" or (status == "stopped" and now_s > wind_up_at_s):
                break
            if status == "stopped" and self.chance.random() < 0.05:  # they leave it at that
                break
            if now_s > last_s:
                self.judge.blame(f"it never ended: {status}")
        self.over = self.winding_up = True

    def _status(self) -> str:
        device = self.devices[0]
        return device.view.status if device.view is not None else "planned"

    def _mend(self) -> None:
        self.disk.full = False
        self.apart.clear()
        self.disk.crashes.clear()
        if self.process is None:
            self._start()

    async def _close_the_books(self) -> None:
        log = self.disk.held.log(self.session)
        for fault in faults_in(log):
            self.judge.blame(fault)
        if self.process is None or self.judge.broken:
            return
        conductor = await self.process.conductor()
        await conductor.tick()
        log = self.disk.held.log(self.session)
        again = Engine.replay(events_of(log))
        view, timeline = conductor.view(), conductor.timeline()
        again.advance(view.at_ms)
        if again.events_emitted():
            self.judge.blame("a replay decides something anew")
        if (again.view(), again.timeline()) != (view, timeline):
            self.judge.blame("a replay of the log leads elsewhere")

    # ---- processes

    def _start(self) -> Process:
        self.processes += 1
        self.judge.came_back(self.disk.last_seq)
        self.judge.carried = set(self.disk.answered)
        self.process = Process(self, self.plans)
        return self.process

    def died(self, process: Process) -> None:
        """Note that a process is no more; another is started after a while."""
        if self.process is not process:
            return
        self.process = None
        for device in self.devices:
            device.lose()
        if not self.over:
            self.loop.call_later(self.chance.choice((0.2, 1.0, 5.0, 50.0, 90.0)), self._start_again)

    def _start_again(self) -> None:
        if self.process is None:
            self._start()

    def _started(self, task: asyncio.Task[Any]) -> None:
        """Give a task to the process whose task started it."""
        try:
            starter = asyncio.current_task(self.loop)
        except RuntimeError:
            return
        process = None if starter is None else self._owners.get(starter)
        if process is not None:
            self._own(process, task)

    def _run(self, work: Any) -> None:  # noqa: ANN401 - any coroutine
        """Have the process do something."""
        if self.process is None:
            work.close()
            return
        self._own(self.process, self.loop.create_task(work))

    def _own(self, process: Process, task: asyncio.Task[Any]) -> None:
        self._owners[task] = process
        process.own(task)

    # ---- the network

    def ask_in(self, device: Device) -> None:
        """Carry a device's greeting to the server, if there is a way."""
        self._carry(device, lambda: self._let_in(device))

    def _let_in(self, device: Device) -> None:
        if self.process is not None:
            self._run(self.process.let_in(device, device.played_ms))

    def send(self, device: Device, sent: Sent) -> None:
        """Carry a command to the server, if there is a way."""
        if device.line:
            self._carry(device, lambda: self._obey(device, sent))

    def _obey(self, device: Device, sent: Sent) -> None:
        if self.process is not None and device.line:
            self._run(self.process.obey(device, sent))

    def tell(self, process: Process, device: Device, hear: Callable[[], None]) -> None:
        """Carry something to a device, if there is a way and the server still lives."""
        if process.alive:
            self._carry(device, hear)

    def _carry(self, device: Device, arrive: Callable[[], None]) -> None:
        """Deliver late, out of turn, twice or never; what is lost breaks the line, as it does a socket's."""
        net = self._net
        if self.apart.get(device.role, 0.0) > self.loop.now_s or net.random() < LOST_SHARE:
            device.lose()
            return
        slowest_s = 8.0 if net.random() < SLOW_SHARE else 0.2
        self.loop.call_later(net.random() ** 2 * slowest_s, arrive)
        if net.random() < TWICE_SHARE:
            self.loop.call_later(net.random() * 5.0, arrive)

    # ---- what goes wrong

    async def _go_wrong(self) -> None:
        if self.calm:
            return
        whole_s = self.wishes.minutes * 60.0 + 60
        times = sorted(self.chance.uniform(5.0, whole_s) for _ in range(self.chance.randrange(FAULTS_AT_MOST + 1)))
        for at_s in times:
            await asyncio.sleep(max(0.0, at_s - self.loop.now_s))
            await self._fault(self.chance.choice(FAULTS))

    async def _fault(self, fault: Fault) -> None:
        process, chance = self.process, self.chance
        match fault:
            case "kill" if process is not None:
                self.disk.crashes[self.disk.writes + chance.randrange(1, 5)] = chance.choice(("before", "after"))
                if chance.random() < 0.5:
                    process.kill()
            case "leave" if process is not None:
                task = self.loop.create_task(process.leave())
                await asyncio.wait([task], timeout=30.0)
            case "give-up" if process is not None:
                process.give_up()
            case "part" | "cut-line":
                role = chance.choice(PEOPLE)
                seconds = chance.choice((3.0, 15.0, 40.0, 200.0)) if fault == "part" else 0.5
                self.apart[role] = self.loop.now_s + seconds
                if chance.random() < 0.7:
                    next(device for device in self.devices if device.role == role).lose()
            case "fill-disk":
                self.disk.full = True
                self.loop.call_later(chance.choice((1.0, 10.0, 90.0)), partial(setattr, self.disk, "full", False))
            case "sleep":
                self.machine.slept_ms += chance.choice((5_000, 50_000, 70_000, 3_600_000))
            case "set-clock":
                self.machine.set_by_ms += chance.choice((-3_600_000, -5_000, 3_000, 3_600_000))

    # ---- what must hold between disk, network and people

    def note(self, sent: Sent) -> None:
        """Remember what was wished."""
        self.sent[sent.id] = sent
        self.judge.names[id(sent.command)] = sent.id

    def check_staleness(self, sent: Sent, answer: Answer, *, late: bool, elsewhere: bool) -> None:
        """Hold an answer to what may be done about a command that comes too late."""
        kind = sent.command.kind
        if kind in DROPPED_WHEN_STALE and (late or elsewhere) and answer.seq is not None:
            self.judge.blame(f"a stale {kind} was carried out")
        if kind in HONOURED_WHEN_STALE and answer.code == "stale":
            self.judge.blame(f"a {kind} was dropped as stale")

    def check_answer(self, sent: Sent, answer: Answer) -> None:
        """Hold an answer that leaves the server to the disk."""
        written = self.disk.answered.get(sent.id)
        if answer.code == "not-saved":
            if written is not None:
                self.judge.blame(f"{sent.id} is on the disk and was told not to be")
        elif written != answer:
            self.judge.blame(f"{sent.id} was answered {answer} and the disk has {written}")
        elif answer.seq is not None and answer.seq > self.disk.last_seq:
            self.judge.blame(f"{sent.id} was acknowledged before event {answer.seq} was written")

    def check_told(self, device: Device, answer: Answer) -> None:
        """Hold an answer that reaches a device to those that came before, and to the disk."""
        before = device.told.get(answer.command)
        if answer.code != "not-saved" and before is not None and before != answer:
            self.judge.blame(f"{answer.command} was answered {before} and then {answer}")

    def check_told_on_disk(self, change: Change) -> None:
        """Hold what is told to the disk, unless it is full."""
        if change.entries and change.entries[-1].seq > self.disk.last_seq and not self.disk.full:
            self.judge.blame(f"event {change.entries[-1].seq} was told before it was written")
        if change.timeline is not None and change.timeline.version > self.disk.last_seq and not self.disk.full:
            self.judge.blame(f"cues of event {change.timeline.version} were told before it was written")


def _caps(planned: Planned) -> tuple[float, float]:
    routine = planned.routine
    held = [step.pressure[1] for step in routine.steps if step.kind == "hold" and step.pressure is not None]
    return routine.cap, min(float(CEILING), max(held, default=routine.cap + 1))


def play(
    seed: int,
    planner: PlannerName = "table",
    *,
    crashes: dict[int, Crash] | None = None,
    calm: bool = False,
    unsynced: bool = False,
    engine: type[WatchedEngine] = WatchedEngine,
) -> Outcome:
    """Live one evening.

    Args:
        seed: What all chance comes from.
        planner: Who plans.
        crashes: Writes that a process does not survive.
        calm: Whether nothing goes wrong but those.
        unsynced: Whether the disk calls a write done before it is.
        engine: What stands in for the engine.
    """
    world = World(seed, planner, crashes or {}, calm, unsynced)
    watched = type("Watched", (engine,), {"judge": world.judge})
    asyncio.set_event_loop(None)
    try:
        with patch.object(sessions_module, "Engine", watched), patch.object(answered, "KEPT", FEW_ANSWERS):
            world.loop.run_until_complete(world.evening())
    finally:
        world.loop.close()
    log = world.disk.held.log(world.session)
    digest = hashlib.sha256(json.dumps([dict(entry.record) for entry in log]).encode()).hexdigest()
    status = Engine.replay(events_of(log)).status if not world.judge.broken else "broken"
    return Outcome(
        seed,
        tuple(world.judge.broken),
        status,
        len(log),
        world.disk.writes,
        len(world.sent),
        world.processes,
        world.judge.seen,
        digest,
    )
