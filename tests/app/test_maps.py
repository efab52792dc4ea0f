"""The paths of a plan know how somebody lies, what they wear, and where an unplanned hold keeps still."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backrub.anatomy import SIDES, atlas_for
from backrub.app.maps import atlas_of, paths_of
from backrub.app.planning import compose_rub
from backrub.person import Health, Wishes
from backrub.routine import Contact, Place, Routine, Step, message

ATLAS = atlas_for()
LYING_ON_A_SIDE = compose_rub(Wishes(minutes=20, position="side-lying")).routine


def _routine(*steps: Step) -> Routine:
    duration_s = sum(step.duration_s for step in steps)
    return Routine(message("title"), duration_s, "prone", "mat", "oil", steps, cap=6)


def _hold(area: str, place: Place, contact: Contact = "knuckles") -> Step:
    return Step("hold", "work", 78, "tender-spot-hold", area, "both", contact, (4.0, 6.0), spots=1, place=place)


@pytest.mark.parametrize(
    "hold",
    [_hold("shoulders", "head-end"), _hold("between-blades", "behind"), _hold("gutters-lower", "hip", "heels")],
    ids=lambda hold: str(hold.area),
)
def test_a_hold_on_both_sides_keeps_a_hand_still_on_each(hold: Step) -> None:
    """Where nobody has said on which side the spot is, each working hand presses its own side and does not move."""
    found = paths_of(_routine(hold), ATLAS)
    (path,) = found.paths.values()
    assert (("both", 2), found.of_steps) == ((path.side, len(path.hands)), tuple(found.paths))
    sides = {hand.x_mm[0] > 0 for hand in path.hands.values()}
    assert {False, True} == sides
    for hand in path.hands.values():
        assert hand.works
        assert 1 == len(set(zip(hand.x_mm, hand.y_mm, strict=True)))
        assert 3 < max(hand.pressure) <= path.reached
        assert path.cycle_s == pytest.approx(hand.t_s[-1], abs=0.01)


def test_each_side_of_a_hold_on_both_is_the_hold_on_that_side_alone() -> None:
    """A hand that holds one of two sides keeps the same limit there as if it held that side alone."""
    hold = _hold("shoulders", "head-end")
    (both,) = paths_of(_routine(hold), ATLAS).paths.values()
    for side in SIDES:
        (alone,) = paths_of(_routine(replace(hold, side=side)), ATLAS).paths.values()
        (hand, samples) = next((hand, samples) for hand, samples in alone.hands.items() if samples.works)
        assert samples == both.hands[hand]


def test_of_somebody_on_their_side_the_worked_side_is_up_until_they_turn() -> None:
    """Every path of a half, also one on both sides, says the side that this half works; the two halves differ."""
    paths = paths_of(LYING_ON_A_SIDE, ATLAS)
    turned = [index for index, step in enumerate(LYING_ON_A_SIDE.steps) if step.kind == "turn" and step.duration_s]
    assert 1 == len(turned)
    halves: list[set[str | None]] = [set(), set()]
    for index, (step, key) in enumerate(zip(LYING_ON_A_SIDE.steps, paths.of_steps, strict=True)):
        if key is not None:
            upper = paths.paths[key].upper
            halves[index > turned[0]].add(upper)
            assert step.side in (upper, "both")
    assert ({"right"}, {"left"}) == tuple(halves)


def test_of_nobody_is_said_how_they_lie_unless_it_is_known() -> None:
    """Face down no side is up; nor on a side where nothing tells which, or where both are worked without a turn."""
    rest = Step("rest", "open", 60, "resting-hands", "whole-back", "both", "palms", (1.0, 1.0), place="behind")
    work = [
        Step("stroke", "work", 60, "knuckle-circles", "shoulders", side, "knuckles", (3.0, 4.0), place="behind")
        for side in SIDES
    ]
    face_down = _routine(rest, *work)
    unknown = replace(_routine(rest), position="side-lying")
    unturned = replace(face_down, position="side-lying")
    for routine in (face_down, unknown, unturned):
        assert {None} == {path.upper for path in paths_of(routine, ATLAS).paths.values()}
    one_half = replace(_routine(rest, work[0]), position="side-lying")
    assert {"left"} == {path.upper for path in paths_of(one_half, ATLAS).paths.values()}


def test_paths_through_a_shirt_say_so() -> None:
    """What is done clothed, and only that, is drawn over cloth."""
    rub = Step("stroke", "work", 60, "clothed-rub", "upper-back", "left", "palms", (2.0, 3.0), place="behind")
    bare = _routine(rub)
    clothed = replace(bare, lubricant="clothed")
    assert [False] == [path.clothed for path in paths_of(bare, ATLAS).paths.values()]
    assert [True] == [path.clothed for path in paths_of(clothed, ATLAS).paths.values()]


def test_whom_their_health_turns_on_the_side_is_drawn_on_the_side() -> None:
    """The back follows the plan, which for late pregnancy is led lying on the side though nobody wished it so."""
    planned = compose_rub(Wishes(minutes=15, health=Health("something", ("pregnant-20",))))
    assert "side-lying" == planned.routine.position
    led = atlas_of(planned.wishes, planned.routine.position)
    top = "hip-bone-top-right"
    assert atlas_for(posture="side-lying").landmarks[top] == led.landmarks[top]
    assert led.landmarks[top] != atlas_of(planned.wishes).landmarks[top]
