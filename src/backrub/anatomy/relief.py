"""The height of the drawn back over the mat, as a grid: a rounded torso with muscles and bones modelled on it.

*Conventions* back frame, mm; rows run towards the feet, columns from the midline to the receiver's right: the left half
is the mirror. *Based on* `relief.toml`, moved to a person and a posture as everything else is, by `Scale`. It is there
to be looked at; nothing is measured on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely import Polygon

from backrub.anatomy.curves import through
from backrub.anatomy.scale import Scale
from backrub.data import load

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backrub.anatomy.atlas import Atlas

    Grid = NDArray[np.float64]

__all__ = ["HeightField", "blurred", "height_field"]

STEP_MM = 2.0
_SKIN_MM = 4.1  # how soft the torso's edge is
_FLESH_MM = 4.0  # and what lies on it
_BETWEEN = 5  # points put between two given ones of a ridge
_FAR = 12.0  # beyond this many sigma squared a ridge adds nothing
_ROUNDS = ((8.0, 44, 1.78), (4.0, 24, 1.6), (2.0, 12, 1.35))  # step, sweeps and over-relaxation, coarsest first
_EASE = ((-0.08, 0.06), (-0.05, 0.14), (-0.025, 0.19), (0.0, 0.22), (0.025, 0.19), (0.05, 0.14), (0.08, 0.06))


@dataclass(frozen=True, slots=True, eq=False)
class HeightField:
    """Heights of the right half of a back.

    Attributes:
        values: Heights [mm] by row and column.
        top_mm: How far below C7 the first row lies; negative.
        step_mm: Distance between two rows, and between two columns; the first column is the midline.
    """

    values: Grid
    top_mm: float
    step_mm: float

    @property
    def right_mm(self) -> float:
        """Return how far out the last column lies [mm]."""
        return float((self.values.shape[1] - 1) * self.step_mm)

    @property
    def bottom_mm(self) -> float:
        """Return how far below C7 the last row lies [mm]."""
        return float(self.top_mm + (self.values.shape[0] - 1) * self.step_mm)


def height_field(atlas: Atlas) -> HeightField:
    """Model a person's back in their posture."""
    right = 16.0 * np.ceil((max(x for x, _y in atlas.outline) + 8.0) / 16.0)
    top = load("relief")["fades"]["crown"][0] / load("relief")["neutral"]["u_mm"] * atlas.u_mm
    x_mm = np.arange(0.0, right + 1.0, STEP_MM)
    y_mm = np.arange(top, 1.30 * atlas.u_mm, STEP_MM)
    model = _Model(atlas, x_mm, y_mm)
    flesh = blurred(model.made(), _FLESH_MM / STEP_MM)
    return HeightField(_torso(atlas, x_mm, y_mm) + flesh, top, STEP_MM)


def blurred(values: Grid, sigma_cells: float) -> Grid:
    """Soften a half grid as if by a bell: mirrored at the midline, held at the other edges."""
    reach = max(1, round((np.sqrt(4 * sigma_cells**2 + 1) - 1) / 2))
    for _ in range(3):
        values = _boxed(np.pad(values, ((0, 0), (reach, reach)), mode="reflect"), reach, axis=1, far_edge=values)
        values = _boxed(np.pad(values, ((reach, reach), (0, 0)), mode="edge"), reach, axis=0, far_edge=None)
    return values


def _boxed(padded: Grid, reach: int, *, axis: int, far_edge: Grid | None) -> Grid:
    if far_edge is not None:
        padded[:, -reach:] = far_edge[:, -1:]
    sums = np.cumsum(padded, axis=axis)
    zero = np.zeros_like(np.take(sums, [0], axis=axis))
    sums = np.concatenate((zero, sums), axis=axis)
    width = 2 * reach + 1
    last = np.take(sums, range(width, sums.shape[axis]), axis=axis)
    mean: Grid = (last - np.take(sums, range(sums.shape[axis] - width), axis=axis)) / width
    return mean


