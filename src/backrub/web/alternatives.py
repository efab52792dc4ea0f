"""Addresses for what else there could be: what if, both of you, which wishes clash, a hug."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter

from backrub.app.alternatives import clash_of, compare_rubs, hug_for, swap_rubs
from backrub.errors import NotTonight
from backrub.person import Wishes, care_of
from backrub.web.house import Sent, words_for
from backrub.wire.alternatives import (
    clash_to_json,
    compared_to_json,
    hug_to_json,
    parts_of_json,
    swap_from_json,
    swapped_to_json,
)
from backrub.wire.mapping import JsonObject
from backrub.wire.plan import not_tonight_to_json
from backrub.wire.wishes import wishes_from_json
from backrub.words import Words

__all__ = ["router"]

router = APIRouter(tags=["planning"])


@router.post("/plan/what-if", summary="Plan for other wishes, and say what would be different")
async def what_if(data: Sent, locale: str | None = None) -> dict[str, Any]:
    """Give the plan for other wishes beside the one for those as they are."""
    words = words_for(locale)
    sent = parts_of_json(data, ("now", "then"))
    now, then = wishes_from_json(sent["now"]), wishes_from_json(sent["then"])
    try:
        return compared_to_json(await asyncio.to_thread(compare_rubs, now, then), words)
    except NotTonight as refusal:
        return not_tonight_to_json(refusal, words)


@router.post("/plan/clash", summary="Which wishes cannot be met together")
async def clash(data: Sent, locale: str | None = None) -> dict[str, Any]:
    """Give the fewest wishes that clash: without any one of them the others can be met."""
    words = words_for(locale)
    wishes = wishes_from_json(data)
    try:
        return clash_to_json(await asyncio.to_thread(clash_of, wishes), wishes, words)
    except NotTonight as refusal:
        return not_tonight_to_json(refusal, words)


@router.post("/swap", summary="Plan for both of two people, as long for one as for the other")
async def swap(data: Sent, locale: str | None = None) -> dict[str, Any]:
    """Give two halves, or kind words about the one who had better not tonight."""
    words = words_for(locale)
    sent = swap_from_json(data)
    for whose, wishes in (("one", sent.one), ("other", sent.other)):
        if (refusal := _refusal(wishes, words)) is not None:
            return refusal | {"whose": whose}
    return swapped_to_json(await asyncio.to_thread(swap_rubs, sent.one, sent.other, sent.minutes, sent.toss), words)


def _refusal(wishes: Wishes, words: Words) -> JsonObject | None:
    try:
        care_of(wishes)
    except NotTonight as refusal:
        return not_tonight_to_json(refusal, words)
    return None


@router.post("/hug", summary="The lesson of a hug that rubs the back")
async def hug(data: Sent, locale: str | None = None) -> dict[str, Any]:
    """Teach a hug, which is learnt beforehand and never led; the position may be left as it is."""
    words = words_for(locale)
    bare = {key: value for key, value in data.items() if key != "position"} if isinstance(data, dict) else data
    wishes = wishes_from_json(bare)
    try:
        return hug_to_json(await asyncio.to_thread(hug_for, wishes), words)
    except NotTonight as refusal:
        return not_tonight_to_json(refusal, words)
