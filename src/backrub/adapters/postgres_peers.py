"""Servers that share a PostgreSQL database: who is alive, who leads which session, and what they tell each other.

A server is alive for a term after it was last renewed, by the database's clock; its leases hold as long as it is alive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from backrub.adapters.clock import SharedClock, monotonic_ms
from backrub.adapters.postgres_bus import Bus
from backrub.adapters.postgres_link import Link
from backrub.adapters.postgres_store import PostgresStore
from backrub.adapters.postgres_url import plain
from backrub.adapters.schema import answers, events, heartbeats, leases, servers, sessions
from backrub.adapters.sql_store import answer_of, entry_of, heartbeat_of, spelt
from backrub.app.ports import Answer, Heartbeat, Lease, News, Note
from backrub.units import MS_PER_S

__all__ = ["PostgresPeers"]

TERM_S = 1.5
"""Long enough that a busy machine does not lose its sessions, short enough that two people hardly notice."""

FORGOTTEN_AFTER = timedelta(days=1)
NOW = sa.func.clock_timestamp()


class PostgresPeers:
    """This server among those that share a database.

    Args:
        link: The connections to it.
        url: Where it is; notes have a connection of their own.
        name: This server's name.
        clock: Is set by the database's.
    """

    def __init__(self, link: Link, url: sa.URL, name: str, clock: SharedClock) -> None:
        self._link = link
        self._address = plain(url)
        self._name = name
        self._clock = clock
        self._bus: Bus | None = None

    @property
    def name(self) -> str:
        """This server's name."""
        return self._name

    @property
    def term_s(self) -> float:
        """How long it counts as alive after it was last renewed [s]."""
        return TERM_S

    def renew(self) -> frozenset[str]:
        """Be alive for another term; give the names of all servers that are."""
        began_ms = monotonic_ms()
        alive, utc_ms = self._link.ask(self._renewed)
        self._clock.compare(utc_ms, began_ms, monotonic_ms())
        return alive

    def claim(self, session: str) -> Lease | None:
        """Take a session that nobody alive leads; give the lease as it then stands, or None: no such session."""
        return self._link.ask(lambda connection: self._claimed(connection, session))

    def release(self, lease: Lease) -> None:
        """Let any server take a session, if the lease is still the newest."""
        self._link.ask(lambda connection: connection.execute(_freeing(_is(lease))).close())
        self.tell(Note("free", lease.session, self._name))

    def under(self, lease: Lease) -> PostgresStore:
        """Give the store as it is while a lease is the newest."""
        return PostgresStore(self._link, lease)

    def led(self) -> frozenset[str]:
        """Give the sessions that some server alive leads."""
        living = sa.select(leases.c.session).join(servers, servers.c.name == leases.c.server).where(_alive())
        return self._link.ask(lambda connection: frozenset(connection.execute(living).scalars()))

    def news(self, session: str, after_seq: int, asked: frozenset[str]) -> News:
        """Give what a follower does not know yet."""
        return self._link.ask(lambda connection: _news(connection, session, after_seq, asked))

    def hear(self, heard: Callable[[Note], object]) -> None:
        """Have every note of the others handed over, on a thread of its own."""
        self._bus = Bus(self._address, self._name, heard)

    def tell(self, note: Note, to: str | None = None) -> None:
        """Say something to one server, or to all others; returns at once."""
        if self._bus is not None:
            self._bus.tell(note, to)

    def leave(self) -> None:
        """Be gone: every lease of this server is free at once, and the others know."""
        try:
            self._link.ask(self._left)
            self.tell(Note("free", sender=self._name))
        finally:
            if self._bus is not None:
                self._bus.close()

    def _renewed(self, connection: sa.Connection) -> tuple[frozenset[str], float]:
        until = NOW + timedelta(seconds=TERM_S)
        fresh = insert(servers).values(name=self._name, alive_until=until)
        connection.execute(fresh.on_conflict_do_update(index_elements=["name"], set_={"alive_until": until}))
        alive = frozenset(connection.execute(sa.select(servers.c.name).where(_alive())).scalars())
        seconds = connection.execute(sa.select(sa.extract("epoch", NOW))).scalar_one()
        return alive, float(seconds) * MS_PER_S

    def _claimed(self, connection: sa.Connection, session: str) -> Lease | None:
        # The lease first, then the session: the order of every transaction here, so that no two wait for each other.
        connection.execute(sa.select(leases.c.session).where(leases.c.session == session).with_for_update())
        known = sa.select(sessions.c.id).where(sessions.c.id == session).with_for_update(read=True, key_share=True)
        if connection.execute(known).first() is None:
            return None
        others = sa.select(servers.c.name).where(_alive(), servers.c.name != self._name)
        fresh = insert(leases).values(session=session, server=self._name, generation=1)
        taken = fresh.on_conflict_do_update(
            index_elements=["session"],
            set_={"server": self._name, "generation": leases.c.generation + 1},
            where=sa.or_(leases.c.server.is_(None), leases.c.server.not_in(others)),
        )
        row = connection.execute(taken.returning(leases.c.server, leases.c.generation)).first()
        if row is None:
            standing = sa.select(leases.c.server, leases.c.generation).where(leases.c.session == session)
            row = connection.execute(standing).one()
        return Lease(session, row.server, row.generation)

    def _left(self, connection: sa.Connection) -> None:
        connection.execute(_freeing((leases.c.server == self._name,)))
        forgotten = servers.c.alive_until < NOW - FORGOTTEN_AFTER
        connection.execute(sa.delete(servers).where(sa.or_(servers.c.name == self._name, forgotten)))


def _alive() -> sa.ColumnElement[bool]:
    return servers.c.alive_until > NOW


def _is(lease: Lease) -> Iterable[sa.ColumnElement[bool]]:
    return (
        leases.c.session == lease.session,
        leases.c.server == lease.server,
        leases.c.generation == lease.generation,
    )


def _freeing(which: Iterable[sa.ColumnElement[bool]]) -> sa.Update:
    return sa.update(leases).where(*which).values(server=None)


def _news(connection: sa.Connection, session: str, after_seq: int, asked: frozenset[str]) -> News:
    later = sa.select(events).where(events.c.session == session, events.c.seq > after_seq).order_by(events.c.seq)
    entries = tuple(entry_of(row) for row in connection.execute(later).mappings())
    return News(entries, _heartbeat(connection, session), _answers(connection, session, asked))


def _heartbeat(connection: sa.Connection, session: str) -> Heartbeat | None:
    found = connection.execute(sa.select(heartbeats).where(heartbeats.c.session == session)).mappings().first()
    return None if found is None else heartbeat_of(found)


def _answers(connection: sa.Connection, session: str, asked: frozenset[str]) -> dict[str, Answer]:
    if not asked:
        return {}
    wanted = sa.select(answers).where(answers.c.session == session, answers.c.command.in_(map(spelt, asked)))
    told = [answer_of(row) for row in connection.execute(wanted).mappings()]
    return {answer.command: answer for answer in told}
