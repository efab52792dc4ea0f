"""A way to whichever of several servers lives, as a proxy in front of them has it."""

from __future__ import annotations

import socket
import socketserver
import threading
from contextlib import suppress
from typing import Self

__all__ = ["Relay"]


class Relay:
    """Carries each connection to the first server that takes it; used as a context, it ends with it."""

    speed = 1.0

    def __init__(self, *ports: int) -> None:
        self._ports = ports
        self._server = _Listener(("127.0.0.1", 0), _Carrier)
        self._server.ports = ports
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    @property
    def address(self) -> str:
        """Where the first page is, without the last slash."""
        return f"http://127.0.0.1:{self.port}"


class _Listener(socketserver.ThreadingTCPServer):
    daemon_threads = True
    ports: tuple[int, ...] = ()


class _Carrier(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        assert isinstance(self.server, _Listener)
        for port in self.server.ports:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port)) as there:
                back = threading.Thread(target=_pour, args=(there, self.request), daemon=True)
                back.start()
                _pour(self.request, there)
                back.join()
                return


def _pour(source: socket.socket, into: socket.socket) -> None:
    """Carry what comes until nothing comes any more, and say so."""
    with suppress(OSError):
        while data := source.recv(65_536):
            into.sendall(data)
    for end in (source, into):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
