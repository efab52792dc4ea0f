"""The clock of a simulated machine: it can be set, and it can sleep with its machine."""

from __future__ import annotations

from dataclasses import dataclass

from backrub.units import MS_PER_S
from tests.simulation.loop import VirtualLoop

__all__ = ["Machine", "ProcessClock"]

STARTED_UTC_MS = 1_700_000_000_000


@dataclass
class Machine:
    """What all processes on one machine share.

    Attributes:
        set_by_ms: By how much somebody has set the wall clock.
        slept_ms: How long the machine slept: the wall clock went on, the other stood still.
    """

    loop: VirtualLoop
    set_by_ms: int = 0
    slept_ms: int = 0

    def utc_ms(self) -> int:
        """Give the wall clock."""
        return STARTED_UTC_MS + self.set_by_ms + self.slept_ms + int(self.loop.now_s * MS_PER_S)


class ProcessClock:
    """The clock of one process: its counter starts anew with each."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._started_s = machine.loop.now_s

    @property
    def rate(self) -> float:
        """Logical seconds per real second."""
        return 1.0

    def utc_ms(self) -> int:
        """Give the wall clock."""
        return self._machine.utc_ms()

    def logical_ms(self) -> int:
        """Give the counter."""
        return int((self._machine.loop.now_s - self._started_s) * MS_PER_S)
