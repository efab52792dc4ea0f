"""From a tap on a phone to the giver's page, and what a session holds. Run `python -m bench.phones [SESSIONS …]`.

One server in a process of its own, its data on disk; for each session a door, a giver's socket and a phone's, all from
this process over loopback. Each of the two sends a command every five seconds, each an event that is on disk before
anybody is told; what is measured is the way from the phone to the giver's view. The processor time a command costs the
server, with the seconds of all sessions in it, says more than the clock where the machine has other work.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

from websockets.asyncio.client import ClientConnection, connect

from backrub.app.planning import compose_rub
from backrub.person import Health, Tense, Wishes
from backrub.wiring import data_folder, ports
from bench.report import emit, quantile, table

if TYPE_CHECKING:
    from backrub.app.sessions import Sessions

PHONES = "127.0.0.2"
SESSIONS = (1, 50, 1000)
EVERY_S = 5.0
ROUNDS = 12
SETTLE_S, BEGIN_EVERY_S = 3.0, 0.01
AT_ONCE, WARM = 8, 40
LARGEST = 2**24
TARGET_MS = 25.0
ENGINE_KB, WITH_SOCKETS_KB = 40.0, 120.0
WISHES = Wishes(minutes=20, tense=(Tense("shoulders", "right", 3),), health=Health("none"))
PHONE_SAYS = ("softer", "just-right", "firmer", "just-right", "stay", "just-right")
GIVER_SAYS = ("just-right", "breath-held", "just-right")
"""What the giver's page passes on; a command that is refused is answered and told nobody."""

VIEW = '{"view":{"version":'


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
    figures: dict[str, float] = {}
    for count in [int(one) for one in sys.argv[1:]] or SESSIONS:
        with tempfile.TemporaryDirectory() as folder, served(folder, count) as server:
            figures |= asyncio.run(measured(server, count))
    table((name, figure, _target(name), name.rpartition("_")[2]) for name, figure in figures.items())
    emit("phones", figures)


def _target(name: str) -> float | None:
    if "p99" in name:
        return TARGET_MS
    return {"idle_session_1000_kb": ENGINE_KB, "two_sockets_1000_kb": WITH_SOCKETS_KB}.get(name)


# ---- the server


