"""The health screen and the person card on the wire: what pages are shown of them, and what they send back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field

from backrub.app.cards import LONGEST_NAME, KeptCard
from backrub.person import (
    CONDITIONS,
    Answered,
    Card,
    Health,
    Stated,
    Wishes,
    answers_to,
    card_text,
    conditions_on_line,
    learnt,
    screen,
)
from backrub.routine import Message, message
from backrub.wire.mapping import JsonObject, read, write
from backrub.wire.shapes import Choice
from backrub.wire.wishes import wishes_from_json
from backrub.words import Words

__all__ = [
    "CardKeep",
    "CardSaid",
    "CardSent",
    "CardTextSent",
    "CardWishes",
    "LearnFrom",
    "kept_to_json",
    "screen_to_json",
    "sent_card",
    "shown_to_json",
    "wishes_beside",
]

S = TypeVar("S")
LONGEST_TEXT = 4_000
"""Characters taken of a card as text; the reader itself refuses what is longer than a card can be."""

Name = Annotated[str, Field(max_length=4 * LONGEST_NAME)]
Id = Annotated[str, Field(max_length=64)]


@dataclass(frozen=True, slots=True)
class ConditionJson:
    """One question of the health screen.

    Attributes:
        id: What is sent when it is answered with yes.
        label: The question, as an answer to the group's.
        says: What follows and why, told at once when it is answered.
        actions: What follows, in a few words each, the gravest first.
        tonight: Whether there may be a rub today all the same.
        emergency: Whether to call for help now.
        rank: How grave it is; the lowest first.
    """

    id: str
    label: str
    says: str
    actions: list[Choice]
    tonight: bool
    emergency: bool
    rank: int


@dataclass(frozen=True, slots=True)
class GroupJson:
    """Questions that are asked together."""

    id: str
    label: str
    conditions: list[ConditionJson]


@dataclass(frozen=True, slots=True)
class ScreenJson:
    """The whole health screen, so that a page can tell what follows from an answer without asking anybody.

    Attributes:
        groups: Its questions, what is gravest first.
        on_line: Those of the one line of the first page, in its order.
    """

    groups: list[GroupJson]
    on_line: list[str]


@dataclass(frozen=True, slots=True)
class LearntJson:
    """One thing a card has learnt.

    Attributes:
        kind: Whether it is about pressure on an area, or about liking a stroke.
        of: The area or the technique.
        label: What people call it.
        way: `softer`, `same` or `firmer`; `less`, `same` or `more`.
        text: The whole of it in words.
    """

    kind: Literal["pressure", "liking"]
    of: str
    label: str
    way: str
    text: str


@dataclass(frozen=True, slots=True)
class CardShownJson:
    """A card with its text, a QR code of it, and what it has learnt in words."""

    card: Card
    text: str
    picture: str
    learnt: list[LearntJson]


@dataclass(frozen=True, slots=True)
class CardKeptJson:
    """A card kept on this machine."""

    id: str
    name: str
    shown: CardShownJson


@dataclass(frozen=True, slots=True)
class CardsJson:
    """The cards kept on this machine, and whether any can be kept here: a server of many households keeps none."""

    cards: list[CardKeptJson]
    keeps: bool


@dataclass(frozen=True, slots=True)
class WishesJson:
    """Wishes with a card added to them."""

    wishes: Wishes


@dataclass(frozen=True, slots=True)
class LearntFromJson:
    """What a session taught: the kept card it was written on, or null, and the card as it is now."""

    id: str | None
    shown: CardShownJson


@dataclass(frozen=True, slots=True)
class CardTextSent:
    """A card as its text."""

    text: Annotated[str, Field(max_length=LONGEST_TEXT)]


@dataclass(frozen=True, slots=True)
class CardSent:
    """A card, changed by hand."""

    card: Card


@dataclass(frozen=True, slots=True)
class CardKeep:
    """A card to be kept, and what to call it here."""

    name: Name
    card: Card


@dataclass(frozen=True, slots=True)
class CardSaid:
    """What somebody says of themselves, of one area or one technique.

    Attributes:
        card: The card it is written on.
        said: What they state outright; `liked` once, after a rub; or `forget` what was learnt.
        area: Of which area, or null.
        technique: Of which technique, or null.
    """

    card: Card
    said: Stated | Literal["liked", "forget"]
    area: Id | None = None
    technique: Id | None = None


@dataclass(frozen=True, slots=True)
class CardWishes:
    """Tonight's wishes, to which a card is added, or of which one is made when there is none."""

    wishes: Wishes
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class LearnFrom:
    """The kept card that a session was led with, or null."""

    card: Id | None = None


def sent_card(kind: type[S], data: object) -> S:
    """Read what a page sends about a card.

    Raises:
        Unreadable: A field is missing, unknown, or too long.
    """
    return read(kind, data, "a card")


def wishes_beside(data: object) -> Wishes:
    """Read the wishes that stand beside a card.

    Raises:
        Unreadable: A field is unknown, of the wrong kind or out of range.
    """
    return wishes_from_json(data.get("wishes") if isinstance(data, dict) else None)


def screen_to_json(words: Words) -> JsonObject:
    """Give the health screen in words."""
    groups = [
        {
            "id": group,
            "label": words.text(message(f"health-group-{group}")),
            "conditions": [_condition(name, words) for name in names],
        }
        for group, names in screen().items()
    ]
    return {"groups": groups, "on_line": list(conditions_on_line())}


def _condition(name: str, words: Words) -> JsonObject:
    row: Mapping[str, Any] = CONDITIONS[name]
    answered: Answered = "something"
    (answer,) = answers_to(Health(answered, (name,)))
    return {
        "id": name,
        "label": words.text(message(f"health-{name}")),
        "says": words.text(message(answer.says)),
        "actions": [{"id": one, "label": words.text(message(f"health-action-{one}"))} for one in answer.actions],
        "tonight": row.get("tonight", True),
        "emergency": row.get("emergency", False),
        "rank": answer.rank,
    }


def shown_to_json(card: Card, picture: str, words: Words) -> JsonObject:
    """Give a card as pages show it.

    Args:
        card: The card.
        picture: A QR code of its text, as the address of a picture.
        words: The language of the page.
    """
    return {
        "card": write(Card, card),
        "text": card_text(card),
        "picture": picture,
        "learnt": [_learnt(one, words) for one in learnt(card.likes)],
    }


def kept_to_json(kept: KeptCard, picture: str, words: Words) -> JsonObject:
    """Give a kept card as pages show it."""
    return {"id": kept.id, "name": kept.name, "shown": shown_to_json(kept.card, picture, words)}


def _learnt(one: Message, words: Words) -> JsonObject:
    args = dict(one.args)
    of_pressure = "area" in args
    of = str(args["area" if of_pressure else "technique"])
    return {
        "kind": "pressure" if of_pressure else "liking",
        "of": of,
        "label": words.text(message(f"area-{of}" if of_pressure else f"technique-{of}")),
        "way": str(args["direction" if of_pressure else "liking"]),
        "text": words.text(one),
    }
