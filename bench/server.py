"""What starting and serving cost: help, first answer, memory, acknowledgement. Run `python -m bench.server`.

Everything is measured from outside, on processes started as a user starts them, over loopback.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from urllib.request import Request, urlopen

from websockets.sync.client import ClientConnection, connect

from bench.report import emit, quantile, table, timed_ms

HELPS = 7
COMMANDS = 300
ADDRESS = re.compile(r"backrub is at (http://\S+?)/")
WISHES = {"minutes": 10, "health": {"answered": "none", "conditions": []}}


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder:
        figures = {
            "help_s": quantile(timed_ms(lambda: run("--help"), HELPS), 0.5) / 1000,
            "first_start_s": start_s(Path(folder)),
            "second_start_s": start_s(Path(folder)),
            **serving_figures(Path(folder)),
        }
    targets = {"help_s": 0.25, "second_start_s": 2.0, "idle_mib": 120.0}
    table((name, figure, targets.get(name), name.rpartition("_")[2]) for name, figure in figures.items())
    emit("server", figures)


def run(*arguments: str) -> None:
    """Run one command to its end."""
    subprocess.run([sys.executable, "-m", "backrub", *arguments], check=True, capture_output=True, env=environment())


def environment() -> dict[str, str]:
    """Give the environment in which the checkout's own package is found."""
    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[1] / "src")}


@contextmanager
def served(data: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Serve from a data folder while inside."""
    command = [sys.executable, "-m", "backrub", "serve", "--no-browser", "--port", "0", "--data", str(data)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment()) as process:
        found = next(match for line in process.stderr or () if (match := ADDRESS.search(line)))
        try:
            yield process, found[1]
        finally:
            process.send_signal(signal.SIGINT)


def start_s(data: Path) -> float:
    """Give the time from starting the command to having the first page [s]."""
    began = perf_counter()
    with served(data) as (_, address):
        urlopen(address).read()
        return perf_counter() - began


def serving_figures(data: Path) -> dict[str, float]:
    """Give memory before and in a session, and how long commands take until they are on disk."""
    with served(data) as (process, address):
        urlopen(address).read()
        idle_mib = resident_mib(process.pid)
        began = perf_counter()
        opened = post(f"{address}/api/sessions")
        open_ms = (perf_counter() - began) * 1000
        with connect(f"{address.replace('http', 'ws')}/api/live", max_size=2**24) as socket:
            acknowledged = acknowledgements_ms(socket, opened)
        return {
            "idle_mib": idle_mib,
            "in_session_mib": resident_mib(process.pid),
            "open_session_ms": open_ms,
            "ack_p50_ms": quantile(acknowledged, 0.5),
            "ack_p99_ms": quantile(acknowledged, 0.99),
        }


def post(address: str) -> dict[str, str]:
    """Open a session."""
    request = Request(address, json.dumps(WISHES).encode(), {"content-type": "application/json"})
    answer: dict[str, str] = json.loads(urlopen(request).read())
    return answer


def acknowledgements_ms(socket: ClientConnection, opened: dict[str, str]) -> list[float]:
    """Give how long each of many commands took from sending to its acknowledgement, shortest first [ms]."""
    socket.send(json.dumps({"token": opened["token"], "session": opened["session"], "protocol": 1}))
    taken = []
    for count in range(COMMANDS):
        name = f"bench-{count}"
        kind = "join" if count % 2 == 0 else "leave"
        began = perf_counter()
        socket.send(json.dumps({"id": name, "at_ms": 0, "seen": 0, "kind": kind}))
        while name not in json.loads(socket.recv()).values():
            pass
        taken.append((perf_counter() - began) * 1000)
    return sorted(taken)


def resident_mib(process: int) -> float:
    """Give the memory a process holds [MiB]."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


if __name__ == "__main__":
    main()