@dataclass(frozen=True, slots=True)
class Served:
    """A server in a process of its own."""

    process: int
    address: str
    before_kb: float
    opened: Sequence[dict[str, str]]

    def resident_kb(self) -> float:
        """Give the memory it holds [kB]."""
        pages = int(Path(f"/proc/{self.process}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1000

    def cpu_ms(self) -> float:
        """Give the processor time it has used [ms]."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


@contextmanager
def served(folder: str, count: int) -> Iterator[Served]:
    """Serve sessions from a data folder while inside."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(folder, count, there), daemon=True)
    process.start()
    there.close()  # so that a server that does not come up ends the wait
    try:
        address, before_kb, opened = here.recv()
        yield Served(process.pid or 0, address, before_kb, opened)
    finally:
        process.terminate()
        process.join()


def serve(folder: str, count: int, told: Connection) -> None:
    """Serve until ended; the sessions are opened in here, since composing so many is not what is measured."""
    from backrub.web.application import make_app
    from backrub.web.doors import Lan
    from backrub.web.server import address_of, free_port_socket, run

    data = data_folder(Path(folder))
    data.claim()
    listener = free_port_socket("127.0.0.1", 0)
    app = make_app(replace(ports(data), speech=Mute()), lan=Lan(PHONES, lambda: (PHONES,)))
    tasks = []

    def ready() -> None:
        address = address_of(listener).rstrip("/")
        tasks.append(asyncio.get_running_loop().create_task(fill(app.state.house.sessions, count, address, told)))

    run(app, listener, ready)


async def fill(sessions: Sessions, count: int, address: str, told: Connection) -> None:
    """Open sessions and tell of them."""
    planned = compose_rub(WISHES)
    first = await sessions.open_planned(planned, "en")
    before_kb = Served(os.getpid(), address, 0, ()).resident_kb()
    opened = [first, *[await sessions.open_planned(planned, "en") for _ in range(count - 1)]]
    told.send((address, before_kb, [{"session": one.session, "token": one.token} for one in opened]))


# ---- the pages


async def measured(server: Served, count: int) -> dict[str, float]:
    """Give the figures for so many sessions."""
    idle_kb = (server.resident_kb() - server.before_kb) / max(1, count - 1)
    gate = asyncio.Semaphore(AT_ONCE)
    pairs = await asyncio.gather(*(Pair.of(server, opened, gate) for opened in server.opened[:WARM]))
    warm_kb = server.resident_kb()  # everything is loaded now; what comes is what each more costs
    pairs += await asyncio.gather(*(Pair.of(server, opened, gate) for opened in server.opened[WARM:]))
    await asyncio.sleep(SETTLE_S)
    joined_kb = idle_kb + (server.resident_kb() - warm_kb) / max(1, count - WARM)
    await asyncio.gather(*(pair.begin(gate) for pair in pairs))
    await asyncio.sleep(SETTLE_S)
    before_ms, began_s = server.cpu_ms(), perf_counter()
    await asyncio.gather(*(pair.live(place / count * EVERY_S) for place, pair in enumerate(pairs)))
    cost_ms, took_s = server.cpu_ms() - before_ms, perf_counter() - began_s
    taken = sorted(one for pair in pairs for one in pair.taken_ms)
    sent = sum(pair.sent for pair in pairs)
    await asyncio.gather(*(pair.close() for pair in pairs))
    return {
        f"tap_p50_{count}_ms": quantile(taken, 0.5),
        f"tap_p99_{count}_ms": quantile(taken, 0.99),
        f"taps_{count}_count": len(taken),
        f"cpu_each_{count}_ms": cost_ms / sent,
        f"cpu_{count}_percent": cost_ms / took_s / 10,
        f"idle_session_{count}_kb": idle_kb,
        f"two_sockets_{count}_kb": joined_kb,
    }


@dataclass(slots=True)
class Pair:
    """One session: a giver's page and a receiver's phone."""

    giver: ClientConnection
    phone: ClientConnection
    taken_ms: list[float] = field(default_factory=list)
    sent: int = 0
    _asked_s: dict[str, float] = field(default_factory=dict)
    _seen_s: list[tuple[int, float]] = field(default_factory=list)
    _listening: list[asyncio.Task[None]] = field(default_factory=list)

    @classmethod
    async def of(cls, server: Served, opened: dict[str, str], gate: asyncio.Semaphore) -> Pair:
        """Let a phone into a session, and come in as the giver."""
        async with gate:
            path = f"{server.address}/api/sessions/{opened['session']}/door"
            door = await post(path, {"role": "receiver"}, opened["token"])
            joined = await post(f"{door['addresses'][0]}join", {"code": door["code"]})
            pair = cls(await greeted(server.address, opened), await greeted(door["addresses"][0].rstrip("/"), joined))
            await pair.giver.recv()
            await pair.phone.recv()
        pair._listening = [asyncio.create_task(pair._hear_giver()), asyncio.create_task(pair._hear_phone())]
        return pair

    async def begin(self, gate: asyncio.Semaphore) -> None:
        """Lay hands on, a few at a time: a thousand pairs of people do not begin in one second."""
        async with gate:
            for kind in ("start", "ready"):
                await self.giver.send(command(f"giver-{kind}", kind))
            await asyncio.sleep(AT_ONCE * BEGIN_EVERY_S)

    async def live(self, after_s: float) -> None:
        """Say something every five seconds, the giver in between."""
        await asyncio.sleep(after_s)
        began_s = perf_counter()
        for turn in range(ROUNDS):
            name = f"phone-{turn}"
            self._asked_s[name] = perf_counter()
            await self.phone.send(command(name, PHONE_SAYS[turn % len(PHONE_SAYS)]))
            await asyncio.sleep(began_s + (turn + 0.5) * EVERY_S - perf_counter())
            await self.giver.send(command(f"giver-{turn}", GIVER_SAYS[turn % len(GIVER_SAYS)], by="receiver"))
            await asyncio.sleep(began_s + (turn + 1) * EVERY_S - perf_counter())
            self.sent += 2

    async def close(self) -> None:
        """Leave."""
        for task in self._listening:
            task.cancel()
        await asyncio.gather(self.giver.close(), self.phone.close())

    async def _hear_giver(self) -> None:
        async for text in self.giver:
            at = str(text).find(VIEW) + len(VIEW)
            if at >= len(VIEW):
                version = int(text[at : text.index(",", at)])  # type: ignore[arg-type]  # pages are sent text only
                self._seen_s = [*self._seen_s[-4:], (version, perf_counter())]

    async def _hear_phone(self) -> None:
        async for text in self.phone:
            if isinstance(text, str) and text.startswith('{"ack":"phone-'):
                answer = json.loads(text)
                asyncio.get_running_loop().call_later(EVERY_S / 4, self._reckon, answer["ack"], answer["seq"])

    def _reckon(self, name: str, seq: int) -> None:
        """Find when the giver's page knew; the answer may come before or after that."""
        asked_s = self._asked_s.pop(name)
        seen_s = next((at_s for version, at_s in self._seen_s if version >= seq and at_s >= asked_s), None)
        self.taken_ms.append((seen_s - asked_s) * 1000 if seen_s is not None else EVERY_S * 1000)


async def greeted(address: str, opened: dict[str, str]) -> ClientConnection:
    """Open a socket and come in, as the pages do."""
    socket = await connect(f"{address.replace('http', 'ws')}/api/live", max_size=LARGEST, compression=None)
    hello = {"token": opened["token"], "session": opened["session"], "protocol": 1, "patches": True}
    await socket.send(json.dumps(hello))
    return socket


async def post(address: str, body: object, token: str = "") -> dict[str, Any]:
    """Post JSON and give the answer."""
    headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
    request = Request(address, json.dumps(body).encode(), headers)
    answer: dict[str, Any] = json.loads(await asyncio.to_thread(lambda: urlopen(request).read()))
    return answer


def command(name: str, kind: str, **more: str) -> str:
    """Give a command as a page sends it; at_ms far ahead, for staleness is not what is measured."""
    return json.dumps({"id": name, "at_ms": 2**40, "seen": 0, "kind": kind} | more)


if __name__ == "__main__":
    main()
