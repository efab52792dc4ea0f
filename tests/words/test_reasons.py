"""What is shown with a plan reads well: every reason, note and answer of real plans, in whole sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypothesis import given, settings

from backrub.compose import compose, with_more
from backrub.person import MESSAGES, Likes, Wishes, learnt
from backrub.routine import Message, Routine, message
from backrub.words import Words
from tests.counts import count
from tests.strategies import likes, wishes
from tests.words.test_lines import count as words_in

SENTENCE = re.compile(r"[A-Z0-9“].*[.?]”?", re.DOTALL)
GAP = re.compile(r"\s\s|\s[,.?:;]|[,.?:;]{2}|[{}]")


def shown_with(plan: Routine) -> Iterator[Message]:
    """Give every sentence that stands beside a plan."""
    yield from (*plan.gave_way, *plan.left_out, *plan.notes)
    for step in plan.steps:
        yield from step.reasons


@given(wishes())
@settings(max_examples=count("texts"))
def test_what_is_shown_with_a_plan_is_a_short_sentence(wished: Wishes) -> None:
    """Whatever is wished, each reason, note and answer is one or two short, whole sentences."""
    plan, words = compose(wished), Words()

    for each in shown_with(plan):
        said = words.exact(each)
        assert SENTENCE.fullmatch(said), said
        assert not GAP.search(said), said
        assert words_in(said) <= 30, said


@given(wishes())
@settings(max_examples=count("texts"))
def test_a_plan_has_a_title(wished: Wishes) -> None:
    """A title is a few words that say how long and what for."""
    plan = compose(wished)
    title = Words().exact(plan.title)

    assert str(-(-plan.duration_s // 60)) in title
    assert words_in(title) <= 6


@given(wishes())
@settings(max_examples=max(5, count("texts") // 5))
def test_what_more_minutes_would_add_is_a_phrase(wished: Wishes) -> None:
    """Five more minutes are told as phrases that fit in a list, not as sentences."""
    for each in with_more(wished):
        said = Words().exact(each)
        assert not said.endswith("."), said
        assert 1 <= words_in(said) <= 14, said


def test_the_health_line_and_its_answers_read_well() -> None:
    """Choices are phrases in small letters; why there is no rub, and what changes, are kind sentences."""
    for name in (name for name, args in MESSAGES.items() if not args):
        said = Words().exact(message(name))
        assert not GAP.search(said), said
        if not name.startswith("health-"):
            assert SENTENCE.fullmatch(said), said
            assert words_in(said) <= 30, said


@given(likes())
@settings(max_examples=count("texts"))
def test_what_a_card_has_learnt_reads_well(known: Likes) -> None:
    """Whatever was learnt, each belief is one short sentence."""
    for each in learnt(known):
        said = Words().exact(each)
        assert SENTENCE.fullmatch(said), said
        assert not GAP.search(said), said
        assert words_in(said) <= 20, said


def test_an_effect_never_tells_the_answer() -> None:
    """What is kept says what is done, not what somebody has."""
    conditions = re.compile(
        r"pregnan|blood thinner|osteop|fever|cancer|operation|device|drunk|disease|illness", re.IGNORECASE
    )
    for name in MESSAGES:
        if name.startswith("care-"):
            assert not conditions.search(Words().exact(message(name))), name
