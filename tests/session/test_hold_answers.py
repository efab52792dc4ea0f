"""What is said while a spot is held, and what it does."""

from __future__ import annotations

from itertools import pairwise

import pytest

from backrub.session import CommandKind
from backrub.session.script import line_of, spoken_s
from backrub.units import ms
from tests.session.holds import BROAD_S, HOLD, RELEASE_S, SINK_S, STILL_S, end_s, held, stage
from tests.session.plans import at, do, led_to, refusal, said

OF_A_HOLD = ("hold-sink", "hold-numbers", "hold-sharp", "hold-breath-out", "hold-half-time", "hold-if-easing")


def test_a_low_number_sinks_a_little_more_once() -> None:
    """Up to 4 it is one more and asked again; the second time that is enough and the clock starts."""
    engine = led_to(SINK_S + 2)
    do(engine, "rate", at(SINK_S + 2), "receiver", 3)

    assert (stage(engine), held(engine)) == ("sink", 6)
    assert said(engine, at(SINK_S + 2)) == ["spot-low"]
    do(engine, "rate", at(SINK_S + 6), "receiver", 4)
    assert (stage(engine), held(engine)) == ("still", 6)
    assert said(engine, at(SINK_S + 6)) == ["spot-enough"]


@pytest.mark.parametrize("number", [5, 6, 7])
def test_a_good_number_starts_the_clock(number: int) -> None:
    """From 5 to 7 it is just there: still, and not a hair more."""
    engine = led_to(SINK_S + 2)

    do(engine, "rate", at(SINK_S + 2), "receiver", number)

    view = engine.view()
    assert (stage(engine), held(engine)) == ("still", 5)
    assert view.hold is not None
    assert view.hold.number == number
    assert said(engine, at(SINK_S + 2)) == ["spot-good"]


def test_half_time_is_counted_from_the_number() -> None:
    """The question comes in the middle of the stillness as it now is."""
    engine = led_to(SINK_S + 2)
    do(engine, "rate", at(SINK_S + 2), "receiver", 6)

    view = engine.view()
    asked = next(cue.at_ms for cue in engine.timeline().cues if cue.what.id == "hold-half-time")

    assert view.hold is not None
    assert asked == pytest.approx((at(SINK_S + 2) + (view.hold.stage_ends_at_ms or 0)) / 2, abs=1_500)
    assert not [cue for cue in engine.timeline().cues if cue.what.id == "hold-numbers" and cue.step == 14]


def test_an_eight_takes_half_off_and_a_second_lets_go() -> None:
    """At 8 half the weight goes; still 8, and it is let go; that place stays lighter."""
    engine = led_to(STILL_S + 5)
    do(engine, "rate", at(STILL_S + 5), "receiver", 8)

    assert (stage(engine), held(engine)) == ("still", 3)
    assert said(engine, at(STILL_S + 5)) == ["spot-eight"]
    do(engine, "rate", at(STILL_S + 9), "receiver", 8)
    assert (stage(engine), held(engine)) == ("release", 1)
    assert end_s(engine) == STILL_S + 12
    assert all(
        max(placed.step.pressure or (0,)) <= 3
        for placed in engine.view().steps
        if placed.step.area == "between-blades" and placed.step.side == "right"
    )


def test_a_good_number_after_an_eight_keeps_it_there() -> None:
    """Half off and good: it stays at half, and another 8 much later takes half of that, not all."""
    engine = led_to(STILL_S + 5)
    do(engine, "rate", at(STILL_S + 5), "receiver", 8)
    do(engine, "rate", at(STILL_S + 9), "receiver", 6)

    do(engine, "rate", at(STILL_S + 30), "receiver", 8)

    assert (stage(engine), held(engine)) == ("still", 1.5)


def test_a_nine_lets_go_and_that_spot_is_not_held_again() -> None:
    """At 9 the hand lies flat at once, and nothing presses there again."""
    engine = led_to(STILL_S + 5)

    do(engine, "rate", at(STILL_S + 5), "receiver", 9)

    assert (stage(engine), held(engine)) == ("release", 1)
    assert said(engine, at(STILL_S + 5)) == ["spot-nine"]
    engine.advance(at(STILL_S + 20))
    assert stage(engine) == "broad"
    assert held(engine) <= 2


def test_easing_keeps_the_weight_to_the_end() -> None:
    """It is letting go: nothing changes."""
    engine = led_to(STILL_S + 25)
    before = held(engine)

    do(engine, "easing", at(STILL_S + 25), "receiver")

    assert said(engine, at(STILL_S + 25)) == ["hold-easing"]
    assert (stage(engine), held(engine)) == ("still", before)
    assert end_s(engine) == BROAD_S


def test_the_same_is_enough() -> None:
    """No change at half time: ease out now."""
    engine = led_to(STILL_S + 25)

    do(engine, "same", at(STILL_S + 25), "receiver")

    assert (stage(engine), held(engine)) == ("release", 2)
    assert end_s(engine) == STILL_S + 31


