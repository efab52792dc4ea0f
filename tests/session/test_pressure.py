"""Softer, firmer and numbers: opposite wishes settle on the lower and no wish passes a ceiling."""

from __future__ import annotations

import pytest

from backrub.errors import CommandRefused
from backrub.routine import Step
from backrub.session import Command, Setting
from tests.session.plans import (
    FINISH,
    SETTING,
    at,
    begun,
    do,
    five_minutes,
    kinds,
    led_to,
    refusal,
    routine,
    said,
    slot,
    twenty_minutes,
)


def test_softer_is_one_less_at_once_and_said_at_once() -> None:
    """Softer lowers what is asked for now, and the answer is due that very moment with the lower target."""
    engine = led_to(360)
    before = engine.view().pressure

    do(engine, "softer", at(360), "receiver")

    assert engine.view().pressure == before - 1
    answer = next(cue for cue in engine.timeline().cues if cue.at_ms == at(360))
    assert answer.what.id == "softer"
    assert answer.target is not None
    assert answer.target.pressure == before - 1


def test_softer_is_remembered_for_that_stroke_on_that_area() -> None:
    """The other side of the same stroke is softer too; another stroke is as planned."""
    engine = led_to(300)

    do(engine, "softer", at(300), "receiver")

    steps = {placed.uid: placed.step for placed in engine.view().steps}
    assert steps["6"].pressure == (2, 4)
    assert steps["7"].pressure == (3, 5)


def test_taps_close_together_are_one_wish() -> None:
    """Two taps within two seconds lower it once, three seconds later a tap counts again."""
    engine = led_to(360)
    before = engine.view().pressure

    do(engine, "softer", at(360), "receiver")
    assert kinds(do(engine, "softer", at(361), "receiver")) == ["wish-heard"]
    assert engine.view().pressure == before - 1
    do(engine, "softer", at(364), "receiver")
    assert engine.view().pressure == before - 2


def test_a_wish_after_a_rest_is_another_one_than_a_wish_in_it() -> None:
    """While hands rest nothing is said: what is wished when they work again is answered, however soon."""
    engine = led_to(360)
    do(engine, "pause", at(360))
    do(engine, "rate", at(362), "receiver", 7)
    do(engine, "resume", at(363))

    do(engine, "softer", at(363.5), "receiver")

    assert said(engine, at(363.5)) == ["softer"]


def test_softer_never_goes_below_barely_there() -> None:
    """However often it is said, a hand that touches is asked for at 1."""
    engine = led_to(360)
    for place in range(12):
        do(engine, "softer", at(360 + 3 * place), "receiver")

    assert engine.view().pressure == 1


def test_firmer_is_one_more_up_to_the_cap() -> None:
    """A stroke goes to 6 and no further."""
    engine = led_to(360)
    do(engine, "firmer", at(360), "receiver")
    assert engine.view().pressure == 6

    do(engine, "firmer", at(380), "receiver")

    assert engine.view().pressure == 6
    assert said(engine, at(380)) == ["firmer-cap"]


def test_firmer_never_passes_the_plans_cap() -> None:
    """Where the plan's cap is 5, a 5 stays a 5."""
    engine = led_to(180, five_minutes(cap=5))

    do(engine, "firmer", at(180), "receiver")

    assert engine.view().pressure == 5


def test_firmer_never_passes_what_the_place_takes_from_that_hand() -> None:
    """A palm on the upper muscles goes to 5, whatever the plan's cap and the technique allow."""
    work = Step("stroke", "work", 180, "palm-press", "shoulders", "right", "palms", (4.0, 5.0), None, 8.0)
    warm = Step("stroke", "warm-up", 120, "effleurage", "whole-back", "both", "palms", (2.0, 4.0), 12.0)
    engine = led_to(200, routine([warm, work, *FINISH]))
    do(engine, "firmer", at(200), "receiver")
    assert 5 == engine.view().pressure
    assert "firmer-cap" in said(engine, at(200))


def test_firmer_counts_only_from_the_receiver_or_on_their_word() -> None:
    """A giver who asks for more by themselves is refused."""
    engine = led_to(360)

    with pytest.raises(CommandRefused, match="not-yours"):
        engine.receive(Command("firmer", "giver", on_their_word=False), at(360))
    do(engine, "firmer", at(361), "giver")
    assert engine.view().pressure == 6


def test_firmer_soon_after_softer_changes_nothing() -> None:
    """Opposite wishes within ten seconds settle on the lower."""
    engine = led_to(360)
    do(engine, "softer", at(360), "receiver")

    do(engine, "firmer", at(369), "giver")

    assert engine.view().pressure == 4
    assert said(engine, at(369)) == ["firmer-later"], "whoever asks is answered"


