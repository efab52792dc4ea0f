"""Sessions of a server that shares its store with others: each is led by one of them, and may be joined at any.

A server leads while it holds the session's lease, and holds its leases while it is renewed well inside their term. One
that could not be renewed for a term leads nothing any more, since another may; its pages go on by themselves and look
for a server. Whatever it still tries to write is refused.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import Any

from backrub.app.conducting import Conductor
from backrub.app.following import Follower, sent_from
from backrub.app.ports import Lease, Note, Peers, Ports
from backrub.app.sessions import Sessions
from backrub.errors import LeaseLost, StoreError
from backrub.session import Engine, Role, from_record

__all__ = ["SharedSessions"]

RENEWALS_PER_TERM = 4
GRACE_S = 0.2
"""How long a server that comes late to its own renewal waits for it before it gives everything up."""

_log = logging.getLogger(__name__)


class SharedSessions(Sessions):
    """Every session this server leads or follows; it lives on one event loop.

    Args:
        ports: Every port, filled.
        peers: The servers that share the store.
    """

    def __init__(self, ports: Ports, peers: Peers) -> None:
        super().__init__(ports)
        self._peers = peers
        self._leases: dict[str, Lease] = {}
        self._guests: Counter[tuple[str, str, Role]] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._renewing = ThreadPoolExecutor(1, "renewal")  # never behind a composer that takes its time
        self._renewed_s: float | None = None
        self._troubled = False
        self._ended = False

    # ---- being alive

    async def share(self) -> None:
        """Be one of the servers, until cancelled."""
        loop = asyncio.get_running_loop()
        self._peers.hear(lambda note: _call_on(loop, self.hear, note))
        while True:
            await self.renew()
            await asyncio.sleep(self._peers.term_s / RENEWALS_PER_TERM)

    async def renew(self) -> None:
        """Be alive for another term, and take over from whoever is not; after a term without it lead nothing."""
        loop = asyncio.get_running_loop()
        began_s = loop.time()
        renewal = asyncio.ensure_future(loop.run_in_executor(self._renewing, self._peers.renew))
        renewal.add_done_callback(_look_at)
        left_s = self._peers.term_s if self._renewed_s is None else self._renewed_s + self._peers.term_s - began_s
        done, _ = await asyncio.wait([renewal], timeout=max(GRACE_S, left_s))
        if not done:
            await self._stand_down()
        try:
            alive = await renewal
        except StoreError as error:
            if not self._troubled:  # once is enough to say it
                _log.error("not renewed: %s", error)
            self._troubled = True
            if self._renewed_s is not None and loop.time() - self._renewed_s >= self._peers.term_s:
                await self._stand_down()
            return
        self._renewed_s = began_s
        self._troubled = False
        self._look_after(alive)

    def _look_after(self, alive: frozenset[str]) -> None:
        for session, follower in self._followers():
            if follower.lease.server in alive:
                follower.remind()
            else:
                self._start(self._take_over(session, follower))
        for guest in [one for one in self._guests if one[0] not in alive]:
            self._start(self._send_home(*guest))

    async def _stand_down(self) -> None:
        for session in tuple(self._led):
            await self._lose(session)

    # ---- who leads what

    def running(self) -> str | None:
        """Give no session: those of a shared store are not one household's."""
        return None

    async def forget(self, session: str) -> None:
        """Delete a session; when this returns, no row of it is in the database."""
        self._leases.pop(session, None)  # deleted with the rest, so that nobody takes it over meanwhile
        await super().forget(session)

    async def close(self) -> None:
        """Lead nothing any more; the other servers may at once."""
        if self._ended:
            return
        self._ended = True
        for task in tuple(self._tasks):
            task.cancel()
        self._leases.clear()
        for session in tuple(self._led):
            await self._end(session)
        try:
            await asyncio.get_running_loop().run_in_executor(self._renewing, self._peers.leave)  # after any renewal
        except StoreError as error:
            _log.error("left without a word: %s", error)
        self._renewing.shutdown(wait=False)

    async def _right_to_lead(self, session: str) -> Ports | None:
        lease = await asyncio.to_thread(self._peers.claim, session)
        return None if lease is None or lease.server != self._peers.name else self._under(lease)

    def _under(self, lease: Lease) -> Ports:
        self._leases[lease.session] = lease
        self._peers.tell(Note("taken", lease.session, self._peers.name, {"generation": lease.generation}))
        return replace(self._ports, store=self._peers.under(lease))

    async def _bring_back(self, session: str) -> Conductor | None:
        if self._ended:
            raise LeaseLost("this server ends", "session", "Come back to another")
        lease = await asyncio.to_thread(self._peers.claim, session)
        if lease is None:
            return None
        if lease.server == self._peers.name:
            conductor = await asyncio.to_thread(self._load, session, self._under(lease))
        else:
            conductor = await asyncio.to_thread(self._load_follower, lease)
        return None if conductor is None else await self._begin(conductor)

    async def _begin(self, conductor: Conductor) -> Conductor:
        session = conductor.record.id
        try:
            begun = await super()._begin(conductor)
        except LeaseLost:
            self._leases.pop(session, None)
            raise
        self._led[session].task.add_done_callback(lambda task: self._attended(session, task))
        return begun

    async def _spared(self) -> frozenset[str]:
        return await super()._spared() | await asyncio.to_thread(self._peers.led)

    async def _let_go(self, session: str) -> None:
        await super()._let_go(session)
        lease = self._leases.pop(session, None)
        if lease is not None:
            with suppress(StoreError):
                await asyncio.to_thread(self._peers.release, lease)

    async def _end(self, session: str) -> None:
        for guest in [one for one in self._guests if one[1] == session]:
            del self._guests[guest]
        await super()._end(session)

    async def _lose(self, session: str) -> None:
        """Lead a session no more because another may; its pages come back, here or there."""
        self._leases.pop(session, None)
        await self._end(session)

    async def _take_over(self, session: str, follower: Follower) -> None:
        led = self._led.get(session)
        if led is not None and led.conductor is follower:
            await self._end(session)
            with suppress(StoreError):  # its pages ask again
                await self.find(session)

    def _load_follower(self, lease: Lease) -> Follower | None:
        record = self._ports.store.find(lease.session)
        if record is None:
            return None
        engine = Engine.replay(from_record(dict(entry.record)) for entry in self._ports.store.log(lease.session))
        return Follower(record, engine, self._ports, self._later, self._peers, lease)

    def _attended(self, session: str, task: asyncio.Task[None]) -> None:
        """Notice that a conductor found itself deposed."""
        led = self._led.get(session)
        if led is not None and led.task is task and not task.cancelled():
            self._start(self._lose(session))

    def _followers(self) -> list[tuple[str, Follower]]:
        return [(name, led.conductor) for name, led in self._led.items() if isinstance(led.conductor, Follower)]

    # ---- what the others say

    def hear(self, note: Note) -> None:
        """Take in what another server says."""
        match note.kind:
            case "missed":
                for _, follower in self._followers():
                    follower.changed()
            case "free":
                for session, follower in self._followers():
                    if note.session in (session, "") and follower.lease.server == note.sender:
                        self._start(self._take_over(session, follower))
            case "gone":
                for session in (note.session,) if note.session else tuple(self._led):
                    self._leases.pop(session, None)
                    self._start(self._let_go(session))
            case "changed" | "taken":
                self._hear_of(note)
            case _:
                if note.session in self._leases and (led := self._led.get(note.session)):
                    self._start(self._serve(note, led.conductor))

    def _hear_of(self, note: Note) -> None:
        led, lease = self._led.get(note.session), self._leases.get(note.session)
        follower = led.conductor if led is not None and isinstance(led.conductor, Follower) else None
        if note.kind == "changed" and follower is not None:
            follower.changed()
        elif note.kind == "taken":
            held = lease or (follower.lease if follower is not None else None)
            if held is not None and held.generation < note.body.get("generation", 0):
                self._start(self._lose(note.session))

    async def _serve(self, note: Note, conductor: Conductor) -> None:
        """Do for devices at another server what is done for those here."""
        with suppress(StoreError):
            match note.kind:
                case "wish":
                    await conductor.obey(sent_from(note.body))
                case "follow":
                    await conductor.sign()
                case "played":
                    await conductor.catch_up(note.body["at_ms"])
                    await conductor.sign()
                case "arrive":
                    self._guests[note.sender, note.session, note.body["role"]] += 1
                    await conductor.arrive(note.body["role"])
                case "depart":
                    await self._send_one_home(note.sender, note.session, note.body["role"])
        self._peers.tell(Note("changed", note.session, self._peers.name), note.sender)

    async def _send_home(self, server: str, session: str, role: Role) -> None:
        while self._guests[server, session, role] > 0:
            await self._send_one_home(server, session, role)
        del self._guests[server, session, role]

    async def _send_one_home(self, server: str, session: str, role: Role) -> None:
        led = self._led.get(session)
        if self._guests[server, session, role] > 0:
            self._guests[server, session, role] -= 1
            if led is not None:
                with suppress(StoreError):
                    await led.conductor.depart(role)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        if self._ended:
            work.close()
            return
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _call_on(loop: asyncio.AbstractEventLoop, hear: Any, note: Note) -> None:  # noqa: ANN401 - see `Peers.hear`
    with suppress(RuntimeError):  # the loop has ended
        loop.call_soon_threadsafe(hear, note)


def _look_at(done: asyncio.Future[Any]) -> None:
    """See how something ended that nobody may wait for any more."""
    if not done.cancelled():
        done.exception()
