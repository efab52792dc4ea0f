"""A coach in a process of its own, whose phones are on this machine, and which can be killed."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from backrub.web.application import make_app
from backrub.web.doors import Lan
from backrub.web.server import address_of, free_port_socket, run
from backrub.wiring import data_folder, ports
from tests.fakes.speech import FakeSpeech
from tests.web.phoning import PHONES

__all__ = ["Killable", "killable"]

PATIENCE_S = 60


@dataclass(frozen=True, slots=True)
class Killable:
    """A coach that serves."""

    process: BaseProcess
    address: str

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.address.rpartition(":")[2])

    def kill(self) -> None:
        """Kill it where it stands (`kill -9`)."""
        self.process.kill()
        self.process.join()
        assert -signal.SIGKILL == self.process.exitcode


@contextmanager
def killable(folder: Path, port: int = 0) -> Iterator[Killable]:
    """Serve from a data folder while inside; whatever still runs at the end is killed."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(folder, port, there))
    process.start()
    there.close()
    try:
        assert here.poll(PATIENCE_S)
        yield Killable(process, here.recv())
    finally:
        process.kill()
        process.join()
        process.close()
        here.close()


def _serve(folder: Path, port: int, told: Connection) -> None:
    data = data_folder(folder)
    data.claim()
    listener = free_port_socket("127.0.0.1", port, exactly=port > 0)
    app = make_app(replace(ports(data), speech=FakeSpeech()), lan=Lan(PHONES, lambda: (PHONES,)))
    run(app, listener, lambda: told.send(address_of(listener).rstrip("/")))
