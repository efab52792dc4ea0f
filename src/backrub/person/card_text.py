"""A person card as one line of text, short enough for a QR code, with a version and a check sum.

For example `backrub-card 1;lang=en;firm=soft;no=waist:both;p=shoulders:-2:3;a1b2c3d4`. Pressure is area, sum and count
of answers; liking (`l=`) is technique, for and against; marks are kind, x, y and radius in whole millimetres.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, get_args

from backrub.errors import UsageError
from backrub.person.card import BLANK, Card, Firmness, Free, wishes_with
from backrub.person.learning import Liked, Likes, Pressed
from backrub.person.problems import validate
from backrub.person.wishes import Avoid, Mark, Wishes

__all__ = ["CARD_VERSION", "card_from", "card_text"]

CARD_VERSION = 1
_HEAD = "backrub-card"
_MOST_CHARACTERS = 2_000
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WHERE = "card"


def card_text(card: Card) -> str:
    """Write a card as text; what is as usual is left out."""
    body = ";".join((f"{_HEAD} {CARD_VERSION}", *_fields(card)))
    return f"{body};{_check_sum(body)}"


def card_from(text: str) -> Card:
    """Read a card.

    Raises:
        UsageError: It is no card, of a newer version, damaged, or says what is not known.
    """
    text = text.strip()
    _version(text)
    body, _, check = text.rpartition(";")
    if check != _check_sum(body):
        raise UsageError("the card is damaged: its check sum differs", _WHERE, "Scan or copy the whole of it again")
    fields: dict[str, Any] = {}
    for part in body.split(";")[1:]:
        name, _, value = part.partition("=")
        if name not in _READERS:
            raise UsageError(f"{name!r} is not known on a card", _WHERE, f"Use one of: {', '.join(_READERS)}")
        fields[_READERS[name][0]] = _read(name, value)
    likes = Likes(fields.pop("pressed", ()), fields.pop("liked", ()))
    card = Card(likes=likes, **fields)
    validate(wishes_with(Wishes(), card))
    return card


def _fields(card: Card) -> Iterator[str]:
    if card.language != BLANK.language:
        yield f"lang={card.language}"
    if card.firmness != BLANK.firmness:
        yield f"firm={card.firmness}"
    if card.position is not None:
        yield f"pos={card.position}"
    listed = {
        "oil": card.free_of,
        "no": [f"{each.area}:{each.side}" for each in card.avoid],
        "mark": [f"{each.kind}:{each.x_mm:.0f}:{each.y_mm:.0f}:{each.radius_mm:.0f}" for each in card.marks],
        "p": [f"{each.area}:{each.total:g}:{each.answers}" for each in card.likes.pressed],
        "l": [f"{each.technique}:{each.pro:g}:{each.contra:g}" for each in card.likes.liked],
    }
    for name, values in listed.items():
        if values:
            yield f"{name}={','.join(values)}"


def _version(text: str) -> None:
    head, _, rest = text.partition(" ")
    number = rest.partition(";")[0]
    if head != _HEAD or not number.isascii() or not number.isdigit() or len(text) > _MOST_CHARACTERS:
        raise UsageError("this is no person card", _WHERE, f"A card begins with '{_HEAD} {CARD_VERSION};'")
    if int(number) != CARD_VERSION:
        raise UsageError(f"this card is of version {number}", _WHERE, "Update backrub, or make a new card")


def _check_sum(body: str) -> str:
    return f"{zlib.crc32(body.encode()):08x}"


def _read(name: str, value: str) -> Any:  # noqa: ANN401 - each field has its own type
    try:
        return _READERS[name][1](value)
    except ValueError as error:
        raise UsageError(f"{name}={value} cannot be read", _WHERE, "Scan or copy the whole of it again") from error


def _one_of(*allowed: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in allowed:
            raise ValueError(value)
        return value

    return read


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ValueError(value)
    return value


def _each(read: Callable[..., Any], *kinds: Callable[[str], Any]) -> Callable[[str], tuple[Any, ...]]:
    """Give a reader of a list whose entries have one part for each kind."""

    def read_all(value: str) -> tuple[Any, ...]:
        entries = (entry.split(":") for entry in value.split(","))
        return tuple(read(*(kind(part) for kind, part in zip(kinds, parts, strict=True))) for parts in entries)

    return read_all


_READERS: Mapping[str, tuple[str, Callable[[str], Any]]] = MappingProxyType(
    {
        "lang": ("language", _language),
        "firm": ("firmness", _one_of(*get_args(Firmness))),
        "pos": ("position", _one_of("prone", "seated", "side-lying")),
        "oil": ("free_of", _each(str, _one_of(*get_args(Free)))),
        "no": ("avoid", _each(Avoid, str, str)),
        "mark": ("marks", _each(Mark, str, float, float, float)),
        "p": ("pressed", _each(Pressed, str, float, int)),
        "l": ("liked", _each(Liked, str, float, float)),
    }
)
"""For each field its name on the card, its name in the value, and its reader."""
