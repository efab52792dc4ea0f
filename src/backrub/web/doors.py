"""Second listeners: one for each session whose giver let another device join, open as long as the session is."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from backrub.errors import UsageError
from backrub.web.door import Door
from backrub.web.house import House
from backrub.web.joining import DOOR, joining_app
from backrub.web.network import own_addresses
from backrub.web.pages import STATIC
from backrub.web.security import Gate
from backrub.web.server import free_port_socket
from backrub.web.side import SideServer, side_config

__all__ = ["Doors", "Lan"]


@dataclass(frozen=True, slots=True)
class Lan:
    """The network that phones are on.

    Attributes:
        bind: Where second listeners listen.
        addresses: Gives the addresses by which phones reach them, the likeliest first.
    """

    bind: str = "0.0.0.0"  # noqa: S104 - what it serves is meant for the network, and needs a code
    addresses: Callable[[], tuple[str, ...]] = own_addresses


@dataclass(slots=True)
class _Standing:
    door: Door
    gate: Gate
    server: SideServer
    listener: socket.socket


class Doors:
    """Every second listener of this process."""

    def __init__(self, house: House, lan: Lan | None = None, static: Path = STATIC) -> None:
        self._house = house
        self._lan = lan or Lan()
        self._static = static
        self._open: dict[str, _Standing] = {}
        self._behind: dict[int, _Standing] = {}
        self._config: uvicorn.Config | None = None
        self._app: ASGIApp | None = None
        self._opening = asyncio.Lock()
        house.sessions.before_letting_go(self.close)

    def of(self, session: str) -> Door | None:
        """Give the door of a session while it is open."""
        standing = self._open.get(session)
        return standing.door if standing else None

    async def open(self, session: str, port: int = 0) -> Door:
        """Give the door of a session, opened if need be.

        Args:
            session: Whose.
            port: Where it was before the server was started anew; another when that is taken.

        Raises:
            UsageError: This machine is on no network, or nothing can listen there.
        """
        async with self._opening:
            if standing := self._open.get(session):
                return standing.door
            addresses = await asyncio.to_thread(self._lan.addresses)
            if not addresses:
                raise UsageError("this machine is on no network", "door", "Join a Wi-Fi, or go on without their phone")
            listener = self._listen(port)
            door = Door(self._house, session, listener.getsockname()[1], addresses)
            await self._stand(door, listener)
            return door

    async def close(self, session: str) -> None:
        """Close the door of a session for good: whoever is inside is sent away, and every pass is worth nothing."""
        if standing := self._open.pop(session, None):
            await standing.door.dismiss()
            await self._end(standing)

    async def end(self) -> None:
        """Close every door because the server ends; devices go on trying to come back."""
        standing, self._open = list(self._open.values()), {}
        await asyncio.gather(*(self._end(one) for one in standing))

    async def _stand(self, door: Door, listener: socket.socket) -> None:
        """Serve behind a door; all doors share one application, for a server may have a thousand of them."""
        if self._config is None or self._app is None:
            self._app = joining_app(self._house, self._static)
            self._config = side_config(self._enter)
        gate = Gate(self._app, loopback=False, exactly=frozenset(door.hosts))
        standing = _Standing(door, gate, SideServer(self._config), listener)
        self._open[door.session] = self._behind[door.port] = standing
        await standing.server.open(listener)

    async def _enter(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lead whoever comes in through the door whose port they came to."""
        standing = self._behind[scope["server"][1]]
        scope[DOOR] = standing.door
        await standing.gate(scope, receive, send)

    async def _end(self, standing: _Standing) -> None:
        await standing.server.close()
        standing.listener.close()
        self._behind.pop(standing.door.port, None)

    def _listen(self, port: int) -> socket.socket:
        if port:
            try:
                return free_port_socket(self._lan.bind, port, exactly=True)
            except UsageError:
                pass
        return free_port_socket(self._lan.bind, 0)
