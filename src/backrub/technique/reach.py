"""Which way a giver's fingers can point from each place, and which of the two hands lies over which side.

*Conventions* headings as strokes are drafted, on the receiver's right: 0 to the head, 90 outward, degrees. A giver
beside kneels at the side that is worked, one across at the other; both face the head or across the back.
*Based on* `giver.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from backrub.data import load

__all__ = ["Reach", "hand_over", "reach_from"]

_Hand = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Reach:
    """How a giver's hands can lie from one place.

    Attributes:
        least_deg: The fingers' heading furthest to the left, as drafted.
        most_deg: The one furthest clockwise from it.
        first_deg: Headings to try, the easiest first.
        source: Where this comes from.
        certainty: How sure it is: H, M, L or ENG.
    """

    least_deg: float
    most_deg: float
    first_deg: tuple[float, ...]
    source: str
    certainty: str

    def allows(self, heading_deg: float) -> bool:
        """Tell whether fingers can point this way, as drafted, with the forearm coming from the giver."""
        return (heading_deg - self.least_deg) % 360.0 <= self.most_deg - self.least_deg


@cache
def reach_from(place: str) -> Reach:
    """Return how hands can lie from a place of the giver."""
    row = load("giver")[place]
    least, most = row["fingers"]
    return Reach(float(least), float(most), tuple(map(float, row["first"])), row["source"], row["certainty"])


def hand_over(place: str, side: _Hand, *, facing_them: bool = False) -> _Hand:
    """Return the giver's hand that lies over a side of the receiver without crossing the other.

    Facing the head, or kneeling alongside, left lies over left. From the head end, or in a hug, giver and receiver look
    opposite ways, so that the giver's left hand lies over the receiver's right.

    Args:
        place: Where the giver is.
        side: The receiver's side.
        facing_them: Whether the two stand face to face.
    """
    if place == "head-end" or facing_them:
        return "left" if side == "right" else "right"
    return side
