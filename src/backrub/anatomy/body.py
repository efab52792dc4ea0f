"""A person's measures: what is known of a body, and what the ANSUR regressions make of it.

*Based on* SCIENCE section 5e: regressions on stature and mass computed from the public ANSUR II tables.
*Conventions* lengths in mm, mass in kg. Nothing is required: what is not given is a mean.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from backrub.data import load
from backrub.errors import UsageError

__all__ = ["ALLOWED", "Body", "Measures", "measures_of"]

Sex = Literal["f", "m"]

ALLOWED: dict[str, tuple[float, float]] = {
    "stature_mm": (1200.0, 2200.0),
    "mass_kg": (30.0, 220.0),
    "c7_to_crest_mm": (260.0, 620.0),
    "shoulder_hand_breadths": (3.0, 7.0),
    "blade_gap_mm": (50.0, 100.0),
    "hand_length_mm": (130.0, 240.0),
    "hand_breadth_mm": (55.0, 115.0),
}
"""Least and most each measure may be: wider than living adults, so that only slips are refused."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is known of the receiver's body, and of the giver's hands.

    Attributes:
        stature_mm: Standing height.
        mass_kg: Body mass.
        sex: `f` or `m` where known; otherwise halfway between the two.
        c7_to_crest_mm: Measured from the big bone at the base of the neck to the level of the hip bones.
        shoulder_hand_breadths: How many of the giver's hand breadths lie from shoulder point to shoulder point: a ruler
            that is always there. Most backs are 4 to 5.5 of them wide.
        blade_gap_mm: From the midline to the inner border of one shoulder blade.
        hand_length_mm: The giver's hand, wrist crease to middle finger tip.
        hand_breadth_mm: The giver's hand, across the knuckles.
    """

    stature_mm: float | None = None
    mass_kg: float | None = None
    sex: Sex | None = None
    c7_to_crest_mm: float | None = None
    shoulder_hand_breadths: float | None = None
    blade_gap_mm: float = 75.0
    hand_length_mm: float | None = None
    hand_breadth_mm: float | None = None

    def __post_init__(self) -> None:
        """Refuse what no adult measures.

        Raises:
            UsageError: A measure lies outside its allowed range.
        """
        for name, (least, most) in ALLOWED.items():
            value = getattr(self, name)
            if value is not None and not (math.isfinite(value) and least <= value <= most):
                raise UsageError(f"{value:g} is out of range", name, f"Give {least:g} to {most:g}")
        if self.sex not in {None, "f", "m"}:
            raise UsageError(f"{self.sex!r} is not known", "sex", "Give f, m, or leave it out")


@dataclass(frozen=True, slots=True)
class Measures:
    """The lengths an atlas is built from [mm]; breadths are whole breadths, left to right."""

    u_mm: float
    biacromial_mm: float
    bicristal_mm: float
    waist_mm: float
    chest_mm: float
    hip_mm: float
    blade_gap_mm: float
    hand_length_mm: float
    hand_breadth_mm: float


@lru_cache(maxsize=64)
def measures_of(body: Body) -> Measures:
    """Predict a body's lengths from what is known of it.

    From stature alone U is uncertain by about 4 cm either way. A length somebody measured is weighed against the
    predicted one by their spreads, because a tape or a row of hands errs too; the less is known otherwise, the more it
    counts.
    """
    scale = load("atlas")["scale"]
    stature_mm = body.stature_mm or _mean(scale["stature"], body.sex)
    mass_kg = body.mass_kg or _mean(scale["mass"], body.sex)

    def predicted_mm(name: str) -> float:
        return _mean({sex: _line(row, stature_mm, mass_kg) for sex, row in scale[name].items()}, body.sex)

    length_mm = body.hand_length_mm or predicted_mm("hand_length")
    breadth_mm = body.hand_breadth_mm or length_mm * _mean(scale["hand_breadth_share"], body.sex)
    across_mm = breadth_mm * body.shoulder_hand_breadths if body.shoulder_hand_breadths else None
    tape_mm, hands_mm = scale["length_by_tape_sd"], scale["shoulders_by_hands_sd"]
    crest_mm = _weighed(predicted_mm("c7_to_crest"), body.c7_to_crest_mm, _spread_mm("c7_to_crest", body), tape_mm)
    return Measures(
        u_mm=crest_mm / scale["crest_share"],
        biacromial_mm=_weighed(predicted_mm("biacromial"), across_mm, _spread_mm("biacromial", body), hands_mm),
        bicristal_mm=predicted_mm("bicristal"),
        waist_mm=predicted_mm("waist"),
        chest_mm=predicted_mm("chest"),
        hip_mm=predicted_mm("hip"),
        blade_gap_mm=body.blade_gap_mm,
        hand_length_mm=length_mm,
        hand_breadth_mm=breadth_mm,
    )


def _mean(by_sex: dict[str, float], sex: Sex | None) -> float:
    return by_sex[sex] if sex else (by_sex["f"] + by_sex["m"]) / 2


def _line(row: list[float], stature_mm: float, mass_kg: float) -> float:
    constant, per_mm, per_kg, _sd = row
    return constant + per_mm * stature_mm + per_kg * mass_kg


def _weighed(predicted_mm: float, measured_mm: float | None, spread_mm: float, error_mm: float) -> float:
    if measured_mm is None:
        return predicted_mm
    return predicted_mm + (measured_mm - predicted_mm) * spread_mm**2 / (spread_mm**2 + error_mm**2)


def _spread_mm(name: str, body: Body) -> float:
    """Return how far off a predicted length is, one standard deviation, counting in what is not known of the body."""
    scale = load("atlas")["scale"]
    rows = scale[name]
    _constant, per_mm, per_kg, residual = (
        _mean({sex: row[i] for sex, row in rows.items()}, body.sex) for i in range(4)
    )
    spread = residual**2
    if body.stature_mm is None:
        spread += (per_mm * _mean(scale["stature_sd"], body.sex)) ** 2
    if body.mass_kg is None:
        spread += (per_kg * _mean(scale["mass_sd"], body.sex)) ** 2
    if body.sex is None:
        means = [_line(rows[sex], scale["stature"][sex], scale["mass"][sex]) for sex in rows]
        spread += ((max(means) - min(means)) / 2) ** 2
    return math.sqrt(spread)
