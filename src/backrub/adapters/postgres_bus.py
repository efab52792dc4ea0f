"""Hearing and telling notes through PostgreSQL, on one connection and one thread of its own.

A note that is lost does no harm: whoever heard nothing for a while is told so, and looks for itself.
"""

from __future__ import annotations

import logging
import os
import queue
import selectors
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import psycopg
from psycopg import sql

from backrub.adapters.notes import CHANNEL, LONGEST, channel_of, spoken, understood
from backrub.adapters.writer import reason_of
from backrub.app.ports import Note

__all__ = ["Bus"]

Heard = Callable[[Note], object]
AGAIN_S = 0.3
WAITING_AT_MOST = 4096
TELL = "SELECT pg_notify(%s, %s)"
_log = logging.getLogger(__name__)


class Bus:
    """The notes of one server.

    Args:
        address: The database, with what opens it.
        name: This server's name.
        heard: Is given every note of the others, on the bus's own thread.
    """

    def __init__(self, address: str, name: str, heard: Heard) -> None:
        self._address = address
        self._name = name
        self._heard = heard
        self._telling: queue.Queue[tuple[str, str]] = queue.Queue(WAITING_AT_MOST)
        self._closed = threading.Event()
        self._deaf = False
        self._woken, self._waking = os.pipe()
        os.set_blocking(self._waking, False)
        self._thread = threading.Thread(target=self._run, name="notes", daemon=True)
        self._thread.start()

    def tell(self, note: Note, to: str | None = None) -> None:
        """Say something to one server or to all; dropped where too much waits."""
        text = spoken(note)
        if len(text.encode()) > LONGEST:
            _log.error("a note is too long: %s", note.kind)
            return
        with suppress(queue.Full):
            self._telling.put_nowait((CHANNEL if to is None else channel_of(to), text))
        self._wake()

    def close(self) -> None:
        """Say what waits, then hear no more."""
        if not self._closed.is_set():
            self._closed.set()
            self._wake()
            self._thread.join()
            os.close(self._waking)
            os.close(self._woken)

    def _wake(self) -> None:
        with suppress(BlockingIOError):  # it is awake already
            os.write(self._waking, b".")

    def _run(self) -> None:
        while not self._closed.is_set():
            try:
                with psycopg.connect(self._address, autocommit=True) as connection:
                    self._attend(connection)
            except psycopg.Error as error:
                if not self._deaf:  # once is enough to say it
                    _log.error("the other servers cannot be heard: %s", reason_of(error))
                self._deaf = True
            self._closed.wait(AGAIN_S)

    def _attend(self, connection: psycopg.Connection[Any]) -> None:
        connection.execute("SET synchronous_commit = off")  # a note says nothing that is not written elsewhere
        for channel in (CHANNEL, channel_of(self._name)):
            connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
        self._deaf = False
        self._heard(Note("missed"))
        with selectors.DefaultSelector() as waiting:
            waiting.register(connection.fileno(), selectors.EVENT_READ)
            waiting.register(self._woken, selectors.EVENT_READ, data=self._woken)
            while not self._closed.is_set():
                if any(key.data is not None for key, _ in waiting.select()):
                    os.read(self._woken, 4096)
                self._say(connection)
                self._listen(connection)
        self._say(connection)

    def _say(self, connection: psycopg.Connection[Any]) -> None:
        with suppress(queue.Empty):
            while True:
                connection.execute(TELL, self._telling.get_nowait())

    def _listen(self, connection: psycopg.Connection[Any]) -> None:
        for notice in connection.notifies(timeout=0):
            note = understood(notice.payload)
            if note is not None and note.sender != self._name:
                self._heard(note)
