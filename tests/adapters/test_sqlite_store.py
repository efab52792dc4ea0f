"""The SQLite store keeps to the contract of stores, survives being killed, and forgets to the last byte."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import wait
from pathlib import Path

import pytest

from backrub.adapters import schema
from backrub.adapters.sqlite_store import SQLiteStore
from backrub.app.ports import Answer, Heartbeat
from backrub.errors import StoreError
from tests import patient
from tests.adapters.store_contract import StoreContract
from tests.fakes.records import entry, record

PLANTED = "wholly-private-word"

WRITES_UNTIL_KILLED = """
import sys
from pathlib import Path
from backrub.adapters.sqlite_store import SQLiteStore
from tests.fakes.records import entry, record

store = SQLiteStore(Path(sys.argv[1]))
store.add(record()).result()
for seq in range(1, 100_000):
    store.append("one", (entry(seq),), None).result()
    print(seq, flush=True)
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Give the path of a database not made yet."""
    return tmp_path / "backrub.sqlite3"


class TestSQLiteStore(StoreContract):
    """The contract, on disk."""

    @pytest.fixture
    def store(self, database: Path) -> Iterator[SQLiteStore]:
        """Give an empty store."""
        store = SQLiteStore(database)
        yield store
        store.close()


def test_what_was_written_is_there_for_the_next_process(database: Path) -> None:
    """A closed store leaves everything on disk."""
    first = SQLiteStore(database)
    first.add(record())
    first.append("one", (entry(1),), Answer("c", 1))
    first.close()
    second = SQLiteStore(database)
    try:
        assert (record(), (entry(1),)) == (second.find("one"), second.log("one"))
    finally:
        second.close()


def test_a_kill_loses_nothing_that_was_acknowledged(database: Path) -> None:
    """A process killed while writing leaves every event it was told is on disk, and no half of another."""
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", WRITES_UNTIL_KILLED, str(database)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": f"{root}:{root / 'src'}"},
    )
    assert process.stdout is not None
    with process:
        acknowledged = [int(process.stdout.readline()) for _ in range(50)]
        process.send_signal(signal.SIGKILL)
        acknowledged += [int(line) for line in process.stdout.read().split()]
    store = SQLiteStore(database)
    try:
        log = store.log("one")
    finally:
        store.close()
    assert acknowledged[-1] <= len(log)
    assert tuple(entry(seq) for seq in range(1, len(log) + 1)) == log


def test_forgetting_leaves_no_byte_in_the_data_folder(database: Path) -> None:
    """Once a session is forgotten, a word that stood all over it is in no file of the data folder."""
    store = SQLiteStore(database)
    store.add(record("other")).result()
    store.add(record(PLANTED)).result()
    for seq in range(1, 400):
        store.append(PLANTED, (entry(seq, PLANTED),), Answer(f"{PLANTED}-{seq}", seq))
    store.beat(PLANTED, Heartbeat(1, 2)).result()
    assert _files_with(PLANTED, database.parent)
    store.forget(PLANTED).result()
    try:
        assert [] == _files_with(PLANTED, database.parent)
        assert store.find("other") == record("other")
    finally:
        store.close()


def test_erasing_leaves_no_byte_in_the_data_folder(database: Path) -> None:
    """Once everything is erased, nothing of a session is in any file of the data folder."""
    store = SQLiteStore(database)
    store.add(record(PLANTED)).result()
    store.append(PLANTED, (entry(1, PLANTED * 300),), None).result()
    store.erase().result()
    try:
        assert [] == _files_with(PLANTED, database.parent)
    finally:
        store.close()


def test_many_writers_share_commits(database: Path) -> None:
    """Whatever waits together is written together, and all of it is there."""
    store = SQLiteStore(database)
    store.add(record()).result()
    done, _ = wait([store.append("one", (entry(seq),), None) for seq in range(1, 300)])
    try:
        assert all(one.exception() is None for one in done)
        assert 299 == len(store.log("one"))
    finally:
        store.close()


def test_one_bad_write_does_not_spoil_its_batch(database: Path) -> None:
    """A write that fails fails alone: what waited beside it is written."""
    store = SQLiteStore(database)
    store.add(record()).result()
    futures = [store.append("one", (entry(seq),), None) for seq in (1, 2, 2, 3)]
    failed = [isinstance(one.exception(), StoreError) for one in futures]
    try:
        assert [False, False, True, False] == failed
        assert (entry(1), entry(2), entry(3)) == store.log("one")
    finally:
        store.close()


def test_a_write_nobody_waits_for_any_more_does_not_end_the_store(database: Path) -> None:
    """Futures given up at any moment leave a store that writes on; what was taken from the queue is written."""
    store = SQLiteStore(database)
    store.add(record()).result()
    given_up = [store.append("one", (entry(seq),), None) for seq in range(1, 200)]
    for future in given_up[::2]:
        future.cancel()
    store.append("one", (entry(1_000),), None).result(timeout=patient.WAIT_S)
    kept = {seq for seq, future in enumerate(given_up, 1) if not future.cancelled()}
    assert kept | {1_000} == {there.seq for there in store.log("one")}
    store.close()


def test_a_new_file_is_made_by_the_migrations(database: Path) -> None:
    """The tables the migrations make are those the code uses, and the file says its version."""
    SQLiteStore(database).close()
    with sqlite3.connect(database) as connection:
        made = {
            table: {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
            for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    wanted = {table.name: set(table.columns.keys()) for table in schema.metadata.sorted_tables}
    assert wanted == {name: made[name] for name in wanted}
    assert schema.VERSION == version


def test_a_current_file_is_opened_without_alembic(database: Path) -> None:
    """The migrations' library is loaded only when the file's version differs."""
    SQLiteStore(database).close()
    program = (
        "import sys; from pathlib import Path; from backrub.adapters.sqlite_store import SQLiteStore;"
        "SQLiteStore(Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    said = subprocess.run(
        [sys.executable, "-c", program, str(database)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(root / "src")},
    )
    assert "False" == said.stdout.strip()


def test_a_later_file_is_refused(database: Path) -> None:
    """A file written by a later version is left as it is, with a sentence that says so."""
    SQLiteStore(database).close()
    with sqlite3.connect(database) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    before = database.read_bytes()
    with pytest.raises(StoreError, match="version"):
        SQLiteStore(database)
    assert before == database.read_bytes()


def test_a_file_that_is_no_database_is_refused(database: Path) -> None:
    """A file that is not ours is refused with its path."""
    database.write_text("not a database, but long enough to be looked at as if it were one" * 20)
    with pytest.raises(StoreError, match=r"backrub\.sqlite3"):
        SQLiteStore(database)


def test_a_closed_store_says_so(database: Path) -> None:
    """Writing after the end is an error, not silence."""
    store = SQLiteStore(database)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.add(record())


def test_the_file_is_for_its_owner_only(database: Path) -> None:
    """Nobody else on the machine may read the file."""
    SQLiteStore(database).close()
    assert 0o600 == database.stat().st_mode & 0o777


def _files_with(word: str, folder: Path) -> list[str]:
    copied = folder.parent / "looked-at"
    shutil.copytree(folder, copied, dirs_exist_ok=True)
    found = [path.name for path in copied.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]
    shutil.rmtree(copied)
    return found
