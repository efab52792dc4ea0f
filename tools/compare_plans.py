"""Compare the composer with simpler ways to plan, and its stages with planning all at once; write the page.

python tools/compare_plans.py          write docs/reference/composer-compared.md
python tools/compare_plans.py --check  exit 1 when the page is not current
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, pairwise
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from expert_cases import LOOSE, cases, wishes_of

from backrub.compose.blocks import GRID_S, Block, blocks
from backrub.compose.done import NOTHING
from backrub.compose.minutes import LIGHT_LEAST, choose, choose_only, total_units
from backrub.compose.scores import Minutes, score_of
from backrub.compose.shape import Shape, shape_of
from backrub.compose.strokes import settled
from backrub.compose.terms import Terms, terms_for
from backrub.compose.walk import Visit, flow_of
from backrub.compose.weights import most_strokes, section
from backrub.compose.work import in_order, pieces_of
from backrub.person import Health, Tense, Wishes

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "composer-compared.md"

COMPARED = 80
RETRIED = 8
TRIES = 20
CANDIDATES = 7
SMALL = 10
AREAS = ("shoulders", "between-blades", "blades", "gutters-upper", "gutters-lower", "waist", "sides")
MOVE_PRICES = (0.05, 0.1, 0.2, 0.5)

Way = Callable[["Task"], Minutes | None]


class Task(NamedTuple):
    """Something to plan, as stage one is given it."""

    terms: Terms
    shape: Shape
    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, wishes: Wishes) -> Task:
        """Settle what some wishes come to."""
        terms = settled(terms_for(wishes))
        return cls(terms, shape_of(terms), blocks(terms))

    def score(self, minutes: Minutes) -> float:
        """Give the composer's own score of a choice."""
        return score_of(self.terms, self.shape, minutes)


def ours(task: Task) -> Minutes:
    """Choose as the composer does."""
    return choose(*task, NOTHING)


def template(task: Task) -> Minutes | None:
    """Choose by simple rules: the best stroke of each place for equal times, twice as long where it is marked."""
    terms, _, candidates = task
    best = {
        home: max(
            (block for block in candidates if block.home == home and not block.fixed), key=lambda each: each.value
        )
        for home in dict.fromkeys(block.home for block in candidates if block.home and not block.fixed)
    }
    strokes = sorted(best.values(), key=lambda block: (-terms.level(block.area, "both"), block.rank))
    strokes = strokes[: most_strokes(terms.total_s)]
    while strokes:
        found = _filled(task, strokes)
        if found is not None:
            return found
        strokes.pop()
    return _filled(task, ())


def _filled(task: Task, strokes: Iterable[Block]) -> Minutes | None:
    terms, shape, _ = task
    left = total_units(terms) - shape.fixed - shape.warm_usual - shape.finish_usual
    shares = {block: 2 if terms.level(block.area, "both") else 1 for block in strokes}
    chosen = {}
    for block, share in shares.items():
        wanted = left * share // sum(shares.values()) // block.ratio
        chosen[block] = max(block.least, min(block.most, wanted))
    over = left - sum(units * block.ratio for block, units in chosen.items())
    if over < 0:
        return None
    warm = min(shape.warm_most - shape.warm_usual, over)
    light = over - warm if over - warm >= LIGHT_LEAST else 0
    return Minutes(chosen, shape.warm_usual + warm, shape.finish_usual + over - warm - light, light, 0.0)


def by_lot(chance: random.Random) -> Way:
    """Give a way to draw strokes at random, as many as the length allows, till they obey the rules together."""

    def choose_by_lot(task: Task) -> Minutes | None:
        for _ in range(TRIES):
            size = min(len(task.blocks), chance.randint(1, most_strokes(task.terms.total_s)))
            found = choose_only(*task, chance.sample(task.blocks, size))
            if found is not None:
                return found
        return None

    return choose_by_lot


def some_wishes(chance: random.Random, least: int = 10, most: int = 45) -> Wishes:
    """Draw wishes with something marked, so that the score is the whole measure."""
    return Wishes(
        minutes=chance.randint(least, most),
        tense=tuple(
            Tense(chance.choice(AREAS), chance.choice(("left", "right", "both")), chance.choice((1, 2, 3)))
            for _ in range(chance.randint(1, 3))
        ),
        glide=chance.choice(("oil", "lotion", "clothed", "dry")),
        firm=chance.random() < 0.3,
        first_time=chance.random() < 0.3,
        health=Health("none"),
    )


