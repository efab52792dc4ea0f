"""Sessions from opening to keeping or forgetting: who may join, which are led now, and which come back from disk."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from weakref import WeakValueDictionary

from backrub.app.conducting import GAP_MS, Conductor
from backrub.app.joining import digest
from backrub.app.later import Later
from backrub.app.planning import Planned
from backrub.app.ports import Ports, SessionRecord
from backrub.errors import StoreError
from backrub.person import Wishes
from backrub.session import Begin, Command, Engine, Role, from_record

__all__ = ["UNANSWERED_MS", "Opened", "Sessions", "forget_unanswered"]

UNANSWERED_MS = 24 * 60 * 60 * 1000
"""How long a session that nobody said to keep stays on disk."""

SWEEP_S = 600.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """A new session and the secret that proves the giver's role in it."""

    session: str
    token: str
    planned: Planned


@dataclass(slots=True)
class _Led:
    conductor: Conductor
    task: asyncio.Task[None]


class Sessions:
    """Every session this process leads; it lives on one event loop."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._later = Later()
        self._led: dict[str, _Led] = {}
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._farewells: list[Callable[[str], Awaitable[None]]] = []

    def before_letting_go(self, farewell: Callable[[str], Awaitable[None]]) -> None:
        """Have something done each time before a session is led no more; it is given the session's id."""
        self._farewells.append(farewell)

    async def open(self, wishes: Wishes, locale: str) -> Opened:
        """Compose a rub and make a session of it.

        Raises:
            NotTonight: A health answer forbids a rub today.
            UsageError: A wish is out of its range.
            StoreError: It cannot be written.
        """
        return await self.open_planned(await asyncio.to_thread(self._ports.planner.plan, wishes), locale)

    async def open_planned(self, planned: Planned, locale: str) -> Opened:
        """Make a session of a plan.

        Raises:
            StoreError: It cannot be written.
        """
        token = self._ports.ids.token()
        record = SessionRecord(
            self._ports.ids.session(), digest(token), locale, planned.wishes, self._ports.clock.utc_ms()
        )
        engine = Engine.new(planned.setting)
        cycles_s = await asyncio.to_thread(self._ports.planner.cycles_s, planned)
        engine.receive(Begin(planned.routine, planned.setting, cycles_s), 0)
        await asyncio.wrap_future(self._ports.store.add(record))
        ports = await self._right_to_lead(record.id)
        if ports is not None:  # nobody else knows of it yet
            await self._begin(Conductor(record, engine, ports, self._later, answers={}))
        return Opened(record.id, token, planned)

    async def find(self, session: str) -> Conductor | None:
        """Give the conductor of a session, brought back from disk if need be; None when there is no such session."""
        if led := self._led.get(session):
            return led.conductor
        async with self._turns.setdefault(session, asyncio.Lock()):
            if led := self._led.get(session):
                return led.conductor
            return await self._bring_back(session)

    async def admit(self, session: str, token: str) -> tuple[Conductor, Role] | None:
        """Give conductor and role to whoever holds the session's secret, else None."""
        conductor = await self.find(session)
        if conductor is None or not hmac.compare_digest(conductor.record.token_sha256, digest(token)):
            return None
        return conductor, "giver"

    def running(self) -> str | None:
        """Give the session that is being led now, or None."""
        for session, led in self._led.items():
            if led.conductor.status in {"preparing", "running", "paused"}:
                return session
        return None

    async def keep(self, session: str) -> None:
        """Keep a session until somebody deletes it."""
        await asyncio.wrap_future(self._ports.store.keep(session))

    async def forget(self, session: str) -> None:
        """Delete a session; when this returns, no byte of it is in the data folder."""
        await self._let_go(session)
        await asyncio.wrap_future(self._ports.store.forget(session))

    async def sweep(self) -> None:
        """From time to time let go of what nobody watches, and forget what nobody answered, until cancelled."""
        while True:
            for session in [name for name, led in self._led.items() if _is_idle(led.conductor)]:
                await self._let_go(session)
            try:
                spared = await self._spared()
                await asyncio.to_thread(forget_unanswered, self._ports, spared)
            except StoreError as error:
                _log.error("nothing was swept: %s", error)
            await asyncio.sleep(SWEEP_S)

    async def share(self) -> None:
        """Be one of several servers on one store, until cancelled; alone there is nothing to do."""

    async def close(self) -> None:
        """Lead nothing any more."""
        for session in tuple(self._led):
            await self._let_go(session)

    async def _bring_back(self, session: str) -> Conductor | None:
        ports = await self._right_to_lead(session)
        conductor = None if ports is None else await asyncio.to_thread(self._load, session, ports)
        return None if conductor is None else await self._begin(conductor)

    async def _right_to_lead(self, _session: str) -> Ports | None:
        """Give the ports to lead a session with, or None where another server does."""
        return self._ports

    async def _spared(self) -> frozenset[str]:
        """Give the sessions that may not be forgotten, however old."""
        return frozenset(self._led)

    async def _begin(self, conductor: Conductor) -> Conductor:
        await conductor.begin()
        self._led[conductor.record.id] = _Led(conductor, asyncio.create_task(conductor.attend()))
        return conductor

    async def _let_go(self, session: str) -> None:
        for farewell in self._farewells:
            await farewell(session)
        await self._end(session)

    async def _end(self, session: str) -> None:
        """Lead a session no more; doors that it has stay open."""
        led = self._led.pop(session, None)
        if led is not None:
            led.task.cancel()
            with suppress(asyncio.CancelledError):
                await led.task
            await led.conductor.close()

    def _load(self, session: str, ports: Ports) -> Conductor | None:
        record = ports.store.find(session)
        if record is None:
            return None
        log = ports.store.log(session)
        engine = Engine.replay(from_record(dict(entry.record)) for entry in log)
        at_ms = self._resume(engine, session, max((entry.at_ms for entry in log), default=0))
        for role in engine.state.present:  # whoever was there has to come in again
            engine.receive(Command("leave", by=role), engine.now_ms)
        answers = ports.store.answers(session)
        return Conductor(record, engine, ports, self._later, at_ms=at_ms, answers=answers)

    def _resume(self, engine: Engine, session: str, last_event_ms: int) -> int:
        """Give the engine the time it missed; after a long gap, or when the clock went back, hands rest."""
        beat = self._ports.store.heartbeat(session)
        if beat is None:
            return last_event_ms
        last_ms = max(last_event_ms, beat.at_ms)
        gap_ms = self._ports.clock.utc_ms() - beat.utc_ms
        at_ms = beat.at_ms + int(gap_ms * self._ports.clock.rate)
        if 0 <= gap_ms <= GAP_MS:  # real time: how long two people were alone, however fast a rehearsal runs
            engine.advance(max(last_ms, at_ms))
        else:
            engine.resume_at(last_ms, at_ms)
        return engine.now_ms


def forget_unanswered(ports: Ports, spared: frozenset[str] = frozenset()) -> int:
    """Delete every session that nobody said to keep within a day; give their number."""
    before_ms = ports.clock.utc_ms() - UNANSWERED_MS
    old = [one for one in ports.store.sessions() if not one.kept and one.created_utc_ms < before_ms]
    gone = [one for one in old if one.id not in spared]
    for record in gone:
        ports.store.forget(record.id).result()
    return len(gone)


def _is_idle(conductor: Conductor) -> bool:
    return not conductor.watched and conductor.status != "running"
