"""Addresses of one session: opening it, its plan, keeping or forgetting it."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from backrub.app.conducting import Conductor
from backrub.app.maps import atlas_of, paths_of
from backrub.errors import NotTonight, UsageError
from backrub.web.house import House, HouseOf, Sent, house_of, secret_of, words_for
from backrub.web.lines import likely_lines, prepare_speech
from backrub.web.planning import nothing_to_do
from backrub.web.problems import problem
from backrub.wire.atlas import atlas_to_json
from backrub.wire.mapping import JsonObject
from backrub.wire.plan import labelled_routine, not_tonight_to_json
from backrub.wire.wishes import wishes_from_json
from backrub.words import Words

__all__ = ["Admitted", "not_tonight", "plan_of", "router"]

router = APIRouter(tags=["sessions"])


async def admitted(session: str, request: Request) -> Conductor:
    """Give the conductor of a session to whoever holds its secret.

    Raises:
        HTTPException: There is no such session, or the secret is not its own; the two are not told apart.
    """
    admission = await house_of(request).sessions.admit(session, secret_of(request.headers))
    if admission is None:
        raise HTTPException(HTTPStatus.FORBIDDEN, "This session is not open to you.")
    return admission[0]


Admitted = Annotated[Conductor, Depends(admitted)]
"""The conductor of the session named in the address, for whoever holds its secret."""


@router.post("/sessions", status_code=HTTPStatus.CREATED, summary="Open a session")
async def open_session(house: HouseOf, data: Sent, locale: str | None = None) -> Response:
    """Compose a plan, make a session of it, and begin to render what will be said."""
    words = words_for(locale)
    wishes = wishes_from_json(data)
    try:
        opened = await house.sessions.open(wishes, words.locale)
    except NotTonight as refusal:
        return not_tonight(refusal, words)
    except UsageError as error:
        return await nothing_to_do(error, wishes, words)
    if conductor := await house.sessions.find(opened.session):
        await asyncio.to_thread(prepare_speech, house.shelf, conductor, words)
    fields = {"session": opened.session, "token": opened.token, "role": "giver"}
    return JSONResponse(fields, HTTPStatus.CREATED)


def not_tonight(refusal: NotTonight, words: Words) -> Response:
    """Say why there is no rub today, where a session was to be opened."""
    told = not_tonight_to_json(refusal, words)
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, " ".join(told["not_tonight"]["texts"]), **told)


@router.get("/sessions/{session}/plan", summary="The plan and the paths of the hands")  # noqa: FAST003 - `admitted` reads it
async def session_plan(house: HouseOf, conductor: Admitted, locale: str | None = None) -> JsonObject:
    """Give the current plan, the path of every step, the map, and the clips that may be needed."""
    return await asyncio.to_thread(plan_of, house, conductor, words_for(locale or conductor.record.locale))


def plan_of(house: House, conductor: Conductor, words: Words) -> JsonObject:
    """Give a session's current plan as pages show it."""
    routine = conductor.plan()
    atlas = atlas_of(conductor.record.wishes, routine.position)
    paths = paths_of(routine, atlas)
    lines = likely_lines(conductor.setting(), routine, words)
    clips = [house.shelf.clip_id(text, words.locale) for text in lines]
    return {
        "routine": labelled_routine(routine, words),
        "paths": {key: path.as_json() for key, path in paths.paths.items()},
        "step_paths": list(paths.of_steps),
        "atlas": atlas_to_json(atlas, words),
        "clips": [clip for clip in clips if clip],
    }


@router.post("/sessions/{session}/keep", status_code=HTTPStatus.NO_CONTENT, summary="Keep it, or leave nothing")  # noqa: FAST003
async def keep(request: Request, house: HouseOf, conductor: Admitted, data: Sent) -> Response:
    """Keep it until somebody deletes it, or delete everything of it now; either way nobody else is in it any more."""
    answer = data.get("keep") if isinstance(data, dict) else None
    if not isinstance(answer, bool):
        raise UsageError("the answer is yes or no", "keep", "Send true or false")
    await request.app.state.doors.close(conductor.record.id)
    if answer:
        await house.sessions.keep(conductor.record.id)
    else:
        await house.sessions.forget(conductor.record.id)
    return Response(status_code=HTTPStatus.NO_CONTENT)
