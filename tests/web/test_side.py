"""A second listener has room for so many, and no patience with a line that says nothing."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from backrub.web import side
from tests import patient
from tests.web.phoning import PHONES, coach, enter, front, join, open_door
from tests.web.serving import serving
from tests.web.talking import open_session


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Give a coach."""
    with serving(coach()) as address:
        yield address


@pytest.fixture
def door(address: str) -> dict[str, Any]:
    """Give the open door of a session of its own."""
    return open_door(address, open_session(address))


def line(door: dict[str, Any], own: str = "") -> socket.socket:
    """Open a line that says nothing yet."""
    one = socket.create_connection((PHONES, door["port"]), timeout=20, source_address=(own, 0) if own else None)
    one.settimeout(20)
    return one


def is_ended(one: socket.socket) -> bool:
    """Wait for the other side's word; tell whether it ended the line."""
    try:
        return one.recv(1) == b""
    except ConnectionResetError:
        return True


def test_one_machine_cannot_take_every_line(door: dict[str, Any]) -> None:
    """Of its lines only so many are kept; the next is ended at once, and another machine comes in."""
    with ExitStack() as lines:
        kept = [lines.enter_context(line(door, "127.0.0.9")) for _ in range(side.FROM_ONE_ADDRESS)]
        assert is_ended(lines.enter_context(line(door, "127.0.0.9")))
        assert 200 == patient.get(front(door)).status_code
        kept[0].close()
    assert "receiver" == join(door)["role"]


def test_all_machines_together_cannot_take_more_than_there_are(door: dict[str, Any]) -> None:
    """Lines from many machines are kept up to their number; where one goes another may come."""
    with ExitStack() as lines:
        for count in range(side.CONNECTIONS_AT_MOST):
            lines.enter_context(line(door, f"127.0.2.{count // 10 + 1}"))
        assert is_ended(lines.enter_context(line(door)))


def test_a_line_that_asks_nothing_is_ended(monkeypatch: pytest.MonkeyPatch, door: dict[str, Any]) -> None:
    """Neither silence nor half a request holds a line."""
    monkeypatch.setattr(side, "PATIENCE_S", 0.05)
    with line(door) as silent, line(door) as halting:
        halting.sendall(b"GET / HTTP/1.1\r\nhost: ")
        assert is_ended(silent)
        assert is_ended(halting)


def test_what_was_asked_in_time_is_answered(monkeypatch: pytest.MonkeyPatch, door: dict[str, Any]) -> None:
    """Patience is for asking; a line that has become a socket has other rules."""
    monkeypatch.setattr(side, "PATIENCE_S", 2)
    host = f"{PHONES}:{door['port']}"
    joined = join(door)
    hello = {"token": joined["token"], "session": joined["session"], "protocol": 1}
    with patient.Client(base_url=front(door)) as phone, line(door) as late:
        late.sendall(
            b"GET /api/live HTTP/1.1\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n"
            b"sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nhost: " + host.encode() + b"\r\n\r\n"
        )
        assert late.recv(12) == b"HTTP/1.1 101"
        assert [200, 200] == [phone.get("/").status_code, phone.get("/phone/app.js").status_code]
        with line(door) as silent:
            assert is_ended(silent)
        text = json.dumps(hello).encode()
        late.sendall(bytes((0x81, 0x80 | 126, *len(text).to_bytes(2))) + bytes(4) + text)
        heard = b""
        while b'"role":"receiver"' not in heard:
            heard += late.recv(4096)


def test_a_thousand_doors_share_what_serves_them(address: str) -> None:
    """A door knows its own session only, however many there are."""
    doors = [open_door(address, open_session(address)) for _ in range(3)]
    assert 3 == len({door["port"] for door in doors})
    assert 403 == enter(doors[0], doors[1]["code"]).status_code
    assert ["receiver"] * 3 == [join(door)["role"] for door in doors]


class Wire:
    """What a socket's protocol needs of the loop and the line, with a clock moved by hand."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.called: list[tuple[float, Callable[[], None]]] = []
        self.failed = 0

    def time(self) -> float:
        """Give the time."""
        return self.now_s

    def call_later(self, delay_s: float, call: Callable[[], None]) -> None:
        """Note what is to be called."""
        self.called.append((delay_s, call))

    def fail(self, *_: object) -> None:
        """Note that the line is given up."""
        self.failed += 1

    def data_to_send(self) -> list[bytes]:
        """Give what goes over the line."""
        return []

    def is_closing(self) -> bool:
        """Be open."""
        return False

    def write(self, _: bytes) -> None:
        """Take it."""

    def close(self) -> None:
        """End."""


@pytest.mark.parametrize(("late_s", "failed"), [(0.0, 1), (3.0, 0)])
def test_a_busy_server_takes_nobody_for_away(late_s: float, failed: int) -> None:
    """A phone that does not answer in time is away; where the server itself came late it gets another chance."""
    wire: Any = Wire()
    phone = side._Socket.__new__(side._Socket)
    phone.loop = phone.conn = phone.transport = wire
    phone.close_sent, phone.pending_ping_payload, phone.ping_sent_at = False, b"ping", wire.now_s
    phone.client, phone.logger = None, logging.getLogger("test")
    wire.now_s += side.AWAY_S + late_s
    phone.keepalive_timeout()
    assert failed == wire.failed
    assert (failed == 0) == bool(wire.called)
    for delay_s, call in wire.called:
        wire.now_s += delay_s
        call()
        assert 1 == wire.failed
