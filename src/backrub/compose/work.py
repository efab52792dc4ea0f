"""The work in order: chosen blocks become strokes on sides, put in the order of the shortest walk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from backrub.anatomy import parts_of
from backrub.compose.allowed import HOLD
from backrub.compose.blocks import GRID_S, Block
from backrub.compose.marked import seen_as
from backrub.compose.reasons import Telling, block_reasons
from backrub.compose.scores import Minutes
from backrub.compose.strokes import Timed, When, Where, place_at, stroke
from backrub.compose.terms import Terms
from backrub.compose.walk import Item, Station, Visit, corners_of, stations_of, walk
from backrub.compose.weights import arc
from backrub.routine import Side, Step, message
from backrub.technique import limits, techniques

__all__ = ["BREAK", "Piece", "in_order", "pieces_of", "steps_of", "telling_of"]

BREAK = -1
"""Key of the break in the middle of a long rub."""

_PER_BLOCK = 10
_ROUND = 4  # corners of a walk round the body


@dataclass(frozen=True, slots=True)
class Piece:
    """A block on one side, in one round of the rub."""

    key: int
    block: Block
    side: Side
    ratio: int
    units: int
    round: int = 0

    @property
    def stage(self) -> int:
        """Give where its stage stands among all stages of all rounds."""
        return 10 * self.round + self.block.stage


def pieces_of(terms: Terms, minutes: Minutes) -> tuple[Piece, ...]:
    """Cut the chosen blocks into sides, and in a long rub into the rounds before and after its break."""
    numbered = list(enumerate(sorted(minutes.chosen.items(), key=lambda chosen: chosen[0].rank)))
    numbered.sort(
        key=lambda each: each[1][0].constant
    )  # what cannot rise by itself goes where something leads up to it
    pieces: list[Piece] = []
    load = [0, 0]
    for number, (block, units) in numbered:
        led = not block.constant or all(_is_led(side, block, pieces) for side, _ in block.sides)
        for round_, part in _rounds(terms, block, units, load) if led else ((1, units),):
            load[round_] += part * block.ratio
            pieces += [
                Piece(_PER_BLOCK * number + place + 5 * round_, block, side, ratio, part * ratio, round_)
                for place, (side, ratio) in enumerate(block.sides)
            ]
    return tuple(pieces)


def _is_led(side: Side, block: Block, pieces: Iterable[Piece]) -> bool:
    """Tell whether something in the first round leads up to a stroke of constant pressure on a side."""
    return any(piece.round == 0 and piece.block.area == block.area and piece.side in (side, "both") for piece in pieces)


def in_order(
    terms: Terms, pieces: Sequence[Piece], ends: Iterable[Station], starts: Sequence[Station]
) -> tuple[Visit, ...]:
    """Order pieces by the fewest moves, from where the warm-up was to where the finish can be.

    Where keeping to the passes would lead round the body more than once in ten minutes, one pass does everything.

    Args:
        terms: What the wishes come to.
        pieces: What is to be done.
        ends: Stations the finish can be done from.
        starts: Stations the walk may begin at, the preferred one first.
    """
    visits = walk(_items(terms, pieces, ends, one_pass=False), starts)
    allowed = _ROUND * -(-terms.whole_s // limits.ROUND_EVERY_S)
    if corners_of(visits, starts) <= allowed:
        return visits
    again = walk(_items(terms, pieces, ends, one_pass=True), starts)
    return min(visits, again, key=lambda way: corners_of(way, starts))


def _items(terms: Terms, pieces: Sequence[Piece], ends: Iterable[Station], *, one_pass: bool) -> list[Item]:
    items = [
        Item(
            piece.key,
            10 * piece.round + 1 if one_pass else piece.stage,
            _stations(terms, piece),
            _after(piece, pieces),
            piece.block.area,
        )
        for piece in pieces
    ]
    if terms.long:
        items.append(Item(BREAK, 10, frozenset(ends)))
    last = max((item.key for item in items), default=0) + 1
    items.append(Item(last, 99, frozenset(ends)))
    return items


def telling_of(pieces: Sequence[Piece], visits: Iterable[Visit], before: Iterable[Piece] = ()) -> dict[int, Telling]:
    """Give for each piece, in the order of visits, what is new about it and how long its place is worked.

    Args:
        pieces: All pieces of the rub.
        visits: The order of those to come.
        before: Pieces already done, on the other side of a receiver who turns over.
    """
    by_key = {piece.key: piece for piece in pieces}
    in_turn = [by_key[visit.key] for visit in visits if visit.key in by_key]
    place_s: Counter[str] = Counter()
    for piece in pieces:
        place_s[seen_as(piece.block.area)] += piece.units * GRID_S
    seen: set[str | Block] = {piece.block for piece in before}
    found: dict[int, Telling] = {}
    for piece in in_turn:
        place, block = seen_as(piece.block.area), piece.block
        found[piece.key] = Telling(place_s[place], place not in seen, block not in seen)
        seen |= {place, block}
    return found


def steps_of(terms: Terms, piece: Piece, station: Station, telling: Telling) -> tuple[Timed, ...]:
    """Make the steps of a piece at a station; a hold brings its broad strokes with it."""
    block, technique = piece.block, techniques()[piece.block.technique]
    reasons = block_reasons(terms, block, piece.side, piece.ratio, telling)
    pace = technique.pace
    step = Step(
        kind="stroke",
        phase="work",
        duration_s=piece.units * GRID_S,
        technique=technique.id,
        area=block.area,
        side=piece.side,
        contact=block.contact,
        pressure=block.pressure,
        pace_cm_per_s=pace.usual if pace.unit == "cm_per_s" else None,
        cycles_per_min=pace.usual if pace.unit == "per_min" else None,
        place=place_at(block.places, station, piece.side),
        reasons=reasons,
    )
    if block.technique != HOLD:
        return (Timed(step, station),)
    broad_s = _broad_s(piece)
    held = replace(step, kind="hold", duration_s=step.duration_s - broad_s, spots=1)
    over = Where(techniques()["caress"], block.area, piece.side, "palms")  # suits every place, oiled or clothed
    after = stroke(terms, over, When(station, "work", broad_s, step.place), (2.0, 2.0), (message("why-after-hold"),))
    return (Timed(held, station), after)


def _rounds(terms: Terms, block: Block, units: int, load: Sequence[int]) -> Iterator[tuple[int, int]]:
    if not terms.long:
        yield 0, units
    elif not block.fixed and (units >= 2 * block.least or units > _longest_at_once(block)):
        yield 0, units - units // 2
        yield 1, units // 2
    elif block.fixed:
        yield 1, units  # a hold comes after all the warm work
    else:
        yield (0 if load[0] <= load[1] else 1), units


def _longest_at_once(block: Block) -> int:
    """Give the most units a block may have in one round."""
    return techniques()[block.technique].dose_area.most_s // GRID_S // max(ratio for _, ratio in block.sides)


def _stations(terms: Terms, piece: Piece) -> frozenset[Station]:
    technique = techniques()[piece.block.technique]
    fits = [
        place for place in piece.block.places if piece.side != "both" or _both_from(technique.id, place, piece.block)
    ]
    found = frozenset(station for place in fits for station in stations_of(place, piece.side))
    return found & frozenset({"behind"}) if terms.position != "prone" else found


def _both_from(technique: str, place: str, block: Block) -> bool:
    return block.technique == HOLD or techniques()[technique].works_both_sides(place)


def _after(piece: Piece, pieces: Sequence[Piece]) -> frozenset[int]:
    """Give what comes before a piece in its round: the easier side, and warm work where it holds or cannot rise."""
    return frozenset(other.key for other in pieces if other is not piece and _first(other, piece))


def _first(other: Piece, piece: Piece) -> bool:
    if other.round != piece.round:
        return False  # whole rounds are kept apart by their stages
    if other.block is piece.block:
        return other.ratio < piece.ratio or (piece.block.alike and other.key < piece.key)  # the easier side
    if not _meet(other.side, piece.side) or other.block.technique == HOLD:
        return False
    if _joins(other) and not _joins(piece) and set(parts_of(other.block.area)) & set(parts_of(piece.block.area)):
        return True
    if other.block.area != piece.block.area:
        return False
    return piece.block.technique == HOLD or (piece.block.constant and not other.block.constant)


def _joins(piece: Piece) -> bool:
    """Tell whether it is a long stroke, which comes before anything deeper on its place."""
    return piece.block.technique == "effleurage"


def _meet(one: Side, other: Side) -> bool:
    return one == other or "both" in (one, other)


def _broad_s(piece: Piece) -> int:
    short = piece.block.least * GRID_S == arc("hold_slot_s") + arc("hold_broad_s")
    return int(arc("hold_broad_s" if short else "hold_long_broad_s"))
