"""How hard each spot of a back may be pressed, exactly at points and quickly on a grid.

*Conventions* back frame, mm. The exact queries use the shapes themselves. The grid answers for a whole bearing core at
once and errs on the safe side: a place's limit is carried `MARGIN_MM` beyond its edge.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import STRtree

from backrub.anatomy.limits import limit_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import Polygon

    from backrub.anatomy.atlas import Atlas
    from backrub.anatomy.limits import Breadth, Motion

__all__ = ["CELL_MM", "MARGIN_MM", "CoreField", "PressureField", "field_of"]

CELL_MM = 2.0
"""Size of a grid cell."""

MARGIN_MM = 1.5 * CELL_MM
"""How far a limit reaches beyond its place's edge, so that rounding to cells never loses it."""

_TURN_STEP_DEG = 15


class PressureField:
    """The limits of one back, asked by point, by patch and by grid."""

    def __init__(self, atlas: Atlas) -> None:
        """Index the places of a back; the grid is made when it is first needed."""
        self._atlas = atlas
        named = [(place, shape) for place, shapes in atlas.ground.items() for shape in shapes]
        named += [(zone.place, shape) for zone in atlas.zones.values() for shape in zone.polygons]
        self._places = tuple(place for place, _ in named)
        self._shapes = tuple(shape for _, shape in named)
        self._tree = STRtree(self._shapes)
        shapely.prepare(self._shapes)
        self._boxes = shapely.bounds(np.array(self._shapes)).T
        self._limits: dict[tuple[Breadth, Motion], NDArray[np.int64]] = {}
        self._grid: _Grid | None = None
        self._cores: dict[tuple[Breadth, Motion, float, float, int], CoreField] = {}
        shapely.prepare(atlas.back)

    def at(
        self,
        x_mm: NDArray[np.float64],
        y_mm: NDArray[np.float64],
        breadth: Breadth,
        motion: Motion = "gliding",
    ) -> NDArray[np.int64]:
        """Return the highest felt pressure at each point: the least of the places there, 0 off the back."""
        limits = np.where(shapely.contains_xy(self._atlas.back, x_mm, y_mm), 10, 0)
        points = shapely.points(x_mm, y_mm)
        of_point, of_shape = self._tree.query(points, predicate="intersects")
        np.minimum.at(limits, of_point, self._by_shape(breadth, motion)[of_shape])
        return limits

    def one(self, x_mm: float, y_mm: float, breadth: Breadth, motion: Motion = "gliding") -> int:
        """Return the highest felt pressure at one point, as `at` does for many."""
        if not shapely.contains_xy(self._atlas.back, x_mm, y_mm):
            return 0
        left, top, right, bottom = self._boxes
        near = np.flatnonzero((left <= x_mm) & (x_mm <= right) & (top <= y_mm) & (y_mm <= bottom)).tolist()
        limits = self._by_shape(breadth, motion)
        return min((int(limits[i]) for i in near if shapely.intersects_xy(self._shapes[i], x_mm, y_mm)), default=10)

    def under(self, patch: Polygon, breadth: Breadth, motion: Motion = "gliding") -> int:
        """Return the highest felt pressure of a contact patch: the least of the places it overlaps."""
        if not self._atlas.back.contains(patch):
            return 0
        touched = [i for i in self._tree.query(patch) if patch.intersection(self._shapes[i]).area > 1e-6]
        return int(min(self._by_shape(breadth, motion)[touched], default=0))

    def for_core(
        self,
        breadth: Breadth,
        motion: Motion,
        half_width_mm: float,
        half_length_mm: float,
        heading_deg: float,
    ) -> CoreField:
        """Return the limits for the centre of an elliptical core, turned to a heading.

        The heading is taken to the nearest 15 degrees and the ellipse enlarged by what that can be wrong.
        """
        turn = round(heading_deg / _TURN_STEP_DEG) * _TURN_STEP_DEG % 180
        key = (breadth, motion, round(half_width_mm, 1), round(half_length_mm, 1), turn)
        if key not in self._cores:
            grid = self._made_grid()
            limits = grid.eroded(self._rows(breadth, motion), half_width_mm, half_length_mm, turn)
            self._cores[key] = CoreField(limits, grid.left_mm, grid.top_mm)
        return self._cores[key]

    def _by_shape(self, breadth: Breadth, motion: Motion) -> NDArray[np.int64]:
        if (breadth, motion) not in self._limits:
            rows = limit_rows()
            self._limits[breadth, motion] = np.array([rows[place].limit(breadth, motion) for place in self._places])
        return self._limits[breadth, motion]

    def _rows(self, breadth: Breadth, motion: Motion) -> dict[str, int]:
        return {place: row.limit(breadth, motion) for place, row in limit_rows().items()}

    def _made_grid(self) -> _Grid:
        if self._grid is None:
            self._grid = _Grid(self._atlas.back, self._places, self._shapes)
        return self._grid


