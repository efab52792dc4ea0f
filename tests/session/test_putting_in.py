"""A hold that was not planned, asked for with "here"."""

from __future__ import annotations

import pytest

from backrub.routine import Step
from backrub.session import Setting
from tests.session.plans import (
    FINISH,
    SETTING,
    at,
    do,
    five_minutes,
    led_to,
    refusal,
    routine,
    said,
    slot,
    twenty_minutes,
)

BLADES_S = 700
"""Forty seconds into the circles between the blades, right; the gutters there were worked before."""


def test_here_puts_a_hold_where_hands_are() -> None:
    """The stroke ends, the hold sinks in at once, broad strokes follow, then the stroke goes on."""
    engine = led_to(400)

    do(engine, "spot-here", at(400), "receiver")

    view = engine.view()
    assert view.step is not None
    here = [(placed.step.kind, placed.step.area, placed.step.side) for placed in view.steps[view.step : view.step + 3]]
    assert here == [("hold", "shoulders", "left"), ("stroke", "shoulders", "left"), ("stroke", "shoulders", "left")]
    assert view.hold is not None
    assert view.hold.stage == "sink"
    assert said(engine, at(400)) == ["spot-here"]


def test_a_planned_hold_makes_room_when_no_more_spots_are_left() -> None:
    """With two spots for two planned holds, one held here takes the place of the next one; the end stays."""
    setting = Setting(spots=2)
    engine = led_to(400, twenty_minutes(), setting)
    end_ms = engine.timeline().ends_at_ms

    engine = led_to(400, twenty_minutes(), setting)
    do(engine, "spot-here", at(400), "receiver")

    assert [there.uid for there in engine.state.slots if there.step.kind == "hold"][1:] == ["16"]
    assert engine.timeline().ends_at_ms == end_ms


def test_a_hold_put_in_takes_its_time_from_later_work() -> None:
    """The end stays, the finish stays, and every later step keeps its least."""
    engine = led_to(400)
    end_ms = engine.timeline().ends_at_ms

    do(engine, "spot-here", at(400), "receiver")

    assert engine.timeline().ends_at_ms == end_ms
    assert slot(engine, "21").duration_ms == 75_000
    engine.advance(at(400 + 12))
    assert engine.view().spots_left == 2


def test_no_hold_before_a_minute_of_warm_work_there() -> None:
    """Ten seconds into the first work on a place it is too soon."""
    assert refusal(led_to(250), "spot-here", at(250), "receiver") == "not-warm-yet"


def test_no_hold_where_the_table_allows_none() -> None:
    """The waist, the long strokes and the finish are no places for a hold."""
    assert refusal(led_to(100), "spot-here", at(100), "receiver") == "not-a-place"
    assert refusal(led_to(1_010), "spot-here", at(1_010), "receiver") == "not-a-place"
    assert refusal(led_to(1_150), "spot-here", at(1_150), "receiver") == "finishing"


def test_no_hold_where_none_was_allowed() -> None:
    """A plan without holds, for people who say nothing else, has no spots to give."""
    engine = led_to(205, five_minutes(), Setting())

    assert refusal(engine, "spot-here", at(205), "receiver") in ("no-spots-left", "not-warm-yet")


def test_no_hold_under_a_low_cap() -> None:
    """Where the cap is 4 nothing is held."""
    steps = [
        Step("stroke", "warm-up", 120, "effleurage", "whole-back", "both", "palms", (2, 4), 12),
        Step("stroke", "work", 180, "petrissage", "shoulders", "both", "whole-hand", (3, 4), None, 18),
        *FINISH,
    ]

    assert refusal(led_to(230, routine(steps, 4), SETTING), "spot-here", at(230), "receiver") == "cap"


def test_one_hold_on_a_place() -> None:
    """Where a spot was held no second one is, that evening."""
    engine = led_to(400)
    do(engine, "spot-here", at(400), "receiver")
    engine.advance(at(400 + 78 + 22 + 10))

    assert engine.view().hold is None
    assert refusal(engine, "spot-here", engine.now_ms, "receiver") in ("not-a-place", "announced")


def test_no_hold_when_the_next_step_is_announced() -> None:
    """Within twenty seconds of a change nothing is put in."""
    assert refusal(led_to(405), "spot-here", at(405), "receiver") == "announced"


@pytest.mark.parametrize(("left_s", "after_s"), [(140, [78, 20, 42]), (100, [78, 22]), (80, [48, 32]), (60, None)])
def test_with_nothing_to_come_the_stroke_itself_gives_the_time(left_s: int, after_s: list[int] | None) -> None:
    """Hands are on the sore place and time is left of it: the hold is as long as that allows, and the end stays."""
    long = Step("stroke", "work", 200, "petrissage", "shoulders", "left", "whole-hand", (3.0, 5.0), place="head-end")
    engine = led_to(200 - left_s, routine([long, *FINISH]))
    end_ms = engine.timeline().ends_at_ms
    if after_s is None:
        assert refusal(engine, "spot-here", at(200 - left_s), "receiver") == "no-time"
        return

    do(engine, "spot-here", at(200 - left_s), "receiver")

    here = engine.state.slots[engine.state.current or 0 :]
    assert [slot.duration_ms for slot in here if slot.step.phase == "work"] == [1_000 * each for each in after_s]
    assert engine.timeline().ends_at_ms == end_ms
