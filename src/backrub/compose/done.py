"""What a running rub has already had, as far as planning the rest needs it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from backrub.anatomy import parts_of
from backrub.routine import Step
from backrub.technique import limits

__all__ = ["NOTHING", "WIDE", "Done", "presses"]

WIDE = frozenset({"whole-back", "upper-back"})
"""Composites so wide that a stroke over them is no work on any one area."""


@dataclass(frozen=True)
class Done:
    """The steps already performed, with the lengths they had.

    Attributes:
        steps: In order; the one under way is the last.
    """

    steps: tuple[Step, ...] = ()

    @cached_property
    def warm_s(self) -> int:
        """Give the warm-up already had [s]."""
        return sum(step.duration_s for step in self.steps if step.phase == "warm-up")

    @cached_property
    def pressing_s(self) -> int:
        """Give the seconds of pressing already had."""
        return sum(step.duration_s for step in self.steps if presses(step))

    @cached_property
    def holds(self) -> int:
        """Give the tender spots already planned for and passed."""
        return sum(step.spots or 0 for step in self.steps if step.kind == "hold")

    @property
    def begun(self) -> bool:
        """Tell whether hands have been on the back at all."""
        return any(step.duration_s for step in self.steps)

    @property
    def rested(self) -> bool:
        """Tell whether there was a break or a turn."""
        return any(step.kind == "turn" and step.duration_s for step in self.steps)

    @property
    def duration_s(self) -> int:
        """Give the hands-on time already had [s]."""
        return sum(step.duration_s for step in self.steps)

    def pressing_on(self, area: str) -> int:
        """Give the seconds of pressing an area has had."""
        parts = set(parts_of(area))
        return sum(step.duration_s for step in self.steps if presses(step) and parts & _worked_parts(step))

    def worked_s(self, area: str) -> int:
        """Give the seconds of strokes an area has had on its less worked side."""
        sides = [self.dose_s(area=area, side=side) for side in ("left", "right")]
        return min(sides)

    def dose_s(self, *, area: str, side: str, technique: str | None = None) -> int:
        """Give the seconds of strokes an area's side has had in the work, of one technique or of any."""
        return sum(
            step.duration_s
            for step in self._strokes()
            if step.area == area and step.side in (side, "both") and technique in (None, step.technique)
        )

    def _strokes(self) -> Iterable[Step]:
        return (step for step in self.steps if step.kind == "stroke" and step.phase == "work")


NOTHING = Done()
"""Before the first touch."""


def presses(step: Step) -> bool:
    """Tell whether a step is felt at three or more at any moment."""
    return step.kind in ("stroke", "hold") and step.pressure is not None and max(step.pressure) >= limits.PRESSING


def _worked_parts(step: Step) -> set[str]:
    return set() if step.area is None or step.area in WIDE else set(parts_of(step.area))
