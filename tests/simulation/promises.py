"""What two people were promised when a wish of theirs was carried out, kept apart from what the engine remembers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from backrub.anatomy import AREAS, COMPOSITES, Motion, limit_rows, parts_of
from backrub.session import Target
from backrub.technique import techniques

__all__ = ["Promise", "Promises", "meet", "place_limit"]

PRESSING = 3.0
STROKES_AT_MOST, HOLDS_AT_MOST, HUSHED_AT_MOST = 6.0, 7.0, 3.0
SLACK = 1e-6
HOLD = "tender-spot-hold"

MOTIONS: dict[str, Motion] = {HOLD: "hold", "tapotement": "tapping", "feather-strokes": "feather"}

ROWS = {
    "shoulders": "upper-muscle",
    "between-blades": "upper-muscle",
    "lower-trapezius": "upper-muscle",
    "gutters-upper": "upper-muscle",
    "blades": "blade-flat",
    "gutters-lower": "low-back",
    "sides": "sides",
    "waist": "waist",
    "neck-base": "neck-base",
}
"""The row of the table of limits that holds on the muscle of each area."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Nothing like this is asked for above a pressure any more; None stands for any.

    Attributes:
        seq: Number of the last event of the wish it was given for.
        highest: The pressure.
        technique: Of this technique only.
        area: On this area only; with `anywhere_on`, on whatever touches it.
        side: On this side.
        anywhere_on: Whether other areas that share a part with it are meant too.
    """

    seq: int
    highest: float
    technique: str | None = None
    area: str | None = None
    side: str | None = None
    anywhere_on: bool = False

    def covers(self, target: Target) -> bool:
        """Tell whether it speaks of what hands would do."""
        if self.technique is not None and self.technique != target.technique:
            return False
        if self.side is not None and not _sides_meet(self.side, target.side):
            return False
        if self.area is None:
            return True
        return meet(self.area, target.area) if self.anywhere_on else self.area == target.area


@dataclass
class Promises:
    """Everything promised in one session.

    Attributes:
        cap: Highest pressure of a stroke in its plan.
        hold_cap: Highest pressure of a hold.
        given: Promises in the order they were given.
        hushed: Number of the event since when nothing is asked, or None.
    """

    cap: float
    hold_cap: float
    given: list[Promise] = field(default_factory=list)
    hushed: int | None = None

    def forget_after(self, seq: int) -> None:
        """Forget what was promised in events that no disk remembers: nobody was told."""
        self.given = [promise for promise in self.given if promise.seq <= seq]
        if self.hushed is not None and self.hushed > seq:
            self.hushed = None

    def release(self, technique: str | None, area: str | None) -> None:
        """Take back that a stroke is softer: somebody wished it firmer."""
        self.given = [
            promise
            for promise in self.given
            if promise.anywhere_on or (promise.technique, promise.area) != (technique, area)
        ]

    def broken_by(self, target: Target) -> str | None:
        """Say which promise a target breaks, or None."""
        pressure = target.pressure - SLACK
        limit = place_limit(target.technique, target.area, target.contact)
        if pressure > limit:
            return f"asks for {target.pressure} where {limit} is the limit"
        held = target.technique == HOLD
        highest = min(HOLDS_AT_MOST, self.hold_cap) if held else min(STROKES_AT_MOST, self.cap)
        if pressure > highest:
            return f"asks for {target.pressure} under a cap of {highest}"
        if self.hushed is not None and pressure > HUSHED_AT_MOST:
            return f"asks for {target.pressure} after hush"
        for promise in self.given:
            if pressure > promise.highest and promise.covers(target):
                return f"asks for {target.pressure} against {promise}"
        return None


@cache
def meet(area: str | None, other: str | None) -> bool:
    """Tell whether two areas share a part."""
    return area is not None and other is not None and not set(parts_of(area)).isdisjoint(parts_of(other))


@cache
def place_limit(technique: str, area: str | None, contact: str | None) -> float:
    """Give the highest pressure the tables allow a technique and a contact on an area.

    Of a composite the most of its parts counts: along the way a path itself is lighter where it has to be.
    """
    known = techniques()[technique]
    if area is None:
        return float(known.cap)
    highest = float(known.cap_on(area))
    if contact is None or not (area in AREAS or area in COMPOSITES):
        return highest
    breadth, motion = known.breadth_of(contact), MOTIONS.get(technique, "gliding")
    rows = limit_rows()
    parts = [area] if area in AREAS else parts_of(area)
    return min(highest, max(rows[ROWS[part]].limit(breadth, motion) for part in parts))


def _sides_meet(side: str, other: str | None) -> bool:
    return other is None or "both" in (side, other) or side == other
