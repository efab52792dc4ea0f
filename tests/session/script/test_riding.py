"""What rides between strokes: told in the next stroke that has room for it."""

from __future__ import annotations

from backrub.routine import Routine, Step
from backrub.session.script import riding
from tests.session.script.performing import placed
from tests.session.script.plans import ask, hold, move, oil, rest, routine, stroke, turn

OPENING = (rest("open", 30), oil(), stroke("effleurage", "whole-back", "both", 120, (2, 4), phase="warm-up"))
FINISH = stroke("effleurage", "whole-back", "both", 60, (3, 1), phase="finish")


def kneading(duration_s: int) -> Step:
    """Write kneading of a length."""
    return stroke("petrissage", "shoulders", "both", duration_s, (3, 5), contact="whole-hand")


def told(plan: Routine) -> dict[int, int]:
    """Give where each ride is told, with every check-in made."""
    steps = placed(plan)
    return riding(steps, frozenset(step.index for step in steps if step.step.kind == "ask"))


def test_what_has_room_is_told_in_the_next_stroke() -> None:
    """The first oil, a move and a question stand where the plan has them."""
    plan = routine(*OPENING, move("hip"), ask(), turn(), kneading(100), FINISH)

    assert {1: 2, 3: 6, 4: 6, 5: 6} == told(plan)


def test_what_can_wait_waits_for_a_stroke_with_room() -> None:
    """In a short stroke with a question neither head nor oil is spoken of; each comes in a later one."""
    plan = routine(*OPENING, oil(), turn(), ask(), kneading(55), kneading(55), kneading(55), FINISH)

    assert {1: 2, 3: 7, 4: 8, 5: 6} == told(plan)


def test_no_head_is_turned_in_a_hold() -> None:
    """It is turned in the strokes after it."""
    plan = routine(*OPENING, kneading(100), turn(), hold("shoulders", "left", 90), kneading(40), FINISH)

    assert 6 == told(plan)[4]


def test_what_finds_no_room_is_left_to_the_two_of_them() -> None:
    """Before the finish nothing is pressed in that can be done without a word."""
    plan = routine(*OPENING, ask(), turn(), kneading(55), FINISH)

    assert {1: 2, 3: 5} == told(plan)


def test_what_was_written_into_the_finish_stays_there() -> None:
    """Whoever writes oil before the last strokes wants it there."""
    late = Step("oil", "finish")
    plan = routine(*OPENING, kneading(100), late, FINISH)

    assert 5 == told(plan)[4]
