"""A client of the socket, as a page is one, for tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests import patient

__all__ = ["WISHES", "Page", "open_session"]

WISHES = {
    "minutes": 10,
    "health": {"answered": "none", "conditions": []},
    "tense": [{"area": "shoulders", "side": "right", "level": 3}],
}


def open_session(address: str, wishes: dict[str, Any] = WISHES) -> dict[str, str]:
    """Open a session and give its id and token."""
    answer = patient.post(f"{address}/api/sessions", json=wishes)
    assert 201 == answer.status_code, answer.text
    opened: dict[str, str] = answer.json()
    return opened


class Page:
    """One connected page; what arrives is kept by kind."""

    def __init__(
        self, address: str, opened: dict[str, str], played_at_ms: int | None = None, name: str = "page"
    ) -> None:
        self.heard: list[dict[str, Any]] = []
        self.last: dict[str, Any] = {}
        self._name = name
        self._count = 0
        self._inside = ExitStack()
        line = connect(f"{address.replace('http', 'ws')}/api/live", max_size=2**24)
        self.socket: ClientConnection = self._inside.enter_context(line)
        greeting = {"token": opened["token"], "session": opened["session"], "protocol": 1, "locale": "en"}
        self.socket.send(json.dumps(greeting | {"played_at_ms": played_at_ms}))
        self.hear("timeline")

    def hear(self, kind: str, fits: Callable[[Any], bool] = lambda _: True) -> dict[str, Any]:
        """Listen until a message of a kind arrives that fits."""
        while True:
            message: dict[str, Any] = json.loads(self.socket.recv(timeout=patient.WAIT_S))
            self.heard.append(message)
            self.last |= message
            if kind in message and fits(message[kind]):
                return message

    def ask(self, kind: str, *, command: str | None = None, **more: object) -> dict[str, Any]:
        """Send a command and give its answer."""
        self._count += 1
        name = command or f"{self._name}-{self._count}"
        at_ms = self.time()
        sent = {"id": name, "at_ms": at_ms, "seen": self.last["timeline"]["version"], "kind": kind}
        self.socket.send(json.dumps(sent | more))
        while True:
            message: dict[str, Any] = json.loads(self.socket.recv(timeout=patient.WAIT_S))
            self.heard.append(message)
            self.last |= message
            if name in (message.get("ack"), message.get("refused")):
                return message

    def time(self) -> int:
        """Ask for the logical time."""
        self.socket.send(json.dumps({"ping": 7}))
        at_ms: int = self.hear("pong")["at_ms"]
        return at_ms

    def close(self) -> None:
        """Leave."""
        self._inside.close()
