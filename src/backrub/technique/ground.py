"""One side of a back as one contact meets it: levels, edges, and where its bearing core may press how hard.

*Conventions* strokes are drafted for the right side: x is the distance outward from the midline [mm], y grows towards
the feet, a heading of 90 points outward. `Ground` turns that into the receiver's left or right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from shapely import LineString

from backrub.anatomy import Atlas, Breadth, CoreField, Motion, field_of
from backrub.technique.limits import POINTED_TARGET_MM
from backrub.technique.model import contacts

__all__ = ["Core", "Ground", "core_of"]

_MOST = 10
_CLOSE_MM = 16.0


@dataclass(frozen=True, slots=True)
class Core:
    """The patch that bears the weight, for one giver's hand: an ellipse by its half axes [mm]."""

    breadth: Breadth
    half_width_mm: float
    half_length_mm: float


def core_of(
    contact: str,
    atlas: Atlas,
    motion: Motion = "gliding",
    breadth: Breadth | None = None,
) -> Core:
    """Return the bearing core of a contact for the giver's hands [mm].

    A hold uses the contact's smaller core where it has one; `breadth` overrides the contact's own.
    """
    row, hands = contacts()[contact], atlas.measures
    patch = row.hold if motion == "hold" and row.hold else row.core
    return Core(
        breadth=breadth or row.breadth,
        half_width_mm=patch.width * hands.hand_breadth_mm / 2,
        half_length_mm=patch.length * hands.hand_length_mm / 2,
    )


@dataclass(frozen=True, slots=True)
class Ground:
    """A side of a back under one contact, seen as if it were the right side."""

    atlas: Atlas
    side: Literal["left", "right"]
    contact: str
    core: Core
    motion: Motion

    @property
    def sign(self) -> int:
        """Return 1 on the receiver's right, -1 on the left."""
        return 1 if self.side == "right" else -1

    def level(self, name: str) -> float:
        """Return a vertebral level's distance below C7, or the waistband's where that is higher [mm]."""
        levels = (name, self.atlas.hem) if self.atlas.hem else (name,)
        return min(self.atlas.level_y_mm(level) for level in levels)

    def landmark(self, name: str) -> tuple[float, float]:
        """Return a paired landmark as (outward, y) [mm]."""
        x_mm, y_mm = self.atlas.landmarks[f"{name}-right"]
        return x_mm, y_mm

    def centre(self, area: str) -> tuple[float, float]:
        """Return the middle of an area as (outward, y) [mm]."""
        point = self.atlas.areas[area]["right"].centroid
        return point.x, point.y

    def span(self, area: str, y_mm: float) -> tuple[float, float]:
        """Return an area's inner and outer edge at a height [mm]; at its own end where it does not reach."""
        shape = self.atlas.areas[area]["right"]
        _left, top, _right, bottom = shape.bounds
        y_in = min(max(y_mm, top + 0.5), bottom - 0.5)
        inner, _top, outer, _bottom = shape.intersection(LineString([(0, y_in), (400, y_in)])).bounds
        return inner, outer

    def edge(self, y_mm: float) -> float:
        """Return how far out the back reaches at a height [mm]."""
        shape = self.atlas.back
        _inner, _top, outer, _bottom = shape.intersection(LineString([(0, y_mm), (400, y_mm)])).bounds
        return float(outer)

    def field(self, heading_deg: float, grow_mm: tuple[float, float] = (0.0, 0.0)) -> CoreField:
        """Return the limits for the core at a heading, optionally grown by how far it circles (across, along y)."""
        across, along = self.core.half_width_mm, self.core.half_length_mm
        turned = abs(np.sin(np.radians(heading_deg))) > 0.7
        grow_width, grow_length = (grow_mm[1], grow_mm[0]) if turned else grow_mm
        return field_of(self.atlas).for_core(
            self.core.breadth,
            self.motion,
            across + grow_width,
            along + grow_length,
            self.sign * heading_deg,
        )

    def limits(
        self,
        x_mm: NDArray[np.float64],
        y_mm: NDArray[np.float64],
        heading_deg: NDArray[np.float64],
        grow_mm: tuple[float, float] = (0.0, 0.0),
    ) -> NDArray[np.float64]:
        """Return the limit under the core, optionally grown, at each point of a track."""
        found = np.zeros(len(x_mm))
        turns = np.rint(heading_deg / 15.0).astype(int)
        for turn in np.unique(turns).tolist():
            here = turns == turn
            found[here] = self.field(turn * 15.0, grow_mm).at(self.sign * x_mm[here], y_mm[here])
        return found

    def near(
        self,
        x_mm: float,
        y_mm: float,
        wanted: float,
        *,
        heading_deg: float = 0.0,
        reach_mm: float = 16.0,
        grow_mm: tuple[float, float] = (0.0, 0.0),
    ) -> tuple[float, float]:
        """Return the nearest place where the core may press as hard as wanted, or as near to it as there is."""
        field = self.field(heading_deg, grow_mm)
        x_out, y_out = _nearest(field, self.sign * x_mm, y_mm, min(wanted, _MOST), reach_mm)
        least = POINTED_TARGET_MM if self.core.breadth == "pointed" and self.motion != "feather" else 0.0
        return max(self.sign * x_out, least), y_out

    def best_heading(
        self,
        line: Sequence[tuple[float, float]],
        wanted: float,
        headings: Sequence[float],
        *,
        reach_mm: float = 16.0,
        grow_mm: tuple[float, float] = (0.0, 0.0),
    ) -> float:
        """Return the first heading at which the core finds room as wanted near every place, or else the best one.

        Large hands turn across a narrow lane, because a heel is wider than it is long.
        """
        found: tuple[float, float] | None = None
        for heading in headings:
            places = [self.near(x, y, wanted, heading_deg=heading, reach_mm=reach_mm, grow_mm=grow_mm) for x, y in line]
            here = min(self.limit_here(x, y, heading_deg=heading, grow_mm=grow_mm) for x, y in places)
            if found is None or here > found[0]:
                found = (here, heading)
            if here >= wanted:
                break
        return found[1] if found else 0.0

    def limit_here(
        self,
        x_mm: float,
        y_mm: float,
        *,
        heading_deg: float = 0.0,
        grow_mm: tuple[float, float] = (0.0, 0.0),
    ) -> float:
        """Return the limit with the core centred here, circling as far as `grow_mm`."""
        at = self.field(heading_deg, grow_mm).at(np.array([self.sign * x_mm]), np.array([y_mm]))
        return float(at[0])


def _nearest(field: CoreField, x_mm: float, y_mm: float, wanted: float, reach_mm: float) -> tuple[float, float]:
    """Return the nearest place as `CoreField.nearest` does, looking close by first: what is found there is nearest."""
    if reach_mm > 2 * _CLOSE_MM:
        x_out, y_out = field.nearest(x_mm, y_mm, wanted, _CLOSE_MM)
        if field.at(np.array([x_out]), np.array([y_out]))[0] >= wanted:
            return x_out, y_out
    return field.nearest(x_mm, y_mm, wanted, reach_mm)