def test_worse_is_off_slowly_and_not_again() -> None:
    """Worse: off, and that place is held no more."""
    engine = led_to(STILL_S + 25)

    do(engine, "worse", at(STILL_S + 25), "receiver")

    assert (stage(engine), held(engine)) == ("release", 1)
    assert said(engine, at(STILL_S + 25)) == ["hold-worse"]


def test_eased_is_released_after_half_a_minute_at_the_earliest() -> None:
    """Gone after ten seconds, it is still held for thirty; gone after thirty-five, it is released."""
    early = led_to(STILL_S + 10)
    do(early, "eased", at(STILL_S + 10), "receiver")
    late = led_to(STILL_S + 35)
    do(late, "eased", at(STILL_S + 35), "receiver")

    assert stage(early) == "still"
    early.advance(at(STILL_S + 30))
    assert stage(early) == "release"
    assert stage(late) == "release"


def test_what_radiates_is_left_at_once() -> None:
    """Tingling, sharp or spreading: off now, and that place is left."""
    engine = led_to(STILL_S + 5)

    do(engine, "radiates", at(STILL_S + 5), "receiver")

    assert (stage(engine), held(engine)) == ("release", 1)
    assert "hold-radiates" in said(engine, at(STILL_S + 5))


def test_what_radiates_in_a_stroke_lays_the_hand_flat() -> None:
    """The same word in a stroke means the same."""
    engine = led_to(360)

    do(engine, "radiates", at(360), "receiver")

    assert held(engine) == 1


def test_a_held_breath_is_lighter_and_waited_for() -> None:
    """Lighter at once; back within five seconds, it stays at that."""
    engine = led_to(STILL_S + 10)
    do(engine, "breath-held", at(STILL_S + 10))

    assert (stage(engine), held(engine)) == ("still", 5)
    do(engine, "just-right", at(STILL_S + 13))
    assert said(engine, at(STILL_S + 13)) == ["breath-back"]
    engine.advance(at(STILL_S + 20))
    assert (stage(engine), held(engine)) == ("still", 5)


def test_a_breath_that_does_not_come_back_lets_go() -> None:
    """Five seconds later the hand lies flat, without a tap."""
    engine = led_to(STILL_S + 10)
    do(engine, "breath-held", at(STILL_S + 10))

    engine.advance(at(STILL_S + 15))

    assert (stage(engine), held(engine)) == ("release", 1)
    assert said(engine, at(STILL_S + 15)) == ["breath-not-back"]


def test_a_breath_held_while_sinking_is_waited_for_too() -> None:
    """The stillness does not begin over a held breath."""
    engine = led_to(STILL_S - 1)
    do(engine, "breath-held", at(STILL_S - 1))

    engine.advance(at(STILL_S + 4))

    assert stage(engine) == "release"


@pytest.mark.parametrize(("kind", "number"), [("softer", None), ("breath-held", None), ("rate", 8), ("rate", 9)])
def test_easing_out_can_be_too_much_too(kind: str, number: int | None) -> None:
    """Whatever asks for less while it is eased out of takes the rest of the weight off."""
    engine = led_to(RELEASE_S + 1)
    assert held(engine) == 2

    do(engine, kind, at(RELEASE_S + 1), "receiver", number)  # type: ignore[arg-type]

    assert (stage(engine), held(engine)) == ("release", 1)


def test_softer_lightens_a_hold() -> None:
    """One less at once, and it goes on."""
    engine = led_to(STILL_S + 10)

    do(engine, "softer", at(STILL_S + 10), "receiver")

    assert (stage(engine), held(engine)) == ("still", 5)
    assert said(engine, at(STILL_S + 10)) == ["softer"]


def test_a_hold_goes_to_seven_and_no_further() -> None:
    """Whatever is wished, 7 is the ceiling."""
    engine = led_to(STILL_S + 2)
    for place in range(4):
        do(engine, "firmer", at(STILL_S + 2 + 3 * place), "receiver")

    assert held(engine) == 7


@pytest.mark.parametrize("kind", ["softer", "breath-held"])
def test_a_hold_that_was_made_lighter_stays_so(kind: CommandKind) -> None:
    """After softer or a held breath in the sinking nothing sinks in deeper by itself, and no line says so."""
    engine = led_to(SINK_S + 3)
    before = held(engine)
    do(engine, kind, at(SINK_S + 3), "receiver")
    if kind == "breath-held":
        do(engine, "easing", at(SINK_S + 5), "receiver")
    coming = [cue.target.pressure for cue in engine.timeline().cues if cue.target and cue.id.startswith(f"{HOLD}-")]
    engine.advance(at(STILL_S + 1))

    assert stage(engine) == "still"
    assert held(engine) == before - 1
    assert coming
    assert max(coming) == before - 1


