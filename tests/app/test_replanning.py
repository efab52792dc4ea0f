"""A plan for the rest of a session is held to every rule of safety before a word of it is said."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backrub.app.maps import atlas_of, paths_of
from backrub.app.replanning import Remainder, _check, _unsafe
from backrub.compose import Effects, compose, replan, solver
from backrub.errors import UsageError
from backrub.person import Avoid, Health, Wishes
from backrub.routine import Routine
from tests import strategies
from tests.counts import count

WISHES = Wishes(minutes=20, health=Health("none"))


def remainder(wishes: Wishes, effects: Effects) -> Remainder:
    """Give what is left of a session of which nothing is done yet."""
    return Remainder(wishes, (), wishes.minutes * 60, "softer", effects)


def harder(routine: Routine) -> Routine:
    """Make every stroke of the work too hard."""
    return routine.with_steps(
        tuple(replace(step, pressure=(8.0, 9.0)) if step.phase == "work" else step for step in routine.steps)
    )


@settings(max_examples=count("wishes"))
@given(strategies.wishes(), strategies.effects(), st.data())
def test_no_plan_of_the_composer_breaks_a_rule_of_safety(wishes: Wishes, effects: Effects, data: st.DataObject) -> None:
    """From any step on, for any time left, and whatever the session has learnt, the rest is safe for these two."""
    routine = compose(wishes)
    index = data.draw(st.integers(0, len(routine.steps) - 1))
    done = routine.steps[:index]
    try:
        rest = replan(wishes, done, data.draw(st.integers(30, 1500)), routine.steps[index], "softer", effects)
    except UsageError:
        return  # what was open may all be shut by now
    assert [] == _unsafe(rest, remainder(wishes, effects))


def test_a_plan_that_breaks_safety_is_named_by_its_rules() -> None:
    """Too hard, and in a place that is to be left alone by now: both are said."""
    spoilt = harder(compose(WISHES))
    broken = _unsafe(spoilt, remainder(WISHES, Effects(avoid=(Avoid("shoulders"),))))
    assert {"above-seven", "kept-off-place-worked"} <= set(broken)


def test_a_plan_that_breaks_safety_is_not_led() -> None:
    """The old plan is led on."""
    spoilt = harder(compose(WISHES))
    with pytest.raises(UsageError, match="above-seven"):
        _check(spoilt, remainder(WISHES, Effects()), paths_of(spoilt, atlas_of(WISHES)))


def test_a_mistake_of_the_composer_is_a_refusal() -> None:
    """Where it breaks down, as at a node limit of nothing, whoever leads is told that the old plan is led on."""
    asked = remainder(WISHES, Effects())
    with patch.dict(solver._OPTIONS, {"mip_max_nodes": 0}), pytest.raises(UsageError, match="old one is led on"):
        asked.compose()
