"""A data folder has one owner at a time, and tells others where that one is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from backrub.adapters.folder import DataFolder, default_folder
from backrub.errors import StoreError

ROOT = Path(__file__).parents[2]
CLAIMS = """
import sys, time
from pathlib import Path
from backrub.adapters.folder import DataFolder
folder = DataFolder(Path(sys.argv[1]))
print(folder.claim(), flush=True)
folder.announce("http://127.0.0.1:1/")
print("announced", flush=True)
sys.stdin.read()
"""


def test_only_one_owns_a_folder(tmp_path: Path) -> None:
    """A second owner is refused until the first lets go."""
    one, two = DataFolder(tmp_path), DataFolder(tmp_path)
    assert one.claim()
    assert not two.claim()
    one.release()
    assert two.claim()
    two.release()


def test_the_address_is_there_while_the_owner_is(tmp_path: Path) -> None:
    """Others find the owner's address, and none once it has gone."""
    owner, other = DataFolder(tmp_path), DataFolder(tmp_path)
    assert owner.claim()
    assert other.announced() is None
    owner.announce("http://127.0.0.1:8765/")
    assert "http://127.0.0.1:8765/" == other.announced()
    owner.release()
    assert other.announced() is None


def test_a_killed_owner_leaves_the_folder_free(tmp_path: Path) -> None:
    """When its owner is killed a folder can be owned again, and the dead address is forgotten."""
    process = subprocess.Popen(
        [sys.executable, "-c", CLAIMS, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    assert process.stdout is not None
    with process:
        assert ["True\n", "announced\n"] == [process.stdout.readline(), process.stdout.readline()]
        after = DataFolder(tmp_path)
        assert not after.claim()
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert after.claim()
    assert after.announced() is None
    after.release()


def test_the_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    """A folder that is made is closed to others on the machine."""
    folder = DataFolder(tmp_path / "new" / "deep")
    folder.make()
    assert 0o700 == folder.path.stat().st_mode & 0o777


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    """What cannot be a folder is a sentence with its path."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="file"):
        DataFolder(tmp_path / "file").make()


def test_the_usual_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`BACKRUB_DATA` wins over the platform's place, which bears our name."""
    monkeypatch.delenv("BACKRUB_DATA", raising=False)
    assert "backrub" == default_folder().name
    monkeypatch.setenv("BACKRUB_DATA", str(tmp_path))
    assert tmp_path == default_folder()