@dataclass(frozen=True, slots=True, eq=False)
class CoreField:
    """Limits for the centre of one core on a grid; rows run towards the feet."""

    limits: NDArray[np.uint8]
    left_mm: float
    top_mm: float

    def at(self, x_mm: NDArray[np.float64], y_mm: NDArray[np.float64]) -> NDArray[np.uint8]:
        """Return the limit with the core centred on each point."""
        rows = np.rint((y_mm - self.top_mm) / CELL_MM).astype(int)
        columns = np.rint((x_mm - self.left_mm) / CELL_MM).astype(int)
        height, width = self.limits.shape
        inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
        found = self.limits[np.clip(rows, 0, height - 1), np.clip(columns, 0, width - 1)]
        return np.where(inside, found, np.uint8(0))

    def nearest(
        self,
        x_mm: float,
        y_mm: float,
        wanted: float,
        reach_mm: float,
    ) -> tuple[float, float]:
        """Return the nearest centre within reach whose limit is `wanted`, or as near to it as there is."""
        steps = math.ceil(reach_mm / CELL_MM)
        row, column = round((y_mm - self.top_mm) / CELL_MM), round((x_mm - self.left_mm) / CELL_MM)
        rows, columns = _span(row, steps, self.limits.shape[0]), _span(column, steps, self.limits.shape[1])
        window = self.limits[rows.start : rows.stop, columns.start : columns.stop].astype(float)
        if window.size == 0:
            return x_mm, y_mm
        down, across = np.array(rows) - row, np.array(columns) - column
        away = np.hypot(down[:, None], across[None, :])
        # Far heavier than any distance: the limit decides first, then nearness.
        cost = np.maximum(0.0, wanted - window) * 1000 + away + np.where(away > steps, 1e6, 0.0)
        best = int(np.argmin(cost))
        if cost.flat[best] >= 1e6:
            return x_mm, y_mm
        at_row, at_column = divmod(best, len(columns))
        if rows[at_row] == row and columns[at_column] == column:
            return x_mm, y_mm
        return self.left_mm + columns[at_column] * CELL_MM, self.top_mm + rows[at_row] * CELL_MM


def _span(centre: int, steps: int, size: int) -> range:
    return range(max(0, centre - steps), min(size, centre + steps + 1))


