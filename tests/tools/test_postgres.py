"""The database of the tests is found where it is, installed where one may, and runs in a folder of its own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import postgres
import psycopg
import pytest

if TYPE_CHECKING:
    from postgres import Cluster


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand on a machine with nothing on PATH and in the usual places but what the test puts there, as root."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(postgres.VARIABLE, raising=False)
    monkeypatch.setattr(postgres, "PLACES", (str(tmp_path / "lib"),))
    monkeypatch.setattr(postgres, "DEBIAN_SETTING", tmp_path / "etc" / "createcluster.conf")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return tmp_path


def put(folder: Path) -> Path:
    """Put PostgreSQL's programs into a folder."""
    folder.mkdir(parents=True)
    for name in postgres.PROGRAMS:
        (folder / name).touch(mode=0o755)
    return folder


def test_the_newest_in_the_usual_place_is_found(machine: Path) -> None:
    """Of several versions the one with the highest number is taken, as numbers go."""
    put(machine / "lib" / "9" / "bin")
    newest = put(machine / "lib" / "15" / "bin")
    assert newest == postgres.ensure_postgres()


def test_a_folder_that_lacks_a_program_is_none(machine: Path) -> None:
    """A client alone is no database."""
    folder = put(machine / "lib" / "15" / "bin")
    (folder / "initdb").unlink()
    assert postgres.find_postgres() is None


def test_the_named_one_comes_first(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """BACKRUB_POSTGRES names the folder of programs to use, whatever else there is; a wrong name is not made up for."""
    put(machine / "lib" / "15" / "bin")
    mine = put(machine / "mine")
    monkeypatch.setenv(postgres.VARIABLE, str(mine))
    assert mine == postgres.ensure_postgres()
    monkeypatch.setenv(postgres.VARIABLE, str(machine / "gone"))
    with pytest.raises(postgres.PostgresMissingError):
        postgres.ensure_postgres()


def test_root_with_apt_gets_one_installed_and_no_server_started(machine: Path) -> None:
    """Where there is none, apt is asked for it, and told beforehand to make no cluster of its own."""
    apt = machine / "apt-get"
    apt.write_text(
        f"#!/bin/sh\n/bin/cat {machine}/etc/createcluster.conf >> {machine}/log\n"
        f'echo "$@" >> {machine}/log\n[ "$1" = update ] || /bin/mv {machine}/waiting {machine}/lib\n'
    )
    apt.chmod(0o755)
    put(machine / "waiting" / "15" / "bin")

    assert machine / "lib" / "15" / "bin" == postgres.ensure_postgres()
    setting = "create_main_cluster = false"
    asked = (machine / "log").read_text(encoding="utf-8").splitlines()
    assert [setting, "update", setting, "install --yes --no-install-recommends postgresql"] == asked


@pytest.mark.parametrize("user", [0, 1000])
def test_without_means_it_says_what_to_do(machine: Path, monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    """When apt fails, or may not be used, the words to type are given."""
    apt = machine / "apt-get"
    apt.write_text("#!/bin/sh\nexit 100\n")
    apt.chmod(0o755)
    monkeypatch.setattr(os, "geteuid", lambda: user)
    with pytest.raises(postgres.PostgresMissingError, match="sudo apt install postgresql"):
        postgres.ensure_postgres()


def test_a_cluster_answers_to_its_password_only(cluster: Cluster) -> None:
    """It listens on this machine, and lets nobody in who does not know the password it made up."""
    with psycopg.connect(cluster.url()) as connection:
        assert (cluster.port,) == connection.execute("SELECT inet_server_port()").fetchone()
        assert ("127.0.0.1",) == connection.execute("SHOW listen_addresses").fetchone()
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(cluster.url().replace(cluster.password, "guessed"))


def test_a_cluster_leaves_nothing_behind() -> None:
    """When it is stopped nobody answers and its folder is gone."""
    if postgres.find_postgres() is None:
        pytest.skip(str(postgres.PostgresMissingError()))
    with postgres.running() as one:
        folder, url = one.folder, one.url()
        psycopg.connect(url).close()
    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError, match="refused"):
        psycopg.connect(url)
