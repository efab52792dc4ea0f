"""The server finds a port, sends small answers at once, and answers for its own mistakes."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from backrub.errors import UsageError
from backrub.web.security import OUR_FAULT, Gate
from backrub.web.server import address_of, free_port_socket
from tests import patient
from tests.web.serving import serving

SECRET = "what somebody said"


async def _break(_: Request) -> Response:
    raise RuntimeError(SECRET)


async def _break_line(line: WebSocket) -> None:
    await line.accept()
    raise RuntimeError(SECRET)


@asynccontextmanager
async def _life(_: Starlette) -> AsyncIterator[None]:
    yield


def test_the_next_free_port_is_taken() -> None:
    """When the port is busy, the one after it that is free is used."""
    with free_port_socket("127.0.0.1", 0) as busy:
        port = busy.getsockname()[1]
        with free_port_socket("127.0.0.1", port) as other:
            assert port < other.getsockname()[1] <= port + 20


def test_a_named_port_is_taken_or_refused() -> None:
    """Whoever names a port gets that one or a sentence."""
    with free_port_socket("127.0.0.1", 0) as busy, pytest.raises(UsageError, match="no free port"):
        free_port_socket("127.0.0.1", busy.getsockname()[1], exactly=True)


def test_an_address_of_another_machine_is_refused() -> None:
    """One cannot listen where one is not."""
    with pytest.raises(UsageError, match="--host"):
        free_port_socket("192.0.2.1", 0)


def test_the_address_is_one_a_browser_can_open() -> None:
    """Listening everywhere, the address printed is that of this machine."""
    with free_port_socket("0.0.0.0", 0) as listener:
        assert address_of(listener).startswith("http://127.0.0.1:")


def test_small_answers_are_sent_at_once() -> None:
    """The listener is known to be TCP, without which asyncio lets each small frame wait for the one before."""
    with free_port_socket("127.0.0.1", 0) as listener:
        assert socket.IPPROTO_TCP == listener.proto


def test_a_mistake_of_ours_is_a_sentence(caplog: pytest.LogCaptureFixture) -> None:
    """Neither the answer nor the log carries a traceback or what somebody said."""
    routes = [Route("/", _break), WebSocketRoute("/live", _break_line)]
    with serving(Starlette(routes=routes, lifespan=_life, middleware=[Middleware(Gate)])) as address:
        answer = patient.get(address)
        with connect(f"{address.replace('http', 'ws')}/live") as line, pytest.raises(ConnectionClosed) as ended:
            line.recv(timeout=patient.WAIT_S)
    assert (500, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert ended.value.rcvd is not None
    assert OUR_FAULT == ended.value.rcvd.code
    assert "RuntimeError" in caplog.text
    assert SECRET not in answer.text + caplog.text
    assert "Traceback" not in caplog.text
