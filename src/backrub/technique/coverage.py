"""Where hands go over a whole rub: how long each spot is under a bearing core and how hard, as a picture to lay over.

*Conventions* back frame, mm; cells of `CELL_MM`. Time is counted where the weight is, not under the whole hand.
"""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backrub.anatomy import Atlas
from backrub.anatomy.pixels import png
from backrub.technique.ground import core_of
from backrub.technique.model import techniques
from backrub.technique.stroke import Samples, StrokePath

__all__ = ["CELL_MM", "Coverage", "coverage_of", "draw_coverage"]

CELL_MM = 4.0
"""Size of a cell; the skin of a back tells places apart at 30 to 40 mm."""

_TURN_DEG = 30
_FULL_S = 25.0  # a spot worked this long has most of its colour
_MOST_OPAQUE = 0.9
_LEAST_S = 0.3
# Felt pressure to colour, as red, green and blue: from pale straw to deep red, lighter always meaning softer.
_FELT = ((1, (246, 214, 148)), (3, (226, 150, 84)), (5, (186, 78, 44)), (7, (112, 24, 20)))

_Grid = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """What every spot of a back gets in a rub.

    Attributes:
        time_s: How long each cell is under a bearing core, by row (down) and column (across).
        pressure: The felt pressure there, the mean over that time; 0 where nothing touches.
        left_mm: Where the first column lies.
        top_mm: Where the first row lies.
    """

    time_s: _Grid
    pressure: _Grid
    left_mm: float
    top_mm: float

    def at(self, x_mm: float, y_mm: float) -> tuple[float, float]:
        """Return how long [s] and how hard a spot is worked; (0, 0) beyond the back."""
        row, column = round((y_mm - self.top_mm) / CELL_MM), round((x_mm - self.left_mm) / CELL_MM)
        height, width = self.time_s.shape
        if not (0 <= row < height and 0 <= column < width):
            return 0.0, 0.0
        return float(self.time_s[row, column]), float(self.pressure[row, column])


def coverage_of(atlas: Atlas, strokes: Iterable[tuple[StrokePath, float]]) -> Coverage:
    """Add up strokes over a back.

    Args:
        atlas: The back.
        strokes: Paths, each with how long it goes on [s].
    """
    _left, top, right, bottom = atlas.back.bounds
    columns = math.ceil(right / CELL_MM) + 4
    shape = (math.ceil((bottom - top) / CELL_MM) + 8, 2 * columns + 1)
    sums = _Sums(-columns * CELL_MM, top - 4 * CELL_MM, np.zeros(shape), np.zeros(shape))
    for path, duration_s in strokes:
        for samples in (each for each in path.hands.values() if each.works):
            sums.add(atlas, path, samples, duration_s)
    touched = sums.time_s > _LEAST_S
    pressure = np.where(touched, sums.felt / np.where(touched, sums.time_s, 1.0), 0.0)
    return Coverage(sums.time_s, pressure, sums.left_mm, sums.top_mm)


def draw_coverage(coverage: Coverage) -> list[str]:
    """Return a coverage as SVG to lay over a drawn back, with the fills of its legend, `cover` and `felt`."""
    height, width = coverage.time_s.shape
    felt = np.stack(_colours(coverage.pressure), axis=-1)
    opacity = _MOST_OPAQUE * (1.0 - np.exp(-coverage.time_s / _FULL_S))
    opacity = np.where(coverage.time_s > _LEAST_S, np.maximum(opacity, 0.08), 0.0)
    pixels = np.concatenate((felt, 255.0 * opacity[..., None]), axis=-1).round().astype(np.uint8)
    half = CELL_MM / 2
    data = b64encode(png(pixels)).decode("ascii")
    place = f'x="{coverage.left_mm - half:.1f}" y="{coverage.top_mm - half:.1f}"'
    size = f'width="{width * CELL_MM:.1f}" height="{height * CELL_MM:.1f}"'
    return [
        f"<defs>{_legend_fills()}</defs>",
        f'<image class="coverage" {place} {size} preserveAspectRatio="none" href="data:image/png;base64,{data}"/>',
    ]


