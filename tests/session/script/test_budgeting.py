"""Words are few: so many in the first minutes, fewer later, hardly any at the end, and never two at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings

from backrub.compose import compose
from backrub.person import Wishes
from backrub.routine import Routine, message
from backrub.session.script import LINES, budget
from backrub.session.script.budgeting import NOT_WHILE_CLOSING
from backrub.session.timeline import Cue, CueKind, Setting
from backrub.words import text
from tests.counts import count
from tests.session.script.performing import hands_on, performed
from tests.session.script.plans import (
    DESK_SHOULDERS,
    FRIENDS_CLOTHED,
    FRIENDS_CLOTHED_SETTING,
    OIL,
    SEATED,
    SEATED_SETTING,
    SIDE_LYING,
    SIDE_LYING_SETTING,
)
from tests.strategies import wishes
from tests.words.test_lines import count as words_in

PLANS = [
    (DESK_SHOULDERS, OIL),
    (FRIENDS_CLOTHED, FRIENDS_CLOTHED_SETTING),
    (SEATED, SEATED_SETTING),
    (SIDE_LYING, SIDE_LYING_SETTING),
]


def cue(at_ms: int, name: str, kind: CueKind = "say", **args: str | int) -> Cue:
    """Make a cue."""
    return Cue(f"{at_ms}-{name}", at_ms, kind, message(name, **args), "giver", None)


def words_between(cues: tuple[Cue, ...], from_ms: float, to_ms: float) -> int:
    """Count the words said in a stretch of time."""
    return sum(words_in(text(each.what)) for each in cues if each.kind != "show" and from_ms <= each.at_ms < to_ms)


def keeps_to_the_budget(plan: Routine, setting: Setting) -> None:
    """Hold a whole session against the caps."""
    cues = tuple(each for each in performed(plan, setting) if 0 <= each.at_ms <= plan.duration_s * 1000)
    closing_ms = min(180_000, plan.duration_s * 1000 // 3)
    opening_ms = min(240_000, plan.duration_s * 1000 - closing_ms)

    assert words_between(cues, 0, opening_ms) <= 150
    closing = words_between(cues, plan.duration_s * 1000 - closing_ms, plan.duration_s * 1000 + 1)
    before_s = sum(step.duration_s for step in plan.steps if step.phase != "finish")
    finish_ms = max(1000 * before_s, plan.duration_s * 1000 - closing_ms)
    most = 70 if setting.woken else 55  # tapping is two changes more
    assert words_between(cues, finish_ms, float("inf")) <= most
    assert closing <= most + _still_working(plan, cues, closing_ms)
    for earlier, later in pairwise(each for each in cues if each.kind != "show"):
        assert later.at_ms - earlier.at_ms >= 450 * words_in(text(earlier.what)), (earlier, later)


def _still_working(plan: Routine, cues: tuple[Cue, ...], closing_ms: float) -> int:
    """Count the words for strokes and questions that the plan still has in the closing minutes, before its finish."""
    late = (each for each in cues if each.at_ms >= plan.duration_s * 1000 - closing_ms and each.step is not None)
    work = (each for each in late if plan.steps[each.step or 0].phase != "finish")
    return words_between(tuple(each for each in work if LINES[each.what.id].weight >= 8), 0, float("inf"))


@pytest.mark.parametrize(("plan", "setting"), PLANS)
def test_a_session_keeps_to_its_words(plan: Routine, setting: Setting) -> None:
    """Written plans stay within 150 words at first and 55 in the finish, and no line is said over another."""
    keeps_to_the_budget(plan, setting)


def setting_for(wished: Wishes, plan: Routine) -> Setting:
    """Give how the coach speaks for wishes and their plan."""
    return Setting(
        talk=wished.talk,
        known=wished.known,
        position=plan.position,
        surface=plan.surface,
        lubricant=plan.lubricant,
        giver_side=plan.giver_side,
        woken=wished.woken,
        relation=wished.relation,
    )


@given(wishes())
@settings(max_examples=count("examples"))
def test_every_composed_session_keeps_to_its_words(wished: Wishes) -> None:
    """Whatever is wished for, the plan made for it is led within the budget."""
    plan = compose(wished)
    keeps_to_the_budget(plan, setting_for(wished, plan))


def test_what_does_not_fit_is_shown() -> None:
    """A line over the budget is not lost: it can be read."""
    before, after = hands_on(DESK_SHOULDERS, OIL), budget(hands_on(DESK_SHOULDERS, OIL))
    silenced = {each.id for each in before if each.kind == "say"} & {each.id for each in after if each.kind == "show"}

    assert silenced
    assert all(
        LINES[each.what.id].weight < 8 or each.what.id in NOT_WHILE_CLOSING for each in after if each.id in silenced
    )


def test_changes_questions_and_holds_are_always_said() -> None:
    """Nothing of weight 8 or 9 falls to the budget, but for a few in the last minutes."""
    after = {each.id: each.kind for each in budget(hands_on(DESK_SHOULDERS, OIL))}

    for each in hands_on(DESK_SHOULDERS, OIL):
        if LINES[each.what.id].weight >= 8 and each.what.id not in NOT_WHILE_CLOSING:
            assert after[each.id] == each.kind


def test_an_answer_is_never_moved() -> None:
    """Lighter is said when it is asked for, even while another line is being said."""
    cues = budget((cue(10_000, "how-caress"), cue(11_000, "softer")))

    assert [10_000, 11_000] == [each.at_ms for each in cues]


def test_a_line_waits_for_the_one_before_it() -> None:
    """A line due while another is being said comes after it."""
    first, second = budget((cue(10_000, "how-caress"), cue(11_000, "turn-head")))

    assert second.at_ms >= first.at_ms + 450 * LINES["how-caress"].words


def test_a_question_is_left_time_for_its_answer() -> None:
    """After a question nobody speaks for some seconds."""
    first, second = budget((cue(10_000, "ask-pressure", "ask"), cue(13_000, "oil-more", glide="oil")))

    assert second.at_ms - first.at_ms >= 450 * LINES["ask-pressure"].words + 5000


def test_what_is_shown_does_not_cover_what_is_said() -> None:
    """A line to read comes when the spoken one is over, or not at all."""
    later = budget((cue(10_000, "how-caress"), cue(10_500, "change-path", "show")))
    never = budget((*(cue(10_000 + step, "how-waist-spread") for step in range(4)), cue(10_500, "change-path", "show")))

    assert later[1].at_ms >= 10_000 + 450 * LINES["how-caress"].words
    assert "change-path" not in {each.what.id for each in never}


def test_nothing_else_is_changed() -> None:
    """Ids, words, audience and targets stay as they were."""
    before = {each.id: each for each in hands_on(DESK_SHOULDERS, OIL)}

    for each in budget(tuple(before.values())):
        assert replace(before[each.id], kind=each.kind, at_ms=each.at_ms) == each


def test_no_cues_are_no_cues() -> None:
    """An empty session has nothing to thin out."""
    assert budget(()) == ()


def test_a_written_sentence_takes_as_long_as_it_has_words() -> None:
    """What somebody wrote is said whatever the budget, and what comes after it waits for its last word."""
    sentence = "Let the weight of the arm go, all of it, and notice how the shoulder sinks."
    first, second = budget((cue(10_000, "says-as-written", text=sentence), cue(10_500, "oil-more", glide="oil")))

    assert "say" == first.kind
    assert second.at_ms >= 10_000 + 450 * len(sentence.split())


def test_a_line_that_waits_waits_for_an_answer_too() -> None:
    """What was put off is not said over the answer that came meanwhile."""
    cues = budget((cue(10_000, "how-caress"), cue(11_000, "turn-head"), cue(14_000, "just-right")))

    assert ["how-caress", "just-right", "turn-head"] == [each.what.id for each in cues]
    assert cues[2].at_ms >= 14_000 + 450 * LINES["just-right"].words


def test_no_line_of_a_step_is_said_in_the_next() -> None:
    """What cannot be said before its step is over is not said; the name of what comes next always is."""
    steps = ((0, 20_000), (20_000, 60_000))
    late = budget((cue(15_000, "how-waist-spread"), cue(16_000, "turn-head")), steps)
    named = budget((cue(15_000, "how-waist-spread"), cue(16_000, "next-rest", lead="then")), steps)

    assert ["how-waist-spread"] == [each.what.id for each in late]
    assert ["how-waist-spread", "next-rest"] == [each.what.id for each in named]


def test_nobody_is_asked_for_weight_just_after_it_was_too_much() -> None:
    """A line that asks for weight in such a stretch comes after it if that is soon, else not at all."""
    line = cue(10_000, "ramp-long")

    assert [12_000] == [each.at_ms for each in budget((line,), gentle=[(5_000, 12_000)])]
    assert () == budget((line,), gentle=[(5_000, 40_000)])
