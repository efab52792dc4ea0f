"""Clocks: the machine's own, which may run fast for a rehearsal, and one moved by hand."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass

from backrub.units import MS_PER_S

__all__ = ["SharedClock", "SystemClock", "VirtualClock", "monotonic_ms"]

NS_PER_MS = 1_000_000


COMPARISONS = 8
UNSURE_MS = 5.0
"""Two comparisons that differ by more than they took, and this, were not made by the same clocks: one was set."""


def monotonic_ms() -> float:
    """Give a counter of this machine that never goes back, as finely as it goes [ms]."""
    return time.monotonic_ns() / NS_PER_MS


class SystemClock:
    """The machine's clock; `rate` makes logical time run faster than the wall, never the wall itself."""

    def __init__(self, rate: float = 1.0) -> None:
        if rate <= 0:
            msg = f"a clock's rate is above 0, not {rate}"
            raise ValueError(msg)
        self._rate = rate
        self._start_ns = time.monotonic_ns()

    @property
    def rate(self) -> float:
        """Logical seconds per real second."""
        return self._rate

    def utc_ms(self) -> int:
        """Give the wall clock, milliseconds since 1970 UTC."""
        return time.time_ns() // NS_PER_MS

    def logical_ms(self) -> int:
        """Give milliseconds since this clock was made, times the rate."""
        return int((time.monotonic_ns() - self._start_ns) * self._rate) // NS_PER_MS

    def wait_ms(self, logical_ms: int) -> None:
        """Let this much logical time pass."""
        time.sleep(max(0, logical_ms) / self._rate / MS_PER_S)


class SharedClock(SystemClock):
    """A clock whose wall time is that of a database which several machines share.

    Of the last few comparisons the one that took least time counts: the middle of it was surely near.
    """

    def __init__(self, rate: float = 1.0) -> None:
        super().__init__(rate)
        self._compared: deque[tuple[float, float]] = deque(maxlen=COMPARISONS)
        self._ahead_ms = super().utc_ms() - monotonic_ms()

    def utc_ms(self) -> int:
        """Give the database's wall clock, milliseconds since 1970 UTC."""
        return int(monotonic_ms() + self._ahead_ms)

    def compare(self, shared_utc_ms: float, asked_ms: float, told_ms: float) -> None:
        """Note what the database's clock said, between two times of `monotonic_ms`."""
        took_ms, ahead_ms = told_ms - asked_ms, shared_utc_ms - (asked_ms + told_ms) / 2
        if any(abs(ahead_ms - other) > took_ms + taken + UNSURE_MS for taken, other in self._compared):
            self._compared.clear()
        self._compared.append((took_ms, ahead_ms))
        self._ahead_ms = min(self._compared)[1]


@dataclass(slots=True)
class VirtualClock:
    """A clock that only goes on when it is told to, in no time at all."""

    at_ms: int = 0
    started_utc_ms: int = 0
    rate: float = 1.0

    def utc_ms(self) -> int:
        """Give the wall clock: as much later than the start as was waited."""
        return self.started_utc_ms + self.at_ms

    def logical_ms(self) -> int:
        """Give the time waited so far [ms]."""
        return self.at_ms

    def wait_ms(self, logical_ms: int) -> None:
        """Be this much later."""
        self.at_ms += max(0, logical_ms)
