"""Second listeners: many sockets on one event loop and one application, with a limit to who may fill which of them."""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState

from backrub.web.server import GRACE_S, SHARED

__all__ = ["CONNECTIONS_AT_MOST", "FROM_ONE_ADDRESS", "LONGEST_FROM_PHONE", "SideServer", "side_config"]

LONGEST_FROM_PHONE = 8 * 1024
AWAY_S = 4.0
BUSY_S = 0.5
"""A server that looks so much later than it meant to knows nothing of who is away."""

CONNECTIONS_AT_MOST = 100
"""So many lines one listener has open at once, whatever they are for."""

FROM_ONE_ADDRESS = 24
"""So many of them may come from one machine: a page opens six at a time, and two devices may share an address."""

PATIENCE_S = 10.0
"""A line on which no whole request came for so long is closed."""


def side_config(app: object) -> uvicorn.Config:
    """Give how every second listener is served: one such value serves them all.

    A phone that does not answer for `AWAY_S` twice is away. Its own address counts, whatever it says of itself.

    Args:
        app: The ASGI application; it knows a listener by its port.
    """
    config = uvicorn.Config(
        app,  # type: ignore[arg-type]
        **SHARED | {"http": _Line, "ws": _Socket},
        log_config=None,  # the first server has set that up
        date_header=False,
        interface="asgi3",
        lifespan="off",
        ws_max_size=LONGEST_FROM_PHONE,
        ws_ping_interval=AWAY_S,
        ws_ping_timeout=AWAY_S,
        proxy_headers=False,
    )
    config.load()
    return config


class SideServer:
    """One more listener of this process: it has no life of its own and hears no signals.

    Args:
        config: How it is served, shared by all.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        self._config = config
        self._crowd = _Crowd()
        self._server: asyncio.Server | None = None

    async def open(self, listener: socket.socket) -> None:
        """Serve on a listening socket from now on."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Line(self._config, self._crowd, {}), sock=listener)

    async def close(self) -> None:
        """Take nobody in any more, and let go of who is inside; who does not go within `GRACE_S` is not waited for."""
        if self._server is None:
            return
        self._server.close()
        for line in tuple(self._crowd.connections):
            line.shutdown()
        if self._crowd.tasks:
            _, late = await asyncio.wait(tuple(self._crowd.tasks), timeout=GRACE_S)
            for task in late:
                task.cancel()


class _Crowd(ServerState):
    """Who is connected to one listener, and how many of them come from where."""

    def __init__(self) -> None:
        super().__init__()
        self._from: Counter[str] = Counter()

    def enter(self, address: str) -> bool:
        """Count a line in; tell whether there is room for it."""
        self._from[address] += 1
        return self._from.total() <= CONNECTIONS_AT_MOST and self._from[address] <= FROM_ONE_ADDRESS

    def leave(self, address: str) -> None:
        """Count a line out."""
        self._from[address] -= 1
        if not self._from[address]:
            del self._from[address]


class _Line(H11Protocol):
    """One connection: there is room for it, and it says what it wants in good time, or it is closed."""

    def __init__(self, config: uvicorn.Config, server_state: _Crowd, app_state: dict[str, Any]) -> None:
        super().__init__(config, server_state, app_state)
        self._crowd = server_state
        self._patience: asyncio.TimerHandle | None = None
        self._is_socket = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._wait()
        if not self._crowd.enter(_address(self)):
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait_no_more()
        self._crowd.leave(_address(self))
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        asked = not getattr(self.cycle, "response_complete", True)  # before the first request there is no cycle
        if self._is_socket or asked:
            self._wait_no_more()
        elif self._patience is None:
            self._wait()

    def handle_websocket_upgrade(self, event: Any) -> None:  # noqa: ANN401 - h11's request
        self._is_socket = True
        super().handle_websocket_upgrade(event)

    def _wait(self) -> None:
        self._patience = self.loop.call_later(PATIENCE_S, self.transport.close)

    def _wait_no_more(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None


class _Socket(WebSocketsSansIOProtocol):
    """A connection that has become a socket; it is counted as long as it is open."""

    def __init__(self, config: uvicorn.Config, server_state: _Crowd, app_state: dict[str, Any]) -> None:
        super().__init__(config, server_state, app_state)
        self._crowd = server_state

    def connection_lost(self, exc: Exception | None) -> None:
        self._crowd.leave(_address(self))
        super().connection_lost(exc)

    def keepalive_timeout(self) -> None:
        """Take a phone for away, unless it was this server that was away: then its answer may lie here unread."""
        if self.loop.time() - self.ping_sent_at - AWAY_S > BUSY_S:
            self.pong_timer = self.loop.call_later(AWAY_S, self.keepalive_timeout)
            self.ping_sent_at = self.loop.time()
        else:
            super().keepalive_timeout()


def _address(line: _Line | _Socket) -> str:
    return line.client[0] if line.client else ""
