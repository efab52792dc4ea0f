"""Wishes that cannot be met together are answered with the fewest that clash."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from backrub.compose import Asked, compose, conflict
from backrub.compose.barring import irreducible
from backrub.compose.conflicts import asked, only
from backrub.errors import UsageError
from backrub.person import Avoid, Health, Mark, Tense, Wishes
from tests import strategies
from tests.counts import count


def is_met(wishes: Wishes) -> bool:
    """Tell whether a plan meets all wishes."""
    try:
        return not compose(wishes).gave_way
    except UsageError:
        return False


@settings(max_examples=max(5, count("brute-force") // 4))
@given(strategies.wishes())
def test_dropping_any_one_helps(wishes: Wishes) -> None:
    """What clashes cannot be met together; without any one of it the rest can be."""
    clash = conflict(wishes)
    assert bool(clash) is not is_met(only(wishes, asked(wishes)))
    if clash:
        assert not is_met(only(wishes, clash))
        for one in clash:
            assert is_met(only(wishes, tuple(each for each in clash if each != one)))


@pytest.mark.parametrize(
    ("wishes", "clash"),
    [
        (Wishes(minutes=3, tense=(Tense("shoulders"),)), {Asked("minutes"), Asked("tense")}),
        (Wishes(woken=True, intention="sleep"), {Asked("woken"), Asked("intention")}),
        (Wishes(tense=(Tense("blades"),), avoid=(Avoid("blades"),)), {Asked("tense"), Asked("avoid")}),
        (Wishes(firm=True, soft=True, health=Health("none")), {Asked("firm"), Asked("soft")}),
        (Wishes(minutes=40, lasts_min=20), {Asked("minutes"), Asked("lasts_min")}),
        (Wishes(), set()),
    ],
)
def test_named(wishes: Wishes, clash: set[Asked]) -> None:
    """Each clash names just the wishes that make it."""
    assert clash == set(conflict(wishes))


def test_nothing_left_open() -> None:
    """When nothing is left to stroke, the error names the places of which opening any one helps."""
    wishes = Wishes(
        avoid=(Avoid("whole-back"), Avoid("shoulders"), Avoid("neck-base")), marks=(Mark("mole", 0, 90, 5),)
    )
    with pytest.raises(UsageError, match="left alone") as refused:
        compose(wishes)
    assert "Take one of these from what is left alone: whole-back" == refused.value.instead


def test_irreducible() -> None:
    """Of several clashes one is found, with nothing in it that could be dropped."""
    found = irreducible(range(10), lambda kept: {2, 5} <= set(kept) or {7} <= set(kept))
    assert found in ((2, 5), (7,))
    assert () == irreducible(range(10), lambda _: False)
