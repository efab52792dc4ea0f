"""`backrub data`, `map` and `doctor` do what they say on a data folder of their own."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import sqlalchemy as sa

from backrub.adapters import sqlite_store
from backrub.adapters.folder import DataFolder
from backrub.adapters.sqlite_store import SQLiteStore
from backrub.cli.data import _is_meant
from backrub.errors import StoreError
from tests.cli.running import run
from tests.fakes.records import entry, record


def fill(folder: Path) -> None:
    """Put one session into a data folder."""
    data = DataFolder(folder)
    data.make()
    store = SQLiteStore(data.database)
    store.add(record())
    store.append("one", (entry(1, "a private word"),), None)
    store.close()


def test_the_folder_is_printed(tmp_path: Path) -> None:
    """`--where` prints the folder and nothing else."""
    assert f"{tmp_path}\n" == run("data", "--where", data=tmp_path).out


def test_what_is_exported_can_be_read(tmp_path: Path) -> None:
    """The archive has every session with its log; no token and no health answer is in it."""
    fill(tmp_path / "data")
    out = tmp_path / "kept.zip"
    assert 0 == run("data", "--export", "-o", str(out), data=tmp_path / "data").code
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as archive:
        about = json.loads(archive.read("sessions.json"))
        log = [json.loads(line) for line in archive.read("one/log.jsonl").decode().splitlines()]
        assert "one/account.txt" in archive.namelist()
    assert ["a private word"] == [line["text"] for line in log]
    assert 10 == about["sessions"][0]["wishes"]["minutes"]
    assert "token" not in json.dumps(about)
    assert "conditions" not in json.dumps(about)


def test_what_is_erased_is_gone(tmp_path: Path) -> None:
    """After `--erase` no byte of a session is in the folder."""
    fill(tmp_path)
    assert 0 == run("data", "--erase", data=tmp_path).code
    left = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"private word" not in left


def test_a_full_disk_is_called_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no room nothing is said of moving the file away: it is whole."""

    def full(_connection: object) -> None:
        raise sa.exc.OperationalError("", {}, sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr(sqlite_store, "bring_up_to_date", full)
    with pytest.raises(StoreError, match="the disk is full") as refused:
        SQLiteStore(tmp_path / "sessions.db")
    assert "Move" not in str(refused.value)


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    """While a server owns the folder, nothing is exported or erased."""
    fill(tmp_path)
    owner = DataFolder(tmp_path)
    assert owner.claim()
    try:
        refused = run("data", "--erase", data=tmp_path)
    finally:
        owner.release()
    assert 1 == refused.code
    assert "running" in refused.err


def test_one_thing_at_a_time(tmp_path: Path) -> None:
    """Without exactly one of its options, `data` is wrong usage."""
    assert 2 == run("data", data=tmp_path).code
    assert 2 == run("data", "--where", "--erase", data=tmp_path).code


def test_the_map_is_a_picture_or_numbers(tmp_path: Path) -> None:
    """The map is well-formed SVG, or JSON with frame, landmarks, areas and zones."""
    out = tmp_path / "back.svg"
    assert 0 == run("map", "-o", str(out), "--stature", "172", "--mass", "68", "--sex", "f").code
    assert ET.fromstring(out.read_text()).tag.endswith("svg")
    atlas = json.loads(run("map", "--json").out)
    assert {"format", "frame", "landmarks", "areas", "zones"} <= atlas.keys()
    assert [0, 0] == atlas["landmarks"]["C7"]


def test_a_body_that_cannot_be_is_refused() -> None:
    """A stature no adult has is wrong usage."""
    assert 2 == run("map", "--stature", "17").code


def test_the_doctor_finds_what_a_rub_needs(tmp_path: Path) -> None:
    """On a machine that can run the tests nothing needed is missing."""
    examined = run("doctor", "--json", data=tmp_path)
    findings = {one["what"]: one["state"] for one in json.loads(examined.out)}
    assert 0 == examined.code
    assert ("well", "well", "well") == (findings["SQLite"], findings["data folder"], findings["composer"])


def test_the_doctor_names_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """A data folder that is a file is found, with exit code 1."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    examined = run("doctor", "--data", str(blocked))
    assert 1 == examined.code
    assert str(blocked) in examined.err


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        """Tell that it is a terminal."""
        return True


@pytest.mark.parametrize("address", [None, "postgresql://me:a-secret@db.example/rubs"])
def test_what_would_be_erased_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    """Whoever has the address of a shared database in their environment and means their own folder is told in time."""
    asked: list[str] = []
    monkeypatch.setattr("typer.confirm", lambda text, **_: asked.append(text))
    monkeypatch.setattr("sys.stdin", Terminal())
    assert not _is_meant(DataFolder(tmp_path), address)
    assert str(tmp_path) in asked[0]
    assert (address is not None) == ("all sessions of everybody in PostgreSQL at db.example, database rubs" in asked[0])
    assert "a-secret" not in asked[0]
