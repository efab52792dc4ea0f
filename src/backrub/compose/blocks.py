"""What may be chosen for the work: each technique on each area that these terms allow, with its limits."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from backrub.anatomy import SIDES, sides_of
from backrub.compose.allowed import HOLD, can_use, contact_on, highest_on, places_of
from backrub.compose.done import NOTHING, Done
from backrub.compose.terms import Terms
from backrub.compose.ways import Way, ways_of
from backrub.compose.weights import StrokeRow, arc, intention_row, section, stroke_rows
from backrub.routine import Contact, Place, Side
from backrub.technique import Technique, limits, techniques

__all__ = ["GRID_S", "LOW", "Block", "blocks"]

GRID_S = limits.PLAN_GRID_S
LOW = frozenset({"gutters-lower", "waist", "lower-back"})


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
        served: What its time counts for the wish: less than 1 where one side was marked and both get the same, and
            where it is a last resort.
        last_resort: Whether it is here only because nothing else suits a marked place.
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
    served: float = 1.0
    last_resort: bool = False

    @property
    def alike(self) -> bool:
        """Tell whether one side was marked and both get the same."""
        return self.served < 1.0 and not self.last_resort

    @property
    def ratio(self) -> int:
        """Give how many units of the rub one unit of this takes."""
        return sum(ratio for _, ratio in self.sides)

    @property
    def constant(self) -> bool:
        """Tell whether its pressure cannot rise although it presses."""
        return self.presses and self.pressure[0] == self.pressure[1]

    @property
    def presses(self) -> bool:
        """Tell whether it is felt at three or more."""
        return self.pressure[1] >= limits.PRESSING


def blocks(terms: Terms, done: Done = NOTHING) -> tuple[Block, ...]:
    """Give everything the work may be made of, strokes in the order of the table and holds after them."""
    if terms.strokes_only or terms.effects.hush:
        return ()
    usual = [row for row in stroke_rows() if not row.last_resort]
    strokes = _best_of_each_home(terms, _of_rows(terms, usual, done))
    return (*strokes, *_last_resorts(terms, strokes, done), *_hold_blocks(terms, strokes))


def _last_resorts(terms: Terms, strokes: Iterable[Block], done: Done) -> Iterator[Block]:
    """Give slow stroking for marked places that suit nothing else."""
    served = {block.home for block in strokes}
    for row in stroke_rows():
        near = LOW if row.home in LOW else {row.home}  # people see one low back
        if row.last_resort and terms.level(row.area, "both") and not served & near:
            found = _of_rows(terms, [row], done)
            served |= {block.home for block in found}
            yield from found


def _of_rows(terms: Terms, rows: Iterable[StrokeRow], done: Done) -> list[Block]:
    fresh = (block for row in rows for block in _stroke_block(terms, row))
    return [left for block in fresh for left in _left_of(terms, block, done)]


def _stroke_block(terms: Terms, row: StrokeRow) -> Iterator[Block]:
    technique = techniques()[row.technique]
    if (
        row.value[terms.glide] * _worth(terms, technique) <= 0
        or not can_use(terms, technique)
        or not terms.is_welcome(row.area)
        or _low_and_barred(terms, row)
    ):
        return
    contact = contact_on(terms, technique, row.area)
    if contact is None:
        return
    if technique.constant_pressure and _peak(terms, technique, row.area, contact) < technique.felt[0]:
        return
    for way in ways_of(terms, technique, row.area, contact):
        yield from _in_one_way(terms, row, contact, way)


def _in_one_way(terms: Terms, row: StrokeRow, contact: Contact, way: Way) -> Iterator[Block]:
    technique = techniques()[row.technique]
    peak = _peak(terms, technique, row.area, contact)
    heaviest = max(ratio for _, ratio in way.sides)
    dose = technique.dose_area
    rounds = 2 if terms.long else 1
    least, most = -(-dose.least_s // GRID_S), rounds * dose.most_s // GRID_S // heaviest
    if least > most:
        return
    if _of_hands(terms, technique) < 1:  # what tires these hands is kept short
        most = max(least, rounds * dose.usual_s // GRID_S // heaviest)
    yield Block(
        technique=row.technique,
        area=row.area,
        sides=way.sides,
        home=row.home,
        stage=row.stage,
        rank=row.rank,
        value=_worth(terms, technique) * row.value[terms.glide],
        contact=contact,
        pressure=(peak if technique.constant_pressure else max(1.0, peak - limits.RISE_START_BELOW), peak),
        places=way.places,
        least=least,
        usual=max(least, dose.usual_s // GRID_S),
        most=most,
        served=section("score")["last_resort"] if row.last_resort else way.served,
        last_resort=row.last_resort,
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
    rising = {block.area for block in kept if not block.constant}
    return [block for block in strokes if block in kept and block.area in rising]  # others cannot be led up to


def _first_of(ranked: list[Block], home: str, most: int) -> list[Block]:
    here = [block for block in ranked if block.home == home]
    best = list(dict.fromkeys((block.technique, block.area) for block in here))[:most]
    return [block for block in here if (block.technique, block.area) in best]


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


def _mirrored(terms: Terms, block: Block, done: Done) -> Iterator[Block]:
    """For the second side of a side-lying rub, give the stroke as long as the first side had it."""
    half = terms.halves[0]
    first = "left" if half == "right" else "right"
    had = {side: done.dose_s(area=block.area, side=side, technique=block.technique) for side in (half, first)}
    ratio = limits.TENSE_SIDE_RATIO ** (bool(terms.level(block.area, half)) - bool(terms.level(block.area, first)))
    wanted_s = max(had[first] * ratio, min(had[first], block.least * GRID_S))  # alike where half would be too little
    units = min(block.most, round((wanted_s - had[half]) / GRID_S))
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
        places=places_of(terms, technique, contact, area),
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
