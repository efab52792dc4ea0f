"""The database the tests share: found on the machine, or put there with apt by someone who may; started and stopped.

A cluster lives in a folder of its own, listens on this machine only, and is gone when it is stopped. PostgreSQL refuses
to run as root; there the user `postgres`, whom its package makes, runs it.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from chromium import install, may_install

__all__ = ["PROGRAMS", "VARIABLE", "Cluster", "PostgresMissingError", "ensure_postgres", "find_postgres", "running"]

PLACES = ("/usr/lib/postgresql", "/usr/local/lib/postgresql")
PROGRAMS = ("initdb", "pg_ctl", "postgres")
VARIABLE = "BACKRUB_POSTGRES"
USER = "postgres"
OWNER = "backrub"
DEBIAN_SETTING = Path("/etc/postgresql-common/createcluster.conf")
WITHOUT_SYNC = ("-c", "fsync=off", "-c", "full_page_writes=off")
"""For tests: they kill servers, never the machine."""


class PostgresMissingError(Exception):
    """There is no PostgreSQL and none can be installed; the text says what to do."""

    def __str__(self) -> str:
        """Say what to do."""
        return (
            "The tests of several servers need PostgreSQL: sudo apt install postgresql, "
            f"or set {VARIABLE} to the folder of its programs."
        )


def find_postgres() -> Path | None:
    """Give the folder of PostgreSQL's programs on this machine, the one named by BACKRUB_POSTGRES first."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named) if _has_programs(Path(named)) else None
    found = [path for place in PLACES for path in Path(place).glob("*/bin") if _has_programs(path)]
    on_path = shutil.which("initdb")
    if on_path:
        found.append(Path(on_path).resolve().parent)
    return max(found, key=_version, default=None)


def ensure_postgres() -> Path:
    """Give the folder of PostgreSQL's programs, installing them with apt when there are none and we are root.

    Raises:
        PostgresMissingError: There are none and they cannot be installed.
    """
    if find_postgres() is None and VARIABLE not in os.environ and may_install():
        _make_no_cluster()
        install("postgresql")
    found = find_postgres()
    if found is None:
        raise PostgresMissingError
    return found


@dataclass
class Cluster:
    """A running PostgreSQL of our own.

    Attributes:
        folder: Where its files are.
        port: Where it listens, on 127.0.0.1.
        password: What lets its owner in.
    """

    programs: Path
    folder: Path
    port: int
    password: str
    options: tuple[str, ...] = WITHOUT_SYNC

    def url(self, database: str = "postgres") -> str:
        """Give the address of a database, with what opens it."""
        return f"postgresql://{OWNER}:{self.password}@127.0.0.1:{self.port}/{database}"

    def make(self) -> None:
        """Make its files."""
        secret = self.folder / "password"
        secret.write_text(self.password, encoding="ascii")
        self._hand_over(secret)
        options = ["--username", OWNER, "--pwfile", str(secret), "--auth", "scram-sha-256", "--no-sync"]
        self._run("initdb", "--pgdata", str(self.data), "--encoding", "UTF8", "--locale", "C", *options)
        secret.unlink()

    @property
    def data(self) -> Path:
        """Where the database itself is."""
        return self.folder / "data"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = ("-c", f"port={self.port}", "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=60")
        own = ("-c", f"unix_socket_directories={self.folder}", *settings, *self.options)
        log = str(self.folder / "log")
        self._run("pg_ctl", "--pgdata", str(self.data), "--wait", "--log", log, "--options", " ".join(own), "start")

    def stop(self, mode: str = "fast") -> None:
        """End it: `fast` says goodbye to everyone, `immediate` is as if its power had gone."""
        self._run("pg_ctl", "--pgdata", str(self.data), "--wait", "--mode", mode, "stop")

    def _hand_over(self, path: Path) -> None:
        if os.geteuid() == 0:
            shutil.chown(path, USER)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.programs / program), *arguments]
        user = USER if os.geteuid() == 0 else None
        environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"}
        # pg_ctl leaves its server behind, which would hold a pipe open: what is said goes to a file.
        with (self.folder / f"{program}.said").open("w+", encoding="utf-8") as said:
            done = subprocess.run(
                command, user=user, env=environment, cwd=self.folder, stdout=said, stderr=said, check=False
            )
            if done.returncode:
                said.seek(0)
                raise RuntimeError(f"{program}: {said.read()}")


@contextmanager
def running(*, options: tuple[str, ...] = WITHOUT_SYNC) -> Iterator[Cluster]:
    """Have a cluster while inside.

    Args:
        options: More for the server's command line.

    Raises:
        PostgresMissingError: There is no PostgreSQL and none can be installed.
    """
    programs = ensure_postgres()
    with tempfile.TemporaryDirectory(prefix="backrub-pg-", ignore_cleanup_errors=True) as name:
        cluster = Cluster(programs, Path(name), _free_port(), secrets.token_hex(8), options)
        cluster._hand_over(cluster.folder)  # noqa: SLF001 - its own maker
        cluster.make()
        cluster.start()
        try:
            yield cluster
        finally:
            if (cluster.data / "postmaster.pid").exists():
                cluster.stop("immediate")


def _has_programs(folder: Path) -> bool:
    return all((folder / name).is_file() for name in PROGRAMS)


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in folder.parent.name.split(".") if part.isdigit())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _make_no_cluster() -> None:
    """Have Debian's package install programs only, and start no server that nobody asked for."""
    if not DEBIAN_SETTING.exists():
        DEBIAN_SETTING.parent.mkdir(parents=True, exist_ok=True)
        DEBIAN_SETTING.write_text("create_main_cluster = false\n", encoding="ascii")
