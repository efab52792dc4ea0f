"""How hard a place may be pressed: the table place x breadth of contact, read from `limits.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from backrub.data import load

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["BREADTHS", "MOTIONS", "Breadth", "LimitRow", "Motion", "limit_rows"]

Breadth = Literal["broad", "medium", "pointed"]
Motion = Literal["gliding", "still", "hold", "tapping", "feather"]

BREADTHS: tuple[Breadth, ...] = ("broad", "medium", "pointed")
"""How broad a contact is, broadest first."""

MOTIONS: tuple[Motion, ...] = ("gliding", "still", "hold", "tapping", "feather")
"""How a contact moves over a place."""


@dataclass(frozen=True, slots=True)
class LimitRow:
    """The highest felt pressures of one kind of place, as (broad, medium, pointed).

    A hold is pressing still on a tender spot; feather is fingertips that barely land.
    """

    place: str
    gliding: tuple[int, int, int]
    still: tuple[int, int, int]
    hold: tuple[int, int, int]
    tapping: tuple[int, int, int]
    feather: int
    source: str
    certainty: str

    def limit(self, breadth: Breadth, motion: Motion = "gliding") -> int:
        """Return the highest felt pressure for a contact of this breadth, moving like this."""
        index = BREADTHS.index(breadth)
        if motion == "feather":
            return max(self.feather, self.gliding[index])
        by_motion = {"gliding": self.gliding, "still": self.still, "hold": self.hold, "tapping": self.tapping}
        return by_motion[motion][index]


@cache
def limit_rows() -> Mapping[str, LimitRow]:
    """Return the table's rows by place."""
    return {place: _row(place, row) for place, row in load("limits").items() if isinstance(row, dict)}


def _row(place: str, row: dict[str, Any]) -> LimitRow:
    def three(key: str, default: list[int]) -> tuple[int, int, int]:
        broad, medium, pointed = row.get(key, default)
        return broad, medium, pointed

    nothing = [0, 0, 0]
    return LimitRow(
        place=place,
        gliding=three("gliding", nothing),
        still=three("still", row["gliding"]),
        hold=three("hold", nothing),
        tapping=three("tapping", nothing),
        feather=row.get("feather", 0),
        source=row["source"],
        certainty=row["certainty"],
    )
