"""What may be chosen for the work: each technique on each area that these terms allow, with its limits."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from backrub.anatomy import SIDES, sides_of
from backrub.compose.allowed import HOLD, can_use, contact_on, highest_on, places_of
from backrub.compose.done import NOTHING, Done
from backrub.compose.terms import Terms
from backrub.compose.weights import StrokeRow, arc, intention_row, section, stroke_rows
from backrub.routine import Contact, Place, Side
from backrub.technique import Technique, limits, techniques

__all__ = ["GRID_S", "LOW", "Block", "blocks"]

GRID_S = limits.PLAN_GRID_S
LOW = frozenset({"gutters-lower", "waist", "lower-back"})
_FLANK = frozenset({"sides", "waist"})


@dataclass(frozen=True, slots=True, eq=False)  # each is one choice: equal only to itself
class Block:
    """A technique on an area, on one or both sides.

    Times are in grid units for a side of ratio 1; a side of ratio 2 gets twice that.

    Attributes:
        technique: Technique id.
        area: Area id.
        sides: Each side worked, with its ratio; the side to begin with first.
        home: The area whose time it counts as.
        stage: 1 loosens, 2 goes deeper or to delicate places.
        rank: Order where nothing else decides.
        value: Worth of its usual dose.
        contact: What of the hand touches.
        pressure: Felt pressure at its start and once it has risen.
        places: Where the giver may be, best first.
        least: Least units.
        usual: Usual units.
        most: Most units.
        fixed: Whether it takes `least` or nothing.
    """

    technique: str
    area: str
    sides: tuple[tuple[Side, int], ...]
    home: str
    stage: int
    rank: int
    value: float
    contact: Contact
    pressure: tuple[float, float]
    places: tuple[Place, ...]
    least: int
    usual: int
    most: int
    fixed: bool = False

    @property
    def ratio(self) -> int:
        """Give how many units of the rub one unit of this takes."""
        return sum(ratio for _, ratio in self.sides)

    @property
    def constant(self) -> bool:
        """Tell whether its pressure cannot rise."""
        return self.pressure[0] == self.pressure[1]

    @property
    def presses(self) -> bool:
        """Tell whether it is felt at three or more."""
        return self.pressure[1] >= limits.PRESSING


def blocks(terms: Terms, done: Done = NOTHING) -> tuple[Block, ...]:
    """Give everything the work may be made of, strokes in the order of the table and holds after them."""
    if terms.strokes_only or terms.effects.hush:
        return ()
    fresh = (block for row in stroke_rows() for block in _stroke_block(terms, row))
    strokes = _best_of_each_home(terms, [left for block in fresh for left in _left_of(terms, block, done)])
    return (*strokes, *_hold_blocks(terms, strokes))


def _stroke_block(terms: Terms, row: StrokeRow) -> Iterator[Block]:
    technique = techniques()[row.technique]
    if (
        row.value[terms.glide] * _worth(terms, technique) <= 0
        or not can_use(terms, technique)
        or _left_to_lovers(terms, row.area)
        or _low_and_barred(terms, row)
    ):
        return
    contact = contact_on(terms, technique, row.area)
    if contact is None:
        return
    peak = _peak(terms, technique, row.area, contact)
    if technique.constant_pressure and peak < technique.felt[0]:
        return
    sides = _sides(terms, technique, row.area, contact)
    if not sides:
        return
    heaviest = max(ratio for _, ratio in sides)
    dose = technique.dose_area
    most_s = dose.usual_s if _of_hands(terms, technique) < 1 else dose.most_s  # what tires these hands is kept short
    rounds = 2 if terms.long else 1
    least, most = -(-dose.least_s // GRID_S), rounds * most_s // GRID_S // heaviest
    if least > most:
        return
    worth = _worth(terms, technique) * row.value[terms.glide]
    yield Block(
        technique=row.technique,
        area=row.area,
        sides=sides,
        home=row.home,
        stage=row.stage,
        rank=row.rank,
        value=worth,
        contact=contact,
        pressure=(peak if technique.constant_pressure else max(1.0, peak - limits.RISE_START_BELOW), peak),
        places=places_of(terms, technique, contact),
        least=least,
        usual=max(least, dose.usual_s // GRID_S),
        most=most,
    )


def _worth(terms: Terms, technique: Technique) -> float:
    """Give how many times its usual worth a technique has for this purpose, these hands and this receiver."""
    wishes = terms.wishes
    shift = intention_row(wishes.intention).by_sedating[technique.sedating]
    return shift * wishes.likes.factor_of(technique.id) * _of_hands(terms, technique)


def _of_hands(terms: Terms, technique: Technique) -> float:
    """Give how well a technique suits the giver's hands and back: 1 as usual, 0 not at all."""
    wishes = terms.wishes
    kinds = {"weak": wishes.weak_hands, "small": wishes.small_hands, "sore-back": wishes.sore_back}
    factors: list[float] = [section("hands")[kind].get(technique.id, 1.0) for kind, has in kinds.items() if has]
    return math.prod(factors)


