"""The score of stage one: what each part of a rub is worth, as lines that bend down the more of it there is.

*Based on* the figures of `compose.toml`. *Conventions* times in units of the 5 s grid. A *bend* is a pair: how many
units wide it is, and what each unit of it is worth.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

from backrub.compose.blocks import GRID_S, Block
from backrub.compose.shape import Shape
from backrub.compose.terms import Terms
from backrub.compose.weights import intention_row, section

__all__ = [
    "Minutes",
    "bends_of_arc",
    "bends_of_area",
    "bends_of_light",
    "bends_of_stroke",
    "from_least",
    "score_of",
    "worth_at",
]


@dataclass(frozen=True, slots=True)
class Minutes:
    """What stage one decided.

    Attributes:
        chosen: Units for each chosen block, for a side of ratio 1.
        warm: Units of warm-up, for each half.
        finish: Units of finish strokes, for each half.
        light: Units of light strokes that fill what is left, for each half.
        score: The score reached.
        optimal: Whether nothing scores higher.
        gap: Relative distance to the best that could exist, else 0.
    """

    chosen: Mapping[Block, int]
    warm: int
    finish: int
    light: int
    score: float
    optimal: bool = True
    gap: float = 0.0


def bends_of_stroke(block: Block) -> tuple[tuple[float, float], ...]:
    """Give the worth of a stroke's units for a side of ratio 1: pieces of (width, worth of a unit)."""
    score = section("score")
    at = (round(share * block.usual) for share in score["dose_breaks"])
    breaks = [0, *(units for units in at if units < block.most), block.most]
    return _bends(breaks, score["stroke_knee"] * block.usual, score["stroke_scale"] * block.value)


def bends_of_area(terms: Terms, area: str) -> tuple[tuple[float, float], ...]:
    """Give the worth of an area's units in the rub: pieces of (width, worth of a unit)."""
    score, whole = section("score"), terms.whole_s / GRID_S
    level = terms.level(area, "both")
    weight = max(section("areas")[area]["weight"], section("levels")["least_weight"] if level else 0.0)
    worth = weight * section("levels")["factor"][level] * score["area_scale"]
    breaks = [0, *(2 * round(share * whole / 2) for share in score["breaks"]), round(1.5 * whole)]
    return _bends(breaks, score["area_knee"] * whole, worth)


def bends_of_arc(terms: Terms, usual: int) -> tuple[tuple[float, float], ...]:
    """Give the worth of units of warm-up or finish: high up to the usual, then little."""
    score, whole = section("score"), terms.whole_s / GRID_S
    return (float(usual), score["shape_worth"] / whole), (2 * whole, score["shape_excess"] / whole)


def bends_of_light(terms: Terms) -> tuple[tuple[float, float], ...]:
    """Give the worth of units of light strokes: some up to a share of the rub, then little."""
    score, whole = section("score"), terms.whole_s / GRID_S
    weak: float = section("hands")["weak"]["light"] if terms.wishes.weak_hands else 1.0
    worth: float = weak * score["light_worth"] * intention_row(terms.wishes.intention).light / whole
    return (score["light_share"] * whole, worth * score["light_first"]), (2 * whole, worth)


def score_of(terms: Terms, shape: Shape, minutes: Minutes) -> float:
    """Reckon the score of given minutes, without the price of missed shares: what stage one makes highest."""
    home: dict[str, float] = {}
    for block, units in minutes.chosen.items():
        home[block.home] = home.get(block.home, 0.0) + units * block.ratio * block.served
    areas = sum(worth_at(bends_of_area(terms, area), units) for area, units in home.items() if area)
    strokes = sum(worth_at(bends_of_stroke(block), units) for block, units in minutes.chosen.items())
    cost: float = section("score")["stroke_cost"] * (len(minutes.chosen) + bool(minutes.light))
    warm = worth_at(bends_of_arc(terms, shape.warm_usual), minutes.warm)
    finish = worth_at(bends_of_arc(terms, shape.finish_usual), minutes.finish)
    return areas + strokes + warm + finish + worth_at(bends_of_light(terms), minutes.light) - cost


def from_least(bends: Iterable[tuple[float, float]], least: float) -> tuple[tuple[float, float], ...]:
    """Give the same worth where there is nothing or at least so much, and a straight line between.

    What lies between is never chosen; that less than the least is worth no more than its share makes that plain.
    """
    pieces = tuple(bends)
    ends = [*accumulate(width for width, _ in pieces)]
    beyond = ((min(width, end - least), each) for (width, each), end in zip(pieces, ends, strict=True) if end > least)
    return (least, worth_at(pieces, least) / least), *beyond


def worth_at(bends: Iterable[tuple[float, float]], units: float) -> float:
    """Give the worth of some units, along the pieces."""
    worth = 0.0
    for width, each in bends:
        taken = min(width, units)
        worth, units = worth + taken * each, units - taken
    return worth


def _bends(breaks: list[int], knee: float, worth: float) -> tuple[tuple[float, float], ...]:
    """Cut worth x log2(1 + units / knee) into straight pieces between breaks."""
    curve = [worth * math.log2(1 + at / knee) for at in breaks]
    spans = zip(pairwise(breaks), pairwise(curve), strict=True)
    return tuple((float(end - start), (after - before) / (end - start)) for (start, end), (before, after) in spans)
