"""Addresses of the two people: the health screen, and the person card that is kept only where somebody wants it.

Health answers come to no address of this module: the screen is given whole, and the page itself tells what follows.
Cards kept on this machine are shown to this machine only, whoever else may reach the server.
"""

from __future__ import annotations

import asyncio
import ipaddress
from dataclasses import replace
from http import HTTPStatus
from typing import Annotated

import segno
from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from backrub.app.cards import MOST_CARDS, Cards, KeptCard, checked, named
from backrub.app.remembering import learn_from
from backrub.errors import UsageError
from backrub.person import Card, Health, Spoken, after_session, card_from, card_of, card_text, stated, wishes_with
from backrub.web.house import House, HouseOf, Sent, house_of, words_for
from backrub.web.sessions import Admitted
from backrub.wire.mapping import JsonObject
from backrub.wire.person import (
    CardKeep,
    CardSaid,
    CardSent,
    CardTextSent,
    CardWishes,
    LearnFrom,
    kept_to_json,
    screen_to_json,
    sent_card,
    shown_to_json,
    wishes_beside,
)
from backrub.wire.wishes import wishes_to_json
from backrub.words import Words

__all__ = ["router"]

router = APIRouter(tags=["person"])


def here_only(request: Request) -> Cards:
    """Give the kept cards to whoever is on this machine.

    Raises:
        HTTPException: The request came over a network.
    """
    host = request.client.host if request.client else ""
    try:
        here = ipaddress.ip_address(host).is_loopback
    except ValueError:
        here = False
    if not here:
        raise HTTPException(HTTPStatus.FORBIDDEN, "Kept cards are shown on the coach's own machine only.")
    return house_of(request).ports.cards


KeptOf = Annotated[Cards, Depends(here_only)]


@router.get("/screen", summary="The whole health screen: every question, and what follows from it")
async def health_screen(locale: str | None = None) -> JsonObject:
    """Give the questions in groups, what is gravest first."""
    return screen_to_json(words_for(locale))


@router.post("/card/read", summary="Read a card from its text")
async def read_card(data: Sent, locale: str | None = None) -> JsonObject:
    """Give a card, its picture and what it has learnt; nothing is kept."""
    return _shown(card_from(sent_card(CardTextSent, data).text), words_for(locale))


@router.post("/card/show", summary="Show a card that was changed by hand")
async def show_card(data: Sent, locale: str | None = None) -> JsonObject:
    """Give the card as it can be written; nothing is kept."""
    return _shown(checked(sent_card(CardSent, data).card), words_for(locale))


@router.post("/card/said", summary="Write on a card what somebody says of themselves")
async def say_of_card(data: Sent, locale: str | None = None) -> JsonObject:
    """Give the card with one thing stated, liked or forgotten; nothing is kept."""
    sent = sent_card(CardSaid, data)
    return _shown(_with(checked(sent.card), sent), words_for(locale))


@router.post("/card/of", summary="Make a card of tonight's wishes")
async def card_of_wishes(data: Sent, locale: str | None = None) -> JsonObject:
    """Give a card of what lasts in some wishes; health is no part of it, and nothing is kept."""
    sent_card(CardWishes, data)
    words = words_for(locale)
    return _shown(checked(card_of(wishes_beside(data), words.locale)), words)


@router.post("/card/wishes", summary="Add a card to tonight's wishes")
async def fill(data: Sent) -> JsonObject:
    """Give the wishes with the card added; what is wished tonight goes before what the card says."""
    sent = sent_card(CardWishes, data)
    if sent.card is None:
        raise UsageError("there is no card", "card", "Send the card to add")
    wishes = wishes_with(wishes_beside(data), checked(sent.card))
    return {"wishes": wishes_to_json(replace(wishes, health=Health()))}


@router.get("/cards", summary="The cards kept on this machine")
async def cards(kept: KeptOf, locale: str | None = None) -> JsonObject:
    """Give every kept card, by name."""
    words = words_for(locale)
    there = await asyncio.to_thread(kept.all)
    return {"cards": [_kept(one, words) for one in there], "keeps": kept.keeps}