def test_softer_soon_after_firmer_goes_below_both() -> None:
    """Softer within ten seconds of firmer is one below where it was before."""
    engine = led_to(360)
    do(engine, "firmer", at(360), "giver")
    assert engine.view().pressure == 6

    do(engine, "softer", at(369), "receiver")

    assert engine.view().pressure == 4


def test_firmer_in_the_finish_still_ends_at_a_touch() -> None:
    """However firm the last strokes are wished, the very last is a touch."""
    engine = led_to(1_120)
    do(engine, "firmer", at(1_120), "receiver")

    last = [placed for placed in engine.view().steps if placed.duration_ms][-3:]

    assert all(placed.step.pressure is not None and placed.step.pressure[1] <= 2 for placed in last)


@pytest.mark.parametrize(("number", "line"), [(1, "rate-ok"), (4, "rate-ok"), (5, "just-right"), (6, "just-right")])
def test_a_number_up_to_six_changes_nothing(number: int, line: str) -> None:
    """Up to 4 there is room, 5 and 6 are just right; pressure stays."""
    engine = led_to(360)
    before = engine.view().pressure

    do(engine, "rate", at(360), "receiver", number)

    assert engine.view().pressure == before
    assert said(engine, at(360)) == [line]


def test_a_seven_in_a_stroke_is_softer() -> None:
    """Seven is for holds only."""
    engine = led_to(360)

    do(engine, "rate", at(360), "receiver", 7)

    assert engine.view().pressure == 4


def test_an_eight_takes_half_the_weight_off_and_it_stays_off() -> None:
    """After an 8 that place is lighter for the rest of the session, under every stroke and every wish."""
    engine = led_to(360)

    do(engine, "rate", at(360), "receiver", 8)

    assert engine.view().pressure == 2.5
    assert said(engine, at(360)) == ["too-much"]
    steps = {placed.uid: placed.step for placed in engine.view().steps}
    assert steps["8"].pressure == (2.5, 2.5), "another stroke on the same shoulder"
    assert steps["7"].pressure == (3, 5), "the other shoulder"
    assert steps["10"].pressure == (3, 5), "another place"
    do(engine, "firmer", at(380), "receiver")
    assert engine.view().pressure == 2.5


def test_a_nine_lays_the_hand_flat_and_nothing_presses_there_again() -> None:
    """After a 9 that stroke is barely there, and everything on that place stays below pressing."""
    engine = led_to(360)

    do(engine, "rate", at(360), "receiver", 9)

    assert engine.view().pressure == 1
    assert said(engine, at(360)) == ["hurts"]
    pressures = [
        placed.step.pressure
        for placed in engine.view().steps
        if placed.step.area == "shoulders" and placed.step.side == "left" and placed.step.pressure
    ]
    assert max(max(pair) for pair in pressures) <= 2
    engine.advance(at(480))
    assert refusal(engine, "spot-here", at(480), "receiver") == "not-a-place"


def test_a_ten_stops_it_whoever_passes_it_on() -> None:
    """A giver who passes on a 10 passes on the receiver's stop."""
    engine = led_to(360)

    do(engine, "rate", at(360), "giver", 10)

    assert engine.view().stopped_by == "receiver"
    assert engine.view().stop_within_ms == 3_000


@pytest.mark.parametrize("number", [None, 0, 11, -3])
def test_a_number_off_the_scale_is_refused(number: int | None) -> None:
    """There are ten numbers."""
    assert refusal(led_to(360), "rate", at(360), "receiver", number) == "out-of-range"


def test_a_held_breath_is_softer() -> None:
    """A held breath says softer, in its own words."""
    engine = led_to(360)

    do(engine, "breath-held", at(360))

    assert engine.view().pressure == 4
    assert said(engine, at(360)) == ["breath-held"]


def test_softer_at_rest_is_remembered_in_silence() -> None:
    """Said while hands rest, it says nothing and holds when they go on."""
    engine = led_to(360)
    do(engine, "pause", at(360))

    do(engine, "softer", at(365), "receiver")

    assert said(engine, at(365)) == []
    assert slot(engine, "5").step.pressure == (3, 5)
    assert engine.view().steps[5].step.pressure == (2, 4)


def test_pressure_rises_on_every_new_place() -> None:
    """Every step of work starts two lower than it comes to, and takes half a minute to come to it."""
    engine = begun(twenty_minutes(), Setting(spots=3))
    engine.advance(at(240))
    assert engine.view().pressure == 3
    engine.advance(at(255))
    assert engine.view().pressure == 4
    engine.advance(at(270))
    assert engine.view().pressure == 5


def test_nothing_presses_before_the_first_touch_or_at_rest() -> None:
    """Pressure asked for is 0 while hands do nothing."""
    engine = begun(twenty_minutes(), SETTING)
    engine.advance(at(400))
    do(engine, "pause", at(400))

    assert engine.view().pressure == 0
