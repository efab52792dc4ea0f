"""Who makes plans in a simulation: a table, which also misbehaves, or the composer itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import cycle
from random import Random

from backrub.anatomy import parts_of
from backrub.app.composing import Composer
from backrub.app.planning import Planned
from backrub.app.replanning import Remainder
from backrub.errors import UsageError
from backrub.person import Avoid, Health, Tense, Wishes
from backrub.routine import Routine, Step, Surface, message
from backrub.session import AdoptPlan
from backrub.technique.limits import FINISH_SHORT_S

__all__ = ["TABLE", "TablePlanner", "random_wishes"]

LONGEST_FINISH_S, STEPS_AT_MOST, STEP_S = 60, 6, 90
TOUCH = 2.0

TABLE = (
    Wishes(minutes=3, health=Health("none")),
    Wishes(minutes=4, glide="dry", talk="quiet", health=Health("none")),
    Wishes(minutes=5, first_time=True, health=Health("none")),
    Wishes(minutes=5, surface="chair", glide="clothed", relation="friends", health=Health("none")),
    Wishes(minutes=6, intention="sleep", avoid=(Avoid("waist"),), health=Health("none")),
    Wishes(minutes=8, tense=(Tense("shoulders", "right", 3),), firm=True, health=Health("none")),
    Wishes(minutes=10, tense=(Tense("between-blades", "left", 3),), holds=True, health=Health("none")),
    Wishes(minutes=15, tense=(Tense("gutters-upper", "both", 2),), holds=True, firm=True, health=Health("none")),
    Wishes(minutes=15, tense=(Tense("between-blades", "both", 3),), holds=True, health=Health("none")),
    Wishes(minutes=15, tense=(Tense("gutters-upper", "left", 3),), holds=True, talk="quiet", health=Health("none")),
)
"""The evenings whose plans are made once; short ones are the more of them, and those with holds are shortened."""


@cache
def _made(wishes: Wishes) -> tuple[Planned, tuple[float | None, ...]]:
    composer = Composer()
    planned = composer.plan(wishes)
    held = {step.area for step in planned.routine.steps if step.kind == "hold"}
    if held:
        kept = [step for step in planned.routine.steps if step.phase != "work" or step.area in held | {None}]
        planned = replace(planned, routine=planned.routine.with_steps(tuple(kept)))
    return planned, composer.cycles_s(planned)


class TablePlanner:
    """Looks plans up and puts remainders together from their steps; now and then what it gives is no good.

    Args:
        chance: What decides when.
        wishes: The evening's wishes, one of `TABLE`.
    """

    def __init__(self, chance: Random, wishes: Wishes) -> None:
        self._chance = chance
        self._wishes = wishes

    def plan(self, wishes: Wishes) -> Planned:
        """Give the plan of the table."""
        return _made(wishes)[0]

    def cycles_s(self, planned: Planned) -> tuple[float | None, ...]:
        """Give how long its strokes last."""
        del planned
        return _made(self._wishes)[1]

    def replan(self, remainder: Remainder) -> AdoptPlan:
        """Put a remainder together, or misbehave.

        Raises:
            UsageError: There is no time, no place, or no luck.
        """
        routine = self.plan(self._wishes).routine
        steps = [*_work(routine, remainder), *_finish(routine, remainder)]
        spoilt = self._chance.choice(MISCHIEF)(steps, remainder) if self._chance.random() < MISCHIEF_SHARE else steps
        whole = replace(routine, duration_s=sum(step.duration_s for step in spoilt), steps=tuple(spoilt))
        return AdoptPlan(whole, remainder.reason)


def _open(step: Step, remainder: Remainder) -> bool:
    left = {part for place in remainder.effects.avoid for part in parts_of(place.area)}
    return step.area is not None and left.isdisjoint(parts_of(step.area))


def _work(routine: Routine, remainder: Remainder) -> list[Step]:
    left_s = remainder.remaining_s - _finish_s(remainder)
    cap = min(routine.cap, remainder.effects.cap or routine.cap)
    rows = [step for step in routine.steps if step.kind == "stroke" and step.phase == "work" and _open(step, remainder)]
    if left_s <= 0 or not rows:
        return []
    count = max(1, min(STEPS_AT_MOST, left_s // STEP_S))
    steps = []
    for number, row in zip(range(count), cycle(rows), strict=False):
        pressure = row.pressure and (min(row.pressure[0], cap), min(row.pressure[1], cap))
        length_s = left_s // count + (left_s % count if number == 0 else 0)
        steps.append(replace(row, duration_s=length_s, pressure=pressure))
    if not remainder.effects.hush:
        steps.insert(1, Step("ask", "work", says=message("ask-pressure")))
    return steps


def _finish(routine: Routine, remainder: Remainder) -> list[Step]:
    rows = [step for step in routine.steps if step.phase == "finish" and step.duration_s and _open(step, remainder)]
    if not rows:
        raise UsageError("there is no place left to end on", "plan", "Lead the old one")
    length_s = remainder.remaining_s - sum(step.duration_s for step in _work(routine, remainder))
    last = rows[-1]
    return [replace(last, duration_s=length_s, pressure=(min(TOUCH, max(last.pressure or (1.0,))), 1.0))]


def _finish_s(remainder: Remainder) -> int:
    if remainder.remaining_s < FINISH_SHORT_S:
        raise UsageError(f"{remainder.remaining_s} s are left", "plan", "Lead the old one")
    return min(LONGEST_FINISH_S, remainder.remaining_s)


def _no_finish(steps: list[Step], _remainder: Remainder) -> list[Step]:
    return [step for step in steps if step.phase != "finish"]


def _too_hard(steps: list[Step], _remainder: Remainder) -> list[Step]:
    return [replace(step, pressure=(7.0, 9.0)) if step.phase == "work" and step.pressure else step for step in steps]


def _holds(steps: list[Step], _remainder: Remainder) -> list[Step]:
    hold = Step("hold", "work", 90, "tender-spot-hold", "between-blades", "left", "knuckles", (5.0, 7.0), spots=1)
    return [hold, hold, hold, hold, *steps]


def _where_it_was_said_not_to(steps: list[Step], remainder: Remainder) -> list[Step]:
    area = remainder.effects.avoid[0].area if remainder.effects.avoid else "upper-back"
    return [Step("stroke", "work", 60, "effleurage", area, "both", "palms", (3.0, 4.0), 12.0), *steps]


def _ends_hard(steps: list[Step], _remainder: Remainder) -> list[Step]:
    return [*steps[:-1], replace(steps[-1], pressure=(4.0, 5.0))]


def _fails(steps: list[Step], _remainder: Remainder) -> list[Step]:
    del steps
    raise UsageError("nothing fits", "plan", "Lead the old one")


def _breaks(steps: list[Step], _remainder: Remainder) -> list[Step]:
    msg = f"no minutes fit these terms, {len(steps)} steps"
    raise ValueError(msg)


MISCHIEF: tuple[Callable[[list[Step], Remainder], list[Step]], ...] = (
    _no_finish,
    *(_too_hard, _too_hard, _too_hard),
    _holds,
    _where_it_was_said_not_to,
    _ends_hard,
    _fails,
    _breaks,
)
MISCHIEF_SHARE = 0.3


def random_wishes(chance: Random) -> Wishes:
    """Give an evening for the composer, short more often than long."""
    areas = ("shoulders", "between-blades", "blades", "gutters-upper", "gutters-lower", "lower-trapezius")
    tense = tuple(
        Tense(area, chance.choice(("left", "right", "both")), chance.choice((1, 2, 3)))
        for area in chance.sample(areas, chance.randrange(3))
    )
    surfaces: tuple[Surface, ...] = ("mat", "mat", "bed", "table", "chair")
    return Wishes(
        minutes=chance.choice((3, 5, 5, 8, 10, 12, 15, 20)),
        tense=tense,
        avoid=tuple(Avoid(area) for area in chance.sample(("waist", "sides", "neck-base"), chance.randrange(2))),
        intention=chance.choice(("unwind", "sleep", "closeness", "sore")),
        glide=chance.choice(("oil", "oil", "lotion", "dry", "clothed")),
        surface=chance.choice(surfaces),
        relation=chance.choice(("partners", "friends", "family")),
        health=Health("none"),
        first_time=chance.random() < 0.3,
        firm=chance.random() < 0.3,
        talk=chance.choice(("guide", "quiet", "nearly-silent")),
    )
