"""Running the application: a free port, the address, and an end that waits for nobody."""

from __future__ import annotations

import errno
import gc
import socket
from collections.abc import Callable
from contextlib import closing
from typing import Any

import uvicorn

from backrub.errors import UsageError

__all__ = ["GRACE_S", "PORT", "SHARED", "Server", "address_of", "free_port_socket", "run"]

PORT = 8765
PORTS_TRIED = 20
GRACE_S = 2
COLLECTING = 250_000, 10, 10
"""By how many objects there may be more before the young are looked through, and then the older, and all.

What a session knows is replaced at each command, so that soon nearly all of a thousand sessions is young, and a look
takes 200 ms in which nobody is heard. With a thousand sessions under way no look found anything to free. ENG.
"""

LONGEST_MESSAGE = 64 * 1024
SHARED: dict[str, Any] = {
    "http": "h11",
    "ws": "websockets-sansio",
    "access_log": False,
    "log_level": "warning",
    "server_header": False,
    "ws_per_message_deflate": False,  # what is sent is small, and each line would hold 45 kB for it
    "timeout_graceful_shutdown": GRACE_S,
}


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, so that asyncio sees what it is and sends small frames at once: else each answer waits 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except BaseException:
        listener.close()
        raise
    return listener


def free_port_socket(host: str, port: int, *, exactly: bool = False) -> socket.socket:
    """Listen on a port, or on the next one that is free.

    Args:
        host: Address to listen on.
        port: The port wanted; 0 lets the system choose.
        exactly: Whether only this port will do.

    Raises:
        UsageError: The host is not ours, or no port is free.
    """
    tries = 1 if exactly or port == 0 else PORTS_TRIED
    for candidate in range(port, min(port + tries, 65536)):
        try:
            return _listening(host, candidate)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise UsageError(f"cannot listen on {host} ({error.strerror})", "--host", "Try 127.0.0.1") from error
    raise UsageError(f"no free port from {port} to {port + tries - 1}", "--port", "Name another, or 0 for any")


def address_of(listener: socket.socket) -> str:
    """Give the address a browser on this machine opens."""
    host, port = listener.getsockname()[:2]
    if host in {"0.0.0.0", "::"}:  # noqa: S104 - compared with, not bound to
        host = "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


class Server(uvicorn.Server):
    """A server that says when it answers; `should_exit` ends it."""

    def __init__(self, app: object, ready: Callable[[], None]) -> None:
        super().__init__(_config(app))
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()


def _collect_seldom() -> None:
    """Let the collector of cycles look rarely at what stays: with a thousand sessions each look stops all of them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTING)


def _config(app: object) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        **SHARED,
        lifespan="on",
        ws_max_size=LONGEST_MESSAGE,
    )


def run(app: object, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until asked to stop.

    Args:
        app: The ASGI application.
        listener: A listening socket; it is closed at the end.
        ready: Called once the first request can be answered.
    """

    def begun() -> None:
        _collect_seldom()
        ready()

    with closing(listener):
        Server(app, begun).run(sockets=[listener])
