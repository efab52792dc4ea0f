"""Sessions in one SQLite file: write-ahead log, synced at every commit, deleted content overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from backrub.adapters.room import is_full
from backrub.adapters.schema import answers, bring_up_to_date, events, heartbeats
from backrub.adapters.sql_store import Row, SQLStore, answer_row, end_statement, event_row
from backrub.adapters.writer import Writer
from backrub.app.ports import Answer, Entry, Heartbeat
from backrub.errors import StoreError, StoreFull

__all__ = ["SQLiteStore"]

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA busy_timeout = 5000",
)


class _Prepared:
    """A statement put into SQL once: what is written a thousand times a second is not spelt out each time."""

    def __init__(self, statement: sa.Insert) -> None:
        compiled = statement.compile(dialect=sqlite.dialect())
        self._sql = str(compiled)
        self._names = tuple(compiled.positiontup or ())

    def run(self, connection: sa.Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write rows; they hold a value for each name in the statement."""
        connection.exec_driver_sql(self._sql, [tuple([row[name] for name in self._names]) for row in rows])


def _beat() -> sqlite.Insert:
    fresh = sqlite.insert(heartbeats)
    now = {"at_ms": fresh.excluded.at_ms, "utc_ms": fresh.excluded.utc_ms}
    return fresh.on_conflict_do_update(index_elements=["session"], set_=now)


_EVENT, _ANSWER = _Prepared(sa.insert(events)), _Prepared(sa.insert(answers))
_BEAT = _Prepared(_beat())


def _unusable(path: Path, reason: Exception) -> StoreError:
    if is_full(reason):
        return StoreFull("the disk is full", str(path), "Make some room and start again; what is kept is whole")
    return StoreError(f"it cannot be read ({reason})", str(path), "Move it away, or use --data DIR")


class SQLiteStore(SQLStore):
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
            raise _unusable(path, getattr(error, "orig", None) or error) from error
        path.chmod(0o600)
        self._path = str(path)
        self._writer = Writer(engine, self._path, scrub=self._empty_log)

    def append(self, session: str, entries: tuple[Entry, ...], answer: Answer | None) -> Future[None]:
        """Write events and the answer they led to, all or nothing."""
        rows = [event_row(session, entry) for entry in entries]
        told = None if answer is None else answer_row(session, answer)

        def work(connection: sa.Connection) -> None:
            if rows:
                _EVENT.run(connection, rows)
            if told is not None:
                _ANSWER.run(connection, [told])

        return self._writer.submit(work)

    def beat(self, session: str, heartbeat: Heartbeat) -> Future[None]:
        """Write the sign of life."""
        row = {"session": session, "at_ms": heartbeat.at_ms, "utc_ms": heartbeat.utc_ms}
        return self._writer.submit(lambda connection: _BEAT.run(connection, [row]))

    def end(self, session: str, utc_ms: int | None) -> Future[None]:
        """Note when the session was over, or with None that it goes on after all."""
        return self._do(end_statement(session, utc_ms))

    def close(self) -> None:
        """Write what is waiting and let go of the file."""
        self._writer.close()

    def _do(self, *statements: sa.Executable, scrub: bool = False) -> Future[None]:
        def work(connection: sa.Connection) -> None:
            for statement in statements:
                connection.execute(statement)

        return self._writer.submit(work, scrub=scrub)

    def _all(self, statement: sa.Select[Any]) -> list[Row]:
        def work(connection: sa.Connection) -> list[Row]:
            return [dict(row) for row in connection.execute(statement).mappings()]

        return self._writer.submit(work).result()

    def _empty_log(self, connection: sa.Connection) -> Exception | None:
        """Bring the write-ahead log into the file and cut it to nothing; this cannot be done in a transaction."""
        driver = connection.connection.driver_connection
        busy = driver is None or driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:
            return StoreError("something else reads it, so traces may remain", self._path, "Close that and try again")
        return None


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
