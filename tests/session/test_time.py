"""Time inside a session: whole strokes, next, stay and back, and where time comes from."""

from __future__ import annotations

import pytest

from backrub.session import Engine
from tests.session.plans import (
    at,
    begun,
    do,
    five_minutes,
    kinds,
    led_to,
    refusal,
    said,
    slot,
    twenty_minutes,
)


def end_ms(engine: Engine) -> int:
    """Give when the last touch is due."""
    return engine.timeline().ends_at_ms or 0


def finish_ms(engine: Engine) -> int:
    """Give how long the finish is."""
    return sum(there.duration_ms for there in engine.state.slots if there.step.phase == "finish")


def test_whole_strokes_fill_every_step() -> None:
    """The pace changes by no more than a twelfth, and the time adds up to the plan's."""
    engine = begun(twenty_minutes())

    for there in engine.state.slots:
        if there.strokes:
            pace = there.duration_ms / there.strokes / there.cycle_ms
            assert 0.92 <= pace <= 1.08, there
    assert engine.state.total_ms == twenty_minutes().duration_s * 1_000


def test_the_view_tells_how_many_strokes_fill_a_step() -> None:
    """Kneading at eighteen a minute for ninety seconds is twenty-seven strokes."""
    assert begun(twenty_minutes()).view().steps[5].strokes == 27


def test_next_takes_effect_when_the_stroke_ends() -> None:
    """The step ends with a whole stroke, no sooner than can be said and no later than one stroke after."""
    engine = led_to(260)

    do(engine, "next", at(260))

    length_ms = slot(engine, "5").duration_ms
    stroke_ms = 90_000 / 27
    assert 24_000 <= length_ms <= 24_000 + stroke_ms
    assert length_ms == round(slot(engine, "5").strokes * stroke_ms)
    assert said(engine, at(260)) == ["next"]


def test_next_keeps_the_end_and_lengthens_later_work() -> None:
    """What a skipped step leaves goes to later work, both sides alike; the finish stays as it was."""
    engine = led_to(260)
    before_ms, finish_before_ms = end_ms(engine), finish_ms(engine)

    do(engine, "next", at(260))

    assert end_ms(engine) == before_ms
    assert finish_ms(engine) == finish_before_ms
    assert slot(engine, "10").duration_ms == pytest.approx(slot(engine, "11").duration_ms, abs=4_000)


def test_the_step_after_next_is_announced_right_after_the_answer() -> None:
    """What would have been announced earlier is said now, before the stroke ends."""
    engine = led_to(260)

    do(engine, "next", at(260))

    announced = next(cue for cue in engine.timeline().cues if cue.what.id == "next-other-side")
    assert at(260) < announced.at_ms <= at(240) + slot(engine, "5").duration_ms


def test_next_does_not_skip_the_warm_up() -> None:
    """Nobody goes to depth before two minutes of warm-up."""
    engine = led_to(60)

    assert refusal(engine, "next", at(60)) == "not-warm-yet"
    assert kinds(do(engine, "next", at(160))) == ["lengths-changed"]


def test_next_does_not_cut_the_finish() -> None:
    """In the finish there is no next, and after the last step there is nothing."""
    engine = led_to(1_150)

    assert refusal(engine, "next", at(1_150)) == "finishing"
    assert refusal(engine, "next", at(1_200)) == "last-step"


def test_next_just_before_a_change_changes_nothing() -> None:
    """A step due within twenty seconds stays as it was announced."""
    engine = led_to(315)
    before = engine.state.slots

    assert kinds(do(engine, "next", at(315))) == ["wish-heard"]
    assert before is engine.state.slots


@pytest.mark.parametrize("played_s", [311, 318, 326])
def test_next_just_before_a_change_says_that_it_comes(played_s: float) -> None:
    """In the last twenty seconds nothing moves, and whoever asks hears that the next is on its way."""
    engine = led_to(played_s)
    before = engine.state.slots

    assert kinds(do(engine, "next", at(played_s))) == ["wish-heard"]
    assert said(engine, at(played_s)) == ["next-soon"]
    assert before is engine.state.slots


def test_next_twice_in_a_moment_is_one_wish() -> None:
    """A second tap moves nothing and is not spoken of; one that comes later is told that the next is on its way."""
    engine = led_to(260)
    do(engine, "next", at(260))
    before = engine.state.slots

    do(engine, "next", at(261.5))
    assert said(engine, at(261.5)) == []
    do(engine, "next", at(263))
    assert said(engine, at(263)) == ["next-soon"]
    assert before is engine.state.slots


