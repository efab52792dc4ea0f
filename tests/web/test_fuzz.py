"""Whatever comes over a socket, on either listener, has an answer with a code, and the line goes on."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count as numbers
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from backrub.session import COMMAND_KINDS, REFUSALS
from backrub.web.live import MESSAGES_AT_ONCE, NOT_ADMITTED, UNREADABLE
from tests import patient
from tests.counts import count
from tests.web.phoning import coach, front, join, open_door
from tests.web.serving import serving
from tests.web.talking import open_session

CODES = {*REFUSALS, "unreadable", "stale", "not-saved"}
HELLO = {"token": "x", "session": "y", "protocol": 1, "locale": "en", "played_at_ms": None, "patches": True}
COMMAND = {"id": "c", "at_ms": 0, "seen": 0, "kind": "softer", "value": 3, "step": 0, "by": "receiver"}
PING = {"ping": 1}
PER_LINE = int(MESSAGES_AT_ONCE) // 3
"""After so many a new line is opened, since a line is read slowly from then on."""

PIECES = ["\\ud800", "\\u0000", "NaN", "-Infinity", "1e999", "[" * 300, "9" * 5000, '{"id":"', "\x00", "\u2028", "é"]
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=80),
    st.sampled_from([*COMMAND_KINDS, "", "é"]),
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4)
)


@st.composite
def nearly(draw: st.DrawFn, whole: dict[str, Any]) -> str:
    """Give a message of the protocol in which something is missing, added, or something else."""
    message = dict(whole)
    for name in draw(st.lists(st.sampled_from([*whole, "colour"]), max_size=3)):
        if draw(st.booleans()):
            message[name] = draw(VALUES)
        else:
            message.pop(name, None)
    return json.dumps(message)


@st.composite
def broken(draw: st.DrawFn) -> str:
    """Give JSON with something put in that does not belong there."""
    text = json.dumps(draw(st.sampled_from([HELLO, COMMAND, PING])))
    place = draw(st.integers(0, len(text)))
    return text[:place] + draw(st.sampled_from(PIECES)) + text[place:]


COMMANDS = nearly(COMMAND) | st.sampled_from(COMMAND_KINDS).map(lambda kind: json.dumps(COMMAND | {"kind": kind}))
ANYTHING = st.one_of(COMMANDS, nearly(PING), nearly(HELLO), broken(), st.text(max_size=200), VALUES.map(json.dumps))
MESSAGES = ANYTHING | st.binary(max_size=200)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Give a coach that leads ten times as fast, so that a session gets somewhere."""
    with serving(coach(10)) as address:
        yield address


class Line:
    """One socket of a session, opened anew when it has said enough."""

    def __init__(self, address: str, listener: str) -> None:
        opened = open_session(address)
        if listener == "second":
            door = open_door(address, opened)
            address, opened = front(door), join(door)
        self._at = f"{address.replace('http', 'ws')}/api/live"
        self._hello = {"token": opened["token"], "session": opened["session"], "protocol": 1}
        self._inside = ExitStack()
        self._socket: ClientConnection | None = None
        self._left = 0
        self._names = numbers()

    def say(self, message: str | bytes) -> list[dict[str, Any]]:
        """Send a message and a question for the time; give what came until that was answered."""
        socket = self._open()
        mark = 2**40 + next(self._names)
        socket.send(message)
        socket.send(json.dumps({"ping": mark}))
        heard: list[dict[str, Any]] = []
        while not heard or heard[-1].get("pong") != mark:
            heard.append(json.loads(socket.recv(timeout=patient.WAIT_S), parse_constant=_never))
        return heard[:-1]

    def close(self) -> None:
        """Leave."""
        self._inside.close()

    def _open(self) -> ClientConnection:
        if self._socket is None or self._left <= 0:
            self.close()
            self._socket = self._inside.enter_context(connect(self._at, max_size=2**24))
            self._socket.send(json.dumps(self._hello))
            self._left = PER_LINE
        self._left -= 1
        return self._socket


def _never(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _faults(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize("listener", ["first", "second"])
def test_every_message_is_answered_and_the_line_goes_on(
    address: str, listener: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A message that is none is a problem, a command is acknowledged or refused with a known code, once."""
    line = Line(address, listener)

    @settings(max_examples=count("messages"))
    @given(message=MESSAGES)
    def holds(message: str | bytes) -> None:
        heard = line.say(message)
        answers = [one for one in heard if {"ack", "refused", "problem", "pong"} & one.keys()]
        assert 1 == len(answers), (message, heard)
        assert "refused" not in answers[0] or answers[0]["code"] in CODES
        assert [] == _faults(caplog)

    holds()
    line.close()


@pytest.mark.parametrize("listener", ["first", "second"])
def test_whatever_is_said_first_lets_nobody_in(address: str, listener: str, caplog: pytest.LogCaptureFixture) -> None:
    """Without a secret the line ends with one of two codes, and nothing was told."""
    opened = open_session(address)
    at = address if listener == "first" else front(open_door(address, opened))

    @settings(max_examples=count("greetings"))
    @given(message=nearly(HELLO) | nearly(HELLO | {"session": opened["session"]}) | MESSAGES)
    def holds(message: str | bytes) -> None:
        with connect(f"{at.replace('http', 'ws')}/api/live") as socket:
            socket.send(message)
            with pytest.raises(ConnectionClosed) as ended:
                socket.recv(timeout=patient.WAIT_S)
        assert ended.value.rcvd is not None
        assert ended.value.rcvd.code in {UNREADABLE, NOT_ADMITTED}
        assert [] == _faults(caplog)

    holds()
