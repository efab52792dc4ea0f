"""Sessions in a PostgreSQL database, which several servers may share."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

import sqlalchemy as sa

from backrub.adapters.notes import noting
from backrub.adapters.postgres_link import Link
from backrub.adapters.schema import answers, events, leases
from backrub.adapters.sql_store import (
    Row,
    SQLStore,
    answer_of,
    append_statements,
    beat_statement,
    end_statement,
    forgetting,
)
from backrub.app.ports import Answer, Entry, Heartbeat, Lease
from backrub.errors import LeaseLost

__all__ = ["PostgresStore"]


class PostgresStore(SQLStore):
    """The session store of servers that share a database.

    Args:
        link: The connections to it.
        lease: When given, nothing is written of a session's log once this is not its newest lease any more.
    """

    def __init__(self, link: Link, lease: Lease | None = None) -> None:
        self._link = link
        self._lease = lease

    def append(self, session: str, entries: tuple[Entry, ...], answer: Answer | None) -> Future[None]:
        """Write events and the answer they led to, all or nothing."""
        sender = self._lease.server if self._lease else ""
        statements = (*append_statements(session, entries, answer), noting("changed", session, sender))
        return self._link.write(
            lambda connection: self._fenced(connection, statements),
            settled=lambda connection: _is_there(connection, session, entries, answer),
        )

    def beat(self, session: str, heartbeat: Heartbeat) -> Future[None]:
        """Write the sign of life."""
        statement = beat_statement(session, heartbeat)
        return self._link.write(lambda connection: self._fenced(connection, (statement,)), expendable=True)

    def end(self, session: str, utc_ms: int | None) -> Future[None]:
        """Note when the session was over, or with None that it goes on after all."""
        return self._link.write(lambda connection: self._fenced(connection, (end_statement(session, utc_ms),)))

    def forget(self, session: str) -> Future[None]:
        """Delete everything of it: no row of it stays in any table, and every server lets go of it."""
        return self._do(_locking(session), forgetting(session), noting("gone", session), scrub=True)

    def erase(self) -> Future[None]:
        """Delete everything of everyone, in the same way."""
        return self._do(_locking(), forgetting(), noting("gone"), scrub=True)

    def close(self) -> None:
        """Write what is waiting and let go of the database."""
        self._link.close()

    def _do(self, *statements: sa.Executable, scrub: bool = False) -> Future[None]:  # noqa: ARG002 - no file is ours
        return self._link.write(lambda connection: _run(connection, statements))

    def _all(self, statement: sa.Select[Any]) -> list[Row]:
        return self._link.ask(lambda connection: [dict(row) for row in connection.execute(statement).mappings()])

    def _fenced(self, connection: sa.Connection, statements: Sequence[sa.Executable]) -> None:
        """Run statements if the lease still holds; it then cannot change hands before they are committed."""
        if self._lease is not None and connection.execute(_fence(self._lease)).first() is None:
            raise LeaseLost("another server leads this session now", self._link.place, "Come back to it")
        _run(connection, statements)


def _run(connection: sa.Connection, statements: Sequence[sa.Executable]) -> None:
    for statement in statements:
        connection.execute(statement)


def _fence(lease: Lease) -> sa.Select[Any]:
    held = (
        leases.c.session == lease.session,
        leases.c.server == lease.server,
        leases.c.generation == lease.generation,
    )
    return sa.select(sa.literal(1)).select_from(leases).where(*held).with_for_update(read=True)


def _locking(session: str | None = None) -> sa.Select[Any]:
    """Give what takes leases before sessions, as every write under one does: else two could wait for each other."""
    which = sa.select(leases.c.session).order_by(leases.c.session).with_for_update()
    return which if session is None else which.where(leases.c.session == session)


def _is_there(connection: sa.Connection, session: str, entries: Sequence[Entry], answer: Answer | None) -> bool:
    """Tell whether exactly this has been written already."""
    wanted = {entry.seq: json.loads(json.dumps(entry.record)) for entry in entries}
    found = connection.execute(sa.select(events).where(events.c.session == session, events.c.seq.in_(wanted)))
    if {row.seq: json.loads(row.record) for row in found} != wanted:
        return False
    told = connection.execute(sa.select(answers).where(answers.c.session == session)).mappings()
    return bool(entries) if answer is None else answer in [answer_of(row) for row in told]