class _Grid:
    """Which cells each place reaches."""

    def __init__(self, back: Polygon, places: tuple[str, ...], shapes: tuple[Polygon, ...]) -> None:
        _left, top, right, bottom = back.bounds
        # The midline runs through cell centres, so that the two sides are alike to the last cell.
        columns = math.ceil(right / CELL_MM)
        self._x = np.arange(-columns, columns + 1) * CELL_MM
        self.left_mm, self.top_mm = float(self._x[0]), top
        self._y = np.arange(top, bottom + CELL_MM, CELL_MM)
        self._inside = self._covered(back.buffer(-MARGIN_MM))
        self._by_place: dict[str, NDArray[np.bool_]] = {}
        for place, shape in zip(places, shapes, strict=True):
            reached = self._covered(shape.buffer(MARGIN_MM, quad_segs=3))
            self._by_place[place] = self._by_place.get(place, False) | reached

    def eroded(
        self,
        rows: dict[str, int],
        half_width_mm: float,
        half_length_mm: float,
        turn_deg: int,
    ) -> NDArray[np.uint8]:
        """Return, per cell, the least limit under an ellipse centred there."""
        limits = np.where(self._inside, 10, 0).astype(np.uint8)
        for place, reached in self._by_place.items():
            np.minimum(limits, rows[place], out=limits, where=reached)
        rows_covered = _ellipse_rows(half_width_mm, half_length_mm, turn_deg)
        return _least_under(limits, rows_covered)

    def _covered(self, shape: Polygon) -> NDArray[np.bool_]:
        covered = np.zeros((len(self._y), len(self._x)), dtype=bool)
        if shape.is_empty:
            return covered
        left, top, right, bottom = shape.bounds
        columns = slice(*np.searchsorted(self._x, (left, right)))
        rows = slice(*np.searchsorted(self._y, (top, bottom)))
        shapely.prepare(shape)
        xs, ys = np.meshgrid(self._x[columns], self._y[rows])
        covered[rows, columns] = shapely.contains_xy(shape, xs, ys)
        return covered


def _ellipse_rows(half_width_mm: float, half_length_mm: float, turn_deg: int) -> list[tuple[int, int, int]]:
    """Return (down, first across, last across) per row of cells under an ellipse.

    The ellipse is enlarged by what the rounding of its heading can be wrong.
    """
    slack = abs(half_length_mm - half_width_mm) * math.sin(math.radians(_TURN_STEP_DEG / 2))
    wide, long = half_width_mm + slack, half_length_mm + slack
    reach = math.ceil(max(wide, long) / CELL_MM)
    steps = np.arange(-reach, reach + 1)
    down, across = np.meshgrid(steps, steps, indexing="ij")
    turn = math.radians(turn_deg)
    # Along the heading (0 = towards the head, clockwise seen from above) and across it.
    along = (across * math.sin(turn) - down * math.cos(turn)) * CELL_MM
    beside = (across * math.cos(turn) + down * math.sin(turn)) * CELL_MM
    inside = (along / long) ** 2 + (beside / wide) ** 2 <= 1.0
    found = [(row - reach, np.flatnonzero(cells)) for row, cells in enumerate(inside)]
    return [(row, int(cells[0]) - reach, int(cells[-1]) - reach) for row, cells in found if len(cells)]


def _least_under(limits: NDArray[np.uint8], rows: list[tuple[int, int, int]]) -> NDArray[np.uint8]:
    """Return, per cell, the least value in rows of cells about it; off the grid everything is 0.

    Each run of cells is covered by two overlapping runs whose length is a power of two, made once for all rows.
    """
    height, width = limits.shape
    reach = max(max(abs(down), abs(first), abs(last)) for down, first, last in rows)
    padded = np.pad(limits, reach)
    runs = [padded]
    while 2 ** len(runs) <= 2 * reach + 1:
        half, before = 2 ** (len(runs) - 1), runs[-1]
        runs.append(np.minimum(before[:, :-half], before[:, half:]))
    least = limits.copy()
    for down, first, last in rows:
        power = (last - first + 1).bit_length() - 1
        line = runs[power][reach + down : reach + down + height]
        for start in (reach + first, reach + last - 2**power + 1):
            np.minimum(least, line[:, start : start + width], out=least)
    return least


@lru_cache(maxsize=16)
def field_of(atlas: Atlas) -> PressureField:
    """Return the limits of a back; cached, because the grid takes a while to make."""
    return PressureField(atlas)
