"""A hold on a tender spot: led without a tap, found, not found, and never too long."""

from __future__ import annotations

from dataclasses import replace

from backrub.session.script import hold_times
from tests.session.holds import BEGINS_S, BROAD_S, EASING_S, RELEASE_S, SINK_S, STILL_S, end_s, held, stage
from tests.session.plans import at, do, led_to, refusal, routine, said, twenty_minutes


def test_without_a_tap_the_plan_leads_it() -> None:
    """Seek, sink, still, ease out, broad strokes over it: each begins when the script says so."""
    engine = led_to(BEGINS_S)
    stages = []
    for second in (0, SINK_S - BEGINS_S, STILL_S - BEGINS_S, RELEASE_S - BEGINS_S, BROAD_S - BEGINS_S, 109):
        engine.advance(at(BEGINS_S + second))
        stages.append((stage(engine), held(engine)))

    assert stages[:5] == [("seek", 3), ("sink", 5), ("still", 6), ("release", 2), ("broad", 2)]
    assert stages[5][0] == "seek", "the second one"


def test_a_spot_is_counted_when_it_is_still() -> None:
    """Three may be held; after the first two are left."""
    assert led_to(STILL_S - 1).view().spots_left == 3
    assert led_to(STILL_S).view().spots_left == 2


def test_found_early_it_sinks_at_once_and_the_rest_goes_to_later_work() -> None:
    """A tap on "here" starts sinking; the stillness keeps its length; what is left over is given on."""
    engine = led_to(BEGINS_S + 3)
    end_ms = engine.timeline().ends_at_ms

    do(engine, "spot-here", at(BEGINS_S + 3), "receiver")

    assert stage(engine) == "sink"
    assert said(engine, at(BEGINS_S + 3)) == ["spot-here"]
    engine.advance(at(BEGINS_S + 15))
    assert stage(engine) == "still"
    assert end_s(engine) == BEGINS_S + 3 + 12 + (RELEASE_S - STILL_S) + EASING_S
    assert engine.timeline().ends_at_ms == end_ms


def test_found_late_the_stillness_is_shorter_but_worth_having() -> None:
    """Found when the plan was long still, it is held for half a minute on time that later work gives."""
    steps = (replace(step, duration_s=90) if step.area == "waist" else step for step in twenty_minutes().steps)
    engine = led_to(BEGINS_S + 50, routine(steps))
    end_ms = engine.timeline().ends_at_ms

    do(engine, "spot-here", at(BEGINS_S + 50), "receiver")

    assert end_s(engine) == BEGINS_S + 50 + 12 + 30 + EASING_S
    assert engine.timeline().ends_at_ms == end_ms


def test_found_late_with_no_time_to_take_it_is_as_short_as_it_must() -> None:
    """When later work can spare nothing the hold keeps its slot: any earlier release is right."""
    engine = led_to(BEGINS_S + 50)

    do(engine, "spot-here", at(BEGINS_S + 50), "receiver")
    engine.advance(at(BEGINS_S + 62))

    assert stage(engine) == "still"
    assert end_s(engine) == BROAD_S


def test_not_found_is_left_be() -> None:
    """Nothing found: on to the long strokes, and no second search."""
    engine = led_to(BEGINS_S + 10)

    do(engine, "spot-not-found", at(BEGINS_S + 10))

    assert said(engine, at(BEGINS_S + 10)) == ["spot-not-found"]
    assert end_s(engine) == BEGINS_S + 13
    assert engine.view().spots_left == 3
    engine.advance(at(BEGINS_S + 13))
    assert stage(engine) == "broad"


def test_a_lump_is_left_alone_for_good() -> None:
    """A lump is gone round, and no spot is held on that side of that place any more."""
    engine = led_to(BEGINS_S + 10)

    do(engine, "spot-lump", at(BEGINS_S + 10))

    assert said(engine, at(BEGINS_S + 10)) == ["spot-lump"]
    assert held(engine) == 1
    assert ("between-blades", "right") in engine.state.closed


def test_next_eases_out() -> None:
    """In a hold next is a release, never a cut."""
    engine = led_to(STILL_S + 10)

    do(engine, "next", at(STILL_S + 10))

    assert (stage(engine), held(engine)) == ("release", 2)


def test_a_hold_is_not_stayed_in() -> None:
    """A hold has its own end."""
    assert refusal(led_to(STILL_S + 10), "stay", at(STILL_S + 10), "receiver") == "holding"
    assert refusal(led_to(STILL_S + 10), "back", at(STILL_S + 10), "receiver") == "holding"


def test_stillness_lasts_ninety_seconds_at_most() -> None:
    """However long a plan's slot is, after a minute and a half it is eased out and the rest goes to later work."""
    steps = (replace(step, duration_s=200) if step.kind == "hold" else step for step in twenty_minutes().steps)
    engine = led_to(BEGINS_S, routine(steps))
    still_s = BEGINS_S + hold_times(200).still_s

    engine.advance(at(still_s + 89))
    assert stage(engine) == "still"
    engine.advance(at(still_s + 90))

    assert stage(engine) == "release"
    assert end_s(engine) == still_s + 90 + EASING_S


def test_found_early_in_a_long_slot_it_is_still_no_longer_than_that() -> None:
    """A tap does not turn a long slot into a long hold."""
    steps = (replace(step, duration_s=200) if step.kind == "hold" else step for step in twenty_minutes().steps)
    engine = led_to(BEGINS_S + 5, routine(steps))

    do(engine, "spot-here", at(BEGINS_S + 5), "receiver")

    assert end_s(engine) == BEGINS_S + 5 + 12 + 90 + EASING_S


def test_however_often_it_is_found_anew_a_spot_is_held_ninety_seconds_at_most() -> None:
    """Every "here" sinks in again, and 90 s after it was first still it is let go of all the same."""
    steps = (replace(step, duration_s=200) if step.kind == "hold" else step for step in twenty_minutes().steps)
    engine = led_to(BEGINS_S, routine(steps))
    while stage(engine) != "still":
        engine.advance(engine.now_ms + 500)
    first_ms = engine.view().played_ms
    while stage(engine) in ("sink", "still"):
        if (engine.view().played_ms - first_ms) % 7_000 == 0:
            do(engine, "spot-here", engine.now_ms, "receiver")
        engine.advance(engine.now_ms + 500)

    assert stage(engine) == "release"
    assert engine.view().played_ms - first_ms <= 90_500
    assert engine.view().spots_left == 2


def test_a_pause_ends_a_hold() -> None:
    """After a pause the hold is not taken up again: broad strokes come next."""
    engine = led_to(STILL_S + 10)
    do(engine, "pause", at(STILL_S + 10))

    do(engine, "resume", at(STILL_S + 90))

    assert stage(engine) is None
    assert engine.view().steps[engine.view().step or 0].step.technique == "blade-circles"
