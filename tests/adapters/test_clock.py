"""Clocks: logical time runs at its rate and never back; a virtual clock waits in no time."""

from __future__ import annotations

import pytest

from backrub.adapters.clock import SystemClock, VirtualClock
from backrub.adapters.ids import RandomIds


def test_logical_time_starts_at_zero_and_never_goes_back() -> None:
    """Read again and again it only grows, however fast it runs."""
    clock = SystemClock(1000)
    read = [clock.logical_ms() for _ in range(1000)]
    assert read[0] >= 0
    assert sorted(read) == read


def test_waiting_lasts_as_long_as_the_rate_says() -> None:
    """At rate 1000, waiting 50 ms is over at once, and afterwards 50 ms have passed."""
    clock = SystemClock(1000)
    before_ms = clock.logical_ms()
    clock.wait_ms(50)
    assert clock.logical_ms() >= before_ms + 50


@pytest.mark.parametrize("rate", [0, -1])
def test_a_clock_that_stands_or_runs_back_is_refused(rate: float) -> None:
    """A rate is above 0."""
    with pytest.raises(ValueError, match="above 0"):
        SystemClock(rate)


def test_a_virtual_clock_goes_when_told() -> None:
    """It waits by being later, on both of its faces."""
    clock = VirtualClock(started_utc_ms=500)
    clock.wait_ms(1_000)
    clock.wait_ms(-5)
    assert (1_000, 1_500) == (clock.logical_ms(), clock.utc_ms())


def test_names_are_never_the_same_twice() -> None:
    """Sessions and tokens are new each time, and safe in an address or a header."""
    ids = RandomIds()
    names = [make() for make in (ids.session, ids.token) for _ in range(50)]
    assert 100 == len(set(names))
    assert all(set(name) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") for name in names)