def short_of_best(way: Way, bests: list[tuple[Task, Minutes]]) -> list[float]:
    """Give how far a way of choosing falls short of the best score, as shares of it."""
    found = []
    for task, best in bests:
        minutes = best if way is ours else way(task)
        if minutes is not None:
            found.append((task.score(best) - task.score(minutes)) / task.score(best))
    return sorted(found)


def far_from_teacher(way: Way) -> list[float]:
    """Give for each expert case the share of the rub that is spent elsewhere than the teacher spends it."""
    found = []
    for case in cases():
        wishes = wishes_of(case)
        if wishes.minutes > 4:
            task = Task.of(wishes)
            minutes = way(task)
            if minutes is not None:
                theirs, spent = _theirs(case), _spent(task, minutes)
                gap = sum(abs(theirs[key] - spent[key]) for key in {*theirs, *spent})
                found.append(gap / 2 / (60 * wishes.minutes))
    return found


def _theirs(case: dict[str, Any]) -> Counter[str]:
    spent: Counter[str] = Counter()
    for technique, area, duration_s, phase in case["rows"]:
        resting = technique == "resting-hands"
        spent["rest" if resting else _place(technique, area) if phase == "work" else phase] += duration_s
    return spent


def _spent(task: Task, minutes: Minutes) -> Counter[str]:
    shape = task.shape
    spent = Counter(
        {"warm-up": minutes.warm * GRID_S * shape.warm_sides, "rest": (shape.opening + shape.last_rest) * GRID_S}
    )
    spent["finish"] = (minutes.finish * shape.sides + shape.skin + shape.tapping) * GRID_S
    spent["whole-back"] += minutes.light * shape.sides * GRID_S
    for block, units in minutes.chosen.items():
        spent[_place(block.technique, block.area)] += units * block.ratio * GRID_S
    return spent


def _place(technique: str, area: str) -> str:
    if technique in LOOSE:  # for these the teacher names no one area
        return technique
    return {"lower-back": "low back", "waist": "low back", "gutters-lower": "low back"}.get(area, area)


class Staged(NamedTuple):
    """One small case: what choosing first and ordering then loses against doing both at once, for each price."""

    strokes: int
    subsets: int
    losses: tuple[float, ...]


def staged() -> list[Staged]:
    """Try every set of strokes on small cases, with the best minutes and the shortest walk for each."""
    chance = random.Random(9)
    found: list[Staged] = []
    while len(found) < SMALL:
        task = Task.of(some_wishes(chance, 10, 15))
        if task.terms.position == "prone":
            worthy = sorted(task.blocks, key=lambda block: (-task.terms.level(block.area, "both"), -block.value))
            found.append(_staged(task._replace(blocks=tuple(worthy[:CANDIDATES]))))
    return found


def _staged(task: Task) -> Staged:
    every = [
        (task.score(minutes), _moves(task, minutes))
        for subset in _subsets(task)
        if (minutes := choose_only(*task, subset)) is not None
    ]
    best = ours(task)
    score, moves = task.score(best), _moves(task, best)
    losses = tuple(
        max(0.0, max(other - price * walked for other, walked in every) - (score - price * moves)) / score
        for price in MOVE_PRICES
    )
    return Staged(len(task.blocks), len(every), losses)


def _subsets(task: Task) -> Iterator[tuple[Block, ...]]:
    for size in range(1, most_strokes(task.terms.total_s) + 1):
        yield from combinations(task.blocks, size)


def _moves(task: Task, minutes: Minutes) -> int:
    pieces = pieces_of(task.terms, minutes)
    visits = in_order(task.terms, pieces, ("left", "right"), ("left", "right"))
    return sum(before.station != after.station for before, after in pairwise(visits))


def flows(bests: list[tuple[Task, Minutes]]) -> tuple[float, float]:
    """Give the jumps of our order and of the table's order, per stroke."""
    walked, listed, strokes = 0, 0, 0
    for task, best in bests:
        if task.terms.position != "prone":
            continue
        pieces = pieces_of(task.terms, best)
        area = {piece.key: piece.block.area for piece in pieces}
        visits = in_order(task.terms, pieces, ("left", "right"), ("left", "right"))
        walked += flow_of(_areas(visits, area))
        listed += flow_of(area[piece.key] for piece in sorted(pieces, key=lambda piece: (piece.stage, piece.key)))
        strokes += len(pieces)
    return walked / strokes, listed / strokes


