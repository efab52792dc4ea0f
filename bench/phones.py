"""From a tap on the receiver's phone to the giver's page: how long it takes. Run `python -m bench.phones [SESSIONS …]`.

The processor time a tap costs the server says more than the clock where the machine has other work.

One server in a process of its own, its data on disk; for each session a door, a giver's socket and a phone's, all from
this process over loopback. Each phone taps once a second, each tap an event that is on disk before anybody is told.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.request import Request, urlopen

from websockets.asyncio.client import ClientConnection, connect

from backrub.wiring import data_folder, ports
from bench.report import emit, quantile, table

PHONES = "127.0.0.2"
SESSIONS = (1, 10, 50)
TAPS = 10
EVERY_S = 1.0
WITHIN_S = 10.0
LARGEST = 2**24
TARGET_MS = 25.0
WISHES = {"minutes": 10, "health": {"answered": "none", "conditions": []}}


class Mute:
    """No voice: what is measured is the way of a tap."""

    def available(self) -> bool:
        """Tell that it cannot speak."""
        return False

    def identity(self) -> str:
        """Name it."""
        return "mute"

    def render(self, text: str, locale: str, voice: str | None = None) -> bytes:
        """Give no sound."""
        raise NotImplementedError(text, locale, voice)

    def close(self) -> None:
        """Do nothing."""


def main() -> None:
    """Measure and report."""
    counts = [int(one) for one in sys.argv[1:]] or list(SESSIONS)
    figures: dict[str, float] = {}
    for count in counts:
        with tempfile.TemporaryDirectory() as folder, served(folder) as (process, address):
            taken, cpu_ms = asyncio.run(taps_ms(process, address, count))
        figures |= {f"tap_p50_{count}_ms": quantile(taken, 0.5), f"tap_p99_{count}_ms": quantile(taken, 0.99)}
        figures[f"cpu_each_{count}_ms"] = cpu_ms
    table((name, figure, TARGET_MS if "p99" in name else None, "ms") for name, figure in figures.items())
    emit("phones", figures)


@contextmanager
def served(folder: str) -> Iterator[tuple[int, str]]:
    """Serve from a data folder while inside; give the process and the address."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(folder, there), daemon=True)
    process.start()
    try:
        address = here.recv()
        yield process.pid or 0, address
    finally:
        process.terminate()
        process.join()


def serve(folder: str, told: Connection) -> None:
    """Serve until ended."""
    from backrub.web.application import make_app
    from backrub.web.doors import Lan
    from backrub.web.server import address_of, free_port_socket, run

    data = data_folder(Path(folder))
    data.claim()
    listener = free_port_socket("127.0.0.1", 0)
    app = make_app(replace(ports(data), speech=Mute()), lan=Lan(PHONES, lambda: (PHONES,)))
    run(app, listener, lambda: told.send(address_of(listener).rstrip("/")))


async def taps_ms(process: int, address: str, count: int) -> tuple[list[float], float]:
    """Give how long each tap took to reach the giver's page, shortest first, and what it cost the server [ms].

    The cost has the seconds of the running sessions in it.
    """
    pairs = [await Pair.of(address) for _ in range(count)]
    before_ms = cpu_ms(process)
    taken = await asyncio.gather(*(pair.tap(place / count * EVERY_S) for place, pair in enumerate(pairs)))
    cost_ms = (cpu_ms(process) - before_ms) / (count * TAPS)
    for pair in pairs:
        await pair.close()
    return sorted(one for each in taken for one in each), cost_ms


def cpu_ms(process: int) -> float:
    """Give the processor time a process has used [ms]."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


class Pair:
    """One session: a giver's page and a receiver's phone."""

    def __init__(self, giver: ClientConnection, phone: ClientConnection) -> None:
        self._giver = giver
        self._phone = phone
        self._arrived: asyncio.Queue[float] = asyncio.Queue()
        self._listening = [asyncio.create_task(self._hear_giver()), asyncio.create_task(_drain(phone))]

    @classmethod
    async def of(cls, address: str) -> Pair:
        """Open a session, let a phone in, and lay hands on."""
        opened = await post(f"{address}/api/sessions", WISHES)
        path = f"{address}/api/sessions/{opened['session']}/door"
        door = await post(path, {"role": "receiver"}, opened["token"])
        joined = await post(f"{door['addresses'][0]}join", {"code": door["code"]})
        giver = await greeted(address, opened)
        phone = await greeted(door["addresses"][0].rstrip("/"), joined)
        for kind in ("start", "ready"):
            await giver.send(command(f"giver-{kind}", kind))
        return cls(giver, phone)

    async def tap(self, after_s: float) -> list[float]:
        """Tap again and again; give how long each took [ms]."""
        await asyncio.sleep(EVERY_S + after_s)
        taken = []
        for count in range(TAPS):
            began = perf_counter()
            await self._phone.send(command(f"phone-{count}", "just-right"))
            arrived = await asyncio.wait_for(self._arrived.get(), WITHIN_S)
            taken.append((arrived - began) * 1000)
            await asyncio.sleep(max(0.0, EVERY_S - (perf_counter() - began)))
        return taken

    async def close(self) -> None:
        """Leave."""
        for task in self._listening:
            task.cancel()
        await self._giver.close()
        await self._phone.close()

    async def _hear_giver(self) -> None:
        async for text in self._giver:
            if '"wish-heard"' in str(text)[:200] and json.loads(text)["event"]["by"] == "receiver":
                self._arrived.put_nowait(perf_counter())


async def _drain(socket: ClientConnection) -> None:
    async for _ in socket:
        pass


async def greeted(address: str, opened: dict[str, str]) -> ClientConnection:
    """Open a socket and come in."""
    socket = await connect(f"{address.replace('http', 'ws')}/api/live", max_size=LARGEST)
    await socket.send(json.dumps({"token": opened["token"], "session": opened["session"], "protocol": 1}))
    return socket


async def post(address: str, body: object, token: str = "") -> dict[str, Any]:
    """Post JSON and give the answer."""
    headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
    request = Request(address, json.dumps(body).encode(), headers)
    answer: dict[str, Any] = json.loads(await asyncio.to_thread(lambda: urlopen(request).read()))
    return answer


def command(name: str, kind: str) -> str:
    """Give a command as a page sends it; at_ms far ahead, for staleness is not what is measured."""
    return json.dumps({"id": name, "at_ms": 2**40, "seen": 0, "kind": kind})


if __name__ == "__main__":
    main()
