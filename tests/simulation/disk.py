"""A disk that takes its time, may be full, and forgets with its process whatever it has not written yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from backrub.adapters.memory_store import MemoryStore
from backrub.app.ports import Answer, Entry, Heartbeat, SessionRecord
from backrub.errors import StoreError
from tests.simulation.loop import VirtualLoop

__all__ = ["Crash", "Disk", "DiskStore"]

Crash = Literal["before", "after"]
"""Whether a process dies just before what it writes is on the disk, or after that and before anybody is told."""


@dataclass
class Disk:
    """What outlives every process.

    Attributes:
        held: What is safely written.
        full: Whether nothing can be written now.
        writes: How many writes were tried so far.
        crashes: Which of the writes the process does not survive.
        unsynced: Mutation: whether a write is called done before it is.
        answered: Every answer that is safely written, by the command's id.
        last_seq: Number of the last event that is safely written.
    """

    loop: VirtualLoop
    chance: Random
    held: MemoryStore = field(default_factory=MemoryStore)
    full: bool = False
    writes: int = 0
    crashes: dict[int, Crash] = field(default_factory=dict)
    unsynced: bool = False
    answered: dict[str, Answer] = field(default_factory=dict)
    last_seq: int = 0
    slowest_s: float = 0.02


class DiskStore:
    """The session store of one process."""

    def __init__(self, disk: Disk, on_crash: Callable[[], None]) -> None:
        self._disk = disk
        self._on_crash = on_crash
        self._free_at_s = 0.0
        self.dead = False

    def add(self, record: SessionRecord) -> Future[None]:
        """Write a new session."""
        return self._do(lambda: self._disk.held.add(record))

    def append(self, session: str, entries: tuple[Entry, ...], answer: Answer | None) -> Future[None]:
        """Write events and the answer they led to, all or nothing."""
        return self._do(lambda: self._append(session, entries, answer))

    def beat(self, session: str, heartbeat: Heartbeat) -> Future[None]:
        """Write the sign of life; one that is lost is not missed, so no crash is tried here."""
        if self.dead or self._disk.full:
            return Future()
        return self._disk.held.beat(session, heartbeat)

    def end(self, session: str, utc_ms: int | None) -> Future[None]:
        """Note when it was over."""
        return self._do(lambda: self._disk.held.end(session, utc_ms))

    def keep(self, session: str) -> Future[None]:
        """Note that it is to be kept."""
        return self._do(lambda: self._disk.held.keep(session))

    def forget(self, session: str) -> Future[None]:
        """Delete it."""
        return self._do(lambda: self._disk.held.forget(session))

    def erase(self) -> Future[None]:
        """Delete everything."""
        return self._do(self._disk.held.erase)

    def find(self, session: str) -> SessionRecord | None:
        """Give a session, or None."""
        return self._disk.held.find(session)

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Give every session."""
        return self._disk.held.sessions()

    def log(self, session: str) -> tuple[Entry, ...]:
        """Give its events."""
        return self._disk.held.log(session)

    def answers(self, session: str) -> Mapping[str, Answer]:
        """Give what was answered."""
        return self._disk.held.answers(session)

    def answer(self, session: str, command: str) -> Answer | None:
        """Give what was answered to one command."""
        return self._disk.held.answer(session, command)

    def heartbeat(self, session: str) -> Heartbeat | None:
        """Give the last sign of life."""
        return self._disk.held.heartbeat(session)

    def close(self) -> None:
        """Let go of nothing."""

    def _append(self, session: str, entries: tuple[Entry, ...], answer: Answer | None) -> Future[None]:
        written = self._disk.held.append(session, entries, answer)
        if written.exception() is None:
            if answer is not None:
                self._disk.answered[answer.command] = answer
            if entries:
                self._disk.last_seq = max(self._disk.last_seq, entries[-1].seq)
        return written

    def _do(self, write: Callable[[], Future[None]]) -> Future[None]:
        """Write in turn, each when the one before it is on the disk."""
        done: Future[None] = Future()
        if self.dead:
            return done
        disk = self._disk
        disk.writes += 1
        self._free_at_s = max(self._free_at_s, disk.loop.time()) + disk.chance.random() ** 3 * disk.slowest_s
        disk.loop.call_at(self._free_at_s, self._land, write, done, disk.writes)
        if disk.unsynced:
            done.set_result(None)
        return done

    def _land(self, write: Callable[[], Future[None]], done: Future[None], number: int) -> None:
        if self.dead:
            return
        crash = self._disk.crashes.pop(number, None)
        if crash == "before":
            self._on_crash()
            return
        trouble = StoreError("the disk is full", "disk", "Make room") if self._disk.full else write().exception()
        if crash == "after":
            self._on_crash()
        elif not done.done():
            if trouble is None:
                done.set_result(None)
            else:
                done.set_exception(trouble)
