"""A real coach on this machine, started as people start it, that can be killed and started again."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Self

from tests import patient

ROOT = Path(__file__).resolve().parents[2]
WATCH = Path(__file__).resolve().parent / "watch"
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")


class Served:
    """One server with its data folder; used as a context, it ends with it."""

    def __init__(self, folder: Path, speed: float = 1) -> None:
        self.data = folder / "data"
        self.watched = folder / "watched.txt"
        self.watched.touch()
        self.speed = speed
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Start it."""
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.end(signal.SIGTERM)

    @property
    def address(self) -> str:
        """Where the first page is, without the last slash."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start on a free port, or again on the port it had; return when it answers."""
        command = [sys.executable, "-m", "backrub", "serve", "--no-browser", "--port", str(self.port)]
        command += ["--data", str(self.data), "--speed", str(self.speed)]
        paths = os.pathsep.join([str(WATCH), str(ROOT / "src")])
        environment = {**os.environ, "PYTHONPATH": paths, "BACKRUB_WATCHED": str(self.watched), "PYTHONUNBUFFERED": "1"}
        environment.pop("COVERAGE_PROCESS_CONFIG", None)  # what is listened to is not slowed down by being measured
        self._process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT
        )
        assert self._process.stdout is not None
        said = []
        for line in self._process.stdout:
            said.append(line)
            if found := ADDRESS.search(line):
                self.port = int(found[1])
                return
        raise AssertionError("".join(said))

    def end(self, how: signal.Signals) -> None:
        """End it, with or without warning, and wait until it is gone."""
        if self._process is None:
            return
        self._process.send_signal(how)
        self._process.wait(patient.WAIT_S)
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._process = None

    def strangers(self) -> list[str]:
        """Give every address beyond this machine that it tried to reach."""
        return [line for line in self.watched.read_text().splitlines() if not _is_ours(line.split()[-1])]


def _is_ours(host: str) -> bool:
    return host in {"127.0.0.1", "::1", "localhost", "None"} or host.startswith("/")
