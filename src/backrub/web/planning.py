"""Addresses for the evening before it begins: what may be wished, the words, the map, the plan."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse
from starlette.exceptions import HTTPException

from backrub.app.alternatives import clash_of
from backrub.app.maps import map_of
from backrub.app.planning import compose_rub
from backrub.errors import NotTonight, UsageError
from backrub.person import Wishes
from backrub.web.house import HouseOf, Sent, words_for
from backrub.web.problems import fields_of, problem
from backrub.wire.alternatives import clash_to_json
from backrub.wire.atlas import atlas_to_json, body_of_measures
from backrub.wire.plan import not_tonight_to_json, planned_to_json
from backrub.wire.start import start_to_json
from backrub.wire.wishes import wishes_from_json
from backrub.words import Words, locales

__all__ = ["nothing_to_do", "router"]

router = APIRouter(tags=["planning"])


@router.get("/start", summary="What the first page needs")
async def start(house: HouseOf, locale: str | None = None) -> dict[str, Any]:
    """Give defaults, choices, and whether a session is running."""
    await asyncio.to_thread(house.shelf.find_voice)
    words = words_for(locale)
    return start_to_json(words, house.ports.clock.rate, house.sessions.running(), house.shelf)


@router.get("/words/{locale}", summary="The sentences of the pages, in Fluent syntax", response_class=PlainTextResponse)
async def sentences(locale: str) -> Response:
    """Give the file of one language."""
    if locale not in locales():
        raise HTTPException(HTTPStatus.NOT_FOUND, "The pages do not speak that language yet.")
    return PlainTextResponse(words_for(locale).ui(), headers={"cache-control": "no-cache"})


@router.get("/atlas", summary="The back of one body, in mm")
async def atlas(
    stature_cm: float | None = None,
    mass_kg: float | None = None,
    sex: str | None = None,
    locale: str | None = None,
) -> dict[str, Any]:
    """Give the map: landmarks, areas, zones, outline and the names of the areas."""
    body = body_of_measures(stature_cm, mass_kg, sex)
    return atlas_to_json(await asyncio.to_thread(map_of, body), words_for(locale))


@router.post("/plan", summary="Compose a plan from wishes")
async def plan(data: Sent, locale: str | None = None) -> Any:  # noqa: ANN401 - an object, or a problem as a response
    """Give the plan, kind words for an evening without a rub, or what has to give way before there can be one."""
    words = words_for(locale)
    wishes = wishes_from_json(data)
    try:
        planned = await asyncio.to_thread(compose_rub, wishes)
    except NotTonight as refusal:
        return not_tonight_to_json(refusal, words)
    except UsageError as error:
        return await nothing_to_do(error, wishes, words)
    return await asyncio.to_thread(planned_to_json, planned, words)


async def nothing_to_do(error: UsageError, wishes: Wishes, words: Words) -> Response:
    """Say which wishes, each of them readable, together leave nothing to plan, so that one of them can be dropped."""
    clash = await asyncio.to_thread(clash_of, wishes)
    return problem(
        HTTPStatus.UNPROCESSABLE_ENTITY, str(error), errors=fields_of(error), **clash_to_json(clash, wishes, words)
    )
