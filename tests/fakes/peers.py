"""Servers that share a store in memory: a database one may look into, cut off from a server, and let time pass for."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from backrub.adapters.memory_store import MemoryStore
from backrub.app.ports import Answer, Clock, Entry, Heartbeat, Lease, News, Note
from backrub.errors import LeaseLost, StoreError
from backrub.units import MS_PER_S
from tests.fakes.clock import FakeClock

__all__ = ["Commons", "FakePeers", "LeasedMemory"]

T = TypeVar("T")
TERM_S = 1.5


@dataclass
class Commons:
    """What the servers share.

    Attributes:
        apart: Servers that cannot reach it now.
        deaf: Servers that are told nothing now.
        later: Has a write land; at once, unless somebody puts another in its place.
        carry: Has a note arrive, in the same way.
        written: For each event its session, number, and the generation of the lease it was written under.
    """

    clock: Clock = field(default_factory=FakeClock)
    held: MemoryStore = field(default_factory=MemoryStore)
    leases: dict[str, Lease] = field(default_factory=dict)
    alive_until_ms: dict[str, int] = field(default_factory=dict)
    hearing: dict[str, Callable[[Note], object]] = field(default_factory=dict)
    apart: set[str] = field(default_factory=set)
    deaf: set[str] = field(default_factory=set)
    later: Callable[[Callable[[], None]], object] = field(default=lambda land: land())
    carry: Callable[[Callable[[], object]], object] = field(default=lambda arrive: arrive())
    written: list[tuple[str, int, int]] = field(default_factory=list)

    def alive(self) -> frozenset[str]:
        """Give the servers that are within their term."""
        return frozenset(name for name, until_ms in self.alive_until_ms.items() if until_ms > self.clock.utc_ms())

    def say(self, note: Note, to: str | None = None) -> None:
        """Hand a note to one server or to all but its sender."""
        for name, heard in tuple(self.hearing.items()):
            if name != note.sender and to in (None, name) and name not in self.deaf | self.apart:
                self.carry(partial(heard, note))

    def drop(self, session: str) -> None:
        """Delete a session with its lease."""
        self.held.forget(session)
        self.leases.pop(session, None)
        self.say(Note("gone", session))


class LeasedMemory(MemoryStore):
    """The shared sessions as one server reads and writes them, under a lease or under none."""

    def __init__(self, commons: Commons, server: str, lease: Lease | None = None) -> None:
        self._commons = commons
        self._server = server
        self._lease = lease
        self._held = commons.held._held

    def append(self, session: str, entries: tuple[Entry, ...], answer: Answer | None) -> Future[None]:
        """Hold events and tell the others."""
        appended = super().append

        def work() -> Future[None]:
            done = appended(session, entries, answer)
            if done.exception() is None:
                generation = self._lease.generation if self._lease else 0
                self._commons.written += [(session, entry.seq, generation) for entry in entries]
                self._commons.say(Note("changed", session, self._server))
            return done

        return self._write(work)

    def beat(self, session: str, heartbeat: Heartbeat) -> Future[None]:
        """Hold the sign of life."""
        beaten = super().beat
        return self._write(lambda: beaten(session, heartbeat))

    def end(self, session: str, utc_ms: int | None) -> Future[None]:
        """Note the end."""
        ended = super().end
        return self._write(lambda: ended(session, utc_ms))

    def forget(self, session: str) -> Future[None]:
        """Drop everything of it, everywhere."""

        def work() -> Future[None]:
            self._commons.drop(session)
            return _done(None)

        return self._write(work, fenced=False)

    def _write(self, work: Callable[[], Future[None]], *, fenced: bool = True) -> Future[None]:
        """Have a write land: the lease counts that holds then."""
        done: Future[None] = Future()

        def land() -> None:
            trouble = self._trouble(fenced=fenced) or work().exception()
            if trouble is None:
                done.set_result(None)
            else:
                done.set_exception(trouble)

        self._commons.later(land)
        return done

    def _trouble(self, *, fenced: bool) -> Exception | None:
        lease = self._lease
        if self._server in self._commons.apart:
            return StoreError("it cannot be reached", "commons", "Wait")
        held = lease is None or self._commons.leases.get(lease.session) == lease
        return None if held or not fenced else LeaseLost("another leads", "commons", "Come back")


class FakePeers:
    """One server among those that share a store in memory."""

    def __init__(self, commons: Commons, name: str) -> None:
        self.commons = commons
        self.name = name
        self.term_s = TERM_S

    @property
    def store(self) -> LeasedMemory:
        """The shared sessions."""
        return LeasedMemory(self.commons, self.name)

    def renew(self) -> frozenset[str]:
        """Be alive for another term."""
        self._reach()
        self.commons.alive_until_ms[self.name] = self.commons.clock.utc_ms() + round(TERM_S * MS_PER_S)
        return self.commons.alive()

    def claim(self, session: str) -> Lease | None:
        """Take a session that nobody alive leads."""
        self._reach()
        if self.commons.held.find(session) is None:
            return None
        standing = self.commons.leases.get(session)
        living = self.commons.alive() - {self.name}
        if standing is None or standing.server not in living:
            generation = standing.generation + 1 if standing else 1
            standing = self.commons.leases[session] = Lease(session, self.name, generation)
        return standing

    def release(self, lease: Lease) -> None:
        """Let any server take a session."""
        self._reach()
        if self.commons.leases.get(lease.session) == lease:
            self.commons.leases[lease.session] = Lease(lease.session, "", lease.generation)
        self.tell(Note("free", lease.session, self.name))

    def under(self, lease: Lease) -> LeasedMemory:
        """Give the store as it is while a lease is the newest."""
        return LeasedMemory(self.commons, self.name, lease)

    def led(self) -> frozenset[str]:
        """Give the sessions that some server alive leads."""
        self._reach()
        return frozenset(name for name, lease in self.commons.leases.items() if lease.server in self.commons.alive())

    def news(self, session: str, after_seq: int, asked: frozenset[str]) -> News:
        """Give what a follower does not know yet."""
        self._reach()
        held = self.commons.held
        answers = {name: answer for name, answer in held.answers(session).items() if name in asked}
        later = tuple(entry for entry in held.log(session) if entry.seq > after_seq)
        return News(later, held.heartbeat(session), answers)

    def hear(self, heard: Callable[[Note], object]) -> None:
        """Have every note handed over, in the context of whoever listens."""
        context = copy_context()
        self.commons.hearing[self.name] = lambda note: context.copy().run(heard, note)
        heard(Note("missed"))

    def tell(self, note: Note, to: str | None = None) -> None:
        """Say something, unless nobody can hear it."""
        if self.name not in self.commons.apart:
            self.commons.say(note, to)

    def leave(self) -> None:
        """Be gone."""
        self._reach()
        self.commons.alive_until_ms.pop(self.name, None)
        self.tell(Note("free", sender=self.name))

    def _reach(self) -> None:
        if self.name in self.commons.apart:
            raise StoreError("it cannot be reached", "commons", "Wait")


def _done(trouble: Exception | None) -> Future[None]:
    future: Future[None] = Future()
    if trouble is None:
        future.set_result(None)
    else:
        future.set_exception(trouble)
    return future
