"""From `kill -9` to a page that is led again. Run `python -m bench.recovery`.

A server started as a user starts it, one session under way, a page that comes back as the pages do: tried anew after
the waits of `session-client.js`. The server is started again at once on the same folder and port.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from bench.report import emit, quantile, table
from bench.server import ADDRESS, environment, post

STATIC = Path(__file__).parents[1] / "src" / "backrub" / "web" / "static"
TIMES = 7
TARGET_S = 1.5


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder:
        taken_s = sorted(recoveries_s(folder))
    figures = {"back_p50_s": quantile(taken_s, 0.5), "back_most_s": taken_s[-1]}
    table((name, figure, TARGET_S, "s") for name, figure in figures.items())
    emit("recovery", figures | {"kills": TIMES})


def recoveries_s(folder: str) -> list[float]:
    """Give how long each of several returns took [s]."""
    server, address = started(folder, "0")
    port = address.rpartition(":")[2]
    opened = post(f"{address}/api/sessions")
    for kind in ("start", "ready"):
        live(address, opened, kind)
    taken_s = []
    for _ in range(TIMES):
        server.send_signal(signal.SIGKILL)
        server.wait()
        began_s = perf_counter()
        server = launched(folder, port)
        status = returned(address, opened)
        taken_s.append(perf_counter() - began_s)
        if status != "running":
            sys.exit(f"it came back {status}")
    server.send_signal(signal.SIGINT)
    server.wait()
    return taken_s


def started(folder: str, port: str) -> tuple[subprocess.Popen[str], str]:
    """Start a server and wait for its address."""
    process = launched(folder, port)
    found = next(match for line in process.stderr or () if (match := ADDRESS.search(line)))
    return process, found[1]


def launched(folder: str, port: str) -> subprocess.Popen[str]:
    """Start a server."""
    command = [sys.executable, "-m", "backrub", "serve", "--no-browser", "--port", port, "--data", folder]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment())


def returned(address: str, opened: dict[str, str]) -> str:
    """Come back as a page does; give the status of the session then."""
    for wait_s in waits_s():
        sleep(wait_s)
        try:
            return live(address, opened)
        except (OSError, WebSocketException):
            continue
    sys.exit("it did not come back")


def live(address: str, opened: dict[str, str], kind: str = "") -> str:
    """Come in, ask for something, and stay until all is told; give the status of the session."""
    with connect(f"{address.replace('http', 'ws')}/api/live", max_size=2**24, compression=None) as socket:
        hello = {"token": opened["token"], "session": opened["session"], "protocol": 1}
        socket.send(json.dumps(hello))
        told: dict[str, Any] = {}
        while "timeline" not in told:
            told |= json.loads(socket.recv(timeout=20))
        if kind:
            name = os.urandom(8).hex()
            socket.send(json.dumps({"id": name, "at_ms": 0, "seen": 0, "kind": kind}))
            while name != told.get("ack"):
                told |= json.loads(socket.recv(timeout=20))
        return str(told["view"]["status"])


def waits_s() -> list[float]:
    """Give how long the pages wait before each try [s]."""
    text = (STATIC / "models" / "session-client.js").read_text(encoding="utf-8")
    found = re.search(r"const RETRY_MS = \[([\d, ]+)\]", text)
    if found is None:
        sys.exit("the pages' waits are not where they were")
    return [int(one) / 1000 for one in found[1].split(",")] * 3


if __name__ == "__main__":
    main()
