"""Clocks: logical time runs at its rate and never back; a virtual clock waits in no time."""

from __future__ import annotations

import pytest

from backrub.adapters.clock import SharedClock, SystemClock, VirtualClock, monotonic_ms
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


def assert_is_ahead(clock: SharedClock, ahead_ms: float) -> None:
    """Hold a clock's time against this machine's own before and after it is read, however long the reading takes."""
    before_ms = monotonic_ms()
    shared_ms = clock.utc_ms()
    assert before_ms + ahead_ms - 2 <= shared_ms <= monotonic_ms() + ahead_ms + 2


def test_a_shared_clock_goes_by_the_quickest_comparison() -> None:
    """What took longest to ask says least; a slow answer does not move the clock."""
    clock = SharedClock()
    began_ms = monotonic_ms()
    clock.compare(1_000_002, began_ms, began_ms + 4)
    clock.compare(1_000_090, began_ms, began_ms + 100)
    assert_is_ahead(clock, 1_000_000 - began_ms)


def test_a_shared_clock_follows_when_the_other_was_set() -> None:
    """A comparison that cannot be true of the same two clocks makes the older ones worthless, quick as they were."""
    clock = SharedClock()
    began_ms = monotonic_ms()
    clock.compare(1_000_000, began_ms, began_ms)
    clock.compare(9_000_010, began_ms, began_ms + 20)
    assert_is_ahead(clock, 9_000_000 - began_ms)


def test_a_shared_clock_is_this_machines_until_it_is_compared() -> None:
    """Before the database was asked the machine's own wall clock has to do; rate and counter are its own always."""
    clock = SharedClock(30)
    before_ms = SystemClock().utc_ms()
    shared_ms = clock.utc_ms()
    assert before_ms - 1 <= shared_ms <= SystemClock().utc_ms() + 1
    assert 30 == clock.rate
    assert clock.logical_ms() >= 0
