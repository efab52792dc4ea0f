"""A stroke drawn: both hands over one loop, as values.

*Conventions* back frame, mm; hands are the giver's; pressures are felt pressures, 1-10.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

__all__ = ["Hand", "Samples", "StrokePath"]

Hand = Literal["left", "right"]
"""The giver's hand."""


@dataclass(frozen=True, slots=True)
class Samples:
    """One hand over one loop, at 20 samples a second or more; the last sample repeats the first.

    Attributes:
        contact: The part of the hand that touches.
        works: Whether this hand does the stroke, or lies quietly meanwhile.
        t_s: Time from the loop's start.
        x_mm: Towards the receiver's right.
        y_mm: Towards the feet.
        heading_deg: Where the fingers point, 0 to the head, clockwise seen from above.
        pressure: Felt pressure; 0 in the air.
        down: Whether the hand is on the skin.
    """

    contact: str
    works: bool
    t_s: tuple[float, ...]
    x_mm: tuple[float, ...]
    y_mm: tuple[float, ...]
    heading_deg: tuple[float, ...]
    pressure: tuple[float, ...]
    down: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class StrokePath:
    """A loop of one or more strokes for both hands.

    Attributes:
        technique: Technique id.
        area: Area or composite id.
        side: The receiver's side, or both.
        place: Where the giver is.
        contact: The working hands' contact.
        cycle_s: Length of the whole loop.
        cycles: How many strokes the loop holds, as the technique's pace counts them.
        felt: The pressure asked for, within every cap.
        reached: The highest pressure the place lets the working hands reach.
        hands: Samples by the giver's hand.
        clothed: Whether it is done through a shirt.
        upper: Of a receiver on their side, which one is up; None where they lie otherwise, or nothing says so.
    """

    technique: str
    area: str
    side: str
    place: str
    contact: str
    cycle_s: float
    cycles: int
    felt: float
    reached: float
    hands: Mapping[Hand, Samples]
    clothed: bool = False
    upper: Literal["left", "right"] | None = None

    def at_pressure(self, felt: float) -> StrokePath:
        """Return the same loop at a lower asked pressure: lighter everywhere in proportion, never firmer."""
        share = min(1.0, felt / self.felt) if self.felt > 0 else 1.0
        hands = {hand: _lighter(samples, share) for hand, samples in self.hands.items()}
        return replace(self, felt=self.felt * share, reached=self.reached * share, hands=hands)

    def as_json(self) -> dict[str, Any]:
        """Return plain values for the pages; lengths in mm to a tenth, times in s."""
        return {
            "technique": self.technique,
            "area": self.area,
            "side": self.side,
            "place": self.place,
            "cycle_s": round(self.cycle_s, 3),
            "cycles": self.cycles,
            "felt": self.felt,
            "reached": round(self.reached, 2),
            "clothed": self.clothed,
            "upper": self.upper,
            "hands": {hand: _samples_json(samples) for hand, samples in self.hands.items()},
        }


def _lighter(samples: Samples, share: float) -> Samples:
    return replace(samples, pressure=tuple(round(value * share, 2) for value in samples.pressure))


def _samples_json(samples: Samples) -> dict[str, Any]:
    return {
        "contact": samples.contact,
        "works": samples.works,
        "t_s": [round(value, 3) for value in samples.t_s],
        "x_mm": [round(value, 1) for value in samples.x_mm],
        "y_mm": [round(value, 1) for value in samples.y_mm],
        "heading_deg": list(samples.heading_deg),
        "pressure": list(samples.pressure),
        "down": list(samples.down),
    }
