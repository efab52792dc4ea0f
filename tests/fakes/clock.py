"""A clock that stands still until it is told otherwise."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FakeClock"]


@dataclass
class FakeClock:
    """Wall and logical time moved by hand, together or apart."""

    utc: int = 1_700_000_000_000
    logical: int = 0
    rate: float = 1.0

    def utc_ms(self) -> int:
        """Give the wall clock."""
        return self.utc

    def logical_ms(self) -> int:
        """Give the logical time."""
        return self.logical

    def pass_ms(self, real_ms: int) -> None:
        """Let real time pass, and logical time `rate` times as fast."""
        self.utc += real_ms
        self.logical += int(real_ms * self.rate)