def _best_of_each_home(terms: Terms, strokes: list[Block]) -> list[Block]:
    """Keep the few best strokes for each place: a short rub has no use for the fourth best, and is planned sooner."""
    table: list[list[int]] = section("strokes_by_minutes")["for_each_place"]
    most = next((count for up_to_min, count in table if terms.total_s <= 60 * up_to_min), len(strokes))
    ranked = sorted(strokes, key=lambda block: (block.fixed, block.value), reverse=True)
    kept = {block for home in {block.home for block in strokes} for block in _first_of(ranked, home, most)}
    rising = {block.area for block in kept if block.pressure[0] < block.pressure[1]}
    return [block for block in strokes if block in kept and block.area in rising]  # others cannot be led up to


def _first_of(ranked: list[Block], home: str, most: int) -> list[Block]:
    return [block for block in ranked if block.home == home][:most]


def _left_of(terms: Terms, block: Block, done: Done) -> Iterator[Block]:
    """Give what may still be done of a block: the rest of its dose, or what one side is owed."""
    if len(terms.halves) == 1 and terms.rested:
        yield from _mirrored(terms, block, done)
        return
    had = [done.dose_s(area=block.area, side=side, technique=block.technique) / ratio for side, ratio in block.sides]
    owed = (max(had) - min(had)) / GRID_S
    most = block.most - round(max(had) / GRID_S)
    if owed * GRID_S >= limits.STEP_MIN_S:
        side, ratio = block.sides[had.index(min(had))]
        units = min(block.most * ratio, round(owed * ratio))
        worth = section("score")["side_debt_worth"]
        yield replace(block, sides=((side, 1),), value=worth, least=units, usual=units, most=units, fixed=True)
    elif most >= block.least:
        yield replace(block, most=most)


def _left_to_lovers(terms: Terms, area: str) -> bool:
    """Tell whether a place is left out between friends and in a family unless it was marked."""
    return terms.wishes.relation != "partners" and area in _FLANK and terms.level(area, "both") == 0


def _mirrored(terms: Terms, block: Block, done: Done) -> Iterator[Block]:
    """For the second side of a side-lying rub, give the stroke as long as the first side had it."""
    half = terms.halves[0]
    first = "left" if half == "right" else "right"
    had = {side: done.dose_s(area=block.area, side=side, technique=block.technique) for side in (half, first)}
    ratio = limits.TENSE_SIDE_RATIO ** (bool(terms.level(block.area, half)) - bool(terms.level(block.area, first)))
    units = min(block.most, round((had[first] * ratio - had[half]) / GRID_S))
    if units * GRID_S >= limits.STEP_MIN_S:
        worth = section("score")["side_debt_worth"]
        yield replace(block, value=worth, least=units, usual=units, most=units, fixed=True)
    elif had[first] == 0 and not terms.is_open(block.area, first):
        yield block


def _low_and_barred(terms: Terms, row: StrokeRow) -> bool:
    seated_lean = terms.position == "seated" and row.area in LOW and techniques()[row.technique].lean
    return seated_lean or (not terms.care.waist and (row.area == "waist" or row.technique == "waist-spread"))


def _peak(terms: Terms, technique: Technique, area: str, contact: str) -> float:
    low, high = technique.felt
    known = math.floor(terms.wishes.likes.offset_on(area) + 0.5)  # in whole points: nobody can aim finer
    wished = high + (1 if terms.firm and high > limits.WORKING else 0) + intention_row(terms.wishes.intention).firmness
    least = max(1.0, low + min(0, known))
    return min(highest_on(terms, technique, area, contact), max(least, wished + known))


