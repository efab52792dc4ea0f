"""The socket of a running session: the token first, then commands one way and everything that changes the other."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from starlette.routing import WebSocketRoute

from backrub.app.conducting import Conductor
from backrub.app.listening import Change
from backrub.errors import LeaseLost, StoreError, UsageError
from backrub.session import Role
from backrub.web.house import House, house_of, words_for
from backrub.web.lines import prepare_speech
from backrub.web.sessions import plan_of
from backrub.web.telling import Hearing
from backrub.wire.live import (
    LONGEST_NAME,
    HelloIn,
    PingIn,
    answer_to_json,
    hello_to_json,
    sent_from_json,
    text_of,
    view_to_json,
)
from backrub.wire.mapping import JsonObject, parsed, read
from backrub.words import Words

__all__ = ["LATER", "NOT_ADMITTED", "UNREADABLE", "Client", "greeting", "router"]

NOT_ADMITTED = 4403
UNREADABLE = 4400
LATER = 1013
"""Nothing can be read or written now; the page comes back by itself."""

FIRST_MESSAGE_WITHIN_S = 10.0

MESSAGES_PER_S, MESSAGES_AT_ONCE = 100.0, 300.0
"""Who sends faster than this is read more slowly; nothing is dropped, since it may be a stop."""

TOLD_LITTLE = frozenset({"receiver"})
"""Roles whose page shows what may be said now, and neither plan, cues nor log."""


async def live(socket: WebSocket) -> None:
    """Let one client into its session, until it leaves or the server ends."""
    hello = await greeting(socket)
    if hello is None:
        return
    house = house_of(socket)
    try:
        admission = await house.sessions.admit(hello.session, hello.token)
    except StoreError:
        await socket.close(LATER)
        return
    if admission is None:
        await socket.close(NOT_ADMITTED)
        return
    conductor, role = admission
    await Client(socket, house, conductor, role, words_for(hello.locale or conductor.record.locale)).serve(hello)


router = APIRouter(routes=[WebSocketRoute("/live", live)])
"""A route of Starlette's own: FastAPI's would keep what it makes for each request as long as the socket is open."""


async def greeting(socket: WebSocket) -> HelloIn | None:
    """Hear the first message of a client; None when it went, or did not speak the protocol and was closed out."""
    await socket.accept()
    try:
        async with asyncio.timeout(FIRST_MESSAGE_WITHIN_S):
            return read(HelloIn, await _receive(socket), "a greeting")
    except (UsageError, TimeoutError):
        await socket.close(UNREADABLE)
    except WebSocketDisconnect:
        pass
    return None


async def _receive(socket: WebSocket) -> object:
    try:
        return parsed(await socket.receive_text())
    except KeyError:  # it was no text
        raise UsageError("a message is JSON text") from None


class Client:
    """One connected page.

    Args:
        socket: Its line, already accepted.
        house: What the routes share.
        conductor: Who leads the session.
        role: What its token proves.
        words: Its language.
        voiced: Whether it speaks; a second voice in the same room would only be an echo.
    """

    def __init__(
        self,
        socket: WebSocket,
        house: House,
        conductor: Conductor,
        role: Role,
        words: Words,
        *,
        voiced: bool = True,
    ) -> None:
        self._socket = socket
        self._house = house
        self._conductor = conductor
        self._role = role
        self._words = words
        self._hearing = Hearing(words.locale, everything=role not in TOLD_LITTLE, voiced=voiced)
        self._teller = house.tellers.of(conductor)
        self._held = -1
        self._pace = _Pace()
        self._sending = asyncio.Lock()

    async def serve(self, hello: HelloIn) -> None:
        """Greet, then listen and tell until either side ends."""
        self._hearing = replace(self._hearing, patches=hello.patches)
        if (
            hello.played_at_ms is not None and self._hearing.voiced
        ):  # only a page with a voice has played anything to anybody
            await self._conductor.catch_up(hello.played_at_ms)
        with suppress(WebSocketDisconnect, RuntimeError):  # starlette's word for a send after the other side has gone
            try:
                await self._serve()
            except LeaseLost:  # another server leads: the page comes back and asks there again
                await self._socket.close(LATER)

    async def dismiss(self) -> None:
        """Send it away for good."""
        with suppress(WebSocketDisconnect, RuntimeError):
            await self._socket.close(NOT_ADMITTED)

    async def _serve(self) -> None:
        changes = self._conductor.listen()
        telling = None
        try:
            await self._greet()
            telling = asyncio.create_task(self._tell(changes))
            await self._listen()
        finally:
            self._conductor.unlisten(changes)
            if telling is not None:
                telling.cancel()
                with suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
                    await telling

    async def _greet(self) -> None:
        conductor, hearing = self._conductor, self._hearing
        if hearing.voiced:  # a server that was started again has rendered nothing yet, and does not know its voice
            await asyncio.to_thread(prepare_speech, self._house.shelf, conductor, self._words)
        rate = self._house.ports.clock.rate
        await self._send(hello_to_json(conductor.record.id, self._role, self._words.locale, rate))
        if hearing.everything:
            await self._send_plan()
        await self._send({"view": view_to_json(conductor.view(), self._words)})
        if hearing.everything:
            timeline = conductor.timeline()
            self._held = timeline.version
            await self._send_text(self._teller.whole(timeline, hearing, self._words))

    async def _tell(self, changes: asyncio.Queue[Change | None]) -> None:
        while (change := await changes.get()) is not None:
            if change.plan is not None and self._hearing.everything:
                await self._send_plan()
            for text in self._teller.texts(change, self._hearing, self._words, self._held):
                await self._send_text(text)
            if change.timeline is not None:
                self._held = max(self._held, change.timeline.version)
        await self._socket.close()

    async def _send_plan(self) -> None:
        plan = await asyncio.to_thread(plan_of, self._house, self._conductor, self._words)
        await self._send({"plan": plan if self._hearing.voiced else plan | {"clips": []}})

    async def _listen(self) -> None:
        while True:
            try:
                data = await _receive(self._socket)
                await self._pace.keep()
                await self._answer(data)
            except UsageError as error:
                await self._send({"problem": str(error)})

    async def _answer(self, data: object) -> None:
        if isinstance(data, dict) and "ping" in data:
            ping = read(PingIn, data, "a ping").ping
            await self._send({"pong": ping, "at_ms": self._conductor.now_ms()})
            return
        try:
            sent = sent_from_json(data, self._role)
        except UsageError as error:
            name = data.get("id") if isinstance(data, dict) else None
            if not isinstance(name, str) or not 0 < len(name) <= LONGEST_NAME:
                raise
            await self._send({"refused": name, "code": "unreadable", "message": str(error)})
            return
        answer = await self._conductor.obey(sent)
        await self._send(answer_to_json(answer, self._words, self._house.shelf if self._hearing.voiced else None))

    async def _send(self, message: JsonObject) -> None:
        await self._send_text(text_of(message))

    async def _send_text(self, text: str) -> None:
        async with self._sending:
            await self._socket.send_text(text)


class _Pace:
    """How fast one client is read."""

    def __init__(self) -> None:
        self._allowed = MESSAGES_AT_ONCE
        self._at_s = asyncio.get_running_loop().time()

    async def keep(self) -> None:
        """Wait when messages come faster than people can tap."""
        now_s = asyncio.get_running_loop().time()
        self._allowed = min(MESSAGES_AT_ONCE, self._allowed + (now_s - self._at_s) * MESSAGES_PER_S) - 1
        self._at_s = now_s
        if self._allowed < 0:
            await asyncio.sleep(-self._allowed / MESSAGES_PER_S)
