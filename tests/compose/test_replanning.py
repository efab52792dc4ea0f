"""The rest of a running rub is planned to the second."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backrub.anatomy import sides_of
from backrub.check import stations_of
from backrub.compose import Effects, compose, replan, with_more
from backrub.compose.terms import terms_for
from backrub.errors import UsageError
from backrub.person import Avoid, Health, Tense, Wishes
from backrub.routine import Routine, Step
from tests import strategies
from tests.counts import count

WISHES = Wishes(minutes=20, tense=(Tense("shoulders", "both", 3),), firm=True, health=Health("none"))


def timed(routine: Routine) -> list[Step]:
    """Give the steps that take time."""
    return [step for step in routine.steps if step.duration_s]


@settings(max_examples=count("wishes"))
@given(strategies.wishes(), strategies.effects(), st.data())
def test_rest_of_a_rub(wishes: Wishes, effects: Effects, data: st.DataObject) -> None:
    """From any step on, for any time left, the rest is exact, kept within what was learnt, and ends in its finish."""
    routine = compose(wishes)
    index = data.draw(st.integers(0, len(routine.steps) - 1))
    remaining_s = data.draw(st.integers(10, 2000))
    try:
        done, current = routine.steps[:index], routine.steps[index]
        rest = replan(wishes, done, remaining_s, current, "softer", effects, giver_side=routine.giver_side)
    except UsageError as refused:
        if refused.where != "avoid":  # what was open may all be shut by now
            raise
        return
    steps = timed(rest)
    assert remaining_s == rest.duration_s
    assert routine.position == rest.position
    assert ("finish", "resting-hands") == (steps[-1].phase, steps[-1].technique)
    assert remaining_s < 60 or sum(step.duration_s for step in steps if step.phase == "finish") >= 20
    assert all(max(step.pressure or (0,)) <= (effects.cap or 10) for step in steps)
    assert not (effects.hush or effects.no_holds) or all(step.kind != "hold" for step in steps)
    assert not effects.hush or all(step.kind != "ask" for step in rest.steps)
    assert _begins_where_the_giver_is(routine.steps[: index + 1], rest, routine.giver_side)
    shut = terms_for(wishes, remaining_s, effects)
    assert all(shut.is_open(step.area, side) for step in steps if step.area for side in sides_of(step.side or "both"))


def _begins_where_the_giver_is(done: tuple[Step, ...], rest: Routine, giver_side: str) -> bool:
    """Tell whether a rest is begun without a way to walk, or sends the giver there first."""
    here = giver_side
    for step in done:
        if step.place and step.side and step.kind != "turn" and here not in stations_of(step.place, step.side):
            here = min(stations_of(step.place, step.side))
    first = timed(rest)[0]
    moves = any(step.kind == "move" for step in rest.steps[: rest.steps.index(first)])
    there = stations_of(first.place or "hip", first.side)
    begun = any(step.duration_s for step in done)
    return moves or not begun or rest.position != "prone" or here in there


def test_the_giver_is_sent_to_the_first_stroke() -> None:
    """Whose rest begins at the head end walks there from the hips first."""
    routine = compose(Wishes(minutes=20))
    warm = next(index for index, step in enumerate(routine.steps) if step.phase == "work")
    effects = Effects(avoid=(Avoid("lower-back"),))
    rest = replan(Wishes(minutes=20), routine.steps[:warm], 1045, None, "not-there", effects)

    first = timed(rest)[0]
    assert "head-end" == first.place
    assert ["move"] == [step.kind for step in rest.steps[: rest.steps.index(first)] if step.place]


def test_side_balance() -> None:
    """A side that was skipped is given what the other had."""
    routine = compose(WISHES)
    after_right = 1 + next(index for index, step in enumerate(routine.steps) if step.technique == "petrissage")
    right_s = routine.steps[after_right - 1].duration_s
    rest = replan(WISHES, routine.steps[:after_right], 600)
    owed = [step for step in rest.steps if step.technique == "petrissage" and step.area == "shoulders"]
    assert [("left", right_s)] == [(step.side, step.duration_s) for step in owed]
    assert "why-owed" in [reason.id for reason in owed[0].reasons]


def test_step_under_way_counts_once() -> None:
    """The step under way counts as done once, whether it is named apart or also stands among the steps done."""
    routine = compose(WISHES)
    kneading = next(index for index, step in enumerate(routine.steps) if step.technique == "petrissage")
    so_far = routine.steps[: kneading + 1]
    apart = replan(WISHES, so_far[:-1], 600, so_far[-1])
    assert apart == replan(WISHES, so_far, 600, so_far[-1])
    assert apart == replan(WISHES, so_far, 600)


def test_warm_up_is_not_repeated() -> None:
    """A back that is warm is not warmed again; one that is not gets the rest of its two minutes."""
    routine = compose(WISHES)
    work = next(index for index, step in enumerate(routine.steps) if step.phase == "work")
    warm = replan(WISHES, routine.steps[:work], 600)
    first = next(index for index, step in enumerate(routine.steps) if step.phase == "warm-up" and step.duration_s)
    cold = replan(WISHES, routine.steps[:first], 600)
    assert all(step.phase != "warm-up" for step in warm.steps)
    assert sum(step.duration_s for step in cold.steps if step.phase == "warm-up") >= 120


def test_not_there() -> None:
    """A place that became unwelcome is not touched again."""
    routine = compose(WISHES)
    effects = Effects(avoid=(Avoid("shoulders", "right"),))
    rest = replan(WISHES, routine.steps[:8], 600, None, "not-there", effects)
    assert not any(step.area == "shoulders" and step.side != "left" for step in rest.steps)
    assert "why-replanned" == timed(rest)[0].reasons[0].id


@pytest.mark.parametrize("remaining_s", [10, 20, 45, 59])
def test_under_a_minute(remaining_s: int) -> None:
    """With less than a minute left there is only a finish."""
    routine = compose(WISHES)
    rest = replan(WISHES, routine.steps[:12], remaining_s)
    assert {"finish"} == {step.phase for step in rest.steps}
    assert remaining_s == rest.duration_s


def test_too_late() -> None:
    """With less than ten seconds left there is nothing to plan."""
    with pytest.raises(UsageError, match="9 s are left"):
        replan(WISHES, compose(WISHES).steps, 9)


def test_more_minutes() -> None:
    """Five more minutes say what they would add; past ninety minutes there are none."""
    added = with_more(Wishes(minutes=10))
    assert {"more-stroke", "more-time"} & {reason.id for reason in added}
    assert () == with_more(Wishes(minutes=90))


def test_too_late_to_turn_over() -> None:
    """With little time left a receiver who lies on the side is not turned; the rub ends on this side."""
    wishes = Wishes(minutes=60, position="side-lying", health=Health("none"))
    rest = replan(wishes, compose(wishes).steps[:16], 386)
    assert {"right"} == {step.side for step in timed(rest)}
    assert not any(step.kind == "turn" for step in timed(rest))


@pytest.mark.parametrize("done", [3, 9, 14])
def test_the_side_it_began_on(done: int) -> None:
    """Where the upper back of one side alone is open the rub begins there, and a new plan goes on as it began."""
    closed = (Avoid("upper-back", "right"), Avoid("shoulders", "right"), Avoid("sides", "right"))
    wishes = Wishes(minutes=48, avoid=closed, position="side-lying", health=Health("none"))
    steps = timed(compose(wishes))
    assert ["left", None, "right"] == [side for side, _ in groupby(step.side for step in steps)]
    rest = timed(replan(wishes, tuple(steps[:done]), sum(step.duration_s for step in steps[done:])))
    left = [side for side, _ in groupby(step.side for step in (*steps[:done], *rest))]
    assert ["left", None, "right"] == left


@pytest.mark.parametrize("remaining_s", [10, 60, 179])
def test_before_the_first_touch(remaining_s: int) -> None:
    """With hardly any time and nothing done yet there is still a plan, and it ends in its finish."""
    rest = replan(WISHES, (), remaining_s)
    assert remaining_s == rest.duration_s
    assert "finish" == rest.steps[-1].phase
