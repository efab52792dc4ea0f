"""What a stroke's shape is told: where, with what, how hard, how fast, and from which place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from backrub.technique.ground import Ground
from backrub.technique.model import Technique
from backrub.technique.reach import reach_from
from backrub.technique.trace import Draft

__all__ = ["INWARD_DEG", "Shape", "Turn", "Work"]

Turn = Literal["alone", "first", "second"]

INWARD_DEG = 270.0
"""Fingers to the spine, as strokes are drafted."""


@dataclass(frozen=True, slots=True)
class Work:
    """One stroke to draft.

    Attributes:
        technique: The technique.
        area: Area or composite id.
        felt: The pressure asked for, already within every cap.
        pace: cm/s or cycles a minute, as the technique counts; 0 for still ones.
        place: Where the giver is.
        ground: The side and contact.
        spot_mm: For holds, where, as (outward, y); None where no spot is given.
        turn: Whether the hand works a side alone, or is the first or second of two that take turns on it.
    """

    technique: Technique
    area: str
    felt: float
    pace: float
    place: str
    ground: Ground
    spot_mm: tuple[float, float] | None = None
    turn: Turn = "alone"

    @property
    def second(self) -> bool:
        """Tell whether this is the second of two hands on the same side."""
        return self.turn == "second"

    @property
    def up_heading(self) -> float:
        """Return where fingers point along the spine: to the head, or from the head end to the feet."""
        return 180.0 if self.place == "head-end" else 0.0

    @property
    def headings(self) -> tuple[float, ...]:
        """Return where fingers may point from the giver's place, the easiest first."""
        return reach_from(self.place).first_deg

    @property
    def from_head(self) -> bool:
        """Tell whether the giver is at the head end, and so leans downward."""
        return self.place == "head-end"


Shape = Callable[[Work], Draft]
