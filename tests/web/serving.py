"""A real server in a thread, on a free port of this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from backrub.web.server import Server, address_of, free_port_socket
from tests import patient

__all__ = ["serving"]


@contextmanager
def serving(app: object, port: int = 0) -> Iterator[str]:
    """Serve an application while inside, on a port or any free one; give its address without the last slash."""
    listener = free_port_socket("127.0.0.1", port, exactly=port > 0)
    ready = threading.Event()
    server = Server(app, ready.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        assert ready.wait(patient.WAIT_S)
        yield address_of(listener).rstrip("/")
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
