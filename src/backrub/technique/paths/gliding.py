"""Long strokes: effleurage, the slow glide beside the spine, the waist spread and side pulls."""

from __future__ import annotations

import numpy as np

from backrub.technique.ground import Ground
from backrub.technique.paths.work import Work
from backrub.technique.trace import Draft, Knot

__all__ = ["effleurage", "gutter_glide", "lane", "side_pull", "waist_spread"]

_LIGHT = 0.4  # share of the asked pressure on the way back
_LOIN = 3.0  # effleurage is never firmer than this over the small of the back or the fan
_HOME = 2.0  # nor than this on the way home
_WRIST_SHARE = 0.35  # how much of the fan's turn a giver at the head end makes
_TURN = 0.4  # share of the asked pressure where a glide turns round


def lane(ground: Ground, y_mm: float, wanted: float, heading_deg: float = 0.0) -> tuple[float, float]:
    """Return the nearest place beside the spine, at this height, where the core may press as wanted."""
    inner = 15.0 + ground.core.half_width_mm + 4.0
    return ground.near(inner, y_mm, wanted, heading_deg=heading_deg, reach_mm=18.0)


_SPINE_LEGS = {
    "whole-back": ("S1", "L4", "L2", "T12", "T10", "T7", "T5", "T4"),
    "gutters": ("S1", "L4", "L2", "T12", "T10", "T7", "T5", "T3", "T2"),
    "upper-back": ("T11", "T9", "T7", "T5", "T4"),
    "lower-back": ("S1", "L5", "L3", "L1", "T11"),
}
_SIDE_LEGS = {
    "whole-back": ("T6", "T8", "T10", "T12", "L2", "L4"),
    "gutters": (),
    "upper-back": ("T6", "T8", "T10"),
    "lower-back": ("T12", "L2", "L4"),
}


def effleurage(work: Work) -> Draft:
    """Rise beside the spine, fan over the shoulder, come home lightly down the side.

    From the head end the same loop runs the other way, leaning down beside the spine.
    """
    ground = work.ground
    legs = {ground.level(level): level for level in reversed(_SPINE_LEGS[work.area])}  # above a waistband, each once
    up = [_spine_knot(work, level) for level in reversed(legs.values())]
    fan = _fan(work) if work.area in {"whole-back", "upper-back"} else []
    home = [_home_knot(ground, level) for level in _SIDE_LEGS[work.area]]
    if work.area == "gutters":
        home = [_beside(knot) for knot in reversed(up[1:-1])]
    knots = up + fan + home
    if work.from_head:
        knots = [_turned(knot) for knot in reversed(knots)]
    return Draft(ground, tuple(knots))


def _spine_knot(work: Work, level: str) -> Knot:
    y_mm = work.ground.level(level)
    low = y_mm > work.ground.level("T11")
    felt = min(work.felt, _LOIN) if low else work.felt
    x_out, y_out = lane(work.ground, y_mm, felt)
    share = 0.5 if level in {"S1", "T2", "T4"} else 1.0
    return Knot(x_out, y_out, share, ceiling=_LOIN if low else 10.0)


def _fan(work: Work) -> list[Knot]:
    ground = work.ground
    x_mid, y_mid = ground.centre("shoulders")
    x_tip, y_tip = ground.landmark("shoulder-point")
    felt = min(work.felt * 0.6, _LOIN)
    # The hand turns out over the shoulder, so that its fingers lie along the top and never up the neck or in the air.
    inner = ground.near(0.62 * x_mid, y_mid + 26.0, felt, heading_deg=30.0, reach_mm=12.0)
    middle = ground.near(0.85 * x_mid, y_mid + 22.0, felt, heading_deg=50.0)
    outer = ground.near(x_tip - 85.0, y_tip + 30.0, _HOME, heading_deg=55.0)
    places = (inner, middle, outer)
    return [Knot(x, y, 0.6, heading, _LOIN) for (x, y), heading in zip(places, (30.0, 50.0, 55.0), strict=True)]


def _home_knot(ground: Ground, level: str) -> Knot:
    y_mm = ground.level(level)
    clear = ground.core.half_width_mm + 10.0
    x_corner, _y = ground.landmark("blade-lower-corner")
    x_mm = min(ground.edge(y_mm) - clear, x_corner + 45.0)
    x_out, y_out = ground.near(x_mm, y_mm, _HOME, heading_deg=15.0)
    return Knot(x_out, y_out, _LIGHT, 15.0, _HOME, speed=1.15)


