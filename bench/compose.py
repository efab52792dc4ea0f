"""How fast a plan is made: a thousand random wishes. Run `python -m bench.compose`.

Wishes are drawn with a fixed seed, evenly over every choice the first page offers, on bodies nobody measured and
without spots to go round; wishes that leave no place open are not counted.
"""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import starmap
from time import perf_counter_ns, process_time_ns
from typing import get_args

from backrub.anatomy import AREAS, COMPOSITES
from backrub.app.alternatives import compare_rubs
from backrub.compose import compose, replan
from backrub.errors import UsageError
from backrub.person import CONDITIONS, Avoid, Health, Intention, Mark, Relation, Tense, Wishes
from backrub.routine import Glide, Side, Surface
from bench.report import NS_PER_MS, emit, quantile, table

WISHES = 1000
PLACES = (*AREAS, *COMPOSITES)
SIDES = get_args(Side)
TONIGHT = tuple(name for name, row in CONDITIONS.items() if row.get("tonight", True))


def some_wishes(chance: random.Random) -> Wishes:
    """Draw one pair's wishes."""
    tense = tuple(
        Tense(chance.choice(PLACES), chance.choice(SIDES), chance.choice((1, 2, 3)))
        for _ in range(chance.randint(0, 3))
    )
    health = chance.choice((Health(), Health("none"), Health("something", (chance.choice(TONIGHT),))))
    return Wishes(
        minutes=chance.randint(3, 90),
        tense=tense,
        avoid=(Avoid(chance.choice(AREAS), chance.choice(SIDES)),) if chance.random() < 0.25 else (),
        intention=chance.choice(get_args(Intention)),
        glide=chance.choice(get_args(Glide)),
        surface=chance.choice(get_args(Surface)),
        position=chance.choice((None, None, "prone", "seated", "side-lying")),
        relation=chance.choice(get_args(Relation)),
        health=health,
        first_time=chance.random() < 0.3,
        firm=chance.random() < 0.3,
        deep=chance.random() < 0.2,
        woken=chance.random() < 0.2,
        holds=chance.choice((None, True, False)),
    )


def time_ms(wishes: Wishes) -> tuple[float, float] | None:
    """Give how long a plan and the re-planning of its second half take [ms], or None where nothing can be planned."""
    began = perf_counter_ns()
    try:
        routine = compose(wishes)
    except UsageError:
        return None
    planned = perf_counter_ns()
    half = len(routine.steps) // 2
    remaining_s = sum(step.duration_s for step in routine.steps[half:])
    replanning = perf_counter_ns()
    replan(wishes, routine.steps[:half], max(10, remaining_s))
    return (planned - began) / NS_PER_MS, (perf_counter_ns() - replanning) / NS_PER_MS


def times_ms(minutes: int, count: int, *, seed: int | None = None, spots: int = 0) -> list[float]:
    """Give how long plans of one length take, shortest first [ms]: by a seed, or round the receiver's own spots."""
    chance = random.Random(minutes)
    taken: list[float] = []
    while len(taken) < count:
        marks = tuple(Mark("mole", chance.uniform(-150, 150), chance.uniform(0, 450), 15.0) for _ in range(spots))
        wishes = replace(some_wishes(chance), minutes=minutes, marks=marks)
        began = perf_counter_ns()
        try:
            compose(wishes, seed)
        except UsageError:
            continue
        taken.append((perf_counter_ns() - began) / NS_PER_MS)
    return sorted(taken)


def what_ifs_ms(minutes: int, count: int) -> list[float]:
    """Give how much processor time a move of a slider takes, both plans and five more minutes in it [ms]."""
    chance = random.Random(minutes)
    taken: list[float] = []
    while len(taken) < count:
        now = replace(some_wishes(chance), minutes=minutes, avoid=())
        for then in (replace(now, minutes=minutes + 1), replace(now, tense=(Tense("shoulders", "right", 2),))):
            began = process_time_ns()
            compare_rubs(now, then)
            taken.append((process_time_ns() - began) / NS_PER_MS)
    return sorted(taken)


def main() -> None:
    """Time a thousand plans, and some of each special kind, and print how long they took."""
    chance = random.Random(20)
    compose(Wishes())  # tables are read once
    taken = [time for time in starmap(time_ms, ((some_wishes(chance),) for _ in range(WISHES))) if time]
    plans, rests = sorted(plan for plan, _ in taken), sorted(rest for _, rest in taken)
    twenty, ninety = times_ms(20, WISHES // 5), times_ms(90, WISHES // 10)
    seeded, round_spots = times_ms(20, WISHES // 10, seed=7), times_ms(20, WISHES // 25, spots=2)
    sliders = what_ifs_ms(10, WISHES // 10)
    rows = [
        ("compose, median", quantile(plans, 0.5), 15.0, "ms"),
        ("compose, 99th percentile", quantile(plans, 0.99), 60.0, "ms"),
        ("compose, longest", plans[-1], None, "ms"),
        ("20 minutes, median", quantile(twenty, 0.5), 40.0, "ms"),
        ("20 minutes, 99th percentile", quantile(twenty, 0.99), 120.0, "ms"),
        ("90 minutes, 99th percentile", quantile(ninety, 0.99), 300.0, "ms"),
        ("by a seed, 99th percentile", quantile(seeded, 0.99), None, "ms"),
        ("round two spots, longest", round_spots[-1], 300.0, "ms"),
        ("what if at 10 minutes, median", quantile(sliders, 0.5), None, "ms"),
        ("what if at 10 minutes, 99th percentile", quantile(sliders, 0.99), 150.0, "ms"),
        ("re-plan, median", quantile(rests, 0.5), None, "ms"),
        ("re-plan, 99th percentile", quantile(rests, 0.99), 60.0, "ms"),
        ("wishes planned", float(len(plans)), None, ""),
    ]
    table(rows)
    emit("compose", {name.replace(", ", "_").replace(" ", "_"): round(figure, 3) for name, figure, _, _ in rows})


if __name__ == "__main__":
    main()
