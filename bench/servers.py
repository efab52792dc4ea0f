"""What sharing a PostgreSQL database costs: acknowledgements, the way between servers, and a takeover.

Run `python -m bench.servers`. PostgreSQL is started in a folder of its own and syncs every commit to disk; the servers
are processes started as a user starts them. A takeover is timed from `kill -9` of the server that leads to the
acknowledgement of a command that a page, which tries again as pages do, sends to the one that lives.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import chain, repeat
from pathlib import Path
from time import perf_counter

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from bench.report import emit, quantile, table
from bench.server import ADDRESS, acknowledgements_ms, environment, post

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import postgres

TAKEOVERS = 12
TAPS = 200
AGAIN_S = (0.2, 0.5, 1.0, 2.0)
"""After how long a page tries again: the times of its session client."""

TARGETS = {"takeover_p50_s": 3.0, "takeover_most_s": 3.0}
VIEW = re.compile(r'^\{"view":\{"version":(\d+)')


def main() -> None:
    """Measure and report."""
    with postgres.running(options=()) as cluster, tempfile.TemporaryDirectory() as data:
        os.environ["BACKRUB_STORE"] = cluster.url()
        with started(data) as (_, one), started(data) as (_, two):
            figures = acknowledging(one, two)
            took = sorted(takeover_s(data, two) for _ in range(TAKEOVERS))
    figures |= {"takeover_p50_s": quantile(took, 0.5), "takeover_most_s": took[-1]}
    table((name, figure, TARGETS.get(name), name.rpartition("_")[2]) for name, figure in figures.items())
    emit("servers", figures)


@contextmanager
def started(data: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Serve while inside; give process and address."""
    command = [sys.executable, "-m", "backrub", "serve", "--no-browser", "--port", "0", "--data", data]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment()) as process:
        found = next(match for line in process.stderr or () if (match := ADDRESS.search(line)))
        try:
            yield process, found[1]
        finally:
            process.kill()


def acknowledging(one: str, two: str) -> dict[str, float]:
    """Give how long commands take where a session is led and where it is followed, and until the other page sees it."""
    opened = post(f"{one}/api/sessions")
    with page(one) as here:
        led = acknowledgements_ms(here, opened)
    other = post(f"{one}/api/sessions")
    with page(two) as there:
        followed = acknowledgements_ms(there, other)
    with page(one) as here, page(two) as there:
        greet(here, opened)
        greet(there, opened)
        across = sorted(across_ms(here, there, number) for number in range(TAPS))
    return {
        "ack_p50_ms": quantile(led, 0.5),
        "ack_p99_ms": quantile(led, 0.99),
        "forwarded_ack_p50_ms": quantile(followed, 0.5),
        "forwarded_ack_p99_ms": quantile(followed, 0.99),
        "page_to_page_p50_ms": quantile(across, 0.5),
        "page_to_page_p99_ms": quantile(across, 0.99),
    }


def across_ms(here: ClientConnection, there: ClientConnection, number: int) -> float:
    """Give the time from a command at the server that leads to the view at a page of the other [ms]."""
    began = perf_counter()
    seq = say(here, "leave" if number % 2 else "join", f"tap-{number}")
    while not ((seen := VIEW.match(str(there.recv(20)))) and int(seen[1]) >= seq):
        pass
    return (perf_counter() - began) * 1000


def takeover_s(data: str, two: str) -> float:
    """Kill a server that leads; give how long it takes until the other has carried out a command [s]."""
    with started(data) as (process, address):
        opened = post(f"{address}/api/sessions")
        with page(two) as watching:
            greet(watching, opened)
            say(watching, "start")
            process.send_signal(signal.SIGKILL)
            began = perf_counter()
            if not asked(watching, "ready"):
                come_back(two, opened, "ready")
            return perf_counter() - began


def come_back(address: str, opened: dict[str, str], kind: str) -> None:
    """Try again, as pages do, until a command is answered."""
    for again_s in chain(AGAIN_S, repeat(AGAIN_S[-1])):
        time.sleep(again_s)
        with suppress(ConnectionClosed), page(address) as socket:
            greet(socket, opened)
            if asked(socket, kind):
                return


def asked(socket: ClientConnection, kind: str) -> bool:
    """Ask for something over a line; tell whether it was answered before the line ended."""
    with suppress(ConnectionClosed):
        say(socket, kind)
        return True
    return False


@contextmanager
def page(address: str) -> Iterator[ClientConnection]:
    """Have a line to a server."""
    with connect(f"{address.replace('http', 'ws')}/api/live", max_size=2**24) as socket:
        yield socket


def greet(socket: ClientConnection, opened: dict[str, str]) -> None:
    """Come in, and wait until everything was told."""
    socket.send(json.dumps({"token": opened["token"], "session": opened["session"], "protocol": 1}))
    while "timeline" not in json.loads(socket.recv(20)):
        pass


def say(socket: ClientConnection, kind: str, name: str = "") -> int:
    """Send a command, and wait for its answer; give the number of the last event."""
    named = name or kind
    socket.send(json.dumps({"id": named, "at_ms": 0, "seen": 0, "kind": kind}))
    while named not in (told := json.loads(socket.recv(20))).values():
        pass
    return int(told.get("seq", 0))


if __name__ == "__main__":
    main()
