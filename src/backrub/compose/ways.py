"""On which sides a stroke may be done, and how their times go together: each way is a choice of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backrub.anatomy import SIDES
from backrub.compose.allowed import places_of
from backrub.compose.terms import Terms
from backrub.compose.weights import section
from backrub.routine import Place, Side
from backrub.technique import Technique, limits

__all__ = ["Way", "ways_of"]


@dataclass(frozen=True, slots=True)
class Way:
    """How the sides of an area share a stroke.

    Attributes:
        sides: Each side worked, with its ratio; the side to begin with first.
        places: Where the giver may be, best first.
        served: What its time counts for the wish, against the sides as the wish has them.
    """

    sides: tuple[tuple[Side, int], ...]
    places: tuple[Place, ...]
    served: float = 1.0

    @property
    def alike(self) -> bool:
        """Tell whether one side was marked and both get the same."""
        return self.served < 1.0


def ways_of(terms: Terms, technique: Technique, area: str, contact: str) -> Iterator[Way]:
    """Give the ways to do a stroke on an area's open sides, the one nearest to the wish first.

    The side marked gets twice the other's time. In a short rub, where that would leave it out, both at once from one
    place will do, or both alike one after the other.
    """
    places = places_of(terms, technique, contact, area)
    worked = [
        side
        for side in _lying(terms)
        if terms.is_open(area, side) and (technique.id, area, side) not in terms.unreachable
    ]
    if not worked:
        return
    if technique.both_sides:
        both = len(worked) == len(SIDES) and not terms.halves
        yield Way((("both", 1),) if both else tuple((side, 1) for side in worked), places)
    elif len(worked) == len(SIDES):
        yield from _of_both(terms, technique, area, places)
    else:
        yield Way(((worked[0], 1),), places)


def _of_both(terms: Terms, technique: Technique, area: str, places: tuple[Place, ...]) -> Iterator[Way]:
    marked = [side for side in SIDES if terms.level(area, side) > 0]
    apart = tuple((side, 1) for side in reversed(SIDES))  # the right side first where nothing else decides
    at_once = () if terms.halves else tuple(place for place in places if technique.works_both_sides(place))
    short = terms.whole_s <= 60 * section("sides")["alike_up_to_min"]
    hurried = terms.whole_s <= 60 * section("sides")["together_up_to_min"]
    if len(marked) == 1:
        easier = next(side for side in SIDES if side not in marked)
        yield Way(((easier, 1), (marked[0], round(limits.TENSE_SIDE_RATIO))), places)
        if short:
            alike: float = section("sides")["alike"]
            yield Way((("both", 1),), at_once, alike) if at_once else Way(((easier, 1), (marked[0], 1)), places, alike)
    elif hurried and places[:1] == at_once[:1] and at_once:
        yield Way((("both", 1),), at_once)
    else:
        yield Way(apart, places)
        if hurried and at_once and marked:
            yield Way((("both", 1),), at_once)


def _lying(terms: Terms) -> tuple[Side, ...]:
    return terms.halves if len(terms.halves) == 1 else SIDES