def _areas(visits: Iterable[Visit], area: dict[int, str]) -> Iterator[str]:
    return (area[visit.key] for visit in visits if visit.key in area)


def page() -> str:
    """Write the whole page."""
    return "\n".join(_page())


def drawn(count: int) -> list[tuple[Task, Minutes]]:
    """Draw the first so many of the compared wishes, each with our choice."""
    chance = random.Random(5)
    tasks = [Task.of(some_wishes(chance)) for _ in range(count)]
    return [(task, ours(task)) for task in tasks]


def retried(bests: list[tuple[Task, Minutes]]) -> Iterator[str]:
    """Give the rows of the first few wishes, which every run of the tests tries again."""
    ways: dict[str, Way] = {"template": template, "by lot": by_lot(random.Random(3))}
    for name, way in ways.items():
        short = short_of_best(way, bests[:RETRIED])
        yield f"| {name} | {100 * median(short):.1f} % | {100 * max(short):.1f} % |"


def _page() -> Iterator[str]:
    yield _HEAD
    yield "| way | score short of ours: median | worst tenth | elsewhere than the teacher: median | worst case |"
    yield "|---|---:|---:|---:|---:|"
    bests = drawn(COMPARED)
    ways: dict[str, Way] = {"ours": ours, "template": template, "by lot": by_lot(random.Random(3))}
    for name, way in ways.items():
        short, far = short_of_best(way, bests), far_from_teacher(way)
        figures = (median(short), short[int(0.9 * len(short))], median(far), max(far))
        yield f"| {name} | " + " | ".join(f"{100 * figure:.1f} %" for figure in figures) + " |"
    yield ""
    yield f"The first {RETRIED} of these wishes, which every run of the tests tries again:"
    yield ""
    yield "| way | score short of ours: median | worst |"
    yield "|---|---:|---:|"
    yield from retried(bests)
    yield _STAGES
    yield "| price of a move | median loss | worst loss |"
    yield "|---:|---:|---:|"
    small = staged()
    for index, price in enumerate(MOVE_PRICES):
        losses = [each.losses[index] for each in small]
        yield f"| {price} | {100 * median(losses):.2f} % | {100 * max(losses):.2f} % |"
    tried = sum(each.subsets for each in small)
    walked, listed = flows(bests)
    yield _END.format(
        cases=len(small),
        tried=tried,
        cost=section("score")["stroke_cost"],
        walked=walked,
        listed=listed,
        count=COMPARED,
    )


_HEAD = f"""\
# The composer compared

Written by `tools/compare_plans.py`; change the composer or the tool, not this page.

## Against simpler ways

Three ways to choose strokes and minutes, for {COMPARED} random wishes with something marked, and for the expert cases:
**ours**; a **template** as a simple programme would have it (the best stroke of each place for equal times, twice as
long where it is marked, as many strokes as the length allows); and **by lot**, strokes drawn at random that obey the
rules together, with the best minutes for them. The score is the composer's own, so that being best by it is no merit:
the figures say how much there is to lose. The distance from a teacher's plans is not its own, though its weights were
fitted to them: the share of the rub spent on other places than the teacher spends it.
"""

_STAGES = f"""
## Stages against all at once

The composer first chooses strokes and minutes, then orders them for the fewest moves. All at once would give up a
little score to save a move. On small cases, with the {CANDIDATES} worthiest strokes to choose from, every set of
strokes was tried, each with its best minutes and its shortest walk. The loss is what the staged plan scores less, as a
share of its score, when a move costs so much:
"""

_END = """
{cases} cases, {tried:,} sets of strokes in all. A further stroke costs {cost}, which is the scale to
read the prices by.

## Flow

Among the orders with the fewest moves and corners, the one with the fewest jumps is taken: {walked:.2f} borders
crossed for each stroke, over {count} random wishes. In the order of the table it would be {listed:.2f}, with more moves
besides.
"""


def main() -> int:
    """Write the page, or check that it is current."""
    wanted = page()
    if "--check" in sys.argv[1:]:
        current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == wanted
        print("the page is current" if current else "the page is old: python tools/compare_plans.py")
        return 0 if current else 1
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
