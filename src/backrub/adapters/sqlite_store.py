"""Sessions in one SQLite file: write-ahead log, synced at every commit, deleted content overwritten."""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import Future
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from backrub.adapters.schema import answers, bring_up_to_date, events, heartbeats, sessions
from backrub.adapters.writer import Writer
from backrub.app.ports import Answer, Entry, Heartbeat, SessionRecord
from backrub.errors import StoreError
from backrub.person import Wishes
from backrub.wire.mapping import read, write

__all__ = ["SQLiteStore"]

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA busy_timeout = 5000",
)


class SQLiteStore:
    """The session store of a machine with one backrub on it."""

    def __init__(self, path: Path) -> None:
        """Open or make the file.

        Raises:
            StoreError: It is not ours, damaged, or of a later version.
        """
        engine = _engine(path)
        try:
            with engine.connect() as connection:
                bring_up_to_date(connection)
                connection.commit()
        except (sa.exc.SQLAlchemyError, LookupError) as error:
            engine.dispose()
            reason = getattr(error, "orig", None) or error
            raise StoreError(f"it cannot be read ({reason})", str(path), "Move it away, or use --data DIR") from error
        path.chmod(0o600)
        self._writer = Writer(engine, str(path))

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

    def append(self, session: str, entries: tuple[Entry, ...], answer: Answer | None) -> Future[None]:
        """Write events and the answer they led to, all or nothing."""
        rows = [
            {
                "session": session,
                "seq": entry.seq,
                "at_ms": entry.at_ms,
                "recorded_utc_ms": entry.recorded_utc_ms,
                "record": json.dumps(entry.record, separators=(",", ":")),
            }
            for entry in entries
        ]
        statements: list[sa.Executable] = [sa.insert(events).values(rows)] if rows else []
        if answer is not None:
            told = {"command": answer.command, "seq": answer.seq, "code": answer.code, "message": answer.message}
            statements.append(sa.insert(answers).values(told | {"session": session}))
        return self._do(*statements)

    def beat(self, session: str, heartbeat: Heartbeat) -> Future[None]:
        """Write the sign of life."""
        now = {"at_ms": heartbeat.at_ms, "utc_ms": heartbeat.utc_ms}
        statement = insert(heartbeats).values(now | {"session": session})
        return self._do(statement.on_conflict_do_update(index_elements=["session"], set_=now))

    def end(self, session: str, utc_ms: int | None) -> Future[None]:
        """Note when the session was over, or with None that it goes on after all."""
        return self._do(sa.update(sessions).where(sessions.c.id == session).values(ended_utc_ms=utc_ms))

    def keep(self, session: str) -> Future[None]:
        """Note that the people want it kept."""
        return self._do(sa.update(sessions).where(sessions.c.id == session).values(kept=True))

    def forget(self, session: str) -> Future[None]:
        """Delete everything of it, so that no byte of it stays in the data folder."""
        return self._do(sa.delete(sessions).where(sessions.c.id == session), scrub=True)

    def erase(self) -> Future[None]:
        """Delete everything of everyone, in the same way."""
        return self._do(sa.delete(sessions), scrub=True)

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
        return tuple(Entry(row["seq"], row["at_ms"], row["recorded_utc_ms"], json.loads(row["record"])) for row in rows)

    def answers(self, session: str) -> Mapping[str, Answer]:
        """Give what was answered, by command id."""
        rows = self._all(sa.select(answers).where(answers.c.session == session))
        return {row["command"]: Answer(row["command"], row["seq"], row["code"], row["message"]) for row in rows}

    def heartbeat(self, session: str) -> Heartbeat | None:
        """Give the last sign of life."""
        rows = self._all(sa.select(heartbeats).where(heartbeats.c.session == session))
        return Heartbeat(rows[0]["at_ms"], rows[0]["utc_ms"]) if rows else None

    def close(self) -> None:
        """Write what is waiting and let go of the file."""
        self._writer.close()

    def _do(self, *statements: sa.Executable, scrub: bool = False) -> Future[None]:
        def work(connection: sa.Connection) -> None:
            for statement in statements:
                connection.execute(statement)

        return self._writer.submit(work, scrub=scrub)

    def _all(self, statement: sa.Select[Any]) -> list[Mapping[str, Any]]:
        def work(connection: sa.Connection) -> list[Mapping[str, Any]]:
            return [dict(row) for row in connection.execute(statement).mappings()]

        return self._writer.submit(work).result()


def _record(row: Mapping[str, Any]) -> SessionRecord:
    wishes = read(Wishes, json.loads(row["wishes"]), "stored wishes")
    return SessionRecord(**{**row, "wishes": wishes})


def _engine(path: Path) -> sa.Engine:
    """Make an engine whose connection is handed from thread to thread and whose transactions are SQLite's own."""
    engine = sa.create_engine(
        f"sqlite:///{path}", poolclass=sa.StaticPool, connect_args={"check_same_thread": False, "isolation_level": None}
    )

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Connection, _: object) -> None:
        for pragma in PRAGMAS:
            connection.execute(pragma)

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
