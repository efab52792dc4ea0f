"""Addresses by which the giver's page lets another device join: the door, its codes and its passes."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Annotated

import segno
from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from backrub.app.joining import GUESTS, Pass
from backrub.errors import UsageError
from backrub.web.door import Door
from backrub.web.doors import Doors
from backrub.web.house import HouseOf, Sent
from backrub.web.sessions import Admitted
from backrub.wire.doors import DoorAsked, door_asked_from_json, door_to_json, invitation_to_json
from backrub.wire.mapping import JsonObject

__all__ = ["router"]

router = APIRouter(tags=["phones"])
QR_LIGHT, QR_DARK = "#efa464", "#050202"
"""The light of the candle on the dark of the page: scanners read it, and nobody is dazzled."""

SHA256 = re.compile(r"[0-9a-f]{64}")
PASS = re.compile(r"[0-9a-f]{12}")


def doors_of(request: Request) -> Doors:
    """Give the doors of this server."""
    doors: Doors = request.app.state.doors
    return doors


DoorsOf = Annotated[Doors, Depends(doors_of)]


@router.post("/sessions/{session}/door", status_code=HTTPStatus.CREATED, summary="Let another device join")  # noqa: FAST003 - `admitted` reads it
async def open_door(house: HouseOf, doors: DoorsOf, conductor: Admitted, data: Sent) -> Response:
    """Open the second listener if need be, and make a code for one more device; `role` null only opens it again."""
    asked = door_asked_from_json(data)
    door = await doors.open(conductor.record.id, asked.port)
    if not door.guests.passes:
        door.guests.take_back_in(_remembered(asked))
    if asked.role is None:
        return JSONResponse(_told(door), HTTPStatus.CREATED)
    invitation = door.invite(asked.role)
    url = f"http://{_chosen(door, asked.address)}/#{invitation.code}"
    code = segno.make(url, error="m", micro=False)
    picture = code.svg_data_uri(dark=QR_DARK, light=QR_LIGHT, border=3, omitsize=True)
    told = _told(door) | invitation_to_json(invitation, url, picture, house.ports.clock.utc_ms())
    return JSONResponse(told, HTTPStatus.CREATED)


@router.get("/sessions/{session}/door", summary="Who may join, and who is here")  # noqa: FAST003
async def the_door(doors: DoorsOf, conductor: Admitted) -> Response:
    """Give the open door, without any code."""
    return JSONResponse(_told(_open_door(doors, conductor.record.id)))


@router.delete("/sessions/{session}/door", status_code=HTTPStatus.NO_CONTENT, summary="Let nobody join any more")  # noqa: FAST003
async def close_door(doors: DoorsOf, conductor: Admitted) -> Response:
    """Send every other device away, and close the second listener."""
    await doors.close(conductor.record.id)
    return Response(status_code=HTTPStatus.NO_CONTENT)


@router.delete(
    "/sessions/{session}/door/passes/{name}",  # noqa: FAST003
    status_code=HTTPStatus.NO_CONTENT,
    summary="Send one device away",
)
async def revoke(doors: DoorsOf, conductor: Admitted, name: str) -> Response:
    """Take one pass back."""
    if not await _open_door(doors, conductor.record.id).revoke(name):
        raise HTTPException(HTTPStatus.NOT_FOUND, "Nobody has that pass.")
    return Response(status_code=HTTPStatus.NO_CONTENT)


def _open_door(doors: Doors, session: str) -> Door:
    door = doors.of(session)
    if door is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "No other device was let in.")
    return door


def _told(door: Door) -> JsonObject:
    passes = [(one, door.is_here(one)) for one in door.guests.passes]
    return door_to_json(door.port, door.urls, passes, invited=door.invited, locked=door.guests.locked)


def _chosen(door: Door, address: str | None) -> str:
    """Give the host to put into the code: the one asked for, if it is ours."""
    wanted = f"{address}:{door.port}"
    return wanted if wanted in door.hosts else door.hosts[0]


def _remembered(asked: DoorAsked) -> list[Pass]:
    """Give the passes that the giver's page remembers from before the server was started anew."""
    passes = [Pass(one.id, one.role, one.sha256) for one in asked.passes]
    if not all(PASS.fullmatch(one.id) and SHA256.fullmatch(one.sha256) and one.role in GUESTS for one in passes):
        raise UsageError("these are no passes", "passes", "Send what this address gave before")
    return passes