def test_stay_adds_half_a_minute_and_keeps_the_end() -> None:
    """Thirty seconds come from the longest later work, none of it from the finish."""
    engine = led_to(260)
    before_ms, finish_before_ms = end_ms(engine), finish_ms(engine)

    do(engine, "stay", at(260), "receiver")

    assert slot(engine, "5").duration_ms == 120_000
    assert slot(engine, "6").duration_ms == pytest.approx(70_000, abs=2_000), "90 s was the longest"
    assert end_ms(engine) == before_ms
    assert finish_ms(engine) == finish_before_ms
    assert said(engine, at(260)) == ["stay"]


def test_stay_takes_nothing_below_a_steps_least() -> None:
    """However often one stays, every later step keeps the least its technique is worth doing."""
    engine = led_to(260)
    lines = []
    for place in range(8):
        do(engine, "stay", at(260 + 3 * place), "receiver")
        lines += said(engine, at(260 + 3 * place))

    assert "stay-none" in lines
    assert slot(engine, "5").duration_ms == 90_000 + 30_000 * lines.count("stay")
    assert all(slot(engine, name).duration_ms >= 45_000 for name in ("6", "10", "11", "12", "13", "19", "20"))
    assert all(slot(engine, name).duration_ms >= 30_000 for name in ("7", "8"))


def test_no_place_is_stayed_on_for_longer_than_is_good() -> None:
    """Long strokes take five minutes at most, whoever would stay."""
    engine = led_to(100)
    for place in range(3):
        do(engine, "stay", at(100 + 3 * place), "receiver")

    assert slot(engine, "3").duration_ms == 300_000
    assert refusal(engine, "stay", at(110), "receiver") == "long-enough"


def test_stay_says_so_when_nothing_is_left_to_take() -> None:
    """When no later work can spare the time the coach says so, offers minutes, and changes nothing."""
    engine = led_to(160, five_minutes())
    before = engine.state.slots

    assert kinds(do(engine, "stay", at(160), "receiver")) == ["wish-heard"]
    assert said(engine, at(160)) == ["stay-none"]
    assert before is engine.state.slots


def test_stay_comes_too_late_once_the_next_step_is_announced() -> None:
    """Within twenty seconds of a change nothing changes any more."""
    assert refusal(led_to(315), "stay", at(315), "receiver") == "announced"


def test_the_finish_is_not_stayed_in() -> None:
    """The finish has its own length."""
    assert refusal(led_to(1_150), "stay", at(1_150), "receiver") == "finishing"


def test_back_goes_to_the_stroke_before_for_half_a_minute() -> None:
    """When this stroke ends hands go back, lower at first, then come here again; the end stays."""
    engine = led_to(360)
    before_ms = end_ms(engine)

    do(engine, "back", at(360), "receiver")

    slots = engine.state.slots
    here = next(place for place, there in enumerate(slots) if there.uid == "6")
    assert [(there.step.side, there.step.pressure) for there in slots[here : here + 3]] == [
        ("left", (3, 5)),
        ("right", (3, 5)),
        ("left", (3, 5)),
    ]
    assert slots[here + 1].duration_ms == 30_000
    assert end_ms(engine) == before_ms
    engine.advance(at(372))
    assert engine.view().step == here + 1


def test_back_does_not_go_where_it_was_said_not_to() -> None:
    """A place that is left alone is not gone back to."""
    engine = led_to(360)
    do(engine, "not-there", at(360), "receiver")

    assert refusal(engine, "back", at(362), "receiver") == "left-alone"


def test_before_the_first_stroke_there_is_no_back() -> None:
    """Where nothing was stroked yet there is nothing to go back to."""
    assert refusal(led_to(60), "back", at(60)) == "first-step"


def test_a_step_of_no_length_never_becomes_current() -> None:
    """Moves, oil and questions ride in the strokes."""
    engine = begun(twenty_minutes())
    engine.advance(at(2_000))
    begun_steps = [getattr(event, "index", None) for event in engine.events_emitted() if event.kind == "step-began"]

    assert 4 not in begun_steps
    assert begun_steps == sorted(set(begun_steps), key=lambda index: index or 0)
