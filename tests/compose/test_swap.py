"""Two people who both want one get two fair halves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backrub.compose import compose, compose_swap
from backrub.errors import NotTonight, UsageError
from backrub.person import Health, Tense, Wishes
from tests import strategies
from tests.counts import count

ONE = Wishes(tense=(Tense("shoulders"),), health=Health("none"))
OTHER = Wishes(tense=(Tense("lower-back"),), intention="sleep", health=Health("none"))


def test_forty_minutes() -> None:
    """Forty minutes are two rubs of eighteen and four minutes to change; only the first tells of the other's turn."""
    swap = compose_swap(ONE, OTHER, 40)
    assert (1080, 1080, 240) == (swap.first.duration_s, swap.second.duration_s, swap.change_s)
    assert "sleep" == dict(swap.second.title.args)["intention"]
    turns = ["note-your-turn" in {note.id for note in half.notes} for half in (swap.first, swap.second)]
    assert [True, False] == turns


def test_a_half_is_a_rub_like_any_other() -> None:
    """Each half is what its wishes come to with the minutes of a half, the number of a plan included."""
    swap = compose_swap(ONE, replace(OTHER, seed=3), 40)
    assert swap.first == compose(replace(ONE, minutes=18, swap=True))
    assert swap.second == compose(replace(OTHER, minutes=18, seed=3))


@settings(max_examples=count("brute-force"))
@given(strategies.wishes(), strategies.wishes(), st.integers(9, 90))
def test_always_fair(one: Wishes, other: Wishes, minutes: int) -> None:
    """Whatever the two wish, neither half is longer, and everything together is the time they have."""
    swap = compose_swap(one, other, minutes)
    assert swap.first.duration_s == swap.second.duration_s
    assert 60 * minutes == swap.first.duration_s + swap.change_s + swap.second.duration_s
    assert swap.change_s >= 180


def test_the_shorter_decides() -> None:
    """When one pair of hands lasts ten minutes, both halves are ten minutes."""
    swap = compose_swap(replace(ONE, lasts_min=10), OTHER, 60)
    assert (600, 600) == (swap.first.duration_s, swap.second.duration_s)


def test_a_coin_decides_who_begins() -> None:
    """Who begins follows from the seed, either way round."""
    begins = {compose_swap(ONE, OTHER, 20, seed).begins for seed in (None, 1, 2, 3)}
    assert {"one", "other"} == begins
    turned = compose_swap(ONE, OTHER, 20, 1)
    assert "sleep" == dict(turned.first.title.args)["intention"]


def test_refused() -> None:
    """Too few minutes for two, or a health answer of either, is refused."""
    with pytest.raises(UsageError, match="too few"):
        compose_swap(ONE, OTHER, 8)
    with pytest.raises(NotTonight):
        compose_swap(ONE, replace(OTHER, health=Health("something", ("fever-ill",))), 40)
