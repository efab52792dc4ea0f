"""Stage one: which strokes, and how long each, as the optimum of one documented score.

*Based on* the figures of `compose.toml`. *Conventions* all times in units of the 5 s grid.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from backrub.anatomy import parts_of, sides_of
from backrub.compose.allowed import HOLD
from backrub.compose.blocks import GRID_S, LOW, Block
from backrub.compose.done import NOTHING, WIDE, Done
from backrub.compose.marked import marked_places, served_before, unasked
from backrub.compose.scores import Minutes, bends_of_arc, bends_of_area, bends_of_light, bends_of_stroke, from_least
from backrub.compose.shape import Shape
from backrub.compose.solver import Model, Solution
from backrub.compose.strokes import long_stroke
from backrub.compose.terms import Terms
from backrub.compose.weights import most_strokes, section
from backrub.technique import limits

__all__ = ["LIGHT_LEAST", "choose", "choose_only", "total_units"]

_UPPER = frozenset({"shoulders", "between-blades", "blades"})
LIGHT_LEAST = 9
"""Shortest light filler: the least dose of slow stroking [5 s]. Source: techniques.toml. Certainty: M."""


@dataclass(slots=True)
class _Programme:
    """The model while it is being written down."""

    terms: Terms
    shape: Shape
    blocks: tuple[Block, ...]
    model: Model = field(default_factory=Model)
    begun: bool = False
    units: dict[Block, int] = field(default_factory=dict)
    used: dict[Block, int] = field(default_factory=dict)
    warm: int = 0
    finish: int = 0
    light: int = 0

    def minutes(self, solution: Solution) -> Minutes:
        """Give what the values found come to."""
        value = solution.values
        chosen = {block: round(value[unit]) for block, unit in self.units.items() if value[unit] >= 1}
        warm, finish, light = (round(value[number]) for number in (self.warm, self.finish, self.light))
        return Minutes(chosen, warm, finish, light, solution.score, solution.optimal, solution.gap)


def total_units(terms: Terms) -> int:
    """Give the units to fill; seconds beyond the grid go to the finish later."""
    return terms.total_s // GRID_S


def choose(terms: Terms, shape: Shape, blocks: tuple[Block, ...], done: Done, seed: int = 0) -> Minutes:
    """Choose the strokes and their minutes.

    Args:
        terms: What the wishes come to.
        shape: The arc around the work.
        blocks: What may be chosen.
        done: What a running rub has had.
        seed: 0 for the best choice; another number draws one of the choices nearly as good.

    Raises:
        ValueError: Nothing fits, which the shapes never allow.
    """
    programme = _written(terms, shape, blocks, done)
    solution = programme.model.solve()
    if solution is None:
        raise ValueError("no minutes fit these terms")
    return programme.minutes(_another(programme, solution, seed) if seed else solution)


def choose_only(
    terms: Terms, shape: Shape, blocks: tuple[Block, ...], strokes: Collection[Block], done: Done = NOTHING
) -> Minutes | None:
    """Choose the best minutes for given strokes, no more and no fewer: to compare our choice with others.

    Args:
        terms: What the wishes come to.
        shape: The arc around the work.
        blocks: What may be chosen.
        strokes: Which of them are.
        done: What a running rub has had.

    Returns:
        The best minutes, or None where these strokes do not obey every rule together.
    """
    programme = _written(terms, shape, blocks, done)
    for block in blocks:
        programme.model.fix(programme.used[block], float(block in strokes))
    solution = programme.model.solve()
    return None if solution is None else programme.minutes(solution)


def _written(terms: Terms, shape: Shape, blocks: tuple[Block, ...], done: Done) -> _Programme:
    programme = _Programme(terms, shape, blocks, begun=done.begun)
    _add_arc(programme)
    for block in blocks:
        _add_block(programme, block)
    _add_areas(programme)
    _fill(programme)
    _bind(programme, done)
    _ask_for_shares(programme)
    return programme


def _another(programme: _Programme, best: Solution, seed: int) -> Solution:
    """Draw one of the choices that score nearly as high, with other strokes if there are any.

    Among all choices within the loss, the strokes that a draw by lot likes best; and for these the best minutes.
    """
    model = programme.model
    loss: float = section("score")["surprise_loss"]
    worth = {number: each for number, each in enumerate(model.worth) if each}
    model.row(worth, lower=best.score - loss * abs(best.score))
    chosen = [used for used in programme.used.values() if best.values[used]]
    others = [used for used in programme.used.values() if not best.values[used]]
    model.row(dict.fromkeys(chosen, -1.0) | dict.fromkeys(others, 1.0), lower=1.0 - len(chosen))
    lots = {used: _lot(seed, block) for block, used in programme.used.items()}
    drawn = model.solve(lots)
    if drawn is None:  # every other choice is worse by more
        return best
    for used in programme.used.values():
        model.fix(used, drawn.values[used])
    found = model.solve()
    if found is None:
        return best
    return replace(found, optimal=False, gap=max(0.0, (best.score - found.score) / max(abs(best.score), 1e-9)))


def _lot(seed: int, block: Block) -> float:
    """Draw a number from -1 to 1 that the seed and the stroke alone decide."""
    drawn = blake2b(f"{seed} {block.technique} {block.area}".encode(), digest_size=4).digest()
    return int.from_bytes(drawn) / 2**31 - 1.0


def _add_arc(programme: _Programme) -> None:
    model, shape = programme.model, programme.shape
    programme.warm = model.variable(0.0, shape.warm_least, shape.warm_most, whole=True)
    programme.finish = model.variable(0.0, shape.finish_least, shape.finish_most, whole=True)
    model.concave({programme.warm: 1.0}, bends_of_arc(programme.terms, shape.warm_usual))
    model.concave({programme.finish: 1.0}, bends_of_arc(programme.terms, shape.finish_usual))


def _add_block(programme: _Programme, block: Block) -> None:
    model = programme.model
    used = model.variable(-section("score")["stroke_cost"], 0, 1, whole=True)
    units = model.variable(0.0, 0, block.most, whole=not block.fixed)
    model.row({units: 1.0, used: -float(block.least)}, lower=0.0, upper=0.0 if block.fixed else math.inf)
    model.concave({units: 1.0}, bends_of_stroke(block), switch=used)
    programme.used[block], programme.units[block] = used, units


def _add_areas(programme: _Programme) -> None:
    home: dict[str, list[Block]] = {}
    for block in programme.blocks:
        if block.home:
            home.setdefault(block.home, []).append(block)
    for area, blocks in home.items():
        factors = {programme.units[block]: block.ratio * block.served for block in blocks}
        least = min(block.least * block.ratio * block.served for block in blocks)  # an area has that much, or nothing
        programme.model.concave(factors, from_least(bends_of_area(programme.terms, area), least))


def _fill(programme: _Programme) -> None:
    """Light strokes take what nothing else can, and more of it where the intention asks for them."""
    terms, model = programme.terms, programme.model
    most = 0 if terms.strokes_only and not programme.begun else total_units(terms)
    programme.light = model.variable(0.0, 0, most, whole=True)
    used = model.variable(-section("score")["stroke_cost"], 0, 1, whole=True)
    model.row({programme.light: 1.0, used: -float(LIGHT_LEAST)}, lower=0.0)
    model.row({programme.light: 1.0, used: -float(max(most, 1))}, upper=0.0)
    model.concave({programme.light: 1.0}, bends_of_light(terms))


def _bind(programme: _Programme, done: Done) -> None:
    terms, shape, model = programme.terms, programme.shape, programme.model
    sides = float(shape.sides)
    light = sides  # each half of a side-lying rub has the same
    everything = {unit: float(block.ratio) for block, unit in programme.units.items()}
    arc = {programme.warm: float(shape.warm_sides), programme.finish: sides, programme.light: light}
    free = total_units(terms) - shape.fixed
    model.row(arc | everything, lower=free, upper=free)
    model.row(dict.fromkeys(programme.used.values(), 1.0), upper=most_strokes(terms.total_s, terms.wishes.experience))
    _bind_pressing(programme, done)
    _bind_holds(programme, done)
    _bind_constant(programme)
    _bind_ways(programme)
    _bind_asked(programme, done)


def _bind_pressing(programme: _Programme, done: Done) -> None:
    """Forty minutes of pressing at most, warm-up and tapping counted, and twelve on one area."""
    shape, model = programme.shape, programme.model
    pressing = {unit: float(block.ratio) for block, unit in programme.units.items() if block.presses}
    warm = shape.warm_sides * shape.warm_least
    spots = [long_stroke(programme.terms, side) for side in programme.terms.halves or ("both",)]
    warmed = {part for spot in spots if spot and spot.area not in WIDE for part in parts_of(spot.area)}
    left = (limits.PRESSING_MAX_S - done.pressing_s) // GRID_S - shape.tapping
    model.row(pressing | {programme.warm: float(shape.warm_sides)}, upper=max(left, warm))
    for area in section("areas"):
        here = {
            unit: float(block.ratio)
            for block, unit in programme.units.items()
            if block.presses and area in parts_of(block.area) and block.area not in WIDE
        }
        if area in warmed:
            here[programme.warm] = float(shape.warm_sides)
        if here:
            left = (limits.PRESSING_MAX_ON_AREA_S - done.pressing_on(area)) // GRID_S
            model.row(here, upper=max(warm, left))


def _bind_holds(programme: _Programme, done: Done) -> None:
    """Holds: so many spots at most, and each only where a minute of warm work comes before it."""
    holds = [block for block in programme.blocks if block.technique == HOLD]
    if not holds:
        return
    left = programme.terms.max_holds - done.holds
    programme.model.row({programme.used[block]: float(len(block.sides)) for block in holds}, upper=left)
    warm = limits.WARM_WORK_BEFORE_HOLD_S / GRID_S
    for hold in holds:
        before = {
            programme.units[block]: 1.0
            for block in programme.blocks
            if block.area == hold.area and block.technique != HOLD
        }
        had = done.worked_s(hold.area) / GRID_S
        programme.model.row(before | {programme.used[hold]: -warm}, lower=min(0.0, -had))


def _bind_constant(programme: _Programme) -> None:
    """A stroke of constant pressure cannot rise: it needs another on the same place and side before it."""
    for block in (each for each in programme.blocks if each.constant):
        rising = [
            other
            for other in programme.blocks
            if other.area == block.area and other.technique != HOLD and not other.constant
        ]
        for side in dict.fromkeys(one for each, _ in block.sides for one in sides_of(each)):
            before = {programme.used[other]: 1.0 for other in rising if _reaches(other, side)}
            programme.model.row(before | {programme.used[block]: -1.0}, lower=0.0)


def _reaches(block: Block, side: str) -> bool:
    return any(side in sides_of(each) for each, _ in block.sides)


def _bind_ways(programme: _Programme) -> None:
    """A stroke on a place is done in one way only."""
    for group in _grouped(programme.blocks):
        if len(group) > 1:
            programme.model.row({programme.used[block]: 1.0 for block in group}, upper=1.0)


def _grouped(blocks: tuple[Block, ...]) -> Iterable[list[Block]]:
    groups: dict[tuple[str, str], list[Block]] = {}
    for block in blocks:
        groups.setdefault((block.technique, block.area), []).append(block)
    return groups.values()


def _bind_asked(programme: _Programme, done: Done) -> None:
    """What was asked for wins: nothing unmarked is worked while a marked place that could be gets nothing."""
    terms, model, used = programme.terms, programme.model, programme.used
    others = [block for block in programme.blocks if unasked(terms, block)]
    serving = [place.served_among(programme.blocks) for place in marked_places(terms) if not served_before(place, done)]
    wanted = [group for group in serving if group]
    if not others or not wanted:
        return
    any_other = model.variable(0.0, 0.0, 1.0)
    for block in others:
        model.row({used[block]: 1.0, any_other: -1.0}, upper=0.0)
    for group in wanted:
        model.row({any_other: 1.0} | {used[block]: -1.0 for block in group}, upper=0.0)


def _ask_for_shares(programme: _Programme) -> None:
    """With nothing marked: half of the work on shoulders and blades, and the low back a tenth to 15 % of the rub."""
    terms, model = programme.terms, programme.model
    if terms.levels or terms.position != "prone" or terms.strokes_only:
        return
    whole = total_units(terms)
    price = section("score")["share_penalty"] / whole
    short, over = model.variable(-price), model.variable(-price)
    work = {unit: float(block.ratio) for block, unit in programme.units.items()}
    upper = {
        unit: factor * (float(block.area in _UPPER) - limits.UNMARKED_UPPER_SHARE)
        for (block, unit), factor in zip(programme.units.items(), work.values(), strict=True)
    }
    model.row(upper | {short: 1.0}, lower=0.0)
    low = {unit: float(block.ratio) for block, unit in programme.units.items() if block.area in LOW}
    if low and terms.total_s >= 60 * 10:
        model.row(low | {short: 1.0}, lower=0.10 * whole)
        model.row(low | {over: -1.0}, upper=0.15 * whole)