def _beside(knot: Knot) -> Knot:
    return Knot(knot.x_mm + 26.0, knot.y_mm, _LIGHT, knot.heading_deg, _HOME)


def _turned(knot: Knot) -> Knot:
    # From the head end fingers lie on the back wherever they point, so that wrists need hardly turn.
    heading = 180.0 - _WRIST_SHARE * knot.heading_deg
    return Knot(knot.x_mm, knot.y_mm, knot.share, heading, knot.ceiling, knot.speed)


_GLIDES = {
    "gutters-upper": ("T12", "T2"),
    "gutters-lower": ("L5", "T12"),
    "gutters": ("L5", "T2"),
}


def gutter_glide(work: Work) -> Draft:
    """Lean slowly along the long muscle, then float back a little further out."""
    ground = work.ground
    bottom, top = (ground.level(level) for level in _GLIDES[work.area])
    inset = ground.core.half_length_mm * 0.6
    heights = np.linspace(bottom - inset, top + inset, max(4, round((bottom - top) / 60)))
    if work.from_head:
        heights = heights[::-1]
    places = [lane(ground, y, work.felt, work.up_heading) for y in heights.tolist()]
    back = _return_speed(work)
    press = [
        Knot(x, y, _TURN if i in {0, len(places) - 1} else 1.0, work.up_heading) for i, (x, y) in enumerate(places)
    ]
    floating = [Knot(x + 10.0, y, 0.3, work.up_heading, _HOME, speed=back) for x, y in reversed(places[1:-1])]
    return Draft(ground, (*press, *floating))


def _return_speed(work: Work) -> float:
    band = work.technique.pace_return
    return band.usual / work.pace if band and work.pace else 1.0


def waist_spread(work: Work) -> Draft:
    """Slide from beside the spine out towards the hip, then come back lifted."""
    ground, heading = work.ground, 90.0
    y_mm = (ground.level("L3") + ground.level("L4")) / 2 - (14.0 if work.second else 4.0)
    first = 15.0 + ground.core.half_length_mm + 15.0
    last = ground.edge(y_mm) - ground.core.half_length_mm - 6.0
    if work.area == "gutters-lower":
        last = min(last, max(ground.span("gutters-lower", y_mm)[1], first + 40.0))
    # On a narrow back a broad hand starts nearer the spine, as near as it may.
    first = max(15.0 + ground.core.half_length_mm + 5.0, min(first, last - 40.0))
    _x, y_mm = ground.near((first + last) / 2, y_mm, min(work.felt, _LOIN), heading_deg=heading, reach_mm=24.0)
    outward = [
        Knot(x, y_mm, share, heading)
        for x, share in zip(np.linspace(first, last, 4).tolist(), (0.5, 1.0, 1.0, 0.5), strict=True)
    ]
    back = [Knot(x, y_mm - 12.0, 0.0, heading, 1.0) for x in np.linspace(last, first, 4)[1:-1].tolist()]
    return Draft(ground, (*outward, *back))


_BESIDE_MM = 12.0  # how far each of two pulling hands keeps to its own side
_PULL_LEVELS = {"sides": ("T9", "T10", "T11"), "waist": ("L2", "L3")}


def side_pull(work: Work) -> Draft:
    """Draw the flank towards the spine, hand after hand, moving on a little with each pull."""
    ground, heading = work.ground, 90.0
    aside_mm = {"alone": 0.0, "first": -_BESIDE_MM, "second": _BESIDE_MM}[work.turn]
    levels = [ground.level(level) + aside_mm for level in _PULL_LEVELS[work.area]]
    heights = [*levels, *levels[-2:0:-1]]
    knots = [knot for y in heights for knot in _pull(work, y, heading)]
    return Draft(ground, tuple(knots), cycles=len(heights))


def _pull(work: Work, y_mm: float, heading: float) -> list[Knot]:
    ground = work.ground
    outer = ground.edge(y_mm) - ground.core.half_length_mm - 12.0
    inner = max(40.0 + ground.core.half_length_mm, ground.span(work.area, y_mm)[0])
    inner = min(inner, outer - 40.0)
    _x, y_mm = ground.near((outer + inner) / 2, y_mm, min(work.felt, _LOIN), heading_deg=heading, reach_mm=20.0)
    pull = [
        Knot(x, y_mm, share, heading)
        for x, share in zip(np.linspace(outer, inner, 4).tolist(), (0.5, 1.0, 1.0, 0.4), strict=True)
    ]
    lifted = Knot((outer + inner) / 2, y_mm + 8.0, 0.0, heading, 1.0, speed=1.5)
    return [*pull, lifted]
