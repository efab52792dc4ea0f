"""Every answer at every stage of a hold: where it leads, and what is said first."""

from __future__ import annotations

from typing import cast

import pytest

from backrub.errors import CommandRefused
from backrub.session import CommandKind, Engine, HoldStage
from tests.session.holds import BEGINS_S, BROAD_S, RELEASE_S, SINK_S, STILL_S, held, stage
from tests.session.plans import do, led_to, said

STAGES: dict[HoldStage, int] = {
    "seek": BEGINS_S + 5,
    "sink": SINK_S + 2,
    "still": STILL_S + 8,
    "release": RELEASE_S + 2,
    "broad": BROAD_S + 5,
}
NO_HOLD, HOLDING, ANNOUNCED = "refused: no-hold", "refused: holding", "refused: announced"
NO_PLACE = "refused: not-a-place"
EVERYWHERE_STOP = ("stopped: stop-receiver",) * 5
ANSWERS: dict[str, tuple[str, ...]] = {
    # said        seek, sink, still, release, broad
    "spot-here": ("sink: spot-here", "sink: spot-here", "sink: spot-here", NO_PLACE, NO_PLACE),
    "spot-lump": (*("release: spot-lump",) * 4, "broad: spot-lump"),
    "spot-not-found": (*("release: spot-not-found",) * 3, "release:", "broad:"),
    "rate 3": ("sink: spot-low", "sink: spot-low", "sink: spot-low", "release:", "broad: rate-ok"),
    "rate 6": ("still: spot-good", "still: spot-good", "still: spot-good", "release:", "broad: just-right"),
    "rate 8": ("sink: spot-eight", "sink: spot-eight", "still: spot-eight", "release: too-much", "broad: too-much"),
    "rate 9": (*("release: spot-nine",) * 3, "release: hurts", "broad: hurts"),
    "rate 10": EVERYWHERE_STOP,
    "easing": (NO_HOLD, "sink: hold-easing", "still: hold-easing", "release:", "broad:"),
    "eased": (NO_HOLD, "sink: hold-easing", "still: hold-easing", "release:", "broad:"),
    "same": (NO_HOLD, "release: hold-same", "release: hold-same", "release:", "broad:"),
    "worse": (*("release: hold-worse",) * 4, "broad: hold-worse"),
    "radiates": (*("release: hold-radiates",) * 4, "broad: hold-radiates"),
    "breath-held": tuple(f"{one}: breath-held" for one in STAGES),
    "softer": tuple(f"{one}: softer" for one in STAGES),
    "firmer": ("seek: firmer", "sink: firmer", "still: firmer", "release: firmer-cap", "broad: firmer"),
    "just-right": (
        *("seek: just-right", "still: spot-good", "still: spot-good"),
        *("release: just-right", "broad: just-right"),
    ),
    "next": ("release: next", "release: hold-release", "release: hold-release", "release: next-soon", "broad: next"),
    "back": (HOLDING, HOLDING, HOLDING, ANNOUNCED, "broad: stay-none"),
    "stay": (HOLDING, HOLDING, HOLDING, ANNOUNCED, "broad: stay-none"),
    "not-there": ("none: not-there",) * 5,
    "hush": ("release:", "release: hold-release", "release: hold-release", "release:", "broad:"),
    "tired": (
        *("release: tired", "release: hold-release", "release: hold-release"),
        *("release: tired", "broad: tired"),
    ),
    "more-minutes 3": tuple(f"{one}: more-minutes" for one in STAGES),
    "end-in 1": (*("release: end-in",) * 4, "broad: end-in"),
    "pause": ("paused: pause-giver",) * 5,
    "stop": EVERYWHERE_STOP,
}
EVERY = [(one, answer) for answer in ANSWERS for one in STAGES]


def asked(engine: Engine, answer: str) -> str:
    """Let the receiver say something, and tell where it leads and what is said first."""
    kind, _, number = answer.partition(" ")
    try:
        do(engine, cast("CommandKind", kind), engine.now_ms, "receiver", int(number) if number else None)
    except CommandRefused as refusal:
        return f"refused: {refusal.code}"
    now = engine.timeline().cues
    spoken = [cue.what.id for cue in now if cue.at_ms == engine.now_ms and cue.kind != "show"]
    where = (stage(engine) or "none") if engine.status == "running" else engine.status
    return " ".join((f"{where}:", *spoken[:1]))


@pytest.mark.parametrize(("at_stage", "answer"), EVERY)
def test_each_answer_has_its_meaning_at_each_stage(at_stage: HoldStage, answer: str) -> None:
    """What is said in a hold leads where the table says, and whatever asks for less is never refused nor harder."""
    engine = led_to(STAGES[at_stage])
    assert at_stage == stage(engine)
    before = held(engine)

    assert ANSWERS[answer][list(STAGES).index(at_stage)] == asked(engine, answer)
    if answer not in ("firmer", "rate 3", "spot-here"):
        assert held(engine) <= before


