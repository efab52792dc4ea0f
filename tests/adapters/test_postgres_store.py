"""The PostgreSQL store keeps to the contract of stores, loses nothing when it is cut off, and leaves no row behind."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import wait
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
import sqlalchemy as sa

from backrub.adapters import schema
from backrub.adapters.postgres_link import Link
from backrub.adapters.postgres_store import PostgresStore
from backrub.adapters.postgres_url import place_of, url_of
from backrub.app.ports import Answer, Heartbeat
from backrub.errors import StoreError, UsageError
from backrub.wiring import store_at
from tests.adapters.store_contract import StoreContract
from tests.fakes.records import entry, record

if TYPE_CHECKING:
    from postgres import Cluster

PLANTED = "wholly-private-word"

WRITES_UNTIL_KILLED = """
import sys
from backrub.wiring import store_at
from tests.fakes.records import entry, record

store = store_at(sys.argv[1])
store.add(record()).result()
for seq in range(1, 100_000):
    store.append("one", (entry(seq),), None).result()
    print(seq, flush=True)
"""


@pytest.fixture
def link(database: str) -> Iterator[Link]:
    """Give connections to a database of its own."""
    link = Link(url_of(database))
    yield link
    link.close()


@pytest.fixture
def store(link: Link) -> PostgresStore:
    """Give an empty store."""
    return PostgresStore(link)


class TestPostgresStore(StoreContract):
    """The contract, on PostgreSQL."""


def test_a_kill_loses_nothing_that_was_acknowledged(database: str) -> None:
    """A process killed while writing leaves every event it was told is on disk, and no half of another."""
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", WRITES_UNTIL_KILLED, database],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": f"{root}:{root / 'src'}"},
    )
    assert process.stdout is not None
    with process:
        acknowledged = [int(process.stdout.readline()) for _ in range(50)]
        process.send_signal(signal.SIGKILL)
        acknowledged += [int(line) for line in process.stdout.read().split()]
    log = look(database)
    assert acknowledged[-1] <= len(log)
    assert tuple(entry(seq) for seq in range(1, len(log) + 1)) == log


def look(database: str) -> tuple[object, ...]:
    """Give the log of session one, as another process sees it."""
    store = store_at(database)
    try:
        return store.log("one")
    finally:
        store.close()


def test_forgetting_leaves_no_row(store: PostgresStore, database: str) -> None:
    """Once a session is forgotten, a word that stood all over it is in no column of any table."""
    for session in ("other", PLANTED):
        store.add(record(session)).result()
    for seq in range(1, 40):
        store.append(PLANTED, (entry(seq, PLANTED),), Answer(f"{PLANTED}-{seq}", seq))
    store.beat(PLANTED, Heartbeat(1, 2)).result()
    assert {"sessions", "events", "answers", "heartbeats"} == tables_with(PLANTED, database)
    store.forget(PLANTED).result()
    assert set() == tables_with(PLANTED, database)
    assert record("other") == store.find("other")


def tables_with(word: str, database: str) -> set[str]:
    """Give the tables in which a word stands anywhere."""
    with psycopg.connect(database) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        found = set()
        for (table,) in tables:
            rows = connection.execute(psycopg.sql.SQL("SELECT t::text FROM {} t").format(psycopg.sql.Identifier(table)))
            if any(word in text for (text,) in rows):
                found.add(table)
        return found


def test_many_writers_share_commits(store: PostgresStore) -> None:
    """Whatever waits together is written together, and all of it is there."""
    store.add(record()).result()
    done, _ = wait([store.append("one", (entry(seq),), None) for seq in range(1, 300)])
    assert all(one.exception() is None for one in done)
    assert 299 == len(store.log("one"))


def test_one_bad_write_does_not_spoil_its_batch(store: PostgresStore) -> None:
    """A write that fails fails alone: what waited beside it is written."""
    store.add(record()).result()
    futures = [store.append("one", (entry(seq, text),), None) for seq, text in ((1, "a"), (2, "a"), (2, "b"), (3, "a"))]
    assert [False, False, True, False] == [isinstance(one.exception(), StoreError) for one in futures]
    assert (entry(1, "a"), entry(2, "a"), entry(3, "a")) == store.log("one")


def test_what_was_written_and_not_heard_of_may_be_written_again(store: PostgresStore) -> None:
    """A caller that was told of a failure, and whose write had got through, is told so when it tries again."""
    store.add(record()).result()
    for _ in range(2):
        store.append("one", (entry(1), entry(2)), Answer("c1", 2)).result()
    assert (entry(1), entry(2)) == store.log("one")
    refused = [
        store.append("one", (entry(1),), Answer("c1", 3)),
        store.append("one", (entry(1), entry(2), entry(3)), None),
        store.append("one", (), Answer("c1", None, "stale", "refused-stale")),
    ]
    assert [True] * 3 == [isinstance(one.exception(), StoreError) for one in refused]


def test_a_cut_connection_is_made_anew_and_loses_nothing(store: PostgresStore, database: str) -> None:
    """When the database drops its connections in mid-evening, what is written next is written all the same."""
    store.add(record()).result()
    for seq in range(1, 6):
        cut_all(database)
        store.append("one", (entry(seq),), Answer(f"c{seq}", seq)).result()
    assert tuple(entry(seq) for seq in range(1, 6)) == store.log("one")
    assert 5 == len(store.answers("one"))


def test_a_commit_that_was_cut_off_is_not_done_twice(link: Link, store: PostgresStore, database: str) -> None:
    """When the connection goes after the commit and before the word of it, the write counts, once."""
    store.add(record()).result()
    waiting = [True]

    def cut_off(connection: sa.Connection) -> None:
        if waiting:
            waiting.clear()
            connection.connection.driver_connection.commit()  # type: ignore[union-attr]  # it is on disk
            cut_all(database)  # and nobody is told

    sa.event.listen(link._writer._engine, "commit", cut_off)
    store.append("one", (entry(1), entry(2)), Answer("c1", 2)).result()
    assert not waiting
    assert (entry(1), entry(2)) == store.log("one")
    assert {"c1": Answer("c1", 2)} == dict(store.answers("one"))


def cut_all(database: str) -> None:
    """Cut every connection to a database but this one."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_a_database_that_is_gone_is_said_and_comes_back(cluster: Cluster, store: PostgresStore) -> None:
    """While it is away nothing is acknowledged, in a sentence without a secret; afterwards all goes on."""
    store.add(record()).result()
    cluster.stop("immediate")
    try:
        refused = store.append("one", (entry(1),), None).exception()
        with pytest.raises(StoreError) as unread:
            store.find("one")
    finally:
        cluster.start()
    for said in (str(refused), str(unread.value)):
        assert isinstance(refused, StoreError)
        assert f"PostgreSQL at 127.0.0.1:{cluster.port}" in said
        assert cluster.password not in said
    assert () == store.log("one")
    store.append("one", (entry(1),), None).result()
    assert (entry(1),) == store.log("one")


