"""From the neutral person's numbers to one person's millimetres.

*Conventions* a neutral point is (x in mm, y as a fraction of U); a result is (x_mm, y_mm) in the back frame. The map
across is piecewise linear and rises with x, so whatever lay further out still does; 15 mm from the midline stays put.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from backrub.anatomy.posture import Shift, shift_of
from backrub.data import load

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backrub.anatomy.body import Measures

__all__ = ["Scale"]

_FIXED_MM = 15.0


class Scale:
    """Moves neutral points into one person's back frame, with the blades where their posture puts them."""

    def __init__(self, measures: Measures, shift: Shift | None = None) -> None:
        """Prepare the map for one person's measures and posture; lying prone, arms beside the body, if not given."""
        self._u_mm = measures.u_mm
        self._shift = shift or shift_of("prone")
        self._at_y, self._bands = _bands(measures)

    def points(self, neutral: list[list[float]]) -> NDArray[np.float64]:
        """Return points of the right half in mm."""
        given = self._shift.applied(np.asarray(neutral, dtype=float))
        across = np.stack([np.interp(given[:, 0], *band) for band in self._bands])
        x_mm = [np.interp(y, self._at_y, across[:, index]) for index, y in enumerate(given[:, 1])]
        return np.column_stack((x_mm, given[:, 1] * self._u_mm))

    def point(self, neutral: list[float]) -> tuple[float, float]:
        """Return one point of the right half in mm."""
        ((x_mm, y_mm),) = self.points([neutral]).tolist()
        return x_mm, y_mm


_Band = tuple[list[float], list[float]]


def _bands(person: Measures) -> tuple[list[float], list[_Band]]:
    """Return levels (fractions of U), each with the map across at that level."""
    mean = load("atlas")["neutral"]
    shoulder = (mean["biacromial_mm"] / 2, person.biacromial_mm / 2)
    gap = (mean["blade_gap_mm"], person.blade_gap_mm)
    chest = (mean["chest_mm"] / 2, person.chest_mm / 2)
    waist_share = (person.bicristal_mm / mean["bicristal_mm"] + person.waist_mm / mean["waist_mm"]) / 2
    crest = (mean["bicristal_mm"] / 2, person.bicristal_mm / 2)
    hip = (mean["hip_mm"] / 2, person.hip_mm / 2)
    levels = [
        (-0.15, [shoulder]),
        (0.0, [shoulder]),
        (0.09, [gap, shoulder]),
        (0.42, [gap, shoulder]),
        (0.56, [chest]),
        (0.80, [(136.5, 136.5 * waist_share)]),
        (0.90, [crest]),
        (1.10, [hip]),
    ]
    return [level for level, _ in levels], [_band(pairs) for _, pairs in levels]


def _band(pairs: list[tuple[float, float]]) -> _Band:
    """Join (neutral, own) pairs; beyond the last everything keeps its distance from it."""
    neutral = [0.0, _FIXED_MM, *(pair[0] for pair in pairs)]
    own = [0.0, _FIXED_MM, *(pair[1] for pair in pairs)]
    return [*neutral, neutral[-1] + 400], [*own, own[-1] + 400]
