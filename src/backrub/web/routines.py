"""Addresses of written routines: the library, and everything an editor asks about a text."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from backrub.app.assisting import help_at, offers
from backrub.app.checking import mend, mend_one
from backrub.app.routines import Library, planned_from, shelf
from backrub.app.texts import examine, laid_out, paths_at, written_out
from backrub.check import by_name
from backrub.errors import NotTonight, UsageError
from backrub.routine.notation import read_written
from backrub.web.house import HouseOf, Sent, words_for
from backrub.web.lines import prepare_speech
from backrub.web.sessions import not_tonight
from backrub.wire.routine import routine_from_json
from backrub.wire.written import (
    CursorSent,
    LeadSent,
    TextSent,
    checked_to_json,
    help_to_json,
    offers_to_json,
    paths_to_json,
    rule_to_json,
    sent,
    shelf_to_json,
)
from backrub.wiring import library

__all__ = ["router"]

router = APIRouter(tags=["routines"])
LibraryOf = Annotated[Library, Depends(library)]
STEP_LABELS = frozenset({"start_s", "label", "area_label", "side_label", "contact_label", "pressure_words"})


def _text(data: Sent) -> TextSent:
    return sent(TextSent, data)


def _cursor(data: Sent) -> CursorSent:
    return sent(CursorSent, data)


TextOf = Annotated[TextSent, Depends(_text)]
CursorOf = Annotated[CursorSent, Depends(_cursor)]


@router.get("/routines", summary="The library")
async def all_routines(shelved: LibraryOf, locale: str | None = None) -> dict[str, Any]:
    """List the routines that come with the coach, the shortest first."""
    return shelf_to_json(await asyncio.to_thread(shelf, shelved), words_for(locale))


@router.get("/routines/{name}", summary="One routine of the library, as text")
async def one_routine(shelved: LibraryOf, name: str) -> dict[str, Any]:
    """Give the text of a routine."""
    try:
        return {"name": name, "text": await asyncio.to_thread(shelved.text, name)}
    except UsageError:
        raise HTTPException(HTTPStatus.NOT_FOUND, "The library has no routine of that name.") from None


@router.get("/rules/{code}", summary="The page of a rule")
async def rule_page(code: str) -> dict[str, Any]:
    """Give what a rule finds, why that matters, and what to do instead."""
    rule = by_name(code)
    if rule is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "There is no rule of that code.")
    return rule_to_json(rule)


@router.post("/routines/check", summary="Check a text")
async def check(asked: TextOf, locale: str | None = None) -> dict[str, Any]:
    """Give what was found in a text, what can be led of it, and what each piece of it is."""
    examined = await asyncio.to_thread(examine, asked.text, asked.profile, asked.body)
    return await asyncio.to_thread(checked_to_json, examined, asked.text, words_for(locale))


@router.post("/routines/format", summary="Lay out a text")
async def lay_out(asked: TextOf) -> dict[str, Any]:
    """Give the canonical layout of a text."""
    text = await asyncio.to_thread(laid_out, asked.text)
    return {"text": text, "count": int(text != asked.text)}


@router.post("/routines/mend", summary="Mend a text")
async def mended(asked: TextOf) -> dict[str, Any]:
    """Give a text with one finding mended, or all; unless `unsafe`, of all only what changes nothing of the rub."""
    if asked.code:
        place = (asked.code, asked.line, asked.column)
        done = await asyncio.to_thread(mend_one, asked.text, place, asked.profile, asked.body)
    else:
        done = await asyncio.to_thread(mend, asked.text, asked.profile, unsafe=asked.unsafe)
    return {"text": done.text, "count": done.count}


@router.post("/routines/complete", summary="How a line can go on")
async def complete(asked: CursorOf, locale: str | None = None) -> dict[str, Any]:
    """Give what can stand at the cursor, the likeliest first."""
    written = await asyncio.to_thread(read_written, asked.text)
    return offers_to_json(offers(asked.text, asked.line, asked.column, written, words_for(locale)))


@router.post("/routines/help", summary="The page of what stands at a place")
async def help_page(asked: CursorOf, locale: str | None = None) -> dict[str, Any]:
    """Give the page of a technique, or of a rule that found something there."""
    examined = await asyncio.to_thread(examine, asked.text, body=asked.body)
    return help_to_json(help_at(examined, asked.line, asked.column, words_for(locale)))


@router.post("/routines/paths", summary="The paths of the hands in one line")
async def line_paths(asked: CursorOf, locale: str | None = None) -> dict[str, Any]:
    """Give the paths of the steps that came of a line, and the back they are on unless whoever asks has it."""
    drawn = await asyncio.to_thread(paths_at, asked.text, asked.line, asked.body)
    return await asyncio.to_thread(paths_to_json, drawn, words_for(locale), asked.back)


@router.post("/routines/text", summary="A routine as text")
async def as_text(data: Sent, locale: str | None = None) -> dict[str, Any]:
    """Write a routine given as JSON, as the plan page or `backrub compose` has it, as text."""
    routine = routine_from_json(_bare(data))
    return {"name": "", "text": await asyncio.to_thread(written_out, routine, words_for(locale))}


@router.post("/routines/lead", status_code=HTTPStatus.CREATED, summary="Open a session that leads a text")
async def lead(house: HouseOf, data: Sent, locale: str | None = None) -> Response:
    """Check a text, make a session of it, and begin to render what will be said."""
    words = words_for(locale)
    asked = sent(LeadSent, data)
    try:
        planned = await asyncio.to_thread(planned_from, asked.text, asked.talk, asked.body)
    except NotTonight as refusal:
        return not_tonight(refusal, words)
    opened = await house.sessions.open_planned(planned, words.locale)
    if conductor := await house.sessions.find(opened.session):
        await asyncio.to_thread(prepare_speech, house.shelf, conductor, words)
    fields = {"session": opened.session, "token": opened.token, "role": "giver"}
    return JSONResponse(fields, HTTPStatus.CREATED)


def _bare(data: object) -> object:
    """Leave out what the plan page shows beside each step."""
    steps = data.get("steps") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(steps, list):
        return data
    kept = [
        {key: value for key, value in step.items() if key not in STEP_LABELS} if isinstance(step, dict) else step
        for step in steps
    ]
    return {**data, "steps": kept}
