"""Wishes that took their time to come: hands were at rest, or at work again, before the engine knew of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backrub.errors import CommandRefused
from backrub.session import Begin, Command, CommandKind, Engine, Role, View
from backrub.session.events import PlaceCorrected
from tests.session.plans import SETTING, at, do, kinds, led_to, replanned, said, slot, twenty_minutes


def late(engine: Engine, kind: CommandKind, asked_s: float, comes_s: float, by: Role = "giver") -> list[str]:
    """Let a wish come long after it was asked, and give the kinds of what it led to."""
    engine.advance(at(comes_s))
    engine.events_emitted()
    engine.receive(Command(kind, by), at(comes_s), at(asked_s))
    return kinds(engine.events_emitted())


def test_a_late_pause_rests_since_it_was_asked() -> None:
    """Three minutes that nobody was led are not skipped: hands are where they came to rest, in that step."""
    engine = led_to(360)

    assert late(engine, "pause", 360, 540) == ["place-corrected", "paused"]

    view = engine.view()
    assert ("paused", 360_000, 6) == (view.status, view.played_ms, view.step)
    assert view.resting


def test_after_a_late_pause_it_goes_on_where_hands_rested() -> None:
    """The end moves by the whole time at rest, the steps are what they were, and pressure comes back slowly."""
    engine, other = led_to(360), led_to(360)
    late(engine, "pause", 360, 540)
    do(other, "pause", at(360))
    for one in (engine, other):
        do(one, "resume", at(545))

    assert engine.state.slots == other.state.slots
    assert engine.view() == _but_for_version(other, engine)
    assert engine.state.pressing.rewarm == other.state.pressing.rewarm
    assert engine.timeline().ends_at_ms == other.timeline().ends_at_ms


def _but_for_version(other: Engine, engine: Engine) -> View:
    return replace(other.view(), version=engine.view().version)


def test_a_late_pause_need_not_be_said() -> None:
    """Hands have been at rest for long: nobody is told to rest them."""
    engine = led_to(360)
    late(engine, "pause", 360, 540)

    assert said(engine, at(540)) == []


def test_what_comes_in_time_counts_from_now() -> None:
    """A moment on the way is no more than that."""
    engine = led_to(360)

    assert late(engine, "pause", 360, 360.9) == ["paused"]
    assert engine.view().played_ms == 360_900
    assert said(engine, at(360.9)) == ["pause-giver"]


def test_nothing_that_people_caused_is_taken_back() -> None:
    """The receiver spoke after the giver's pause: hands are where they were then."""
    engine = led_to(360)
    do(engine, "softer", at(420), "receiver")

    late(engine, "pause", 360, 540)

    assert engine.view().played_ms == 420_000
    assert engine.state.pressing.offsets == {("knuckle-circles", "shoulders"): -1.0}


