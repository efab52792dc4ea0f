"""What changes what is to come: not there, hush, tired, minutes, and an early end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backrub.session.pressing import overlap
from tests.session.plans import (
    asked_after,
    at,
    do,
    ends_with_finish,
    kinds,
    led_to,
    refusal,
    routine,
    said,
    twenty_minutes,
)


def test_not_there_leaves_the_place_at_once_and_for_good() -> None:
    """From that moment nothing to come touches that place, on either side."""
    engine = led_to(360)

    do(engine, "not-there", at(360), "receiver")

    view = engine.view()
    assert view.step is not None
    assert not any(overlap(placed.step.area, "shoulders") for placed in view.steps[view.step :])
    assert view.pressure <= 2
    assert said(engine, at(360)) == ["not-there"]
    assert ends_with_finish(engine)
    assert engine.timeline().ends_at_ms == at(twenty_minutes().duration_s)


def test_not_there_asks_for_a_plan_that_avoids_the_place() -> None:
    """The rest is composed anew from the next step that is far enough off."""
    event = asked_after(led_to(360), "not-there", at(360))

    assert event.avoid == ("shoulders",)
    assert event.reason == "not-there"
    assert event.starts_ms >= 360_000 + 25_000
    assert event.starts_ms + event.remaining_ms == twenty_minutes().duration_s * 1_000


def test_not_there_on_the_whole_back_keeps_to_the_upper() -> None:
    """Nobody can know which place was meant: the more delicate half is left, long strokes go on above it."""
    engine = led_to(100)

    do(engine, "not-there", at(100), "receiver")

    assert engine.state.left == {"lower-back"}
    assert engine.state.slot.step.area == "upper-back"
    assert {there.step.area for there in engine.state.slots if there.step.phase == "finish"} == {"upper-back"}


def test_hands_are_sent_only_where_the_plan_goes() -> None:
    """A plan without the low back, the sides and the waist may be without them for a reason."""
    upper = ("upper-back", "shoulders", "gutters-upper", "between-blades", "blades")
    steps = [
        replace(step, area="upper-back" if step.area == "whole-back" else step.area)
        for step in twenty_minutes().steps
        if step.area != "waist"
    ]
    engine = led_to(360, routine(steps))

    do(engine, "not-there", at(360), "receiver")

    places = {there.step.area for there in engine.state.slots if there.duration_ms}
    assert places <= {*upper, "lower-trapezius", "neck-base"}


def test_not_there_until_nowhere_is_left_is_a_stop() -> None:
    """When every place is left alone it is over, and hands leave."""
    engine = led_to(100)
    for place in range(8):
        if engine.status == "running":
            do(engine, "not-there", at(100 + 15 * place), "receiver")
            if engine.status == "running":
                assert ends_with_finish(engine)

    assert engine.status == "stopped"
    assert engine.view().stop_within_ms is not None


def test_hush_asks_nothing_and_goes_softly() -> None:
    """After hush there is no check-in, no hold, nothing above 3, no new place, and the finish stays."""
    engine = led_to(360)

    do(engine, "hush", at(360))

    view = engine.view()
    assert view.hush
    assert view.pressure == 3
    later = [placed.step for placed in view.steps[(view.step or 0) + 1 :]]
    assert {step.kind for step in later} <= {"stroke", "rest", "move", "oil"}
    assert all(max(step.pressure or (0,)) <= 3 for step in later)
    assert not [cue for cue in engine.timeline().cues if cue.kind == "ask"]
    assert ends_with_finish(engine)


def test_hush_said_while_it_is_stopped_holds_when_it_goes_on() -> None:
    """Somebody who wept and goes on is asked nothing and held nowhere."""
    engine = led_to(360)
    do(engine, "stop", at(360), "receiver")
    do(engine, "hush", at(370))

    do(engine, "resume", at(400), "receiver")

    assert not [cue for cue in engine.timeline().cues if cue.kind == "ask"]
    assert not [there for there in engine.state.slots if there.step.kind == "hold"]


def test_where_it_hurt_a_planned_hold_is_dropped_at_once() -> None:
    """After a 9 between the blades the hold planned there is not even announced."""
    engine = led_to(700)
    assert engine.state.slot.step.area == "between-blades"

    do(engine, "rate", at(700), "receiver", 9)

    side = engine.state.slot.step.side
    assert not [there for there in engine.state.slots if there.step.kind == "hold" and there.step.side == side]


def test_hush_after_the_end_keeps_the_coach_silent() -> None:
    """Somebody who sleeps is told nothing: one line is shown."""
    engine = led_to(twenty_minutes().duration_s + 5)
    assert [cue for cue in engine.timeline().cues if cue.kind == "say"]

    do(engine, "hush", at(twenty_minutes().duration_s + 5))

    assert [(cue.kind, cue.what.id) for cue in engine.timeline().cues] == [("show", "after-asleep")]


def test_tired_hands_rest_a_moment_and_go_on_lighter() -> None:
    """Fifteen seconds of resting hands, as part of the rub; firm strokes are one lighter from then on."""
    engine = led_to(350)

    do(engine, "tired", at(350))

    assert engine.state.slot.step.technique == "resting-hands"
    assert engine.state.slot.duration_ms == 15_000
    engine.advance(at(410))
    assert engine.view().pressure == 4
    assert engine.timeline().ends_at_ms == at(twenty_minutes().duration_s)


@pytest.mark.parametrize(
    ("moment_s", "rest_s"),
    [
        (400, 20),  # too little is left of the stroke to be taken up again
        (412, 8),
        (1_080, 6),  # the finish comes next
    ],
)
def test_near_the_end_of_a_stroke_tired_hands_rest_all_the_same(moment_s: float, rest_s: float) -> None:
    """Hands lie still until the stroke was to end; what is due then is not put off, nor the end of the session."""
    engine = led_to(moment_s)
    following = next(slot for slot in engine.state.slots[engine.state.current or 0 :][1:] if slot.duration_ms)

    do(engine, "tired", at(moment_s))

    assert said(engine, at(moment_s)) == ["tired"]
    assert (engine.state.slot.step.technique, engine.state.slot.duration_ms) == ("resting-hands", rest_s * 1_000)
    engine.advance(at(moment_s + rest_s + 1))
    assert engine.state.slot.uid == following.uid
    assert engine.timeline().ends_at_ms == at(twenty_minutes().duration_s)


def test_more_minutes_ask_for_a_longer_plan() -> None:
    """Five more minutes are asked for on top of what is left; until then nothing changes."""
    engine = led_to(360)
    before = engine.state.slots

    event = asked_after(engine, "more-minutes", at(360), 5)

    assert event.starts_ms + event.remaining_ms == (twenty_minutes().duration_s + 300) * 1_000
    assert before is engine.state.slots
    assert said(engine, at(360)) == ["more-minutes"]


@pytest.mark.parametrize("value", [None, 0, 61, 80])
def test_minutes_out_of_range_are_refused(value: int | None) -> None:
    """A session has 90 minutes at most, and minutes are at least one."""
    assert refusal(led_to(360), "more-minutes", at(360), "receiver", value) == "out-of-range"


def test_in_the_last_seconds_there_is_no_room_for_more() -> None:
    """Once the last step is near, more minutes are another session."""
    assert refusal(led_to(1_195), "more-minutes", at(1_195), "receiver", 5) == "finishing"


def test_end_in_some_minutes_keeps_the_finish_and_the_time() -> None:
    """Four minutes from now it ends, with the finish it had; nobody waits for a new plan."""
    engine = led_to(360)
    finish_ms = sum(there.duration_ms for there in engine.state.slots if there.step.phase == "finish")

    event = asked_after(engine, "end-in", at(360), 4)

    assert engine.timeline().ends_at_ms == at(360 + 240)
    assert event.starts_ms + event.remaining_ms == 600_000
    assert finish_ms <= sum(there.duration_ms for there in engine.state.slots if there.step.phase == "finish")
    assert ends_with_finish(engine)


def test_end_in_one_minute_makes_a_short_finish() -> None:
    """When the planned finish is longer than what is left, a shorter one ends at a touch in time."""
    engine = led_to(360)

    do(engine, "end-in", at(360), "receiver", 1)

    assert engine.timeline().ends_at_ms == at(420)
    last = [there for there in engine.state.slots if there.duration_ms][-1]
    assert (last.step.technique, last.step.pressure) == ("resting-hands", (1, 1))


def test_end_now_finishes_in_twenty_seconds_after_the_stroke() -> None:
    """Under a minute the engine makes a finish of twenty seconds itself and asks for no plan."""
    engine = led_to(360)

    events = do(engine, "end-in", at(360), "receiver", 0)

    assert "replan-wanted" not in kinds(events)
    ends_at_ms = engine.timeline().ends_at_ms or 0
    assert at(360) + 24_000 <= ends_at_ms <= at(360) + 32_000
    assert sum(there.duration_ms for there in engine.state.slots if there.step.phase == "finish") == 20_000


def test_end_later_than_planned_asks_for_more() -> None:
    """To end in half an hour when ten minutes are left is to ask for twenty more."""
    event = asked_after(led_to(606), "end-in", at(606), 30)

    assert event.starts_ms + event.remaining_ms == (606 + 1_800) * 1_000
