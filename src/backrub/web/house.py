"""What the routes share, and how a route gets at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection

from backrub.app.ports import Ports
from backrub.app.sessions import Sessions
from backrub.app.speaking import Shelf
from backrub.web.telling import Tellers
from backrub.wire.mapping import parsed
from backrub.words import FALLBACK, Words

__all__ = ["House", "HouseOf", "Sent", "body_of", "house_of", "secret_of", "words_for"]


@dataclass(frozen=True, slots=True)
class House:
    """What the routes share."""

    ports: Ports
    sessions: Sessions
    shelf: Shelf
    tellers: Tellers


def house_of(connection: HTTPConnection) -> House:
    """Give the house behind a request or socket."""
    house: House = connection.app.state.house
    return house


HouseOf = Annotated[House, Depends(house_of)]


def words_for(locale: str | None) -> Words:
    """Give the words of a language, or of the nearest one there is."""
    return Words(locale or FALLBACK)


async def body_of(request: Request) -> object:
    """Read the JSON of a request.

    Raises:
        HTTPException: It is not declared as JSON, which keeps plain HTML forms out.
        UsageError: It is not JSON.
    """
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/json":
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send JSON, and say so in Content-Type.")
    return parsed(await request.body())


Sent = Annotated[object, Depends(body_of)]
"""The JSON a request carries."""


def secret_of(headers: Mapping[str, str]) -> str:
    """Give the token of an `Authorization: Bearer` header, or an empty text."""
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
