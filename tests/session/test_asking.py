"""Check-ins: few, in the beginning of strokes, and never to somebody who has just spoken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backrub.session import CommandKind, Engine
from backrub.session.events import CheckInAsked
from tests.session.plans import SETTING, at, begun, do, five_minutes, led_to, routine, twenty_minutes


def asked_s(engine: Engine) -> list[float]:
    """Give when the giver was told to ask, from first touch."""
    return [(event.at_ms - 60_000) / 1_000 for event in engine.events_emitted() if isinstance(event, CheckInAsked)]


def test_a_question_comes_soon_after_its_stroke_began() -> None:
    """Twenty-five seconds into the stroke, or before its middle when the stroke is short."""
    engine = begun(twenty_minutes())
    engine.advance(at(2_000))

    assert asked_s(engine) == [55, 535, 1_016.25]


def test_the_timeline_asks_when_the_engine_does() -> None:
    """A question is heard at the very moment it stands open."""
    cues = begun(twenty_minutes()).timeline().cues

    assert [(cue.at_ms - 60_000) / 1_000 for cue in cues if cue.what.id == "ask-pressure"] == [55, 535, 1_016.25]


def test_a_question_stands_open_for_twenty_seconds() -> None:
    """No answer changes nothing, and the question goes."""
    engine = led_to(56)
    assert engine.view().asking is not None

    engine.advance(at(75))

    assert engine.view().asking is None
    assert engine.view().pressure > 2


@pytest.mark.parametrize(("kind", "number"), [("just-right", None), ("softer", None), ("firmer", None), ("rate", 8)])
def test_an_answer_closes_the_question(kind: CommandKind, number: int | None) -> None:
    """Once answered nothing stands open."""
    engine = led_to(56)

    do(engine, kind, at(57), "receiver", number)

    assert engine.view().asking is None


def test_somebody_who_has_just_spoken_is_not_asked() -> None:
    """Within half a minute of a word from the receiver the question is dropped, not put off."""
    engine = begun(twenty_minutes())
    do(engine, "softer", at(40), "receiver")
    assert at(55) not in [cue.at_ms for cue in engine.timeline().cues if cue.kind == "ask"]

    engine.advance(at(300))

    assert asked_s(engine) == []


def test_what_the_giver_passes_on_is_a_word_of_the_receiver() -> None:
    """A giver who taps softer has just heard it."""
    engine = begun(twenty_minutes())
    do(engine, "softer", at(40), "giver")

    engine.advance(at(300))

    assert asked_s(engine) == []


def test_a_session_has_no_more_questions_than_its_length_allows() -> None:
    """A plan of five minutes with three questions asks one."""
    plan = five_minutes()
    steps = list(plan.steps)
    ask = steps[2]
    crowded = routine([steps[0], ask, steps[1], ask, steps[3], ask, *steps[4:]], 5)
    engine = begun(crowded, SETTING)

    engine.advance(at(2_000))

    assert len(asked_s(engine)) == 1


def test_nothing_is_asked_in_the_finish() -> None:
    """A question written before the finish is not asked."""
    plan = five_minutes()
    steps = plan.steps
    late = routine([*steps[:2], *steps[3:5], replace(steps[2], phase="finish"), *steps[5:]], 5)
    engine = begun(late, SETTING)

    engine.advance(at(2_000))

    assert asked_s(engine) == []


def test_nothing_is_asked_after_hush() -> None:
    """Somebody who sleeps is not asked."""
    engine = begun(twenty_minutes())
    do(engine, "hush", at(40))

    engine.advance(at(2_000))

    assert asked_s(engine) == []