def _torso(atlas: Atlas, x_mm: Grid, y_mm: Grid) -> Grid:
    """Round the outline off: a screened Poisson equation inside it, solved coarse to fine, its root as height."""
    outline, base = Polygon(atlas.outline), load("relief")["base"]
    shapely.prepare(outline)
    values: Grid = np.zeros((0, 0))
    for step, sweeps, factor in _ROUNDS:
        xs, ys = np.arange(0.0, x_mm[-1] + step, step), np.arange(y_mm[0], y_mm[-1] + step, step)
        inside = shapely.contains_xy(outline, *np.meshgrid(xs + 1e-6, ys))
        values = np.where(inside, _refined(values, inside.shape), 0.0)
        _relaxed(values, inside, (base["screening_mm"] / step) ** 2, sweeps, factor)
    values = values[: len(y_mm), : len(x_mm)]
    return blurred(base["rise_mm"] * (np.sqrt(values + 0.035) - 0.187), _SKIN_MM / STEP_MM)


def _refined(coarse: Grid, shape: tuple[int, ...]) -> Grid:
    if not coarse.size:
        return np.zeros(shape)
    rows = np.minimum(np.arange(shape[0]) // 2, coarse.shape[0] - 1)
    columns = np.minimum(np.arange(shape[1]) // 2, coarse.shape[1] - 1)
    return coarse[np.ix_(rows, columns)].copy()


def _relaxed(values: Grid, inside: NDArray[np.bool_], reach: float, sweeps: int, factor: float) -> None:
    """Relax u - L²∇²u = 1 over and over, red cells then black: zero outside, mirrored left, level at the lower end."""
    rows, columns = np.indices(values.shape)
    colours = [inside & ((rows + columns) % 2 == parity) for parity in (0, 1)]
    for _ in range(sweeps):
        for colour in colours:
            around = np.pad(values, 1)
            around[1:-1, 0], around[-1, 1:-1] = values[:, 1], values[-2]
            beside = around[1:-1, :-2] + around[1:-1, 2:] + around[:-2, 1:-1] + around[2:, 1:-1]
            wanted = (1.0 + reach * beside) / (1.0 + 4.0 * reach)
            values += np.where(colour, factor * (wanted - values), 0.0)


class _Model:
    """What is modelled on the torso."""

    def __init__(self, atlas: Atlas, x_mm: Grid, y_mm: Grid) -> None:
        self._figures: dict[str, Any] = load("relief")
        self._scale, self._u_mm = Scale(atlas.measures, atlas.shift), atlas.u_mm
        self._x, self._y = x_mm, y_mm
        self._v = y_mm / atlas.u_mm
        self._sum: Grid = np.zeros((len(y_mm), len(x_mm)))
        # The neutral x of each cell: one column of known points, read backwards, at every tenth row.
        self._neutral_x = self._straightened()

    def made(self) -> Grid:
        """Add everything up."""
        self._swells()
        self._spine()
        for plate in self._figures["plates"]:
            self._plate(plate)
        for ridge in self._figures["ridges"].values():
            self._ridge(ridge)
        for blob in (*self._figures["blobs"], *self._figures["knobs"], self._figures["seat"]):
            self._blob(blob)
        return self._sum

    def _placed(self, points: list[list[float]]) -> Grid:
        return self._scale.points([[x, y / self._figures["neutral"]["u_mm"]] for x, y in points])

    def _straightened(self) -> Grid:
        known = np.linspace(0.0, 300.0, 31)
        rows = range(0, len(self._v) + 10, 10)
        at = [self._y[0] / self._u_mm + row * STEP_MM / self._u_mm for row in rows]
        across = [np.interp(self._x, self._scale.points([[x, v] for x in known])[:, 0], known) for v in at]
        share = np.arange(len(self._v)) / 10.0
        below = share.astype(int)
        mix = (share - below)[:, None]
        table = np.array(across)
        mixed: Grid = table[below] * (1 - mix) + table[below + 1] * mix
        return mixed

    def _eased(self, table: list[list[float]]) -> Grid:
        """Read a table over v without its corners, which the light would show as lines across."""
        v, values = np.array(table).T
        eased: Grid = sum(share * np.interp(self._v + off, v, values) for off, share in _EASE)
        return eased[:, None]

    def _swells(self) -> None:
        chest, small = self._figures["chest"], self._figures["small-of-back"]
        v = self._v[:, None]
        self._sum += chest["height"] * np.exp(-0.5 * ((v - chest["v"]) / chest["sigma_v"]) ** 2)
        down = small["height"] * np.exp(-0.5 * ((v - small["v"]) / small["sigma_v"]) ** 2)
        self._sum += down * np.exp(-0.5 * (self._neutral_x / small["sigma_x"]) ** 2)

    def _spine(self) -> None:
        columns, furrow, x = self._figures["columns"], self._figures["furrow"], self._neutral_x
        centre, sigma = self._eased(columns["centre"]), self._eased(columns["sigma"])
        self._sum += self._eased(columns["height"]) * np.exp(-0.5 * ((x - centre) / sigma) ** 2)
        self._sum -= self._eased(furrow["depth"]) * np.exp(-0.5 * (x / self._eased(furrow["sigma"])) ** 2)

    def _plate(self, plate: dict[str, Any]) -> None:
        shape = Polygon(self._placed(plate["points"]))
        inside = shapely.contains_xy(shape, *np.meshgrid(self._x + 1e-6, self._y))
        self._sum += blurred(plate["height"] * inside, plate["blur"] / STEP_MM)

    def _ridge(self, ridge: dict[str, Any]) -> None:
        """Add the strongest of a line's straight pieces at each cell."""
        line = through(self._placed(ridge["points"]), _BETWEEN, closed=False)
        at = np.arange(len(line)) / _BETWEEN
        given = np.arange(len(ridge["points"]))
        sigma, height = np.interp(at, given, ridge["sigma"]), np.interp(at, given, ridge["height"])
        window, x, y = self._near(line, 3.4 * max(ridge["sigma"]))
        best: Grid = np.zeros(x.shape)
        for i in range(len(line) - 1):
            (dx, dy), ox, oy = line[i + 1] - line[i], x - line[i, 0], y - line[i, 1]
            along = np.clip((ox * dx + oy * dy) / (dx * dx + dy * dy), 0.0, 1.0)
            wide = sigma[i] + (sigma[i + 1] - sigma[i]) * along
            away = ((ox - dx * along) ** 2 + (oy - dy * along) ** 2) / wide**2
            value = (height[i] + (height[i + 1] - height[i]) * along) * np.exp(-0.5 * np.minimum(away, _FAR * 3))
            best = np.where(np.abs(value) > np.abs(best), value, best)
        self._sum[window] += best

    def _blob(self, blob: dict[str, Any]) -> None:
        ((cx, cy),) = self._placed([blob["centre"]]).tolist()
        turn = np.radians(blob.get("turned_deg", 0.0))
        window, x, y = self._near(np.array([[cx, cy]]), 4.4 * max(blob["sigma"]))
        a = ((x - cx) * np.cos(turn) + (y - cy) * np.sin(turn)) / blob["sigma"][0]
        b = ((y - cy) * np.cos(turn) - (x - cx) * np.sin(turn)) / blob["sigma"][1]
        self._sum[window] += blob["height"] * np.exp(-0.5 * (a * a + b * b))

    def _near(self, points: Grid, reach_mm: float) -> tuple[tuple[slice, slice], Grid, Grid]:
        """Return the cells within reach of some points' box: where they are in the grid, their x and their y."""
        (left, top), (right, bottom) = points.min(axis=0) - reach_mm, points.max(axis=0) + reach_mm
        rows = slice(*np.searchsorted(self._y, (top, bottom)).tolist())
        columns = slice(*np.searchsorted(self._x, (left, right)).tolist())
        x, y = np.meshgrid(self._x[columns], self._y[rows])
        return (rows, columns), x, y