@pytest.mark.parametrize("at_stage", ["seek", "sink", "still"])
def test_after_an_eight_a_number_is_asked_for(at_stage: HoldStage) -> None:
    """Wherever in the hold it was too much, the view keeps the 8 while hands lie on the spot, until another answers."""
    engine = led_to(STAGES[at_stage])
    asked(engine, "rate 8")
    for _ in range(3):
        hold = engine.view().hold
        assert hold is not None
        assert (hold.number, hold.stage in ("sink", "still")) == (8, True)
        engine.advance(engine.now_ms + 4_000)
    asked(engine, "rate 6")

    assert stage(engine) == "still"
    assert [6] == [hold.number for hold in (engine.view().hold,) if hold is not None]


def test_an_eight_in_the_search_and_a_second_lets_go() -> None:
    """Half the weight, and then all of it: that place stays lighter tonight."""
    engine = led_to(STAGES["seek"])
    asked(engine, "rate 8")
    assert held(engine) == 1.5
    engine.advance(engine.now_ms + 3_000)

    assert asked(engine, "rate 8") == "release: breath-not-back"
    assert held(engine) == 1


def test_a_good_number_in_the_search_keeps_what_it_was_said_of() -> None:
    """Six said while a hand glides over it is six: nothing sinks in deeper after "nothing more"."""
    engine = led_to(STAGES["seek"])
    asked(engine, "rate 6")
    engine.advance(engine.now_ms + 20_000)

    assert (stage(engine), held(engine)) == ("still", 3)


def test_a_low_number_in_the_search_is_the_one_time_for_more() -> None:
    """It sinks to where holds start, and the next low number is enough."""
    engine = led_to(STAGES["seek"])
    asked(engine, "rate 2")
    assert (stage(engine), held(engine)) == ("sink", 5)
    engine.advance(engine.now_ms + 4_000)

    assert asked(engine, "rate 4") == "still: spot-enough"
    assert held(engine) == 5


def test_who_searches_may_be_asked_for_more_up_to_where_holds_start() -> None:
    """Firmer in the search is more weight, and no more than a hold starts with."""
    engine = led_to(STAGES["seek"])
    answers = []
    for _ in range(3):
        answers.append(asked(engine, "firmer"))
        engine.advance(engine.now_ms + 2_500)

    assert answers == ["seek: firmer", "seek: firmer", "seek: firmer-cap"]
    assert held(engine) == 5


@pytest.mark.parametrize("at_stage", ["sink", "still"])
@pytest.mark.parametrize("answer", ["hush", "tired", "end-in 2", "next"])
def test_whatever_ends_a_hold_tells_the_hand_to_leave_it(at_stage: HoldStage, answer: str) -> None:
    """Nobody is left with a knuckle in a back: to ease out is said within four seconds, and only once."""
    engine = led_to(STAGES[at_stage])
    asked(engine, answer)
    told = [cue.at_ms - engine.now_ms for cue in engine.timeline().cues if cue.what.id == "hold-release"]
    soon = [later_ms for later_ms in told if 0 <= later_ms <= 20_000]

    assert len(soon) == 1
    assert soon[0] <= 4_000


def test_after_not_there_nothing_is_stroked_over_the_spot() -> None:
    """Hands leave for another place, which is named; nobody is told to stroke over what they leave."""
    engine = led_to(STAGES["still"])
    asked(engine, "not-there")
    coming = [cue.what.id for cue in engine.timeline().cues if 0 <= cue.at_ms - engine.now_ms <= 10_000]

    assert said(engine, engine.now_ms) == ["not-there"]
    assert "next-stroke" in coming
    assert "hold-broad" not in coming


def test_an_end_in_a_hold_names_the_long_strokes() -> None:
    """Where the finish follows a hold at once, the strokes of it are named as any are."""
    engine = led_to(STAGES["still"])
    asked(engine, "end-in 1")
    coming = [cue.what.id for cue in engine.timeline().cues if 0 <= cue.at_ms - engine.now_ms <= 12_000]

    assert coming[0] == "end-in"
    assert "next-stroke" in coming


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        *((one, ["hold-broad-round"]) for one in ("rate 9", "worse", "radiates")),
        *((one, []) for one in ("spot-not-found", "spot-lump")),
        *((one, ["hold-broad"]) for one in ("same", "next", "hush", "tired")),
    ],
)
def test_nobody_is_sent_over_a_spot_that_hurt(answer: str, told: list[str]) -> None:
    """After pain the strokes go round it; what the answer named is not named again; else they go over it."""
    engine = led_to(STAGES["still"])
    asked(engine, answer)
    heard: dict[str, str] = {}
    until_ms = engine.now_ms + 15_000
    while engine.now_ms < until_ms:
        heard |= {
            cue.id: cue.what.id
            for cue in engine.timeline().cues
            if cue.what.id.startswith("hold-broad") and cue.at_ms <= until_ms
        }
        engine.advance(engine.now_ms + 500)

    assert told == list(heard.values())
