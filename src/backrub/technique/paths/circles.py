"""Circling strokes: knuckle circles, rounds about the blade, and the rub through a shirt."""

from __future__ import annotations

import math

import numpy as np

from backrub.technique.paths.work import INWARD_DEG, Work
from backrub.technique.trace import Draft, Knot

__all__ = ["blade_circles", "clothed_rub", "knuckle_circles"]

_POINTS_PER_ROUND = 20
_PASSING = 3.0
_OFF_RIDGE_MM = 4.0
_NARROW = 3.0

_Place = tuple[float, float]
_Radii = tuple[int, int]


def knuckle_circles(work: Work) -> Draft:
    """Small slow circles that travel along the muscle and back, about 1 cm on with each."""
    heading = _fist_heading(work)
    radii = _SHOULDER_CIRCLES if work.area == "shoulders" else _KNUCKLE_CIRCLES
    centres, fitting = _fitted(work, _line(work), radii, work.felt, heading)
    rounds = max(2, min(8, round(_length(_line(work)) / 20.0)))
    return _travelling(work, centres, fitting, rounds, heading)


def _fist_heading(work: Work) -> float:
    # Between spine and blade the fist lies across, so that its narrow side fits; knuckles inward, the elbow out.
    return work.up_heading if work.area == "shoulders" else INWARD_DEG


def _line(work: Work) -> list[_Place]:
    ground = work.ground
    if work.area == "shoulders":
        x_mid, y_mid = ground.centre("shoulders")
        return [(x_mid - 26.0, y_mid), (x_mid, y_mid - 2.0), (x_mid + 24.0, y_mid + 6.0)]
    levels = ("T4", "T5", "T6", "T7") if work.area == "between-blades" else ("T4", "T6", "T8", "T9", "T10")
    return [(42.0, ground.level(level)) for level in levels]


# Half widths and half heights of rounds [mm], the widest first.
_OVALS_ON_BLADE = ((42, 46), (34, 46), (28, 46), (28, 38), (24, 32), (24, 24), (18, 18), (13, 14))
_OVALS_BESIDE_BLADE = ((14, 60), (10, 60), (7, 60), (4, 60), (4, 48), (3, 40), (3, 30))
_SHIRT_CIRCLES = ((48, 45), (40, 40), (32, 36), (24, 32), (16, 28), (10, 24), (8, 18), (20, 8))
_SHOULDER_CIRCLES = ((20, 20), (18, 16), (18, 13), (17, 10), (16, 8), (14, 6), (12, 5), (6, 10), (4, 12))
_KNUCKLE_CIRCLES = ((20, 20), (17, 17), (14, 17), (10, 17), (8, 16), (6, 15), (4, 12), (12, 5))


def blade_circles(work: Work) -> Draft:
    """A slow oval on the blade below its ridge, or along its inner border."""
    if work.area == "blades":
        return _round_on_blade(work)
    ground = work.ground
    heading = INWARD_DEG if ground.core.breadth == "pointed" else work.up_heading
    centre = [(44.0, (ground.level("T4") + ground.level("T7")) / 2)]
    centres, fitting = _fitted(work, centre, _OVALS_BESIDE_BLADE, work.felt, heading)
    return _travelling(work, centres, fitting, 1, heading)


def _round_on_blade(work: Work) -> Draft:
    """Take the widest oval that fits; its top keeps the whole core below the ridge."""
    ground, heading = work.ground, work.up_heading
    wanted = min(work.felt, _PASSING) if ground.core.breadth == "broad" else work.felt
    x_mid, y_mid = ground.centre("blades")
    ridge_mm = ground.atlas.zones["blade-ridge"].polygons[-1].bounds[3]
    best: tuple[float, _Place, _Radii] | None = None
    for grow in _OVALS_ON_BLADE:
        top_mm = ridge_mm + ground.core.half_length_mm + _OFF_RIDGE_MM + grow[1]
        x_out, y_out = ground.near(x_mid, max(y_mid, top_mm), wanted, heading_deg=heading, grow_mm=grow, reach_mm=24.0)
        place = (x_out, max(y_out, top_mm))
        here = ground.limit_here(*place, heading_deg=heading, grow_mm=grow)
        if best is None or here > best[0]:
            best = (here, place, grow)
        if here >= wanted:
            break
    if best is None:
        raise ValueError("no ovals to try")
    return _travelling(work, [best[1]], best[2], 1, heading)


