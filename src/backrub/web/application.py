"""The web application: what answers under which address."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware

from backrub import __version__
from backrub.app.ports import Ports
from backrub.app.sessions import Sessions
from backrub.app.sharing import SharedSessions
from backrub.app.speaking import Shelf
from backrub.web import alternatives, live, person, phones, planning, problems, routines, sessions, speech
from backrub.web.describing import describe
from backrub.web.doors import Doors, Lan
from backrub.web.house import House
from backrub.web.pages import STATIC, Pages
from backrub.web.security import Gate
from backrub.web.telling import Tellers

__all__ = ["make_app"]


def make_app(
    ports: Ports,
    *,
    names: frozenset[str] = frozenset(),
    loopback: bool = True,
    static: Path = STATIC,
    lan: Lan | None = None,
) -> FastAPI:
    """Put the application together.

    Args:
        ports: Every port, filled.
        names: Further host names the server may be called by.
        loopback: Whether only this machine can reach it.
        static: The folder of the pages.
        lan: The network that phones are on; without it this machine's own.
    """
    app = FastAPI(
        title="backrub",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,  # these pages would be fetched from elsewhere
        redoc_url=None,
        lifespan=_life,
    )
    app.openapi = lambda: describe(app)  # type: ignore[method-assign]  # as FastAPI's own guide has it
    shelf = Shelf(ports.speech)
    house_sessions = Sessions(ports) if ports.peers is None else SharedSessions(ports, ports.peers)
    app.state.house = House(ports, house_sessions, shelf, Tellers(shelf))
    app.state.doors = Doors(app.state.house, lan, static)
    problems.install(app)
    for room in (planning, alternatives, routines, sessions, person, phones, speech, live):
        app.include_router(room.router, prefix="/api")
    app.mount("/", Pages(static), name="pages")
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)  # the pages' files come compressed already
    app.add_middleware(Gate, names=names, loopback=loopback)
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    house: House = app.state.house
    going = [asyncio.create_task(house.sessions.sweep()), asyncio.create_task(house.sessions.share())]
    try:
        yield
    finally:
        for task in going:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await app.state.doors.end()
        await house.sessions.close()
        house.shelf.close()
