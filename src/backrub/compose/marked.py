"""The places marked tense tonight, each with what work would serve it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backrub.anatomy import parts_of, sides_of
from backrub.compose.allowed import HOLD
from backrub.compose.blocks import LOW, Block
from backrub.compose.done import Done
from backrub.compose.terms import Terms
from backrub.compose.weights import section

__all__ = ["Marked", "marked_places", "seen_as", "served_before", "unasked"]

LOW_BACK = frozenset({"waist", "gutters-lower"})
"""Which people see as one place: work on either serves it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A single area somebody marked tense.

    Attributes:
        area: The area.
        homes: The areas whose work serves it: its own, and its neighbours where it has no stroke of its own.
        sides: The marked sides that are open.
    """

    area: str
    homes: frozenset[str]
    sides: frozenset[str]

    def is_served_by(self, block: Block) -> bool:
        """Tell whether a choice works this place on a marked side; a hold alone does not."""
        worked = {one for side, _ in block.sides for one in sides_of(side)}
        return block.technique != HOLD and block.home in self.homes and bool(worked & self.sides)

    def served_among(self, blocks: Iterable[Block]) -> list[Block]:
        """Give the choices that work this place."""
        return [block for block in blocks if self.is_served_by(block)]


def marked_places(terms: Terms) -> tuple[Marked, ...]:
    """Give every single area marked tense of which a marked side is open, in the order they were marked."""
    sides: dict[str, set[str]] = {}
    for part, side in _each(terms):
        if terms.is_open(part, side):
            sides.setdefault(part, set()).add(side)
    return tuple(Marked(part, _homes_of(part), frozenset(open_)) for part, open_ in sides.items())


def seen_as(area: str) -> str:
    """Give the place that people see an area as: there is one low back, the small of it and its edges."""
    return "lower-back" if area in LOW else area


def served_before(place: Marked, done: Done) -> bool:
    """Tell whether a running rub has worked a place already."""
    return any(done.dose_s(area=home, side=side) for home in place.homes for side in place.sides)


def unasked(terms: Terms, block: Block) -> bool:
    """Tell whether a choice is for a place nobody marked, while others are; what a side is owed is no new choice."""
    return terms.level(block.area, "both") == 0 and not (block.fixed and block.technique != HOLD)


def _each(terms: Terms) -> Iterator[tuple[str, str]]:
    for place in terms.wishes.tense:
        for part in parts_of(place.area):
            yield from ((part, side) for side in sides_of(place.side))


def _homes_of(part: str) -> frozenset[str]:
    low = LOW_BACK if part in LOW_BACK else frozenset[str]()
    return frozenset({part, *section("neighbours").get(part, ())}) | low
