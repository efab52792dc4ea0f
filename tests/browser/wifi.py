"""The Wi-Fi between a phone and the coach, as a stretch of wire that can be cut and mended."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Self

CHUNK = 65536


class Wifi:
    """Carries bytes between an address a phone opens and the one where the coach listens."""

    def __init__(self, here: str, coach: str, port: int) -> None:
        self._coach = (coach, port)
        self._ears = socket.create_server((here, port))
        self._ends: list[socket.socket] = []
        self._open = threading.Event()
        self._open.set()
        self._closed = False
        self._thread = threading.Thread(target=self._accept, daemon=True)

    def __enter__(self) -> Self:
        """Begin to carry."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Carry nothing any more."""
        self._closed = True
        self._open.set()
        self._ears.close()
        self.cut()

    def fade(self) -> None:
        """Carry nothing, and tell neither side."""
        self._open.clear()

    def cut(self) -> None:
        """Break every line there is."""
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self._ends.clear()

    def mend(self) -> None:
        """Carry again; what was on its way while it faded arrives late."""
        self._open.set()

    def _accept(self) -> None:
        with suppress(OSError):
            while not self._closed:
                near, _ = self._ears.accept()
                with suppress(OSError):
                    far = socket.create_connection(self._coach)
                    self._ends += [near, far]
                    for source, sink in ((near, far), (far, near)):
                        threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()
                    continue
                near.close()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(CHUNK):
                self._open.wait()
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.close()
