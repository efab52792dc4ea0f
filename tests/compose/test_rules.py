"""Each rule catches a routine that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from backrub.compose import compose
from backrub.compose.rules import RULES, broken
from backrub.compose.strokes import settled
from backrub.compose.terms import terms_for
from backrub.person import Avoid, Health, Tense, Wishes
from backrub.routine import Routine, Step

WISHES = Wishes(minutes=20, tense=(Tense("shoulders", "both", 3),), firm=True, health=Health("none"))
LONG = replace(WISHES, minutes=60)
Change = Callable[[Routine], Routine]


def with_steps(routine: Routine, change: Callable[[Step], Step]) -> Routine:
    """Change each step; lengths add up again by themselves."""
    return routine.with_steps(tuple(change(step) for step in routine.steps))


def where(condition: Callable[[Step], bool], **fields: object) -> Change:
    """Give a change that sets fields of the steps that meet a condition."""

    def change(routine: Routine) -> Routine:
        return with_steps(routine, lambda step: replace(step, **fields) if condition(step) else step)  # type: ignore[arg-type]

    return change


def without(condition: Callable[[Step], bool]) -> Change:
    """Give a change that drops the steps that meet a condition."""

    def change(routine: Routine) -> Routine:
        return routine.with_steps(tuple(step for step in routine.steps if not condition(step)))

    return change


def backwards(routine: Routine) -> Routine:
    """Turn the order of the steps round."""
    return routine.with_steps(tuple(reversed(routine.steps)))


def is_work(step: Step) -> bool:
    """Tell whether a step is a stroke of the work."""
    return step.phase == "work" and step.kind == "stroke"


def kneads_right(step: Step) -> bool:
    """Tell whether a step kneads the right side."""
    return step.technique == "petrissage" and step.side == "right"


CASES: list[tuple[str, Wishes, Change]] = [
    ("exact", WISHES, without(lambda step: step.kind == "hold")),
    ("phases-in-order", WISHES, backwards),
    ("only-strokes-when-short", Wishes(minutes=3), where(lambda step: step.phase == "warm-up", technique="petrissage")),
    ("warm-before-depth", WISHES, without(lambda step: step.phase == "warm-up")),
    ("within-caps", WISHES, where(is_work, pressure=(5.0, 7.0))),
    ("rises-in-each-place", WISHES, where(is_work, pressure=(4.0, 4.0))),
    ("sides-fair", WISHES, where(kneads_right, duration_s=45)),
    ("asked-first", WISHES, without(lambda step: step.area == "shoulders")),
    (
        "easier-side-first",
        replace(WISHES, tense=(Tense("shoulders", "left"),)),
        lambda routine: routine.with_steps(
            (*(step for step in routine.steps if not kneads_right(step)), *filter(kneads_right, routine.steps))
        ),
    ),
    ("doses-kept", WISHES, where(is_work, duration_s=400)),
    ("kneading-after-warm-up", WISHES, where(kneads_right, phase="warm-up")),
    ("holds-kept", WISHES, where(lambda step: step.kind == "hold", spots=2)),
    ("holds-kept", WISHES, without(lambda step: step.technique == "caress")),
    ("finish-long-enough", WISHES, where(lambda step: step.phase == "finish", duration_s=10)),
    ("ends-at-a-touch", WISHES, where(lambda step: step.phase == "finish", pressure=(3.0, 3.0))),
    ("no-thumbs", WISHES, where(is_work, contact="thumbs")),
    ("pressing-kept", LONG, where(is_work, pressure=(2.0, 4.0), duration_s=240)),
    ("break-when-long", LONG, without(lambda step: step.kind == "turn")),
    ("left-alone", replace(WISHES, avoid=(Avoid("sides"),)), where(is_work, area="sides")),
    ("suits", WISHES, where(is_work, technique="clothed-rub")),
    ("careful", replace(WISHES, health=Health("something")), where(is_work, technique="palm-press")),
    ("left-to-partners", replace(WISHES, relation="friends"), where(is_work, area="waist")),
    (
        "few-strokes",
        WISHES,
        lambda routine: routine.with_steps(
            tuple(
                replace(step, technique=f"stroke-{index}", reasons=()) if is_work(step) else step
                for index, step in enumerate(routine.steps)
            )
        ),
    ),
    ("tapping-only-if-woken", WISHES, where(lambda step: step.technique == "feather-strokes", technique="tapotement")),
    ("asks-kept", WISHES, without(lambda step: step.kind == "ask")),
    (
        "one-walk",
        WISHES,
        lambda routine: routine.with_steps(
            tuple(
                replace(step, place="beside", side=("left", "right")[index % 2]) if step.place else step
                for index, step in enumerate(routine.steps)
            )
        ),
    ),
    (
        "one-round",
        WISHES,
        lambda routine: routine.with_steps(
            tuple(
                replace(step, place="beside", side=("left", "right")[index % 2]) if step.place else step
                for index, step in enumerate(routine.steps)
            )
        ),
    ),
    ("says-why", WISHES, where(is_work, reasons=())),
]


@pytest.mark.parametrize(("rule", "wishes", "change"), CASES)
def test_caught(rule: str, wishes: Wishes, change: Change) -> None:
    """A routine spoilt in one way breaks the rule that forbids it, and unspoilt breaks none."""
    routine = compose(wishes)
    assert () == broken(wishes, routine)
    assert not RULES[rule](settled(terms_for(wishes)), change(routine))


def test_each_rule_has_a_case() -> None:
    """No rule is without a routine that breaks it."""
    assert set(RULES) == {rule for rule, _, _ in CASES}