@pytest.mark.parametrize("kind", ["easing", "eased", "same", "worse", "spot-lump", "spot-not-found"])
def test_outside_a_hold_its_answers_mean_nothing(kind: str) -> None:
    """There is nothing to let go of in a stroke."""
    assert refusal(led_to(360), kind, at(360), "receiver") == "no-hold"  # type: ignore[arg-type]


LEFT: tuple[tuple[tuple[float, CommandKind, int | None], ...], ...] = (
    ((4, "rate", 8), (10, "rate", 6), (18, "breath-held", None)),
    ((3, "rate", 9),),
    ((2, "not-there", None),),
    ((14, "rate", 3), (20, "rate", 8), (24, "rate", 8)),
    ((13, "rate", 6), (60, "same", None)),
    ((5, "next", None),),
    ((5, "hush", None),),
    ((6, "pause", None), (9, "resume", None)),
)


@pytest.mark.parametrize("wishes", LEFT)
def test_no_line_of_a_hold_outlives_it(wishes: tuple[tuple[float, CommandKind, int | None], ...]) -> None:
    """A spot that is let go of is not led any more: nobody is told to sink in, stay, or ease out of it."""
    engine, heard = led_to(305), dict[str, str]()
    do(engine, "spot-here", at(305), "receiver")
    for later_s, kind, value in wishes:
        engine.advance(at(305 + later_s))
        do(engine, kind, at(305 + later_s), "receiver", value)
    let_go_ms = at(305 + wishes[-1][0])
    while engine.now_ms < let_go_ms + 60_000:
        engine.advance(engine.now_ms + 100)
        over = engine.state.hold is None or engine.state.hold.stage in ("release", "broad")
        spoken = [cue for cue in engine.timeline().cues if cue.at_ms > engine.now_ms and cue.what.id in OF_A_HOLD]
        heard |= {cue.id: cue.what.id for cue in spoken if over and cue.step == 6}

    assert heard == {}


def test_whatever_is_said_overtakes_what_was_to_follow_here() -> None:
    """After an 8 nobody is told to sink in; after a number nobody is told what numbers mean."""
    engine = led_to(305)
    do(engine, "spot-here", at(305), "receiver")
    do(engine, "rate", at(308), "receiver", 8)

    assert not {"hold-sink", "hold-numbers"} & {cue.what.id for cue in engine.timeline().cues if cue.step == 6}


def test_a_number_is_waited_for_until_one_is_good() -> None:
    """After an 8 what is shown stays at 8, whatever time passes; a good number or word ends it, a low one sinks."""
    ask_again = led_to(STILL_S + 2)
    do(ask_again, "rate", at(STILL_S + 2), "receiver", 8)
    ask_again.advance(at(STILL_S + 12))
    waiting = ask_again.view().hold
    do(ask_again, "rate", at(STILL_S + 12), "receiver", 3)

    assert waiting is not None
    assert (waiting.stage, waiting.number) == ("still", 8)
    assert stage(ask_again) == "sink"


def test_just_right_after_too_much_is_the_answer() -> None:
    """Half the weight is right: nobody is asked for a number any more."""
    engine = led_to(STILL_S + 2)
    do(engine, "rate", at(STILL_S + 2), "receiver", 8)
    do(engine, "just-right", at(STILL_S + 6), "receiver")
    hold = engine.view().hold

    assert hold is not None
    assert hold.number is None


LAID = ["spot-here", "hold-sink", "hold-numbers", "hold-sharp", "hold-half-time", "hold-if-easing", "hold-release"]
"""What is said of a spot that was found with "here", and about which nobody says anything."""


def test_each_line_of_a_spot_found_here_has_its_room() -> None:
    """What to do with an answer follows the question, and is said to the end before the hand eases out."""
    engine = led_to(400)
    do(engine, "spot-here", at(400), "receiver")

    told = [cue for cue in engine.timeline().cues if cue.what.id in LAID and at(400) <= cue.at_ms <= at(450)]

    assert [cue.what.id for cue in told] == LAID
    for cue, after in pairwise(told[1:]):
        assert cue.at_ms + ms(spoken_s(line_of(cue.what).words)) <= after.at_ms + 100, (cue, after)


@pytest.mark.parametrize("number", [None, 6])
def test_an_answer_at_half_time_needs_no_telling_what_it_would_mean(number: int | None) -> None:
    """Once it was said to be easing, nobody is told what to do if it is, or if it is not."""
    engine = led_to(STILL_S + 2)
    if number is not None:
        do(engine, "rate", at(STILL_S + 2), "receiver", number)
    asked_ms = next(cue.at_ms for cue in engine.timeline().cues if cue.what.id == "hold-half-time")
    engine.advance(asked_ms + 3000)
    assert "hold-if-easing" in {cue.what.id for cue in engine.timeline().cues if cue.step == int(HOLD)}
    do(engine, "easing", asked_ms + 3000, "receiver")

    assert said(engine, asked_ms + 3000) == ["hold-easing"]
    assert "hold-if-easing" not in {cue.what.id for cue in engine.timeline().cues if cue.step == int(HOLD)}
