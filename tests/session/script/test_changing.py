"""A change is announced before it comes, by where the giver is, and what rides between strokes is said in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backrub.routine import Message, Phase, Place, Side, Step, message
from backrub.session.script import neighbours, step_cues
from backrub.session.timeline import CueDraft, Setting
from backrub.words import text
from tests.session.script.performing import placed
from tests.session.script.plans import (
    OIL,
    SEATED_SETTING,
    SIDE_LYING_SETTING,
    ask,
    hold,
    move,
    oil,
    rest,
    routine,
    stroke,
    turn,
)

LONG = stroke("effleurage", "whole-back", "both", 120, (2, 4), phase="warm-up")
KNEAD = stroke("petrissage", "shoulders", "right", 90, (3, 5), contact="whole-hand", place="head-end")


def told(
    *steps: Step, index: int = -1, setting: Setting = OIL, seen: frozenset[str] = frozenset()
) -> tuple[CueDraft, ...]:
    """Give what is said around one step of a plan."""
    plan = placed(routine(*steps))
    at = index % len(plan)
    before, after = neighbours(plan, at)
    return step_cues(setting, plan[at], before, after, seen)


def ids(drafts: tuple[CueDraft, ...]) -> list[str]:
    """Give the message ids of drafts."""
    return [draft.what.id for draft in drafts]


def args(what: Message) -> dict[str, object]:
    """Give a message's arguments by name."""
    return dict(what.args)


def test_a_change_is_announced_while_the_stroke_before_it_goes_on() -> None:
    """The next stroke is named 10 to 12 seconds before it begins, for when this stroke ends."""
    first = told(LONG, replace(KNEAD, place="hip"))[0]

    assert first.what.id == "next-stroke"
    assert -12_000 <= first.offset_ms <= -10_000
    assert args(first.what)["lead"] == "stroke"


def test_after_a_rest_no_stroke_can_end() -> None:
    """Out of resting hands the next stroke is announced without the words for the end of a stroke."""
    first = told(rest("open", 30), LONG)[0]

    assert ("next-stroke", "then") == (first.what.id, args(first.what)["lead"])


def test_the_first_step_is_not_announced() -> None:
    """Nothing comes before the first touch but the preparations."""
    assert [draft for draft in told(rest("open", 30), index=0) if draft.offset_ms < 0] == []


def test_what_goes_on_is_not_announced() -> None:
    """The same stroke in the same place, only heavier, needs no words for a change."""
    heavier = replace(LONG, pressure=(3, 5))

    assert [draft for draft in told(LONG, heavier) if draft.offset_ms < 0] == []


def test_the_other_side_is_the_same() -> None:
    """For the second side neither the stroke nor how to do it is said again."""
    other = replace(KNEAD, side="left")

    assert ids(told(KNEAD, other, seen=frozenset({"petrissage"}))) == ["next-other-side"]


def test_a_short_step_is_not_talked_over_from_its_start() -> None:
    """After a short step the announcement waits until half of it is over."""
    short = replace(LONG, duration_s=12)

    assert told(short, KNEAD)[0].offset_ms >= -6_000


@pytest.mark.parametrize(
    ("place", "side", "near"),
    [
        ("beside", "left", "near"),
        ("beside", "right", "near"),
        ("across", "left", "far"),
        ("across", "right", "far"),
        ("head-end", "left", "none"),
        ("hip", "left", "none"),
    ],
)
def test_a_side_is_said_as_the_giver_sees_it(place: Place, side: Side, near: str) -> None:
    """Beside is the near side, across the far one; where the giver may be anywhere, only left and right are said."""
    step = stroke("caress", "shoulders", side, 60, (2, 2), place=place)
    named = next(draft for draft in told(LONG, step) if draft.what.id == "next-stroke")

    assert near == args(named.what)["near"]


@pytest.mark.parametrize(("setting", "near"), [(SEATED_SETTING, "none"), (SIDE_LYING_SETTING, "upper")])
def test_behind_somebody_there_is_no_near_and_far(setting: Setting, near: str) -> None:
    """Behind a chair sides are left and right; of somebody lying on one side the upper one is worked."""
    step = stroke("caress", "shoulders", "left", 60, (2, 2), place="behind")
    before = replace(LONG, place="behind")
    named = next(draft for draft in told(before, step, setting=setting) if draft.what.id == "next-stroke")

    assert near == args(named.what)["near"]


def test_a_move_is_said_before_the_stroke_it_is_for() -> None:
    """First where to go, with one hand staying, then what comes there."""
    going = told(LONG, move("head-end"), KNEAD, index=1)
    coming = told(LONG, move("head-end"), KNEAD)

    assert ids(going) == ["move-to"]
    assert coming[0].what.id == "next-stroke"
    assert args(coming[0].what)["lead"] == "then"
    assert going[0].offset_ms < coming[0].offset_ms < 0


