"""Second listeners: one for each session whose giver let another device join, open as long as the session is."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from backrub.errors import UsageError
from backrub.web.door import Door
from backrub.web.house import House
from backrub.web.joining import door_app
from backrub.web.network import own_addresses
from backrub.web.pages import STATIC
from backrub.web.server import SideServer, free_port_socket

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
    server: SideServer
    listener: socket.socket
    task: asyncio.Task[None]


class Doors:
    """Every second listener of this process."""

    def __init__(self, house: House, lan: Lan | None = None, static: Path = STATIC) -> None:
        self._house = house
        self._lan = lan or Lan()
        self._static = static
        self._open: dict[str, _Standing] = {}
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
            server = SideServer(door_app(self._house, door, frozenset(door.hosts), self._static))
            task = asyncio.create_task(server.serve(sockets=[listener]))
            await server.ready.wait()
            self._open[session] = _Standing(door, server, listener, task)
            return door

    async def close(self, session: str) -> None:
        """Close the door of a session for good: whoever is inside is sent away, and every pass is worth nothing."""
        if standing := self._open.pop(session, None):
            await standing.door.dismiss()
            await _end(standing)

    async def end(self) -> None:
        """Close every door because the server ends; devices go on trying to come back."""
        standing, self._open = list(self._open.values()), {}
        await asyncio.gather(*(_end(one) for one in standing))

    def _listen(self, port: int) -> socket.socket:
        if port:
            try:
                return free_port_socket(self._lan.bind, port, exactly=True)
            except UsageError:
                pass
        return free_port_socket(self._lan.bind, 0)


async def _end(standing: _Standing) -> None:
    standing.server.should_exit = True
    await standing.task
    standing.listener.close()