def _legend_fills() -> str:
    last = _FELT[-1][0] - _FELT[0][0]
    felt = "".join(
        f'<stop offset="{(level - 1) / last:.2f}" stop-color="rgb({red},{green},{blue})"/>'
        for level, (red, green, blue) in _FELT
    )
    red, green, blue = _FELT[1][1]
    cover = "".join(
        f'<stop offset="{at}" stop-color="rgb({red},{green},{blue})" stop-opacity="{opacity}"/>'
        for at, opacity in ((0, 0.08), (1, _MOST_OPAQUE))
    )
    return f'<linearGradient id="felt">{felt}</linearGradient><linearGradient id="cover">{cover}</linearGradient>'


def _colours(pressure: _Grid) -> list[_Grid]:
    levels = [level for level, _ in _FELT]
    return [np.interp(pressure, levels, [colour[band] for _, colour in _FELT]) for band in range(3)]


@dataclass(frozen=True, slots=True)
class _Sums:
    """What is added up: seconds, and seconds times felt pressure."""

    left_mm: float
    top_mm: float
    time_s: _Grid
    felt: _Grid

    def add(self, atlas: Atlas, path: StrokePath, samples: Samples, duration_s: float) -> None:
        """Add one hand of a stroke that is repeated for a while."""
        pressure = np.array(samples.pressure[:-1])
        seconds = np.diff(samples.t_s) * (duration_s / path.cycle_s) * (pressure > 0)
        turns = np.rint(np.array(samples.heading_deg[:-1]) / _TURN_DEG).astype(int) % (180 // _TURN_DEG)
        rows = np.rint((np.array(samples.y_mm[:-1]) - self.top_mm) / CELL_MM).astype(int)
        columns = np.rint((np.array(samples.x_mm[:-1]) - self.left_mm) / CELL_MM).astype(int)
        for turn in np.unique(turns[seconds > 0]).tolist():
            here = (turns == turn) & (seconds > 0)
            cells = self._core(atlas, path, samples, turn * _TURN_DEG)
            for target, weights in ((self.time_s, seconds), (self.felt, seconds * pressure)):
                spots = np.zeros_like(target)
                np.add.at(spots, (rows[here], columns[here]), weights[here])
                _spread(target, spots, cells)

    @staticmethod
    def _core(atlas: Atlas, path: StrokePath, samples: Samples, turn_deg: float) -> list[tuple[int, int]]:
        """Return the cells under a turned bearing core, as (down, across) from its middle."""
        breadth = techniques()[path.technique].breadth_of(samples.contact)
        core = core_of(samples.contact, atlas, "hold" if path.technique == "tender-spot-hold" else "gliding", breadth)
        reach = math.ceil(max(core.half_width_mm, core.half_length_mm) / CELL_MM)
        down, across = np.mgrid[-reach : reach + 1, -reach : reach + 1]
        turn = math.radians(turn_deg)
        along = (across * math.sin(turn) - down * math.cos(turn)) * CELL_MM
        beside = (across * math.cos(turn) + down * math.sin(turn)) * CELL_MM
        inside = (along / core.half_length_mm) ** 2 + (beside / core.half_width_mm) ** 2 <= 1.0
        return [(row - reach, column - reach) for row, column in np.argwhere(inside).tolist()] or [(0, 0)]


def _spread(target: _Grid, spots: _Grid, cells: list[tuple[int, int]]) -> None:
    """Add each spot's weight to every cell of a core laid on it."""
    height, width = target.shape
    for down, across in cells:
        to_rows, from_rows = _shifted(down, height)
        to_columns, from_columns = _shifted(across, width)
        target[to_rows, to_columns] += spots[from_rows, from_columns]


def _shifted(by: int, size: int) -> tuple[slice, slice]:
    return slice(max(0, by), size + min(0, by)), slice(max(0, -by), size + min(0, -by))