def test_round_to_the_other_side_is_named_by_theirs() -> None:
    """Walking round, the giver is told which of their sides to go to."""
    left = stroke("blade-circles", "blades", "left", 60, (2, 4), place="beside")
    right = replace(left, side="right")

    assert args(told(left, move("beside"), right, index=1)[0].what)["station"] == "right"


def test_staying_in_place_is_a_change_of_knees() -> None:
    """A move to where the giver is already lets them shift, in the middle of the stroke."""
    other = replace(KNEAD, side="left")
    said = told(KNEAD, move("head-end"), other, index=1)

    assert ids(said) == ["move-change-knees"]
    assert said[0].offset_ms > 0


def test_before_a_hold_knees_are_shifted_in_time() -> None:
    """In a hold nothing moves, so knees come before it."""
    still = hold("shoulders", "right", 75, place="head-end")

    assert told(KNEAD, move("head-end"), still, index=1)[0].offset_ms < -15_000


def test_the_first_oil_comes_out_of_the_rest() -> None:
    """Oil is taken while one hand stays, before the first long stroke."""
    first = told(rest("open", 30), oil(), LONG, index=1)

    assert ids(first) == ["oil-first"]
    assert first[0].offset_ms < 0


def test_later_oil_rides_in_the_stroke() -> None:
    """More oil is offered some way into a stroke, never at its change."""
    more = told(LONG, oil(), KNEAD, index=1)

    assert ids(more) == ["oil-more"]
    assert 20_000 <= more[0].offset_ms <= 60_000


@pytest.mark.parametrize("glide", ["clothed", "dry"])
def test_without_oil_there_is_none(glide: str) -> None:
    """Through clothes and on dry skin no oil is spoken of, whatever the plan says."""
    dry = replace(OIL, lubricant="clothed" if glide == "clothed" else "dry")

    assert told(LONG, oil(), KNEAD, index=1, setting=dry) == ()


def test_a_question_is_asked_in_the_stroke_that_follows() -> None:
    """The giver is told to ask some 25 seconds into the pressing, in their own words."""
    said = told(LONG, ask(), KNEAD, index=1)

    assert [("ask-pressure", "ask", 25_000)] == [(draft.what.id, draft.kind, draft.offset_ms) for draft in said]


def test_a_delicate_place_is_asked_for_by_itself() -> None:
    """On the low back the question is about here."""
    low = stroke("waist-spread", "waist", "left", 60, (2, 4), place="across")

    assert ids(told(LONG, ask(), low, index=1)) == ["ask-here"]


@pytest.mark.parametrize(("setting", "expected"), [(OIL, ["turn-head"]), (SEATED_SETTING, [])])
def test_heads_are_turned_only_face_down(setting: Setting, expected: list[str]) -> None:
    """Who sits has no head to turn."""
    assert expected == ids(told(LONG, turn(), KNEAD, index=1, setting=setting))


def test_turning_over_is_led() -> None:
    """Lying on one side, the turn is said to the receiver, the pillows to the giver, and then hands come back."""
    over = Step(kind="turn", phase="work", duration_s=60)

    assert ids(told(LONG, over, setting=SIDE_LYING_SETTING)) == ["turn-over", "turn-over-help", "turn-over-back"]


def test_a_pause_is_led() -> None:
    """In a long session a turn with a length is a pause."""
    pause = Step(kind="turn", phase="work", duration_s=60)

    assert ids(told(LONG, pause)) == ["sit-up", "sit-up-back"]


def test_what_somebody_wrote_is_said_word_for_word() -> None:
    """A sentence of the routine is said in the stroke that follows it, as heavy as a change, and as it stands."""
    sentence = message("says-as-written", text="Feet flat.")
    said = told(LONG, Step(kind="say", phase="work", says=sentence), KNEAD, index=1)

    assert [(9_000, "say", sentence, 9)] == [(each.offset_ms, each.kind, each.what, each.weight) for each in said]


@pytest.mark.parametrize("phase", ["prepare", "aftercare"])
def test_before_the_first_touch_and_after_the_last_nothing_written_is_said(phase: Phase) -> None:
    """There the coach has words of its own, and two voices would say the same twice."""
    sentence = Step(kind="say", phase=phase, says=message("says-as-written", text="Feet flat."))

    assert told(LONG, sentence, index=1) == ()


def test_a_written_question_is_asked_in_its_own_words() -> None:
    """The coach nudges with the writer's question, at the time of any other."""
    question = Step(kind="ask", phase="work", says=message("says-as-written", text="How is this, down here?"))
    said = told(LONG, question, KNEAD, index=1)

    assert [("ask", 25_000)] == [(draft.kind, draft.offset_ms) for draft in said]
    assert [message("ask-as-written", text="How is this, down here?")] == [draft.what for draft in said]
    assert "Ask: How is this, down here?" == text(said[0].what)
