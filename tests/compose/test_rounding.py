"""Whole units are shared out without loss."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backrub.compose.rounding import apportion

WEIGHTS = st.lists(st.floats(0.1, 10), min_size=1, max_size=3)


@given(st.integers(0, 500), WEIGHTS, st.integers(0, 20))
def test_nothing_is_lost(total: int, weights: list[float], least: int) -> None:
    """The parts add up exactly and none is below the least, where the total allows it."""
    parts = apportion(total, weights, least)
    assert total == sum(parts)
    assert min(parts) >= min(least, total // len(weights))


@given(st.integers(0, 14), WEIGHTS)
def test_nothing_is_nearer(total: int, weights: list[float]) -> None:
    """No other whole parts are nearer to the exact shares."""
    exact = [total * weight / sum(weights) for weight in weights]

    def off(parts: tuple[int, ...]) -> float:
        return sum((part - share) ** 2 for part, share in zip(parts, exact, strict=True))

    others = (parts for parts in product(range(total + 1), repeat=len(weights)) if sum(parts) == total)
    assert min(map(off, others)) == pytest.approx(off(apportion(total, weights)))


def test_equal_claims_go_to_the_earlier() -> None:
    """An odd unit goes to the first of two equal parts."""
    assert (4, 3) == apportion(7, (1.0, 1.0))


def test_nothing_to_share_by() -> None:
    """Without weights there is nothing to share by."""
    with pytest.raises(ValueError, match="no weights"):
        apportion(3, ())