def test_a_new_plan_is_not_taken_back() -> None:
    """What was planned anew for a wish stands."""
    engine = led_to(360)
    do(engine, "tired", at(360))
    wanted = engine.state.wanted
    assert wanted is not None
    engine.receive(replanned(wanted.remaining_ms // 1_000, "tired"), at(362))

    late(engine, "pause", 361, 540)

    assert engine.view().played_ms == 362_000
    assert engine.state.slots[-2].step.area == "upper-back"


def test_who_comes_and_goes_keeps_no_time() -> None:
    """A phone that joins after the pause changes nothing about where hands are."""
    engine = led_to(360)
    do(engine, "join", at(420), "receiver")

    late(engine, "pause", 360, 540)

    assert engine.view().played_ms == 360_000
    assert engine.view().present == ("receiver",)


def test_a_spot_that_was_held_on_paper_only_is_still_to_be_held() -> None:
    """A hold that the engine led while hands rested is given back, and its check-ins and lengths with it."""
    engine, untouched = led_to(760), led_to(760)

    late(engine, "pause", 760, 1_000)

    assert engine.view().spots_left == 3
    assert engine.state.closed == frozenset()
    assert engine.state.asked == untouched.state.asked
    assert [(one.uid, one.start_ms, one.duration_ms) for one in engine.state.slots] == [
        (one.uid, one.start_ms, one.duration_ms) for one in untouched.state.slots
    ]
    do(engine, "resume", at(1_001))
    engine.advance(at(1_001 + 21))
    assert engine.view().hold is not None


def test_a_late_pause_in_a_hold_ends_it_there() -> None:
    """As with any pause: the hold is over where hands were, and broad strokes come next."""
    engine, other = led_to(820), led_to(820)
    late(engine, "pause", 820, 1_000)
    do(other, "pause", at(820))

    assert engine.view().hold is None
    assert slot(engine, "14").end_ms == 820_000
    assert slot(engine, "14") == slot(other, "14")
    assert engine.view().spots_left == other.view().spots_left == 2


def test_a_session_that_finished_without_anybody_is_where_hands_rested() -> None:
    """The end that the engine came to by itself is taken back; one that people came to is not."""
    engine = led_to(360)

    assert late(engine, "pause", 360, 3_000) == ["place-corrected", "paused"]
    assert ("paused", 360_000) == (engine.view().status, engine.view().played_ms)
    do(engine, "resume", at(3_010))
    engine.advance(at(6_000))
    assert engine.status == "finished"
    with pytest.raises(CommandRefused, match="finished"):
        engine.receive(Command("pause"), at(6_010), at(6_000))


def test_a_rest_after_a_gap_is_put_right_too() -> None:
    """The machine was away and rested hands at its last sign of life; they had rested before."""
    engine = led_to(360)
    engine.resume_at(at(400), at(900))

    late(engine, "pause", 370, 910)

    assert ("paused", 370_000) == (engine.view().status, engine.view().played_ms)


def test_a_pause_from_another_device_rests_from_now() -> None:
    """Whoever asked by a phone without a line was not heard: hands went on."""
    engine = led_to(360)

    assert late(engine, "pause", 360, 540, "receiver") == ["paused"]
    assert engine.view().played_ms == 540_000


@pytest.mark.parametrize("by", ["receiver", "giver", "watcher"])
def test_a_late_stop_stops_at_once_and_where_hands_left(by: Role) -> None:
    """It is obeyed and said now, hands are away in three seconds at most, and the place is where it was asked."""
    engine = led_to(360)

    assert late(engine, "stop", 360, 540, by) == ["place-corrected", "stopped"]

    view = engine.view()
    assert ("stopped", 360_000) == (view.status, view.played_ms)
    assert view.stop_within_ms == (None if by == "giver" else 3_000)
    assert said(engine, at(540)) == ["stop-giver" if by == "giver" else "stop-receiver"]


def test_a_rest_and_going_on_that_come_together_leave_hands_where_they_are() -> None:
    """Paused for a minute and led on by the page: when the line is back nothing is told twice and nothing is lost."""
    engine = led_to(360)
    late(engine, "pause", 360, 540)

    assert late(engine, "resume", 420, 540) == ["place-corrected", "resumed", "step-began"][:2]

    assert ("running", 480_000) == (engine.view().status, engine.view().played_ms)
    assert said(engine, at(540)) == []


def test_going_on_is_counted_from_now_where_the_rest_was_known() -> None:
    """Nobody leads a page on that was told of the rest: it waited for the coach."""
    engine = led_to(360)
    do(engine, "pause", at(360))

    late(engine, "resume", 420, 540)

    assert engine.view().played_ms == 360_000


def test_led_on_to_the_end_alone_it_is_finished() -> None:
    """Paused and led on by the page to its end: the session is over."""
    engine = led_to(360)
    late(engine, "pause", 360, 3_000)
    late(engine, "resume", 420, 3_000)

    assert engine.status == "finished"


@pytest.mark.parametrize("asked_s", [30, 300, 800, 830, 860, 1_100, 1_170])
def test_what_was_put_right_replays(asked_s: float) -> None:
    """The log alone leads to the same session, wherever hands rested."""
    engine = Engine.new(SETTING)
    engine.receive(Begin(twenty_minutes(), SETTING), 0)
    for kind, at_ms in (("start", 0), ("ready", at(0))):
        engine.receive(Command(kind), at_ms)  # type: ignore[arg-type]  # two kinds of the table
    engine.receive(Command("pause"), at(1_195), at(asked_s))
    engine.receive(Command("resume"), at(1_195), at(asked_s + 20))
    log = engine.events_emitted()

    assert [asked_s * 1_000, 1_175_000] == [event.played_ms for event in log if isinstance(event, PlaceCorrected)]
    assert Engine.replay(log).state == engine.state
    assert engine.view().played_ms == 1_175_000
