"""Questions to a back: what lies here, how far is bone, which way is off it.

*Conventions* back frame, mm; right is the receiver's right.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import MultiPoint, Point
from shapely.ops import nearest_points

from backrub.anatomy.field import field_of
from backrub.anatomy.names import AREAS, LEVELS, SIDES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from backrub.anatomy.atlas import Atlas, Zone
    from backrub.anatomy.limits import Breadth, Motion

__all__ = ["Under", "clearance", "level_at", "limit_at", "under", "way_off"]


@dataclass(frozen=True, slots=True)
class Under:
    """What lies under a point.

    Attributes:
        areas: Ids of the areas there, single ones.
        zones: Ids of the zones there.
        level: The vertebral level it is beside, or None above C7 and below S2.
        side: `left`, `right`, or `middle` over the spine.
    """

    areas: tuple[str, ...]
    zones: tuple[str, ...]
    level: str | None
    side: str


def under(atlas: Atlas, x_mm: float, y_mm: float) -> Under:
    """Tell what lies under a point."""
    point = Point(x_mm, y_mm)
    areas = [name for name in AREAS if any(atlas.areas[name][side].covers(point) for side in SIDES)]
    zones = [zone.id for zone in atlas.zones.values() if _covers(zone, point)]
    side = "middle" if "spine" in zones or x_mm == 0 else "right" if x_mm > 0 else "left"
    return Under(tuple(areas), tuple(zones), level_at(atlas, y_mm), side)


def level_at(atlas: Atlas, y_mm: float) -> str | None:
    """Name the vertebral level nearest to a distance below C7, such as `T7`; None off the ruler."""
    nearest = min(LEVELS, key=lambda level: abs(atlas.level_y_mm(level) - y_mm))
    beyond_mm = 0.03 * atlas.u_mm
    return nearest if -beyond_mm <= y_mm <= atlas.u_mm + beyond_mm else None


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
    return int(field_of(atlas).at(np.array([x_mm]), np.array([y_mm]), breadth, motion)[0])


def clearance(atlas: Atlas, patch: BaseGeometry | Sequence[tuple[float, float]]) -> dict[str, float]:
    """Return how far a patch, or the nearest of some points, lies from each zone [mm]; 0 where they meet."""
    shape = patch if isinstance(patch, shapely.Geometry) else MultiPoint(list(patch))
    return {zone.id: min(float(each.distance(shape)) for each in zone.polygons) for zone in atlas.zones.values()}


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


def _covers(zone: Zone, point: Point) -> bool:
    return any(shape.covers(point) for shape in zone.polygons)


def _nearest_way(zone: Zone, point: Point) -> tuple[float, float]:
    shape = next(shape for shape in zone.polygons if shape.covers(point))
    edge, _ = nearest_points(shape.exterior, point)
    dx, dy = edge.x - point.x, edge.y - point.y
    length = math.hypot(dx, dy)
    return (dx / length, dy / length) if length > 0 else (0.0, -1.0)
