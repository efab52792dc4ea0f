"""Questions to a back: what lies here, how far is bone, which way is off it.

*Conventions* back frame, mm; right is the receiver's right.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import LineString, Point
from shapely.ops import nearest_points

from backrub.anatomy.field import field_of
from backrub.anatomy.names import AREAS, LEVELS, SIDES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from backrub.anatomy.atlas import Atlas, Zone
    from backrub.anatomy.limits import Breadth, Motion

__all__ = ["Under", "clearance", "level_at", "limit_at", "off_bone", "under", "way_off"]

_FAR_MM = 400.0  # further than any zone reaches


@dataclass(frozen=True, slots=True)
class Under:
    """What lies under a point.

    Attributes:
        areas: Ids of the areas there, single ones.
        zones: Ids of the zones there.
        level: The vertebral level it is beside, or None above C7 and below S2.
        side: `left`, `right`, or `middle` over the spine.
        structures: Ids of the muscles and bones there, from the skin inward.
    """

    areas: tuple[str, ...]
    zones: tuple[str, ...]
    level: str | None
    side: str
    structures: tuple[str, ...] = ()


class _Index:
    """Every shape of a back in one tree, so that a point is looked up once."""

    def __init__(self, atlas: Atlas) -> None:
        layers = [(name, each.whole[side]) for name, each in atlas.structures.items() for side in SIDES]
        areas = [(name, atlas.areas[name][side]) for name in AREAS for side in SIDES]
        zones = [(zone.id, shape) for zone in atlas.zones.values() for shape in zone.polygons]
        self._names = tuple(name for name, _ in (*areas, *zones, *layers))
        self._areas, self._zones = len(areas), len(areas) + len(zones)
        shapes = np.array([shape for _, shape in (*areas, *zones, *layers)])
        shapely.prepare(shapes)
        self._shapes, self._boxes = shapes, shapely.bounds(shapes).T
        self._levels = [atlas.level_y_mm(level) for level in LEVELS]
        self._beyond_mm, self._u_mm = 0.03 * atlas.u_mm, atlas.u_mm

    def at(self, x_mm: float, y_mm: float) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Return areas, zones and structures at a point."""
        left, top, right, bottom = self._boxes
        near = np.flatnonzero((left <= x_mm) & (x_mm <= right) & (top <= y_mm) & (y_mm <= bottom))
        here = near[shapely.intersects_xy(self._shapes[near], x_mm, y_mm)].tolist()
        areas = tuple(self._names[i] for i in here if i < self._areas)
        zones = tuple(self._names[i] for i in here if self._areas <= i < self._zones)
        layers = tuple(dict.fromkeys(self._names[i] for i in here if i >= self._zones))
        return areas, tuple(dict.fromkeys(zones)), layers

    def level(self, y_mm: float) -> str | None:
        """Return the nearest level, or None off the ruler."""
        if not -self._beyond_mm <= y_mm <= self._u_mm + self._beyond_mm:
            return None
        after = min(max(bisect_left(self._levels, y_mm), 1), len(self._levels) - 1)
        nearer = after if self._levels[after] - y_mm < y_mm - self._levels[after - 1] else after - 1
        return LEVELS[nearer]


@lru_cache(maxsize=16)
def _index_of(atlas: Atlas) -> _Index:
    return _Index(atlas)


def under(atlas: Atlas, x_mm: float, y_mm: float) -> Under:
    """Tell what lies under a point of the back frame [mm]: areas, zones, level, side, layers from the skin inward."""
    index = _index_of(atlas)
    areas, zones, layers = index.at(x_mm, y_mm)
    side = "middle" if "spine" in zones or x_mm == 0 else "right" if x_mm > 0 else "left"
    return Under(areas, zones, index.level(y_mm), side, layers)


def level_at(atlas: Atlas, y_mm: float) -> str | None:
    """Name the vertebral level nearest to a distance below C7 [mm], such as `T7`; None off the ruler."""
    return _index_of(atlas).level(y_mm)


def limit_at(
    atlas: Atlas,
    x_mm: float,
    y_mm: float,
    breadth: Breadth,
    motion: Motion = "gliding",
) -> int:
    """Return the highest felt pressure a point takes from a contact: 0 off the back and in never-zones.

    For many points use `field_of(atlas).at`, for a patch `field_of(atlas).under`.
    """
    return field_of(atlas).one(x_mm, y_mm, breadth, motion)


def clearance(atlas: Atlas, patch: BaseGeometry | Sequence[tuple[float, float]]) -> dict[str, float]:
    """Return how far a patch, a point, or a path at its nearest, lies from each zone [mm]; 0 where they meet.

    Args:
        atlas: The back.
        patch: A shape in the back frame, or the points (x_mm, y_mm) of a path in order, such as a stroke's samples.
    """
    shape = patch if isinstance(patch, shapely.Geometry) else _path(patch)
    zones = [(zone.id, each) for zone in atlas.zones.values() for each in zone.polygons]
    found: dict[str, float] = {}
    for (name, _), away in zip(zones, shapely.distance([each for _, each in zones], shape).tolist(), strict=True):
        found[name] = min(away, found.get(name, math.inf))
    return found


def _path(points: Sequence[tuple[float, float]]) -> BaseGeometry:
    # Fewer points, nowhere further off than a tenth of a millimetre: a path has hundreds, and most lie in a row.
    return LineString(points).simplify(0.1) if len(points) > 1 else Point(points[0])


def way_off(atlas: Atlas, x_mm: float, y_mm: float) -> tuple[float, float]:
    """Return the unit vector that leads off the bone under a point, or (0, 0) where there is none.

    From the spine outward, from the blade's inner border inward, from the last ribs down, from the hip bone up;
    from anything else the nearest way.
    """
    point = Point(x_mm, y_mm)
    zone = next((each for each in atlas.zones.values() if _covers(each, point)), None)
    if zone is None:
        return 0.0, 0.0
    outward = 1.0 if x_mm >= 0 else -1.0
    fixed = {"outward": (outward, 0.0), "inward": (-outward, 0.0), "up": (0.0, -1.0), "down": (0.0, 1.0)}
    return fixed.get(zone.off) or _nearest_way(zone, point)


def off_bone(atlas: Atlas, x_mm: float, y_mm: float) -> tuple[float, float]:
    """Return the shortest move [mm], as (x, y), that leads off the bone under a point the way it is to be left.

    (0, 0) where there is no zone; the move ends on the zone's edge.
    """
    dx, dy = way_off(atlas, x_mm, y_mm)
    if dx == dy == 0.0:
        return 0.0, 0.0
    point = Point(x_mm, y_mm)
    shape = next(shape for zone in atlas.zones.values() for shape in zone.polygons if shape.covers(point))
    ray = LineString([(x_mm, y_mm), (x_mm + dx * _FAR_MM, y_mm + dy * _FAR_MM)])
    away = point.distance(ray.intersection(shape.exterior))
    return dx * away, dy * away


def _covers(zone: Zone, point: Point) -> bool:
    return any(shape.covers(point) for shape in zone.polygons)


def _nearest_way(zone: Zone, point: Point) -> tuple[float, float]:
    shape = next(shape for shape in zone.polygons if shape.covers(point))
    edge, _ = nearest_points(shape.exterior, point)
    dx, dy = edge.x - point.x, edge.y - point.y
    length = math.hypot(dx, dy)
    return (dx / length, dy / length) if length > 0 else (0.0, -1.0)
