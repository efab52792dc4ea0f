"""The engine as a whole: deadlines, silence of the machine, and that the same log is the same session."""

from __future__ import annotations

from backrub.session import Engine, View
from tests.session.plans import at, begun, do, five_minutes, kinds, led_to, twenty_minutes


def test_it_says_when_something_happens_by_itself() -> None:
    """Woken at each deadline and at no other time, it leads the same session."""
    ticked, woken = begun(), begun()
    for second in range(1_400):
        ticked.advance(at(second))
    while (deadline_ms := woken.next_deadline_ms()) is not None:
        woken.advance(deadline_ms)

    assert ticked.events_emitted()[-1:] == woken.events_emitted()[-1:]
    assert ticked.state == woken.state


def test_time_never_goes_back() -> None:
    """A time already past counts as now."""
    engine = led_to(360)

    engine.advance(at(100))
    do(engine, "softer", at(200), "receiver")

    assert engine.now_ms == at(360)
    assert engine.state.at_ms == at(360)


def test_events_are_given_once() -> None:
    """What was given is not given again."""
    engine = begun()
    engine.advance(at(300))

    assert engine.events_emitted()
    assert engine.events_emitted() == ()


def test_numbers_of_events_have_no_gap() -> None:
    """From 1 on each event has the next number."""
    engine = Engine.new()
    engine = begun()
    engine.advance(at(2_000))

    numbers = [event.seq for event in engine.events_emitted()]
    assert numbers == list(range(numbers[0], engine.seq + 1))


def test_a_short_silence_was_led_by_the_clients() -> None:
    """After a silence of a minute at most the session is where it would have been."""
    engine = led_to(200)

    engine.resume_at(at(200), at(255))

    assert engine.status == "running"
    assert engine.view().played_ms == 255_000


def test_after_a_long_silence_hands_rest() -> None:
    """After more than a minute it is paused at the last sign of life, and going on is said by a person."""
    engine = led_to(200)

    engine.resume_at(at(210), at(300))

    assert kinds(engine.events_emitted()) == ["paused"]
    assert engine.view().resting
    assert engine.view().played_ms == 210_000
    do(engine, "resume", at(320))
    assert engine.view().played_ms == 210_000


def test_after_a_clock_that_went_back_hands_rest() -> None:
    """A clock that went backwards says nothing about how long it was."""
    engine = led_to(200)

    engine.resume_at(at(210), at(150))

    assert engine.status == "paused"
    assert engine.now_ms == at(210)


def test_a_silence_before_the_first_touch_changes_nothing() -> None:
    """Preparations wait, however long."""
    engine = begun(touch_at_ms=1_000)
    do(engine, "pause", 2_000)

    engine.resume_at(2_000, 4_000_000)

    assert engine.status == "paused"
    assert engine.events_emitted() == ()


def test_a_view_is_a_picture_of_one_moment() -> None:
    """Two views at one moment are equal, and a later one tells more time played."""
    engine = led_to(100, five_minutes())
    first: View = engine.view()

    assert first == engine.view()
    engine.advance(at(101))
    assert engine.view().played_ms == first.played_ms + 1_000
    assert engine.view().remaining_ms == first.remaining_ms - 1_000


def test_the_current_step_is_the_one_hands_are_in() -> None:
    """Elapsed time of the step, counted from when the view says, is time since it began."""
    engine = led_to(350)
    view = engine.view()

    assert view.step == 6
    assert view.step_started_at_ms == at(330)
    assert view.steps[6].start_ms == 330_000
    assert twenty_minutes().steps[6].side == "left"