_RUB_LEVELS = {
    "upper-back": ("T5", "T7", "T9"),
    "gutters": ("T5", "T8", "T11", "L2"),
    "lower-back": ("L2", "L3"),
}


def clothed_rub(work: Work) -> Draft:
    """Circles that take the shirt along with the skin, moving slowly down and up again."""
    wanted = min(work.felt, _PASSING)
    centres, fitting = _fitted(work, _rub_line(work), _SHIRT_CIRCLES, wanted, work.up_heading)
    return _travelling(work, centres, fitting, max(2, len(centres)), work.up_heading)


def _rub_line(work: Work) -> list[_Place]:
    ground = work.ground
    if work.area in {"shoulders", "blades"}:
        x_mid, y_mid = ground.centre(work.area)
        return [(x_mid - 12.0, y_mid), (x_mid + 12.0, y_mid)]
    x_mm = {"upper-back": 92.0, "gutters": 44.0, "lower-back": 62.0}[work.area]
    return [(x_mm, ground.level(level)) for level in _RUB_LEVELS[work.area]]


def _fitted(
    work: Work,
    line: list[_Place],
    radii: tuple[_Radii, ...],
    wanted: float,
    heading: float,
) -> tuple[list[_Place], _Radii]:
    """Move a line of centres to where whole circles fit, with the largest radii that do."""
    ground = work.ground
    best: tuple[float, list[_Place], _Radii] | None = None
    for grow in radii:
        centres = [ground.near(x, y, wanted, heading_deg=heading, grow_mm=grow, reach_mm=18.0) for x, y in line]
        here = min(ground.limit_here(x, y, heading_deg=heading, grow_mm=grow) for x, y in centres)
        if best is None or here > best[0]:
            best = (here, centres, grow)
        if here >= wanted:
            break
    if best is None:
        raise ValueError("no radii given")
    return best[1], best[2]


def _travelling(
    work: Work,
    centres: list[_Place],
    radii: _Radii,
    rounds: int,
    heading: float,
) -> Draft:
    """Circle while the centre goes along its line and back; one place stays where it is."""
    there_and_back = [*centres, *reversed(centres[:-1])] if len(centres) > 1 else [centres[0], centres[0]]
    whole = 2 * rounds if len(centres) > 1 else rounds
    count = whole * _POINTS_PER_ROUND
    share = np.arange(count) / count
    at = np.linspace(0.0, 1.0, len(there_and_back))
    x_mid = np.interp(share, at, [x for x, _ in there_and_back])
    y_mid = np.interp(share, at, [y for _, y in there_and_back])
    angle = 2 * math.pi * whole * share
    x, y = x_mid + radii[0] * np.sin(angle), y_mid - radii[1] * np.cos(angle)
    # In a narrow lane the hand turns on the spot: it eases there.
    ease = 0.5 * np.cos(angle) ** 6 if radii[1] > _NARROW * radii[0] else np.zeros(count)
    places = zip(x.tolist(), y.tolist(), (1.0 - ease).tolist(), strict=True)
    knots = tuple(Knot(*place, heading_deg=heading) for place in places)
    return Draft(work.ground, knots, cycles=whole, smooth=False)


def _length(centres: list[_Place]) -> float:
    places = np.array(centres)
    return float(np.hypot(*np.diff(places, axis=0).T).sum()) if len(centres) > 1 else 0.0