def _sides(terms: Terms, technique: Technique, area: str, contact: str) -> tuple[tuple[Side, int], ...]:
    """Give the sides to work with their ratios: equal, or two to one where one side is marked."""
    lying = terms.halves if len(terms.halves) == 1 else SIDES
    lost = terms.unreachable
    worked = [side for side in lying if terms.is_open(area, side) and (technique.id, area, side) not in lost]
    if technique.both_sides:
        return (("both", 1),) if len(worked) == len(SIDES) and not terms.halves else tuple((side, 1) for side in worked)
    marked = [side for side in worked if terms.level(area, side) > 0]
    if len(worked) == len(SIDES) and len(marked) == 1:
        easier = next(side for side in worked if side not in marked)
        return ((easier, 1), (marked[0], round(limits.TENSE_SIDE_RATIO)))
    together = terms.whole_s <= 60 * 7 and technique.works_both_sides(places_of(terms, technique, contact)[0])
    if len(worked) == len(SIDES) and together and not terms.halves:
        return (("both", 1),)
    return tuple((side, 1) for side in reversed(worked))  # the right side first where nothing else decides


def _hold_blocks(terms: Terms, strokes: list[Block]) -> Iterator[Block]:
    technique = techniques()[HOLD]
    if terms.max_holds == 0 or not can_use(terms, technique):
        return
    for rank, area in enumerate(_hold_areas(terms, technique)):
        here = [block for block in strokes if block.area == area]
        contact = contact_on(terms, technique, area) if here else None
        sides = _hold_sides(terms, area, here[0].sides) if here else ()
        if contact is not None and sides:
            yield _hold_block(terms, technique, area, contact, rank, sides)


def _hold_areas(terms: Terms, technique: Technique) -> list[str]:
    """Give where tender spots are sought: where they are known; else marked places, and between the blades."""
    sore = terms.wishes.intention == "sore"
    known = {spot.area for spot in terms.wishes.tender}
    marked = [area for area in technique.areas if terms.level(area, "both") > 0 and not sore]
    shoulders = terms.level("shoulders", "both") > 0
    if known:
        marked = [area for area in technique.areas if area in known]
    elif shoulders or terms.wishes.deep or terms.wishes.holds or not marked:
        marked.append("between-blades")
    if terms.position == "seated":
        marked = [area for area in marked if area not in ("shoulders", "gutters-lower")]
    upper_first = sorted(dict.fromkeys(marked), key=lambda area: (area in LOW, area != "between-blades"))
    spared = (area for area in upper_first if not (sore and terms.level(area, "both")))
    return [area for area in spared if terms.is_open(area, "both")]


def _hold_block(
    terms: Terms, technique: Technique, area: str, contact: Contact, rank: int, sides: tuple[tuple[Side, int], ...]
) -> Block:
    long = terms.whole_s > 60 * 25
    slot_s = (arc("hold_long_slot_s") + arc("hold_long_broad_s")) if long else arc("hold_slot_s") + arc("hold_broad_s")
    peak = highest_on(terms, technique, area, contact, "hold")
    asked = terms.wishes.deep or terms.wishes.holds or terms.wishes.tender
    units = round(slot_s) // GRID_S
    return Block(
        technique=HOLD,
        area=area,
        sides=sides,
        home=area,
        stage=2,
        rank=1000 + rank,
        value=section("holding")["value"] * (section("holding")["asked"] if asked else 1.0),
        contact=contact,
        pressure=(max(1.0, peak - limits.RISE_START_BELOW), peak),
        places=places_of(terms, technique, contact),
        least=units,
        usual=units,
        most=units,
        fixed=True,
    )


def _hold_sides(terms: Terms, area: str, sides: tuple[tuple[Side, int], ...]) -> tuple[tuple[Side, int], ...]:
    """Give where spots are sought, one side each: where they are known, both if there is time, else the tenser."""
    known = [one for one in SIDES if any((spot.area, spot.side) == (area, one) for spot in terms.wishes.tender)]
    if known:
        reached = [one for one in known if any(one in sides_of(side) for side, _ in sides)]
        return tuple((one, 1) for one in reached[: terms.max_holds])
    if len({ratio for _, ratio in sides}) > 1:  # one side is marked
        return ((sides[-1][0], 1),)
    one_by_one = [one for side, _ in sides for one in sides_of(side)]
    if len(one_by_one) == len(SIDES) and terms.max_holds >= len(SIDES):
        return tuple((side, 1) for side in one_by_one)
    tenser = max(one_by_one, key=lambda side: (terms.level(area, side), terms.tension(side)))
    return ((tenser, 1),)
