"""How a whole session sounds: one line after the other, with a breath between, and few of them in any step."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from backrub.compose import compose
from backrub.person import Wishes
from backrub.routine import Position
from backrub.session import Begin, Command, Cue, Engine, PlacedStep, Setting
from backrub.session.script.budgeting import BESIDES, HEAVIER
from backrub.session.script.fitting import room_for
from backrub.words import text
from tests.counts import count
from tests.strategies import wishes
from tests.words.test_lines import count as words_in

PER_WORD_MS, BREATH_MS, OPEN_MS = 450, 1_000, 20_000
CHANGES = 6
"""The most lines that a new stroke and the announcement of the next need: its way, its care, a move and a name."""


def begun(wished: Wishes, touch_at_ms: int = 60_000) -> Engine:
    """Give a session for wishes whose first touch is at a time."""
    plan = compose(wished)
    setting = Setting(
        talk=wished.talk,
        known=wished.known,
        position=plan.position,
        surface=plan.surface,
        lubricant=plan.lubricant,
        giver_side=plan.giver_side,
        woken=wished.woken,
    )
    engine = Engine.new(setting)
    engine.receive(Begin(plan, setting), 0)
    engine.receive(Command("start"), 0)
    engine.receive(Command("ready"), touch_at_ms)
    return engine


def sounds_as_it_should(engine: Engine) -> None:
    """Hold everything that is told while hands are on the back against what two people can take in."""
    view, touched_ms = engine.view(), engine.now_ms
    cues = [cue for cue in engine.timeline().cues if cue.at_ms < touched_ms + view.remaining_ms]
    for earlier, later in pairwise(cue for cue in cues if cue.kind != "show"):
        assert later.at_ms - earlier.at_ms >= lasts_ms(earlier), (earlier, later)
    for earlier, later in pairwise(cues):
        assert later.at_ms - earlier.at_ms >= lasts_ms(earlier), "what is shown can be read to its end"
    for asked in (cue for cue in cues if cue.kind == "ask"):
        after = [cue for cue in cues if asked.at_ms < cue.at_ms < asked.at_ms + OPEN_MS]
        assert not [cue for cue in after if cue.what.id in HEAVIER], "more weight before they can answer"
    for placed in view.steps:
        if placed.duration_ms and placed.step.kind != "hold":
            has_few_lines(placed, within(cues, placed, touched_ms))


def lasts_ms(cue: Cue) -> int:
    """Give how long a line takes to say, with a breath after it."""
    return words_in(text(cue.what)) * PER_WORD_MS + BREATH_MS


def within(cues: list[Cue], placed: PlacedStep, touched_ms: int) -> list[Cue]:
    """Give what is told while a step lasts."""
    start_ms = touched_ms + placed.start_ms
    return [cue for cue in cues if start_ms <= cue.at_ms < start_ms + placed.duration_ms]


def has_few_lines(placed: PlacedStep, told: list[Cue]) -> None:
    """Hold what is told in one step against its length."""
    room = room_for(placed.duration_ms)
    assert len([cue for cue in told if cue.what.id in BESIDES]) <= room, [cue.id for cue in told]
    assert len(told) <= CHANGES + room, [cue.id for cue in told]


@given(wishes())
@settings(max_examples=count("examples"))
def test_any_session_has_one_line_after_the_other(wished: Wishes) -> None:
    """Whatever is wished for, no line runs into the next, and no step is full of talk."""
    sounds_as_it_should(begun(wished))


@pytest.mark.parametrize("minutes", [5, 10, 15, 20, 21, 60])
@pytest.mark.parametrize("position", ["prone", "side-lying", "seated"])
def test_an_ordinary_session_has_one_line_after_the_other(minutes: int, position: Position) -> None:
    """The plans most people will have, at every length and position."""
    sounds_as_it_should(begun(Wishes(minutes=minutes, position=position)))


@pytest.mark.parametrize("early_ms", [0, 1_000, 4_000])
def test_the_first_line_waits_for_the_last_before_it(early_ms: int) -> None:
    """Who is ready while they are asked whether they are hears the question to its end first."""
    asked = Engine.new()
    asked.receive(Begin(compose(Wishes(minutes=10)), asked.setting), 0)
    asked.receive(Command("start"), 0)
    last = asked.timeline().cues[-1]

    engine = begun(Wishes(minutes=10), last.at_ms + early_ms)

    first = engine.timeline().cues[0]
    assert "prepare-ready" == last.what.id
    assert first.at_ms >= last.at_ms + lasts_ms(last)
    assert first.step == 0
