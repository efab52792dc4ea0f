"""Strokes that never press: the caress, feather strokes, and the rub in a hug."""

from __future__ import annotations

import numpy as np
from shapely import Polygon

from backrub.anatomy.atlas import largest_part
from backrub.technique.paths.work import Work
from backrub.technique.trace import Draft, Knot

__all__ = ["caress", "feather_strokes", "hug_rub"]


# Levels between which a long oval runs, and how far out its outer side lies from the blade's corner [mm].
_OVALS = {
    "whole-back": ("L4", "T3", 30.0),
    "upper-back": ("T10", "T3", 30.0),
    "lower-back": ("L4", "T12", 12.0),
    "gutters": ("L4", "T3", -12.0),
}


def caress(work: Work) -> Draft:
    """Drift round inside the area, well away from its edge: a long oval, or nearly a line where it is narrow."""
    ground, heading = work.ground, work.up_heading
    drawn = _oval(work) if work.area in _OVALS else _inside(work)
    places = [ground.near(x, y, work.felt, heading_deg=heading, reach_mm=24.0) for x, y in drawn]
    return Draft(ground, tuple(Knot(*place, heading_deg=heading) for place in _apart(places)))


def _oval(work: Work) -> list[tuple[float, float]]:
    """Up beside the spine, over, and down further out."""
    ground = work.ground
    low, high, beyond = _OVALS[work.area]
    bottom, top = ground.level(low), ground.level(high)
    inner, outer = 22.0 + ground.core.half_width_mm, ground.landmark("blade-lower-corner")[0] + beyond
    angle = np.arange(18) / 18 * 2 * np.pi
    # A rounded rectangle: straighter along the spine than an ellipse.
    x = (inner + outer) / 2 - (outer - inner) / 2 * np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** 0.6
    y = (bottom + top) / 2 - (bottom - top) / 2 * np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** 0.8
    return list(zip(x.tolist(), y.tolist(), strict=True))


def _inside(work: Work) -> list[tuple[float, float]]:
    """Follow the area's outline, drawn in by half a hand."""
    ring = _inner_ring(work.ground.atlas.areas[work.area]["right"], work.ground.core.half_width_mm)
    outline = np.array(ring.exterior.coords)
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(outline, axis=0).T))))
    count = max(8, min(28, round(along[-1] / 40.0)))
    at = np.arange(count) / count * along[-1]
    x, y = np.interp(at, along, outline[:, 0]), np.interp(at, along, outline[:, 1])
    lowest = work.ground.level("S1")  # or the waistband
    return list(zip(x.tolist(), np.minimum(y, lowest).tolist(), strict=True))


def _inner_ring(shape: Polygon, inset_mm: float) -> Polygon:
    """Shrink a shape by as much of the inset as leaves something of it."""
    for share in (1.0, 0.7, 0.45, 0.25, 0.1):
        inner = shape.buffer(-share * inset_mm)
        largest = largest_part(inner)
        if largest.area > 300.0 and largest.area > 0.6 * inner.area:
            return largest
    return shape


def _apart(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Drop places that fell together, so that a curve can be drawn through the rest."""
    kept = places[:1]
    for place in places[1:]:
        if np.hypot(place[0] - kept[-1][0], place[1] - kept[-1][1]) > 6.0:
            kept.append(place)
    if len(kept) > 3 and np.hypot(kept[-1][0] - kept[0][0], kept[-1][1] - kept[0][1]) <= 6.0:
        kept.pop()
    if len(kept) < 3:
        x, y = kept[0]
        return [(x - 6.0, y), (x, y - 12.0), (x + 6.0, y), (x, y + 12.0)]
    return kept


def feather_strokes(work: Work) -> Draft:
    """Barely touch from the shoulders down, then lift and return."""
    ground = work.ground
    bottom = ground.level("L3") if work.area == "whole-back" else ground.level("T10")
    top = ground.level("T2")
    heights = np.linspace(top, bottom, 6).tolist()
    x_mm = max(58.0, 18.0 + ground.core.half_width_mm)
    down = [
        Knot(*ground.near(x_mm, y, work.felt, reach_mm=14.0), share, speed=1.0)
        for y, share in zip(heights, (0.6, 1.0, 1.0, 1.0, 1.0, 0.6), strict=True)
    ]
    lifted = [Knot(x_mm + 22.0, y, 0.0, speed=1.8) for y in reversed(heights)]
    return Draft(ground, (*down, *lifted))


def hug_rub(work: Work) -> Draft:
    """Stroke slowly up and down beside the spine, arms around: the fingers point to the spine."""
    ground, heading = work.ground, -90.0
    top = ground.level("T4")
    bottom = ground.level("T8" if work.area == "between-blades" else "T10")
    wanted = min(work.felt, 3.0)
    heights = np.linspace(bottom, top, 5).tolist()
    x_mm = 19.0 + ground.core.half_length_mm
    up = [Knot(*ground.near(x_mm, y, wanted, heading_deg=heading), heading_deg=heading) for y in heights]
    down = [Knot(knot.x_mm + 14.0, knot.y_mm, 0.8, heading) for knot in reversed(up[1:-1])]
    return Draft(ground, (*up, *down))
