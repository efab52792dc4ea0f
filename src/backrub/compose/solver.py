"""A small mixed-integer programme, handed to HiGHS as arrays and solved to proven optimum."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import highspy
import numpy as np

__all__ = ["Model", "Solution"]

NODE_LIMIT = 20_000
"""Nodes of the search tree after which a plan says it is not proven best. Source: our guess. Certainty: ENG."""

_OPTIONS: Mapping[str, bool | int | float] = {
    "output_flag": False,
    "threads": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "mip_max_nodes": NODE_LIMIT,
    # these models are solved at the root or near it; what helps large ones only costs time here
    "mip_allow_restart": False,
    "mip_detect_symmetry": False,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_rens": False,
}


@dataclass(frozen=True, slots=True)
class Solution:
    """The best values found, in the order the variables were added.

    Attributes:
        values: One per variable; whole ones exactly whole.
        score: The score reached.
        optimal: Whether no better one exists.
        gap: Relative distance to the best that could exist.
    """

    values: tuple[float, ...]
    score: float
    optimal: bool
    gap: float


@dataclass(slots=True)
class Model:
    """Variables with their worth, and rows that bind them; the score is to be as high as possible."""

    worth: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    _row_lower: list[float] = field(default_factory=list)
    _row_upper: list[float] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _columns: list[int] = field(default_factory=list)
    _factors: list[float] = field(default_factory=list)

    def variable(self, worth: float = 0.0, lower: float = 0.0, upper: float = math.inf, *, whole: bool = False) -> int:
        """Add a variable and return its number."""
        self.worth.append(worth)
        self.lower.append(lower)
        self.upper.append(upper)
        self.whole.append(int(whole))
        return len(self.worth) - 1

    def row(self, factors: Mapping[int, float], lower: float = -math.inf, upper: float = math.inf) -> None:
        """Bind a weighted sum of variables between two bounds."""
        self._row_lower.append(lower)
        self._row_upper.append(upper)
        self._starts.append(len(self._columns))
        self._columns.extend(factors)
        self._factors.extend(factors.values())

    def concave(
        self, factors: Mapping[int, float], bends: tuple[tuple[float, float], ...], switch: int | None = None
    ) -> None:
        """Add the worth of a weighted sum that bends down as it grows.

        Args:
            factors: The weighted sum.
            bends: For each piece its width in units of the sum, and its worth for each unit; worths must fall.
            switch: A variable of 0 or 1 without which every piece is empty. Each piece is tied to it by itself,
                which is what makes the programme easy: its relaxation is then nearly whole.
        """
        pieces = [self.variable(worth, 0.0, width) for width, worth in bends]
        if switch is not None:
            for piece, (width, _) in zip(pieces, bends, strict=True):
                self.row({piece: 1.0, switch: -width}, upper=0.0)
        self.row({**factors, **dict.fromkeys(pieces, -1.0)}, lower=0.0, upper=math.inf if switch is None else 0.0)

    def fix(self, variable: int, value: float) -> None:
        """Let a variable have one value only."""
        self.lower[variable] = self.upper[variable] = value

    def solve(self, worth: Mapping[int, float] | None = None) -> Solution | None:
        """Find the best values, or None where nothing fits.

        Args:
            worth: What to make highest instead of the score: variables and their worth.
        """
        highs = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in _OPTIONS.items():
            highs.setOptionValue(name, value)
        highs.passModel(self._as_highs(worth))
        highs.run()
        info = highs.getInfo()
        if info.primal_solution_status != 2:  # no solution within all bounds
            return None
        found = highs.getSolution().col_value
        values = tuple(float(round(value)) if whole else value for value, whole in zip(found, self.whole, strict=True))
        optimal = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return Solution(values, info.objective_function_value, optimal, 0.0 if optimal else float(info.mip_gap))

    def _as_highs(self, worth: Mapping[int, float] | None) -> highspy.HighsLp:
        programme = highspy.HighsLp()
        programme.num_col_, programme.num_row_ = len(self.worth), len(self._row_lower)
        programme.sense_ = highspy.ObjSense.kMaximize
        costs = self.worth if worth is None else [worth.get(number, 0.0) for number in range(len(self.worth))]
        programme.col_cost_ = np.array(costs)
        programme.col_lower_, programme.col_upper_ = np.array(self.lower), np.array(self.upper)
        programme.row_lower_, programme.row_upper_ = np.array(self._row_lower), np.array(self._row_upper)
        matrix = programme.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.array([*self._starts, len(self._columns)], dtype=np.int32)
        matrix.index_ = np.array(self._columns, dtype=np.int32)
        matrix.value_ = np.array(self._factors)
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        programme.integrality_ = [kinds[whole] for whole in self.whole]
        return programme
