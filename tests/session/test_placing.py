"""Whole strokes fill any time, and the time taken or given adds up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backrub.routine import Step
from backrub.session import sharing
from backrub.session.placing import cycle_ms, cycles_ms, filled
from tests.session.plans import led_to

STROKES = st.sampled_from([0, 500, 2_500, 3_333, 6_000, 9_000, 12_000])
TIMES = st.tuples(st.integers(0, 300_000), STROKES, st.sampled_from([0, 0, 20_000]))


@given(st.lists(TIMES, max_size=12))
def test_the_sum_of_filled_times_is_exact(wanted: list[tuple[int, int, int]]) -> None:
    """Whatever is asked for, not a millisecond is lost or made, and nothing takes less than none."""
    result = filled(wanted)
    assert sum(time for time, _, _ in wanted) == sum(time for time, _ in result)
    assert all(time >= 0 for time, _ in result)


@given(st.lists(TIMES, max_size=12))
def test_all_but_the_last_are_filled_at_nearly_their_pace(wanted: list[tuple[int, int, int]]) -> None:
    """A step that is longer than its stroke differs from its pace by a twelfth at most, the last one excepted."""
    result = filled(wanted)
    last = max((place for place, (time, _, _) in enumerate(wanted) if time), default=-1)

    for place, ((_, stroke, least), (time, count)) in enumerate(zip(wanted, result, strict=True)):
        if stroke and count > 1 and place != last and time != least:
            assert abs(time / count / stroke - 1) <= 0.081


def test_a_rate_tells_how_long_a_stroke_is() -> None:
    """Eighteen a minute is a third of ten seconds each."""
    assert cycle_ms(Step("stroke", "work", 60, "petrissage", "shoulders", cycles_per_min=18)) == 3_333


def test_a_pace_tells_it_by_the_usual_length_of_the_stroke() -> None:
    """A long stroke of 120 cm at 12 cm/s takes ten seconds, and less on the upper back alone."""
    assert cycle_ms(Step("stroke", "warm-up", 60, "effleurage", "whole-back", pace_cm_per_s=12)) == 10_000
    assert cycle_ms(Step("stroke", "warm-up", 60, "effleurage", "upper-back", pace_cm_per_s=12)) == 7_083


def test_a_stroke_measured_on_this_back_goes_before_the_usual_one() -> None:
    """What is given is taken; what is missing is worked out."""
    step = Step("stroke", "warm-up", 60, "effleurage", "whole-back", pace_cm_per_s=12)

    assert cycles_ms((step, step, step), (8.5, None)) == (8_500, 10_000, 10_000)


def test_hands_at_rest_have_no_strokes() -> None:
    """Resting, holding and turning are not counted in strokes."""
    assert cycle_ms(Step("rest", "open", 30, "resting-hands", "upper-back")) == 0
    assert filled([(30_000, 0, 0)]) == ((30_000, 0),)


@given(st.integers(1, 400_000))
def test_what_is_taken_is_what_was_needed(need: int) -> None:
    """Either the whole of it is taken, from later work above its least, or nothing is."""
    state = led_to(260).state

    durations = sharing.taken(state, need, 260_000, 5)

    if durations is not None:
        lost = {place: state.slots[place].duration_ms - left for place, left in durations.items()}
        assert need == sum(lost.values())
        assert all(state.slots[place].step.phase == "work" and there > 0 for place, there in lost.items())
        assert all(left >= 15_000 for left in durations.values())


def test_the_longest_give_first_and_equal_sides_give_alike() -> None:
    """Twenty seconds come from the two longest steps, ten from each."""
    state = led_to(40).state

    durations = sharing.taken(state, 20_000, 40_000, 3)

    assert durations == {5: 80_000, 6: 80_000}


def test_time_that_is_given_goes_to_the_longest_first() -> None:
    """Twenty seconds go to the two longest steps, ten to each."""
    state = led_to(40).state

    assert sharing.given(state, 20_000, 40_000, 3) == {5: 100_000, 6: 100_000}


def test_no_stroke_is_given_more_than_is_good_there() -> None:
    """A technique's most is never passed, even if time is left over."""
    state = led_to(40).state

    durations = sharing.given(state, 3_000_000, 40_000, 3)

    assert durations[5] == 240_000
    assert max(durations.values()) <= 240_000
