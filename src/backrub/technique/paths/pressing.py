"""Strokes in beats: kneading, press and release, and cupped tapping."""

from __future__ import annotations

import numpy as np

from backrub.technique.paths.work import Work
from backrub.technique.trace import Draft, Knot

__all__ = ["palm_press", "petrissage", "tapotement"]

_KNEADING_SWAY_DEG = 7.0  # how far the hand turns with the roll; within what its core's heading is rounded to
_MOST_ROLL_MM = 8.0
_ROLL_HALF_MM, _ROLL_MIDDLE_MM = 6.0, -2.0
_ROLL_ENDS_MM = (4.0, -8.0)
_ROLLS = (1.0, 0.85, 0.7, 0.55, 0.4)
_ROLLED = 3.0
_TAPS_APART_MM = (56.0, 36.0, 0.0)  # between two hands that tap in turn on one side, as there is room
_TAPPED = 3.0  # a place that takes this is good enough to tap on, so that the blade counts too

_Place = tuple[float, float]


def petrissage(work: Work) -> Draft:
    """Lift, squeeze and let go, moving on along the muscle and back; two hands take turns."""
    line, heading, share = _kneading_line(work)
    if work.turn != "alone":
        # Side by side: each hand has its own half of the muscle.
        half = len(line) // 2
        line = line[half:] if work.second else line[:half]
    stations = _there_and_back(line)
    # Land, take hold, lift and roll towards the body, let go, and slide on while still touching.
    beat = ((0.0, 0.3, 0.0), (0.22, 0.7, 4.0), (0.45, 1.0, -4.0), (0.62, 0.9, -8.0), (0.8, 0.25, -4.0))
    rolled = tuple((when, weight, share * roll_mm) for when, weight, roll_mm in beat)
    return _beats(work, stations, rolled, heading, sway_deg=_KNEADING_SWAY_DEG)


def _kneading_line(work: Work) -> tuple[list[_Place], float, float]:
    """Return where the muscle is taken up, where the fingers point, and how much of the roll has room there."""
    ground = work.ground
    if work.area == "shoulders":
        x_mid, y_mid = ground.centre("shoulders")
        line = [(x_mid + step, y_mid + max(0.0, step) * 0.25) for step in (-38.0, -24.0, 12.0, 24.0)]
    elif work.area == "sides":
        y_top, y_bottom = ground.level("T9"), ground.level("T11")
        heights = np.linspace(y_top, y_bottom, 4).tolist()
        line = [(sum(ground.span("sides", y)) / 2, y) for y in heights]
    else:
        line = [(42.0, ground.level(level)) for level in ("T4", "T5", "T6", "T7")]
    heading = ground.best_heading(line, work.felt, work.headings, grow_mm=(0.0, _ROLL_HALF_MM), reach_mm=20.0)
    for share in _ROLLS:
        grow, middle = (0.0, share * _ROLL_HALF_MM), share * _ROLL_MIDDLE_MM
        found = [
            ground.near(x, y + middle, work.felt, heading_deg=heading, grow_mm=grow, reach_mm=20.0) for x, y in line
        ]
        stations = [(x, y - middle) for x, y in found]
        ends = [(x, y + share * roll) for x, y in stations for roll in _ROLL_ENDS_MM]
        if min(ground.limit_here(*end, heading_deg=heading) for end in ends) >= min(work.felt, _ROLLED):
            break
    return stations, heading, share


_PRESS_LEVELS = {
    "gutters-upper": ("T10", "T8", "T6", "T4"),
    "between-blades": ("T7", "T6", "T5", "T4"),
    "lower-back": ("L4", "L3", "L2", "L1"),
}


def palm_press(work: Work) -> Draft:
    """Lean in on the out-breath, stay, lean off, and move one palm's width on."""
    ground = work.ground
    if work.area in _PRESS_LEVELS:
        line = [(19.0 + ground.core.half_width_mm, ground.level(level)) for level in _PRESS_LEVELS[work.area]]
    else:
        x_mid, y_mid = ground.centre(work.area)
        line = [(x_mid - 16.0, y_mid), (x_mid, y_mid), (x_mid + 16.0, y_mid + 4.0)]
    heading = work.up_heading
    stations = [ground.near(x, y, work.felt, heading_deg=heading, reach_mm=20.0) for x, y in line]
    beat = ((0.0, 0.3, 0.0), (0.35, 1.0, 0.0), (0.65, 1.0, 0.0), (0.85, 0.3, 0.0))
    return _beats(work, _there_and_back(stations), beat, heading)


def tapotement(work: Work) -> Draft:
    """Let cupped hands bounce in turn, wandering slowly over the muscle and off the bone."""
    ground, line, wanted = work.ground, _tapping_line(work), min(work.felt, _TAPPED)
    heading = ground.best_heading(line, wanted, work.headings, reach_mm=45.0)
    for apart_mm in _TAPS_APART_MM if work.turn != "alone" else (0.0,):
        aside_mm = apart_mm / 2 if work.second else -apart_mm / 2
        stations = [ground.near(x + aside_mm, y, wanted, heading_deg=heading, reach_mm=45.0) for x, y in line]
        if min(ground.limit_here(x, y, heading_deg=heading) for x, y in stations) >= wanted:
            break
    beat = ((0.0, 0.0, 0.0), (0.09, 1.0, 0.0), (0.21, 1.0, 0.0), (0.3, 0.0, 0.0))
    return _beats(work, _there_and_back(stations), beat, heading)


def _tapping_line(work: Work) -> list[_Place]:
    ground = work.ground
    if work.area == "shoulders":
        x_mid, y_mid = ground.centre("shoulders")
        return [(x_mid + step, y_mid) for step in (-24.0, -12.0, 0.0, 12.0, 24.0)]
    if work.area == "sides":
        heights = np.linspace(ground.level("T9"), ground.level("T11") - 20.0, 4).tolist()
        return [(sum(ground.span("sides", y)) / 2, y) for y in heights]
    return [(46.0, ground.level(level)) for level in ("T4", "T5", "T6", "T7", "T8", "T9")]


def _there_and_back(stations: list[_Place]) -> list[_Place]:
    return [*stations, *stations[-2:0:-1]]


def _beats(
    work: Work,
    stations: list[_Place],
    beat: tuple[tuple[float, float, float], ...],
    heading: float,
    sway_deg: float = 0.0,
) -> Draft:
    """Repeat a beat of (when, share, how far down the skin rolls) at every station; the hand sways as it rolls."""
    count = len(stations)
    knots = tuple(
        Knot(x, y + roll, share, heading + sway_deg * roll / _MOST_ROLL_MM, at=(index + when) / count)
        for index, (x, y) in enumerate(stations)
        for when, share, roll in beat
    )
    return Draft(work.ground, knots, kind="beat", cycles=count)
