"""Why each step is there: message ids with arguments, the most telling first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backrub.anatomy import SIDES
from backrub.compose.allowed import HOLD
from backrub.compose.blocks import Block
from backrub.compose.marked import seen_as
from backrub.compose.terms import Terms
from backrub.routine import Reason, Side, message
from backrub.technique import techniques

__all__ = ["Telling", "block_reasons"]


@dataclass(frozen=True, slots=True)
class Telling:
    """What has been said when a step is reached, and what there is to count.

    Attributes:
        place_s: How long the place that people see it on is worked in all [s].
        new_place: Whether it is the first step on that place.
        new_stroke: Whether it is the first step of its stroke, of which the other side is still to come.
    """

    place_s: int
    new_place: bool
    new_stroke: bool


def block_reasons(terms: Terms, block: Block, side: Side, ratio: int, telling: Telling) -> tuple[Reason, ...]:
    """Say why a stroke or a hold is in the work."""
    return tuple(_block_reasons(terms, block, side, ratio, telling))


def _block_reasons(terms: Terms, block: Block, side: Side, ratio: int, telling: Telling) -> Iterator[Reason]:
    place = seen_as(block.area)
    level = terms.level(place, side)
    tense = message(
        "why-tense",
        area=place,
        level=level,
        minutes=max(1, round(telling.place_s / 60)),
        side=_tense_side(terms, place, level),
        total=round(terms.total_s / 60),
    )
    owed = block.fixed and block.technique != HOLD
    if owed:
        yield message("why-owed", side=side)
    if level and telling.new_place:
        yield tense
    yield message(f"why-{block.technique}", area=block.area)
    if level and not telling.new_place:
        yield tense
    if not owed:
        yield from _of_both_sides(block, side, ratio, telling)
    yield from _no_firmer(terms, block, terms.level(block.area, side))


def _of_both_sides(block: Block, side: Side, ratio: int, telling: Telling) -> Iterator[Reason]:
    if block.alike:
        if telling.new_stroke:
            yield message("why-alike-in-short")
    elif len({each for _, each in block.sides}) > 1:
        yield message("why-more-here" if ratio > 1 else "why-easier-first", side=side)
    elif len(block.sides) > 1 and block.technique != HOLD and telling.new_stroke:
        yield message("why-both-alike")


def _tense_side(terms: Terms, place: str, level: int) -> Side:
    """Give the side that is so tense, or both."""
    marked: list[Side] = [one for one in SIDES if terms.level(place, one) == level]
    return marked[0] if len(marked) == 1 else "both"


def _no_firmer(terms: Terms, block: Block, level: int) -> Iterator[Reason]:
    if terms.wishes.intention == "sore" and level:
        yield message("why-sore-lighter")
    elif block.pressure[1] == terms.cap < techniques()[block.technique].felt[1]:
        yield message("why-no-firmer", cause=terms.cap_from, pressure=block.pressure[1])
