"""Only our own pages, under our own name, may ask for anything that changes something."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from backrub.web.security import Gate
from tests import patient
from tests.web.serving import serving


async def _answer(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"{request.method} done")


async def _talk(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text("hello")
    await socket.close()


@asynccontextmanager
async def _life(_: Starlette) -> AsyncIterator[None]:
    yield


def behind_gate(**options: object) -> Gate:
    """Give a small application behind the gate."""
    routes = [Route("/", _answer, methods=["GET", "POST"]), WebSocketRoute("/live", _talk)]
    return Gate(Starlette(routes=routes, lifespan=_life), **options)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Give the address of a server that only this machine can reach."""
    with serving(behind_gate()) as address:
        yield address


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "127.0.0.1"])
def test_the_names_of_this_machine_are_served(address: str, host: str) -> None:
    """A request under a loopback name is answered."""
    assert 200 == patient.get(address, headers={"host": host}).status_code


@pytest.mark.parametrize(
    "host", ["evil.example", "backrub.evil.example:8765", "192.168.1.9:8765", "127.0.0.1.evil.example"]
)
def test_other_names_are_refused(address: str, host: str) -> None:
    """A name that is not ours is refused even though it resolved to us, and in problem JSON."""
    refused = patient.get(address, headers={"host": host})
    assert 421 == refused.status_code
    assert "application/problem+json" == refused.headers["content-type"]


def test_on_a_network_addresses_are_served_and_strange_names_are_not() -> None:
    """Open to a network, any numeric address is ours, since rebinding needs a name."""
    names = ("192.168.1.9:8765", "coach.lan", "evil.example")
    with serving(behind_gate(names=frozenset({"coach.lan"}), loopback=False)) as address:
        given = {name: patient.get(address, headers={"host": name}).status_code for name in names}
    assert {"192.168.1.9:8765": 200, "coach.lan": 200, "evil.example": 421} == given


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "here"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-origin"}, 200),
    ],
)
def test_only_our_own_pages_may_post(address: str, headers: dict[str, str], status: int) -> None:
    """An unsafe request of another origin is refused; a program that is no browser names none."""
    sent = {name: address if value == "here" else value for name, value in headers.items()}
    assert status == patient.post(address, headers=sent).status_code


def test_reading_needs_no_origin(address: str) -> None:
    """A link from elsewhere may open the first page."""
    assert 200 == patient.get(address, headers={"origin": "http://evil.example"}).status_code


def test_what_is_too_long_or_of_unknown_length_is_refused(address: str) -> None:
    """Nobody can make the server read for ever."""
    assert 413 == patient.post(address, content=b"x" * (64 * 1024 + 1)).status_code
    assert 411 == patient.post(address, content=iter([b"x"])).status_code


def test_the_socket_is_closed_to_other_origins(address: str) -> None:
    """A page of another origin cannot open the socket; ours can."""
    live = f"{address.replace('http', 'ws')}/live"
    with connect(live, origin=Origin(address)) as socket:
        assert "hello" == socket.recv()
    with pytest.raises(InvalidStatus):
        connect(live, origin=Origin("http://evil.example"))


def test_every_answer_carries_the_policy(address: str) -> None:
    """No inline script, no other origin, no frame, no sniffing, and no copy in a cache."""
    headers = patient.get(address).headers
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    for rule in (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
        address.replace("http", "ws"),
    ):
        assert rule in policy
    assert ("nosniff", "no-referrer", "same-origin", "no-store") == (
        headers["x-content-type-options"],
        headers["referrer-policy"],
        headers["cross-origin-opener-policy"],
        headers["cache-control"],
    )
