"""What stands behind the second listener: the joining page, the way from a code to a pass, and one session's socket.

Whoever is on the same network may read the page; it is the same for everybody and says nothing of any session.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from http import HTTPStatus
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request, Response, WebSocket
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.exceptions import HTTPException
from starlette.routing import WebSocketRoute

from backrub.app.joining import Refused
from backrub.errors import StoreError, UsageError
from backrub.units import MS_PER_S
from backrub.web import problems
from backrub.web.door import Door
from backrub.web.house import House, Sent, words_for
from backrub.web.live import LATER, NOT_ADMITTED, Client, greeting
from backrub.web.pages import Pages
from backrub.web.problems import problem
from backrub.words import locales

__all__ = ["DOOR", "FRONT", "files_of", "joining_app"]

FRONT = "join.html"
DOOR = "backrub.door"
"""Where a request's scope holds the door it came through."""

LONGEST_CODE = 32
NAMED = re.compile(r"""["'](\.{0,2}/[\w./-]+\.[a-z0-9]+)["']""")
"""How the pages' files name each other: as a path with an ending, in quotes."""

COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*$", re.DOTALL | re.MULTILINE)

READ_ON = frozenset({".html", ".js"})

router = APIRouter()


def joining_app(house: House, static: Path) -> FastAPI:
    """Put together what every second listener serves; whose door it is stands in the request's scope.

    Args:
        house: What the routes share.
        static: The folder of the pages.
    """
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.state.house = house
    problems.install(app)
    app.include_router(router)
    app.router.routes.append(WebSocketRoute("/api/live", live))
    app.mount("/", Pages(static, FRONT, files_of(static)))
    return app


@cache
def files_of(static: Path) -> frozenset[str]:
    """Give the files the joining page needs: itself, what it names, what those name, and so on."""
    waiting, found = [static / FRONT], set()
    while waiting:
        path = waiting.pop().resolve()
        name = path.relative_to(static.resolve()).as_posix() if path.is_relative_to(static.resolve()) else None
        if name is None or name in found or not path.is_file():
            continue
        found.add(name)
        if path.suffix in READ_ON and "vendor" not in path.parts:
            named = NAMED.findall(COMMENT.sub("", path.read_text(encoding="utf-8")))
            waiting += [static / one.lstrip("/") if one.startswith("/") else path.parent / one for one in named]
    return frozenset(found)


@router.post("/join")
async def join(request: Request, data: Sent) -> Response:
    """Change a code for a pass."""
    code = data.get("code") if isinstance(data, dict) else None
    if not isinstance(code, str) or len(code) > LONGEST_CODE:
        raise UsageError("a code is six letters and digits", "code", "Read it once more")
    door = _door_of(request)
    entered = door.enter(code, request.client.host if request.client else "")
    if isinstance(entered, Refused):
        return _refusal(entered)
    session, token, one = entered
    return JSONResponse({"session": session, "token": token, "role": one.role, "pass": one.id})


def _refusal(refused: Refused) -> Response:
    if refused.wait_ms is None:
        return problem(HTTPStatus.FORBIDDEN, "That code opens nothing.", code="wrong", locked=refused.locked)
    wait_s = -(-refused.wait_ms // MS_PER_S)
    code = "locked" if refused.locked else "wait"
    answer = problem(HTTPStatus.TOO_MANY_REQUESTS, "Too many wrong codes. Wait a little.", code=code, wait_s=wait_s)
    answer.headers["retry-after"] = str(wait_s)
    return answer


@router.get("/api/words/{locale}")
@router.get("/api/words/{locale}/{page}")
async def sentences(locale: str, page: str = "ui") -> Response:
    """Give the sentences of a page in a language, or the nearest one there is."""
    if page not in {"ui", "phone"} or len(locale) > LONGEST_CODE:
        raise HTTPException(HTTPStatus.NOT_FOUND, "There is nothing here.")
    words = words_for(locale if locale.replace("-", "").isalnum() else locales()[0])
    headers = {"cache-control": "no-cache", "content-language": words.locale}
    return PlainTextResponse(words.ui("phone" if page == "phone" else "ui"), headers=headers)


async def live(socket: WebSocket) -> None:
    """Let a device with a pass into this door's session."""
    hello = await greeting(socket)
    if hello is None:
        return
    door = _door_of(socket)
    one = door.guests.role_of(hello.token)
    try:
        conductor = await door.house.sessions.find(door.session) if one and hello.session == door.session else None
        if one is None or conductor is None:
            await socket.close(NOT_ADMITTED)
            return
        client = Client(socket, door.house, conductor, one.role, words_for(hello.locale), voiced=False)
        await door.host(client, one, conductor, hello)
    except StoreError:  # nothing can be read now, or another server leads: the phone comes back by itself
        with suppress(RuntimeError):  # it has gone already
            await socket.close(LATER)


def _door_of(connection: Request | WebSocket) -> Door:
    door: Door = connection.scope[DOOR]
    return door
