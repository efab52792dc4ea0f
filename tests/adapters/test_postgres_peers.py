"""Servers on one PostgreSQL database keep to the contract, hear again after the line was cut, and go by its clock."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from backrub.adapters.clock import SharedClock, SystemClock
from backrub.adapters.postgres_link import Link
from backrub.adapters.postgres_peers import PostgresPeers
from backrub.adapters.postgres_store import PostgresStore
from backrub.adapters.postgres_url import url_of
from backrub.app.ports import Lease, Note
from backrub.errors import LeaseLost
from tests import patient
from tests.adapters.peers_contract import Heard, Neighbour, PeersContract
from tests.fakes.records import entry, record


@pytest.fixture
def link(database: str) -> Iterator[Link]:
    """Give connections to a database of its own."""
    link = Link(url_of(database))
    yield link
    link.close()


@pytest.fixture
def store(link: Link) -> PostgresStore:
    """Give what they share."""
    return PostgresStore(link)


@pytest.fixture
def neighbour(link: Link, database: str) -> Iterator[Neighbour]:
    """Make servers, and have them leave in the end."""
    servers: dict[str, PostgresPeers] = {}

    def make(name: str) -> PostgresPeers:
        if name not in servers:
            servers[name] = PostgresPeers(link, url_of(database), name, SharedClock())
        return servers[name]

    yield make
    for server in servers.values():
        server.leave()


@pytest.fixture
def pass_term(database: str) -> Callable[[], None]:
    """Let a term pass, by making it so much earlier that each server was renewed."""

    def pass_term() -> None:
        with psycopg.connect(database) as connection:
            connection.execute("UPDATE servers SET alive_until = alive_until - interval '1.6 s'")

    return pass_term


class TestPostgresPeers(PeersContract):
    """The contract, on PostgreSQL."""


def test_a_server_whose_line_was_cut_hears_again(neighbour: Neighbour, database: str) -> None:
    """It is told that it missed something, and then hears as before."""
    one, two = neighbour("one"), neighbour("two")
    heard = Heard()
    for server in (one, two):
        server.renew()
    one.hear(heard)
    two.hear(Heard())
    assert Note("missed") == heard.next()
    cut(database, "LISTEN")
    assert Note("missed") == heard.next()
    while not (note := tell_and_hear(two, heard)).body:
        assert "missed" == note.kind  # the other's line was cut too, and what it said meanwhile may be lost
    assert {"n": 1} == dict(note.body)


def tell_and_hear(teller: object, heard: Heard) -> Note:
    """Have something told, and give what is heard next."""
    assert isinstance(teller, PostgresPeers)
    teller.tell(Note("free", "", "two", {"n": 1}))
    return heard.next()


def test_a_note_that_is_too_long_is_not_sent_and_ends_nothing(neighbour: Neighbour) -> None:
    """The next one arrives as ever."""
    one, two = neighbour("one"), neighbour("two")
    heard = Heard()
    one.hear(heard)
    assert Note("missed") == heard.next()
    two.hear(Heard())
    two.tell(Note("free", "", "two", {"n": "x" * 9_000}))
    two.tell(Note("free", "", "two", {"n": 1}))
    assert {"n": 1} == heard.next().body


def test_what_is_no_note_is_not_heard(neighbour: Neighbour, database: str) -> None:
    """Whatever somebody writes on the channel, a server hears what it understands and goes on."""
    one = neighbour("one")
    heard = Heard()
    one.hear(heard)
    assert Note("missed") == heard.next()
    with psycopg.connect(database, autocommit=True) as connection:
        for text in ("", "null", "[1]", '{"kind": "unheard", "session": "", "sender": "", "body": {}}', "{"):
            connection.execute("SELECT pg_notify('backrub', %s)", (text,))
        good = '{"kind": "gone", "session": "s", "sender": "", "body": {}}'
        connection.execute("SELECT pg_notify('backrub', %s)", (good,))
    assert Note("gone", "s") == heard.next()


def test_while_an_owner_writes_its_session_is_not_taken(
    neighbour: Neighbour, store: PostgresStore, database: str, pass_term: Callable[[], None]
) -> None:
    """Whoever claims waits for a commit that is under way, so that its events are there; a later one is refused."""
    store.add(record()).result()
    one, two = neighbour("one"), neighbour("two")
    one.renew()
    lease = one.claim("one")
    assert lease is not None
    pass_term()
    two.renew()
    with ThreadPoolExecutor(1) as other, psycopg.connect(database) as writing:
        writing.execute("SELECT 1 FROM leases WHERE session = 'one' FOR SHARE")  # as a fenced write does
        claimed = other.submit(two.claim, "one")
        wait_for_a_lock(database, claimed)
        writing.commit()
        assert Lease("one", "two", 2) == claimed.result()
    with pytest.raises(LeaseLost):
        one.under(lease).append("one", (entry(1),), None).result()


def test_whoever_forgets_waits_for_an_owner_that_writes(store: PostgresStore, database: str) -> None:
    """Both get through: the write, then the forgetting, which leaves nothing of it."""
    store.add(record()).result()
    with psycopg.connect(database) as writing:
        writing.execute("SET deadlock_timeout = '10ms'")  # were they to wait for each other, this one would be undone
        writing.execute("INSERT INTO leases VALUES ('one', 'me', 1)")
        writing.commit()
        writing.execute("SELECT 1 FROM leases WHERE session = 'one' FOR SHARE")  # as a fenced write does
        forgotten = store.forget("one")
        wait_for_a_lock(database, forgotten)
        writing.execute("INSERT INTO heartbeats VALUES ('one', 1, 1)")
        writing.commit()
        forgotten.result()
        assert (0,) == writing.execute("SELECT count(*) FROM heartbeats").fetchone()


def test_what_the_database_undid_for_another_is_done_again(link: Link, store: PostgresStore, database: str) -> None:
    """Of two that wait for each other the database undoes one; nobody is told of it."""
    for session in ("one", "two"):
        store.add(record(session)).result()
    begun, go_on, crossed = threading.Event(), threading.Event(), threading.Event()
    turns: list[int] = []

    def both(connection: sa.Connection) -> None:
        assert not turns or crossed.wait(patient.WAIT_S)  # who is undone may be back before the other has noticed
        turns.append(len(turns))
        connection.execute(sa.text("SET LOCAL idle_in_transaction_session_timeout = 0"))  # however long this test takes
        connection.execute(sa.text("UPDATE sessions SET ended_utc_ms = 2 WHERE id = 'two'"))
        begun.set()
        assert go_on.wait(patient.WAIT_S)
        connection.execute(sa.text("UPDATE sessions SET ended_utc_ms = 2 WHERE id = 'one'"))

    with psycopg.connect(database) as first, ThreadPoolExecutor(1) as other:
        first.execute("SET deadlock_timeout = '1min'")  # so that it is the other one that is undone
        first.execute("UPDATE sessions SET ended_utc_ms = 1 WHERE id = 'one'")
        written = link.write(both)
        assert begun.wait(patient.WAIT_S)
        crossing = other.submit(first.execute, "UPDATE sessions SET ended_utc_ms = 1 WHERE id = 'two'")
        wait_for_a_lock(database, crossing)
        go_on.set()
        crossing.result()
        crossed.set()
        first.commit()
        written.result()
        assert [(2,), (2,)] == first.execute("SELECT ended_utc_ms FROM sessions").fetchall()
    assert [0, 1] == turns


def wait_for_a_lock(database: str, waiting: Future[Any]) -> None:
    """Wait until somebody stands before a lock."""
    with psycopg.connect(database, autocommit=True) as watching:
        while not watching.execute("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'").fetchone():
            assert not waiting.done()


def test_an_owner_that_stands_still_in_mid_write_is_not_waited_for(
    neighbour: Neighbour, link: Link, store: PostgresStore, pass_term: Callable[[], None]
) -> None:
    """A process that was stopped between two statements is cut off by the database, and its session taken over."""
    store.add(record()).result()
    one, two = neighbour("one"), neighbour("two")
    one.renew()
    lease = one.claim("one")
    assert lease is not None
    begun, go_on = threading.Event(), threading.Event()

    def stand_still(connection: sa.Connection) -> None:
        PostgresStore(link, lease)._fenced(connection, ())  # the first half of any write
        begun.set()
        assert go_on.wait(patient.WAIT_S)
        connection.execute(sa.text("SELECT 1"))

    standing = link.write(stand_still)
    assert begun.wait(patient.WAIT_S)
    pass_term()
    two.renew()
    assert Lease("one", "two", 2) == two.claim("one")
    go_on.set()
    assert isinstance(standing.exception(), LeaseLost)


def test_a_server_goes_by_the_clock_of_the_database(neighbour: Neighbour) -> None:
    """On one machine it is the same clock, to a fraction of a second."""
    clock = SharedClock()
    server = neighbour("one")
    assert isinstance(server, PostgresPeers)
    server._clock = clock
    clock.compare(0, 0, 1)
    server.renew()
    assert abs(clock.utc_ms() - SystemClock().utc_ms()) < 250


def cut(database: str, last_said: str) -> None:
    """Cut the connections on which something was said last."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE %s AND pid <> pg_backend_pid()",
            (f"{last_said}%",),
        )