@router.post("/cards", status_code=HTTPStatus.CREATED, summary="Keep a card on this machine")
async def keep_card(house: HouseOf, kept: KeptOf, data: Sent, locale: str | None = None) -> Response:
    """Keep a card under a name, and give it its id."""
    sent = sent_card(CardKeep, data)
    if len(await asyncio.to_thread(kept.all)) >= MOST_CARDS:
        raise UsageError(f"{MOST_CARDS} cards are kept already", "card", "Forget one first")
    new = KeptCard(house.ports.ids.session(), named(sent.name), checked(sent.card))
    await asyncio.to_thread(kept.keep, new)
    return JSONResponse(_kept(new, words_for(locale)), HTTPStatus.CREATED)


@router.put("/cards/{card}", summary="Change a kept card")
async def change_card(kept: KeptOf, card: str, data: Sent, locale: str | None = None) -> JsonObject:
    """Put a card and its name in place of what was kept."""
    sent = sent_card(CardKeep, data)
    changed = replace(await _found(kept, card), name=named(sent.name), card=checked(sent.card))
    await asyncio.to_thread(kept.keep, changed)
    return _kept(changed, words_for(locale))


@router.delete("/cards/{card}", status_code=HTTPStatus.NO_CONTENT, summary="Forget a kept card")
async def forget_card(kept: KeptOf, card: str) -> Response:
    """Overwrite the card and take it away; when this answers, no byte of it is in the data folder."""
    if not await asyncio.to_thread(kept.forget, card):
        raise HTTPException(HTTPStatus.NOT_FOUND, "There is no such card.")
    return Response(status_code=HTTPStatus.NO_CONTENT)


@router.post("/sessions/{session}/learnt", summary="Let a card learn from a session that was kept")  # noqa: FAST003 - `admitted` reads it
async def learn_from_session(
    house: HouseOf, conductor: Admitted, request: Request, data: Sent, locale: str | None = None
) -> JsonObject:
    """Write what was said on the kept card it was led with; without one, give a new card that nobody has kept yet."""
    wanted = sent_card(LearnFrom, data).card
    kept = await _found(here_only(request), wanted) if wanted is not None else None
    learnt = await asyncio.to_thread(_learn, house, conductor.record.id, kept)
    words = words_for(locale)
    if isinstance(learnt, KeptCard):
        return {"id": learnt.id, "shown": _shown(learnt.card, words)}
    return {"id": None, "shown": _shown(learnt, words)}


def _learn(house: House, session: str, kept: KeptCard | None) -> KeptCard | Card:
    record = house.ports.store.find(session)  # afresh: whether it is kept was said a moment ago
    if record is None:
        raise UsageError("there is no such session", "session", "Lead one first")
    return learn_from(record, house.ports.store, kept, house.ports.cards)


async def _found(kept: Cards, card: str) -> KeptCard:
    found = await asyncio.to_thread(kept.find, card)
    if found is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, "There is no such card.")
    return found


def _with(card: Card, sent: CardSaid) -> Card:
    if (sent.area is None) == (sent.technique is None):
        raise UsageError("one thing at a time", "area", "Name an area or a technique")
    if sent.said == "forget":
        return replace(card, likes=card.likes.without(area=sent.area, technique=sent.technique))
    if sent.said == "liked":
        return after_session(card, [Spoken("liked", sent.area, sent.technique)])
    return replace(card, likes=stated(card.likes, sent.said, area=sent.area, technique=sent.technique))


def _shown(card: Card, words: Words) -> JsonObject:
    return shown_to_json(card, _picture(card), words)


def _kept(kept: KeptCard, words: Words) -> JsonObject:
    return kept_to_json(kept, _picture(kept.card), words)


def _picture(card: Card) -> str:
    """Draw the card's text as a QR code, dark on light as scanners like it best."""
    code = segno.make(card_text(card), error="m", micro=False)
    return code.svg_data_uri(dark="#050202", light="#fdf9f2", border=3, omitsize=True)
