"""How the shoulder blades lie in each position, as a smooth shift of the neutral person's points.

*Conventions* neutral points are (x in mm, y as a fraction of U), right half; shifts are in mm on the neutral person.
*Based on* `postures.toml`: three points of the blade say how it moves; between them the shift is linear, beyond them it
stays as at the nearest, and towards the spine, the head and the waist it fades out. On the side the hip bone moves too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np

from backrub.data import load

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["POSTURES", "Posture", "Shift", "shift_of"]

Posture = Literal["prone", "prone-arms-up", "seated-forward", "side-lying", "standing"]

POSTURES: tuple[Posture, ...] = get_args(Posture)
"""How a receiver can lie, sit or stand, as far as it moves the blades."""

_BLADE_POINTS = ("blade-root", "blade-lower-corner", "shoulder-point")


@dataclass(frozen=True, slots=True)
class Shift:
    """How three points of the blade move: root of the ridge, lower corner, shoulder point, each (outward, down) [mm].

    Attributes:
        moves: The three shifts.
        hip: How the top of the hip bone moves, outward and down [mm].
        measured: Which components of them somebody measured; the rest is a guess.
        source: Where they come from.
        certainty: How sure they are: H, M, L or ENG.
    """

    moves: tuple[tuple[float, float], ...]
    measured: tuple[str, ...] = ()
    source: str = ""
    certainty: str = "ENG"
    hip: tuple[float, float] = (0.0, 0.0)

    def applied(self, neutral: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the points where this posture puts them."""
        if not any(any(move) for move in (*self.moves, self.hip)):
            return neutral
        u_mm = load("atlas")["neutral"]["u_mm"]
        shares = _shares(neutral * (1.0, u_mm), _corners(u_mm))
        moved: NDArray[np.float64] = shares @ np.array(self.moves) * _carried(neutral)[:, None]
        hips: NDArray[np.float64] = np.array(self.hip) * _hips_carried(neutral)[:, None]
        return neutral + (moved + hips) / (1.0, u_mm)


@cache
def shift_of(posture: Posture) -> Shift:
    """Return how the blades lie in a posture, against lying prone with the arms beside the body."""
    row: dict[str, Any] = load("postures")[posture]
    moves = tuple((float(row[name][0]), float(row[name][1])) for name in _BLADE_POINTS)
    out_mm, down_mm = row.get("hip-bone-top", (0.0, 0.0))
    return Shift(moves, tuple(row["measured"]), row["source"], row["certainty"], (float(out_mm), float(down_mm)))


def _corners(u_mm: float) -> NDArray[np.float64]:
    marks = load("atlas")["landmarks"]
    return np.array([(marks[name][0], marks[name][1] * u_mm) for name in _BLADE_POINTS])


def _shares(points: NDArray[np.float64], corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how much each corner of the blade counts at each point: barycentric, held within the triangle."""
    edges = np.column_stack((corners[1] - corners[0], corners[2] - corners[0]))
    pair = np.linalg.solve(edges, (points - corners[0]).T).T
    shares = np.clip(np.column_stack((1.0 - pair.sum(axis=1), pair)), 0.0, 1.0)
    whole: NDArray[np.float64] = shares / shares.sum(axis=1, keepdims=True)
    return whole


def _carried(neutral: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how much of the movement reaches each point, 0 to 1."""
    bounds = load("postures")["blending"]
    x, v = neutral[:, 0], neutral[:, 1]
    inward = _ramp(x, *bounds["across_mm"])
    return inward * _ramp(v, *bounds["head"]) * (1.0 - _ramp(v, *bounds["feet"]))


def _hips_carried(neutral: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how much of the hip bone's movement reaches each point, 0 to 1."""
    bounds = load("postures")["blending"]
    x, v = neutral[:, 0], neutral[:, 1]
    return _ramp(x, *bounds["hip_across_mm"]) * _ramp(v, *bounds["hip_head"]) * (1.0 - _ramp(v, *bounds["hip_feet"]))


def _ramp(values: NDArray[np.float64], start: float, end: float) -> NDArray[np.float64]:
    share = np.clip((values - start) / (end - start), 0.0, 1.0)
    smooth: NDArray[np.float64] = share * share * (3.0 - 2.0 * share)
    return smooth
