"""What the session stores on SQL have in common: rows and statements; where they run is each store's own."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from backrub.adapters.schema import answers, events, heartbeats, sessions
from backrub.app.ports import Answer, Entry, Heartbeat, SessionRecord
from backrub.person import Wishes
from backrub.wire.mapping import read, write

__all__ = [
    "Row",
    "SQLStore",
    "answer_of",
    "answer_row",
    "append_statements",
    "beat_statement",
    "end_statement",
    "entry_of",
    "event_row",
    "forgetting",
    "heartbeat_of",
    "spelt",
]

Row = Mapping[Any, Any]


class SQLStore(ABC):
    """A session store whose statements somebody runs."""

    @abstractmethod
    def _do(self, *statements: sa.Executable, scrub: bool = False) -> Future[None]:
        """Run statements in one transaction; `scrub` when they delete what must leave no trace."""

    @abstractmethod
    def _all(self, statement: sa.Select[Any]) -> list[Row]:
        """Give every row a question finds."""

    def add(self, record: SessionRecord) -> Future[None]:
        """Write a new session."""
        row = {
            "id": record.id,
            "token_sha256": record.token_sha256,
            "locale": record.locale,
            "wishes": json.dumps(write(Wishes, record.wishes)),
            "created_utc_ms": record.created_utc_ms,
            "kept": record.kept,
            "ended_utc_ms": record.ended_utc_ms,
        }
        return self._do(sa.insert(sessions).values(row))

    def keep(self, session: str) -> Future[None]:
        """Note that the people want it kept."""
        return self._do(sa.update(sessions).where(sessions.c.id == session).values(kept=True))

    def forget(self, session: str) -> Future[None]:
        """Delete everything of it."""
        return self._do(forgetting(session), scrub=True)

    def erase(self) -> Future[None]:
        """Delete everything of everyone."""
        return self._do(forgetting(), scrub=True)

    def find(self, session: str) -> SessionRecord | None:
        """Give a session, or None."""
        rows = self._all(sa.select(sessions).where(sessions.c.id == session))
        return _record(rows[0]) if rows else None

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Give every session, oldest first."""
        return tuple(map(_record, self._all(sa.select(sessions).order_by(sessions.c.created_utc_ms, sessions.c.id))))

    def log(self, session: str) -> tuple[Entry, ...]:
        """Give its events in order."""
        rows = self._all(sa.select(events).where(events.c.session == session).order_by(events.c.seq))
        return tuple(map(entry_of, rows))

    def answers(self, session: str) -> Mapping[str, Answer]:
        """Give what was answered, by command id."""
        rows = map(answer_of, self._all(sa.select(answers).where(answers.c.session == session)))
        return {answer.command: answer for answer in rows}

    def answer(self, session: str, command: str) -> Answer | None:
        """Give what was answered to one command, or None."""
        asked = sa.and_(answers.c.session == session, answers.c.command == spelt(command))
        rows = self._all(sa.select(answers).where(asked))
        return answer_of(rows[0]) if rows else None

    def heartbeat(self, session: str) -> Heartbeat | None:
        """Give the last sign of life."""
        rows = self._all(sa.select(heartbeats).where(heartbeats.c.session == session))
        return heartbeat_of(rows[0]) if rows else None


def append_statements(session: str, entries: Sequence[Entry], answer: Answer | None) -> list[sa.Executable]:
    """Give what writes events and the answer they led to."""
    rows = [event_row(session, entry) for entry in entries]
    statements: list[sa.Executable] = [sa.insert(events).values(rows)] if rows else []
    if answer is not None:
        statements.append(sa.insert(answers).values(answer_row(session, answer)))
    return statements


def event_row(session: str, entry: Entry) -> dict[str, Any]:
    """Give the row of an event."""
    return {
        "session": session,
        "seq": entry.seq,
        "at_ms": entry.at_ms,
        "recorded_utc_ms": entry.recorded_utc_ms,
        "record": json.dumps(entry.record, separators=(",", ":")),
    }


def answer_row(session: str, answer: Answer) -> dict[str, Any]:
    """Give the row of an answer."""
    told = {"command": spelt(answer.command), "seq": answer.seq, "code": answer.code, "message": answer.message}
    return told | {"session": session}


def beat_statement(session: str, heartbeat: Heartbeat) -> sa.Executable:
    """Give what writes the sign of life to PostgreSQL."""
    now = {"at_ms": heartbeat.at_ms, "utc_ms": heartbeat.utc_ms}
    fresh = postgresql.insert(heartbeats).values(now | {"session": session})
    return fresh.on_conflict_do_update(index_elements=["session"], set_=now)


def end_statement(session: str, utc_ms: int | None) -> sa.Executable:
    """Give what notes when a session was over."""
    return sa.update(sessions).where(sessions.c.id == session).values(ended_utc_ms=utc_ms)


def forgetting(session: str | None = None) -> sa.Executable:
    """Give what deletes a session, or all, with everything that belongs to it."""
    return sa.delete(sessions) if session is None else sa.delete(sessions).where(sessions.c.id == session)


def entry_of(row: Row) -> Entry:
    """Give the event in a row."""
    return Entry(row["seq"], row["at_ms"], row["recorded_utc_ms"], json.loads(row["record"]))


def answer_of(row: Row) -> Answer:
    """Give the answer in a row."""
    return Answer(_meant(row["command"]), row["seq"], row["code"], row["message"])


def heartbeat_of(row: Row) -> Heartbeat:
    """Give the sign of life in a row."""
    return Heartbeat(row["at_ms"], row["utc_ms"])


def _record(row: Row) -> SessionRecord:
    wishes = read(Wishes, json.loads(row["wishes"]), "stored wishes")
    return SessionRecord(**{**row, "wishes": wishes})


def spelt(command: str) -> str:
    """Spell a client's id so that every database takes it: some refuse the character of number zero."""
    return command.replace("\\", "\\\\").replace("\0", "\\0")


def _meant(spelt: str) -> str:
    return "\\".join(part.replace("\\0", "\0") for part in spelt.split("\\\\"))
