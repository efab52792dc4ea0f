"""Sessions in memory: for tests, and for people who want nothing on disk at all."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace

from backrub.app.ports import Answer, Entry, Heartbeat, SessionRecord
from backrub.errors import StoreError

__all__ = ["MemoryStore"]


@dataclass(slots=True)
class _Held:
    record: SessionRecord
    log: list[Entry] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    heartbeat: Heartbeat | None = None


def _done() -> Future[None]:
    future: Future[None] = Future()
    future.set_result(None)
    return future


def _failed(what: str) -> Future[None]:
    future: Future[None] = Future()
    future.set_exception(StoreError(what, "memory", "Start again"))
    return future


class MemoryStore:
    """A session store that ends with its process."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}

    def add(self, record: SessionRecord) -> Future[None]:
        """Hold a new session."""
        if record.id in self._held:
            return _failed("this session is there already")
        self._held[record.id] = _Held(record)
        return _done()

    def append(self, session: str, entries: tuple[Entry, ...], answer: Answer | None) -> Future[None]:
        """Hold events and the answer they led to, all or nothing."""
        held = self._held.get(session)
        if held is None:
            return _failed("this session is not there")
        taken = {entry.seq for entry in held.log}
        if any(entry.seq in taken for entry in entries) or (answer is not None and answer.command in held.answers):
            return _failed("this is there already")
        held.log.extend(entries)
        if answer is not None:
            held.answers[answer.command] = answer
        return _done()

    def beat(self, session: str, heartbeat: Heartbeat) -> Future[None]:
        """Hold the sign of life."""
        held = self._held.get(session)
        if held is None:
            return _failed("this session is not there")
        held.heartbeat = heartbeat
        return _done()

    def end(self, session: str, utc_ms: int | None) -> Future[None]:
        """Note when the session was over, or with None that it goes on after all."""
        return self._change(session, ended_utc_ms=utc_ms)

    def keep(self, session: str) -> Future[None]:
        """Note that the people want it kept."""
        return self._change(session, kept=True)

    def forget(self, session: str) -> Future[None]:
        """Drop everything of it."""
        self._held.pop(session, None)
        return _done()

    def erase(self) -> Future[None]:
        """Drop everything of everyone."""
        self._held.clear()
        return _done()

    def find(self, session: str) -> SessionRecord | None:
        """Give a session, or None."""
        held = self._held.get(session)
        return held.record if held else None

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Give every session, oldest first."""
        records = (held.record for held in self._held.values())
        return tuple(sorted(records, key=lambda record: (record.created_utc_ms, record.id)))

    def log(self, session: str) -> tuple[Entry, ...]:
        """Give its events in order."""
        held = self._held.get(session)
        return tuple(sorted(held.log, key=lambda entry: entry.seq)) if held else ()

    def answers(self, session: str) -> Mapping[str, Answer]:
        """Give what was answered, by command id."""
        held = self._held.get(session)
        return dict(held.answers) if held else {}

    def answer(self, session: str, command: str) -> Answer | None:
        """Give what was answered to one command, or None."""
        held = self._held.get(session)
        return held.answers.get(command) if held else None

    def heartbeat(self, session: str) -> Heartbeat | None:
        """Give the last sign of life."""
        held = self._held.get(session)
        return held.heartbeat if held else None

    def close(self) -> None:
        """Nothing waits."""

    def _change(self, session: str, **fields: bool | int | None) -> Future[None]:
        held = self._held.get(session)
        if held is not None:
            held.record = replace(held.record, **fields)  # type: ignore[arg-type]
        return _done()
