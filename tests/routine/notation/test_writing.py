"""A routine written as text is the same routine when read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from backrub.compose import compose
from backrub.errors import NotTonight
from backrub.person import Wishes
from backrub.routine import Message, Routine, Step, message
from backrub.routine.notation import layout, read_written, routine_of, sayable, text_of
from backrub.wire.routine import routine_from_json, routine_to_json
from backrub.words import Words
from tests.counts import count
from tests.routine.notation.texts import DESK_DAY, say
from tests.strategies import wishes

LINES = (
    *("open", "warm up", "work", "finish", "repeat twice\n   1 min rest", "ask", "ask Now?", "say Well."),
    *("go to the head end", "go behind, left", "turn the head", "turn over", "2 min turn over, behind", "oil"),
    *("2 min effleurage", "8 strokes effleurage, upper back, at the head end", "45 s petrissage, each side"),
    *("91 s blade circles, blades", "1 min caress, both sides, slow, light", "hold 2 tender spots, 45 s"),
    *("2 min hold up to 3 tender spots on the shoulders, left", "knuckle circles, left then right, 12 cm/s"),
    *(
        "1 min palm press, beside, pressure 1.25 to 3.5",
        "6 breaths rest",
        "hug, 20 s, fast",
        "side pull, waist, thumbs",
    ),
)
LIBRARY = sorted((Path(__file__).parents[3] / "routines").glob("*.rub"))


def read(text: str) -> Routine:
    """Give the routine of a text without problems."""
    built = routine_of(read_written(text))
    assert () == built.problems, text
    assert built.routine is not None
    return built.routine


@settings(max_examples=count("wishes"))
@given(wishes())
def test_what_is_composed_comes_back(wished: Wishes) -> None:
    """Composed for any wishes, a routine comes back to the second, and its text is in the canonical layout."""
    try:
        composed = compose(wished)
    except NotTonight:
        assume(False)
    text = text_of(composed, say)
    assert sayable(composed, say) == read(text)
    assert text == layout(read_written(text))
    assert text == text_of(read(text), say)


def test_sayable_leaves_out_only_the_composer_s_own_account() -> None:
    """Every step keeps what hands do; titles, reasons and notes keep their sentences."""
    composed = compose(Wishes(minutes=20, deep=True))
    kept = sayable(composed, say)
    assert [_hands(step) for step in composed.steps] == [_hands(step) for step in kept.steps]
    assert [routine_to_json(each, Words("en"))["title"] for each in (composed, kept)] == [say(composed.title)] * 2
    whys = [[step["why"] for step in routine_to_json(each, Words("en"))["steps"]] for each in (composed, kept)]
    assert whys[0] == whys[1]
    assert [say(note) for note in composed.notes] == [say(note) for note in kept.notes]
    assert kept == sayable(kept, say)


def _hands(step: Step) -> tuple[object, ...]:
    return (
        *(step.kind, step.phase, step.duration_s, step.technique, step.area, step.side, step.contact),
        *(step.pressure, step.pace_cm_per_s, step.cycles_per_min, step.spots, step.place),
    )


@pytest.mark.parametrize("text", [DESK_DAY, *(path.read_text(encoding="utf-8") for path in LIBRARY)])
def test_text_to_json_to_text(text: str) -> None:
    """What is led survives text, JSON, and text again, and what was filled in stays marked where it is filled again."""
    first = read(text)
    through_json = routine_from_json(routine_to_json(first, Words("en")))
    again = read(text_of(through_json, say))
    assert first == through_json
    assert sayable(first, say) == again
    assert again == read(text_of(again, say))


@settings(max_examples=count("texts"))
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=12).map("\n".join))
def test_whatever_can_be_led_can_be_written(text: str) -> None:
    """Any routine that lines give, one after the other, can be written and led again, step by step the same."""
    routine = read(f"{text}\n 40 s caress")
    again = read(text_of(routine, say))
    assert [_hands(step) for step in routine.steps] == [_hands(step) for step in again.steps]
    assert again == read(text_of(again, say))


@pytest.mark.parametrize("title", ["# first", "a # b", "\\# c", "x: y, z", "  spaced   out  ", "ask", "émigré’s"])
def test_titles_and_sentences_of_any_kind(title: str) -> None:
    """Signs that mean something elsewhere are only signs in a sentence; runs of spaces become one."""
    rest = Step("rest", "open", 20, "resting-hands", "whole-back", "both", "palms", (1, 1), place="hip")
    says = Step("say", "open", says=message("says-as-written", text=title))
    note = message("note-as-written", text=title)
    routine = Routine(message("title-as-written", text=title), 20, "prone", "mat", "oil", (says, rest), notes=(note,))
    expected = " ".join(title.split())
    back = read(text_of(routine, say))
    assert [expected] * 3 == [_text(back.title), _text(back.steps[0].says), _text(back.notes[0])]


def _text(said: Message | None) -> object:
    return dict(said.args)["text"] if said is not None else None
