"""The socket of a running session: the token first, then commands one way and everything that changes the other."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import suppress

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from backrub.app.conducting import Change, Conductor
from backrub.errors import UsageError
from backrub.session import Role
from backrub.web.house import House, house_of, words_for
from backrub.web.lines import prepare_speech, timeline_lines
from backrub.web.sessions import plan_of
from backrub.wire.live import (
    HelloIn,
    PingIn,
    answer_to_json,
    entry_to_json,
    hello_to_json,
    sent_from_json,
    timeline_to_json,
    view_to_json,
)
from backrub.wire.mapping import JsonObject, read
from backrub.words import Words

__all__ = ["NOT_ADMITTED", "UNREADABLE", "router"]

router = APIRouter()

NOT_ADMITTED = 4403
UNREADABLE = 4400
FIRST_MESSAGE_WITHIN_S = 10.0


@router.websocket("/live")
async def live(socket: WebSocket) -> None:
    """Let one client into its session, until it leaves or the server ends."""
    await socket.accept()
    try:
        async with asyncio.timeout(FIRST_MESSAGE_WITHIN_S):
            hello = read(HelloIn, await _receive(socket), "a greeting")
    except (UsageError, TimeoutError):
        await socket.close(UNREADABLE)
        return
    except WebSocketDisconnect:
        return
    house = house_of(socket)
    admission = await house.sessions.admit(hello.session, hello.token)
    if admission is None:
        await socket.close(NOT_ADMITTED)
        return
    conductor, role = admission
    if hello.played_at_ms is not None:
        await conductor.catch_up(hello.played_at_ms)
    client = _Client(socket, house, conductor, role, words_for(hello.locale or conductor.record.locale))
    with suppress(WebSocketDisconnect, RuntimeError):  # starlette's word for a send after the other side has gone
        await client.serve()


async def _receive(socket: WebSocket) -> object:
    try:
        data: object = json.loads(await socket.receive_text())
    except (ValueError, KeyError):
        raise UsageError("a message is JSON text") from None
    return data


class _Client:
    """One connected page."""

    def __init__(self, socket: WebSocket, house: House, conductor: Conductor, role: Role, words: Words) -> None:
        self._socket = socket
        self._house = house
        self._conductor = conductor
        self._role = role
        self._words = words
        self._sending = asyncio.Lock()

    async def serve(self) -> None:
        """Greet, then listen and tell until either side ends."""
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
        conductor = self._conductor
        # A server that was started again has rendered nothing yet, and does not know its voice.
        await asyncio.to_thread(prepare_speech, self._house.shelf, conductor, self._words)
        await self._send(hello_to_json(conductor.record.id, self._role, self._words.locale, self._rate))
        await self._send_plan()
        await self._send({"view": view_to_json(conductor.view(), self._words)})
        await self._send({"timeline": timeline_to_json(conductor.timeline(), self._words, self._house.shelf)})

    @property
    def _rate(self) -> float:
        return self._house.ports.clock.rate

    async def _tell(self, changes: asyncio.Queue[Change | None]) -> None:
        while (change := await changes.get()) is not None:
            if change.plan is not None:
                await self._send_plan()
            for message in self._messages(change):
                await self._send(message)
        await self._socket.close()

    def _messages(self, change: Change) -> Iterator[JsonObject]:
        for entry in change.entries:
            yield {"event": entry_to_json(entry)}
        yield {"view": view_to_json(change.view, self._words)}
        if change.timeline is not None:
            shelf = self._house.shelf
            yield {"timeline": timeline_to_json(change.timeline, self._words, shelf)}
            shelf.prepare(timeline_lines(change.timeline, self._words), self._words.locale)

    async def _send_plan(self) -> None:
        plan = await asyncio.to_thread(plan_of, self._house, self._conductor, self._words)
        await self._send({"plan": plan})

    async def _listen(self) -> None:
        while True:
            try:
                data = await _receive(self._socket)
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
            if not isinstance(data, dict) or not isinstance(data.get("id"), str):
                raise
            await self._send({"refused": data["id"], "code": "unreadable", "message": str(error)})
            return
        await self._send(answer_to_json(await self._conductor.obey(sent), self._words))

    async def _send(self, message: JsonObject) -> None:
        async with self._sending:
            await self._socket.send_text(json.dumps(message, ensure_ascii=False, separators=(",", ":")))