def test_two_that_start_at_once_set_it_up_once(bare_database: str) -> None:
    """However many servers find an empty database at the same moment, all of them can use it."""
    stores: list[object] = []
    threads = [threading.Thread(target=lambda: stores.append(store_at(bare_database))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 4 == len(stores)
    for store in stores:
        assert isinstance(store, PostgresStore)
        store.close()


def test_a_new_database_is_made_by_the_migrations(bare_database: str) -> None:
    """The tables the migrations make are those the code uses, and it says its version."""
    store_at(bare_database).close()
    engine = sa.create_engine(url_of(bare_database))
    inspector = sa.inspect(engine)
    for table in (*schema.metadata.sorted_tables, schema.servers, schema.leases):
        assert set(table.columns.keys()) == {column["name"] for column in inspector.get_columns(table.name)}
    with engine.connect() as connection:
        assert schema.VERSION == int(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    engine.dispose()


def test_a_later_database_is_refused(database: str) -> None:
    """A database written by a later version is left as it is, with a sentence that says so."""
    store_at(database).close()
    with psycopg.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="version 9999"):
        store_at(database)


def test_a_wrong_password_is_said_without_any(database: str, caplog: pytest.LogCaptureFixture) -> None:
    """Neither what was tried nor what is right is in what people or logs are told."""
    caplog.set_level(logging.DEBUG)
    address = url_of(database).set(password=PLANTED)
    with pytest.raises(StoreError, match="password") as refused:
        store_at(address.render_as_string(hide_password=False))
    assert PLANTED not in f"{refused.value!r} {refused.value} {refused.getrepr(style='long')} {caplog.text}"


@pytest.mark.parametrize(
    "address",
    [f"mysql://me:{PLANTED}@localhost/rubs", f"sqlite:///{PLANTED}", PLANTED, f"postgresql://me:{PLANTED}@[::1/x", ""],
)
def test_what_is_no_address_of_postgresql_is_refused_and_not_repeated(address: str) -> None:
    """A slip on the command line is answered with what to write, not with what was written."""
    with pytest.raises(UsageError, match="Write postgresql://") as refused:
        url_of(address)
    assert PLANTED not in f"{refused.value!r} {refused.value}"


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (f"postgresql://me:{PLANTED}@db.example:5433/rubs", "PostgreSQL at db.example:5433, database rubs"),
        (f"postgres://db.example/rubs?password={PLANTED}", "PostgreSQL at db.example, database rubs"),
        ("postgresql:///rubs?host=/run/postgresql", "PostgreSQL at /run/postgresql, database rubs"),
        ("postgresql://", "PostgreSQL at this machine, database not named"),
    ],
)
def test_a_place_is_named_without_what_opens_it(address: str, place: str) -> None:
    """Host, port and database, and no more."""
    assert place == place_of(url_of(address))


def test_a_write_is_on_disk_before_it_counts_whatever_the_database_prefers(database: str, link: Link) -> None:
    """Where the database is set to say yes before it has written, our own connections are not."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {url_of(database).database} SET synchronous_commit = off")
    again = Link(url_of(database))
    try:
        shown = again._writer.submit(lambda one: one.exec_driver_sql("SHOW synchronous_commit").scalar_one())
        assert "on" == shown.result()
    finally:
        again.close()
