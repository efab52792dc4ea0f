"""Reading what people type: places by id or lay name, and what they may have meant instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, TypeVar, cast, get_args

from rapidfuzz import fuzz, process

from backrub.anatomy import AREAS, COMPOSITES
from backrub.anatomy import SIDES as LEFT_AND_RIGHT
from backrub.errors import UsageError
from backrub.person import Avoid, Tender, Tense
from backrub.routine import Side, message
from backrub.words import Words

__all__ = ["choice", "read_avoid", "read_tender", "read_tense"]

T = TypeVar("T", bound=str)
CLOSE_ENOUGH = 75
"""How much a word must look like another to be taken for a slip of it [percent]. Certainty: ENG."""
SIDES: tuple[Side, ...] = get_args(Side)
_TENSE = re.compile(r"^(?P<place>[^=:]+)(?::(?P<side>[^=:]+))?(?:=(?P<level>.+))?$")

ALSO: dict[str, str] = {
    "low back": "lower-back",
    "lower back": "lower-back",
    "small of the back": "lower-back",
    "upper back": "upper-back",
    "whole back": "whole-back",
    "everywhere": "whole-back",
    "shoulder": "shoulders",
    "tops of the shoulders": "shoulders",
    "shoulder blade": "blades",
    "shoulder blades": "blades",
    "between the shoulder blades": "between-blades",
    "between": "between-blades",
    "neck": "neck-base",
    "base of the neck": "neck-base",
    "beside the spine": "gutters",
    "side": "sides",
    "flanks": "sides",
    "loin": "waist",
}
"""What people also say, beside the names the coach itself uses."""


@cache
def _places() -> dict[str, str]:
    """Give every name an area goes by."""
    words = Words("en")
    ids = (*AREAS, *COMPOSITES)
    spoken = {words.text(message(f"area-{area}")).lower().removeprefix("the "): area for area in ids}
    return ALSO | spoken | {area: area for area in ids} | {area.replace("-", " "): area for area in ids}


def _meant(given: str, known: Iterable[str]) -> str:
    found = process.extractOne(given, list(known), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    return f"Did you mean {found[0]!r}?" if found else ""


def choice(given: str, known: tuple[T, ...], option: str) -> T:
    """Read one of a few words.

    Raises:
        UsageError: It is none of them; the nearest is proposed.
    """
    if given in known:
        return given
    meant = _meant(given, known).rstrip("?")
    every = f"Use one of: {', '.join(known)}"
    raise UsageError(f"{given!r} is not known", option, f"{meant}? {every}" if meant else every)


def _place(given: str, option: str) -> tuple[str, Side | None]:
    """Read a place; a side may stand in its name, as in `right shoulder`."""
    name = " ".join(given.lower().replace("_", " ").replace("-", " ").split()).removeprefix("the ")
    side: Side | None = None
    for word in SIDES:
        if name.startswith(f"{word} "):
            side, name = word, name.removeprefix(f"{word} ")
    places = _places()
    if name not in places:
        meant = _meant(name, places).rstrip("?")
        every = f"Use one of: {', '.join((*AREAS, *COMPOSITES))}"
        raise UsageError(f"there is no place {given!r}", option, f"{meant}? {every}" if meant else every)
    return places[name], side


def read_tense(given: str) -> Tense:
    """Read `AREA[:left|:right][=1..3]`.

    Raises:
        UsageError: It cannot be read.
    """
    match = _TENSE.match(given.strip())
    if match is None:
        raise UsageError(f"{given!r} cannot be read", "--tense", "Write AREA, AREA:right or AREA:right=3")
    area, side = _place(match["place"], "--tense")
    level = match["level"] or "2"
    if level not in {"1", "2", "3"}:
        raise UsageError(f"{level!r} is not how tense a place is", "--tense", "Use 1 (a little), 2 (quite) or 3 (very)")
    marked = choice(match["side"], SIDES, "--tense") if match["side"] else side
    return Tense(area, marked or "both", cast("Literal[1, 2, 3]", int(level)))


def read_tender(given: str) -> Tender:
    """Read `AREA:left` or `AREA:right`.

    Raises:
        UsageError: It cannot be read, or names no side.
    """
    place, _, marked = given.strip().partition(":")
    area, side = _place(place, "--tender")
    one = choice(marked, LEFT_AND_RIGHT, "--tender") if marked else side
    if one is None or one == "both" or area not in AREAS:
        raise UsageError(f"{given!r} is not one spot", "--tender", "Write one place with its side: shoulders:left")
    return Tender(area, one)


def read_avoid(given: str) -> Avoid:
    """Read `AREA[:left|:right]`.

    Raises:
        UsageError: It cannot be read.
    """
    place, _, marked = given.strip().partition(":")
    area, side = _place(place, "--avoid")
    return Avoid(area, choice(marked, SIDES, "--avoid") if marked else side or "both")
