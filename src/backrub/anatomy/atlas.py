"""One person's back as geometry: landmarks, areas, zones and ground, in millimetres.

*Conventions* the back frame: origin at the spinous process of C7, x to the receiver's right, y towards the feet, mm.
The left half is the right half mirrored. *Contents* `atlas_for` builds an `Atlas`; `queries` and `field` ask it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from shapely import Point, Polygon, box
from shapely.affinity import scale as stretched
from shapely.geometry import LineString
from shapely.ops import unary_union

from backrub.anatomy.body import Body, measures_of
from backrub.anatomy.curves import rounded, through
from backrub.anatomy.names import AREAS, COMPOSITES, LEVELS, SIDES, parts_of
from backrub.anatomy.posture import Posture, Shift, shift_of
from backrub.anatomy.scale import Scale
from backrub.anatomy.structures import Structure, structures_of
from backrub.data import load
from backrub.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

    from backrub.anatomy.body import Measures

__all__ = ["Atlas", "PersonalZone", "Zone", "ZoneKind", "atlas_for", "built", "largest_part"]

ZoneKind = Literal["no-press", "caution", "never", "personal"]
Off = Literal["nearest", "outward", "inward", "up", "down"]

_SPINE_EDGE_MM = 15.0
_BRIDGES_MM = (12.0, 18.0, 26.0, 40.0)
_BLADE_LEVEL_STEPS = 6


@dataclass(frozen=True, slots=True)
class PersonalZone:
    """A place this person wants left alone: a disc in the back frame [mm].

    Attributes:
        kind: What it is: `mole`, `bruise`, `scar`, `sunburn`, `patch`, `not-there`.
        x_mm: Towards the receiver's right.
        y_mm: Towards the feet.
        radius_mm: Its size, 3 to 150 mm.
    """

    kind: str
    x_mm: float
    y_mm: float
    radius_mm: float

    def __post_init__(self) -> None:
        """Refuse a disc that cannot be meant.

        Raises:
            UsageError: The radius is out of range.
        """
        if not 3 <= self.radius_mm <= 150:
            raise UsageError(f"{self.radius_mm:g} mm is out of range", "radius_mm", "Give 3 to 150")


@dataclass(frozen=True, slots=True, eq=False)
class Zone:
    """A place with its own limits: bone, kidney, a never-zone, or one the person added.

    Attributes:
        id: The zone's id.
        kind: `no-press`, `caution`, `never` or `personal`.
        place: The row of `limits.toml` that holds here.
        polygons: One shape on the midline, or left then right [mm].
        off: The way off this bone: from it outward, inward, up, down, or the nearest way.
    """

    id: str
    kind: ZoneKind
    place: str
    polygons: tuple[Polygon, ...]
    off: Off


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """One person's back.

    Attributes:
        body: What was known.
        measures: The lengths made of it [mm].
        u_mm: C7 to the line between the dimples.
        landmarks: Points by name; paired ones end in `-left` or `-right` [mm].
        areas: Shapes by area id (single and composite) and side [mm].
        zones: Zones by id.
        ground: Which limits hold where no zone is stricter, by place [mm].
        back: Where hands may work at all; outside it every limit is 0.
        outline: The drawn body, crown to hips, as points once round [mm].
        shift: How the blades lie, against lying prone with the arms beside the body.
        personal: Zones the person added.
        hem: The vertebral level of the waistband, below which strokes do not begin; empty where hands may go on.
    """

    body: Body
    measures: Measures
    u_mm: float
    landmarks: Mapping[str, tuple[float, float]]
    areas: Mapping[str, Mapping[str, Polygon]]
    zones: Mapping[str, Zone]
    ground: Mapping[str, tuple[Polygon, ...]]
    back: Polygon
    outline: tuple[tuple[float, float], ...]
    shift: Shift
    personal: tuple[PersonalZone, ...] = ()
    hem: str = ""

    @property
    def structures(self) -> Mapping[str, Structure]:
        """Return muscles and bones under the skin by id, the uppermost layer first; made when first asked for."""
        return structures_of(self.measures, self.shift)

    def with_personal_zones(self, *zones: PersonalZone) -> Atlas:
        """Return this back with more places left alone."""
        return _with_personal(self, zones) if zones else self

    def above(self, hem: str) -> Atlas:
        """Return this back with the waistband at a vertebral level, or as it is where none is named."""
        return _above(self, hem) if hem != self.hem else self

    def area(self, area: str, side: str) -> BaseGeometry:
        """Return the shape of an area or composite on a side, or on both [mm]."""
        parts_of(area)
        if side == "both":
            return unary_union([self.areas[area][each] for each in SIDES])
        return self.areas[area][side]

    def level_y_mm(self, level: str) -> float:
        """Return how far below C7 a vertebral level lies [mm]."""
        return self.landmarks[level][1]


@lru_cache(maxsize=32)
def atlas_for(body: Body = Body(), posture: Posture = "prone") -> Atlas:  # noqa: B008 - frozen, so safe to share
    """Build the back of a person, or of the neutral person, lying prone with the arms beside the body if not said.

    The result is cached: the same body in the same posture gives the same object.
    """
    return built(body, measures_of(body), shift_of(posture))


def built(body: Body, measures: Measures, shift: Shift) -> Atlas:
    """Build a back from lengths and blades that are known by themselves, as when it is held against a skeleton."""
    data, scale = load("atlas"), Scale(measures, shift)
    areas = {name: _pair(_clear_of_midline(_area(scale, name))) for name in AREAS}
    for name, parts in COMPOSITES.items():
        areas[name] = _pair(_union([areas[part]["right"] for part in parts]))
    return Atlas(
        body=body,
        measures=measures,
        u_mm=measures.u_mm,
        landmarks=_landmarks(scale, measures.u_mm),
        areas=areas,
        zones={name: _zone(scale, name, row) for name, row in data["zones"].items()},
        ground={name: _ground(scale, row) for name, row in data["ground"].items()},
        back=_whole(_smooth(scale, data["back"]["points"])),
        outline=_outline(scale),
        shift=shift,
    )


@lru_cache(maxsize=64)
def _with_personal(atlas: Atlas, added: tuple[PersonalZone, ...]) -> Atlas:
    personal = (*atlas.personal, *added)
    own = {f"own-{number}": _personal_zone(f"own-{number}", zone) for number, zone in enumerate(personal, 1)}
    return replace(atlas, zones={**atlas.zones, **own}, personal=personal)


@lru_cache(maxsize=64)
def _above(atlas: Atlas, hem: str) -> Atlas:
    return replace(atlas, hem=hem)


def _personal_zone(name: str, zone: PersonalZone) -> Zone:
    disc = Point(zone.x_mm, zone.y_mm).buffer(zone.radius_mm)
    return Zone(name, "personal", "personal", (disc,), "nearest")


def _landmarks(scale: Scale, u_mm: float) -> dict[str, tuple[float, float]]:
    data = load("atlas")
    points = {level: (0.0, data["levels"][level] * u_mm) for level in LEVELS}
    for name, neutral in data["landmarks"].items():
        if isinstance(neutral, list):
            x_mm, y_mm = scale.point(neutral)
            points |= {f"{name}-left": (-x_mm, y_mm), f"{name}-right": (x_mm, y_mm)}
    return points


def _area(scale: Scale, name: str) -> Polygon:
    return Polygon(rounded(scale.points(load("atlas")["areas"][name]["points"])))


def _clear_of_midline(shape: Polygon) -> Polygon:
    return largest_part(shape.intersection(box(_SPINE_EDGE_MM, -1000, 1000, 2000)))


def _zone(scale: Scale, name: str, row: dict[str, Any]) -> Zone:
    right = _zone_shape(scale, row)
    shapes = (_whole(right),) if row.get("mid") else tuple(_pair(right).values())
    return Zone(name, row["kind"], row["place"], shapes, row["off"])


def _zone_shape(scale: Scale, row: dict[str, Any]) -> Polygon:
    if "at" in row:
        return Point(*scale.point(row["at"])).buffer(row["radius_mm"])
    if "line" in row:
        curve = through(scale.points(row["line"]), _BLADE_LEVEL_STEPS, closed=False)
        return largest_part(LineString(curve).buffer(row["half_width_mm"], quad_segs=4).simplify(0.3))
    if row.get("mid"):
        return Polygon(scale.points(row["points"]))
    return Polygon(rounded(scale.points(row["points"])))


def _ground(scale: Scale, row: dict[str, Any]) -> tuple[Polygon, ...]:
    right = Polygon(scale.points(row["points"]))
    touches_midline = any(x == 0 for x, _y in row["points"])
    return (_whole(right),) if touches_midline else tuple(_pair(right).values())


def _smooth(scale: Scale, neutral: list[list[float]]) -> Polygon:
    return Polygon(through(scale.points(neutral), 4, closed=False))


def _outline(scale: Scale) -> tuple[tuple[float, float], ...]:
    right = through(scale.points(load("atlas")["outline"]["points"]), 8, closed=False)
    both = np.concatenate((right, right[-2:0:-1] * (-1, 1)))
    return tuple((round(x, 1), round(y, 1)) for x, y in both.tolist())


def _pair(right: Polygon) -> dict[str, Polygon]:
    return {"left": _mirrored(right), "right": right}


def _mirrored(shape: Polygon) -> Polygon:
    return Polygon(stretched(shape, xfact=-1.0, yfact=1.0, origin=(0.0, 0.0)).exterior)


def _whole(right: Polygon) -> Polygon:
    # A hair of overlap on the midline, so that the two halves join to one shape.
    return largest_part(unary_union([right, _mirrored(right), _seam(right)]))


def _seam(right: Polygon) -> Polygon:
    _x, top, _right, bottom = right.bounds
    return box(-0.01, top + 0.01, 0.01, bottom - 0.01)


def _union(shapes: list[Polygon]) -> Polygon:
    """Join areas that only nearly touch over the bone between them, so that a composite is one shape."""
    if len(shapes) == 1:
        return shapes[0]
    joined: BaseGeometry = shapes[0]
    for bridge_mm in _BRIDGES_MM:
        grown = unary_union([shape.buffer(bridge_mm, quad_segs=4) for shape in shapes])
        joined = grown.buffer(-bridge_mm, quad_segs=4)
        if isinstance(joined, Polygon):
            break
    return largest_part(joined.simplify(0.2))


def largest_part(shape: BaseGeometry) -> Polygon:
    """Return the largest polygon of a shape, without its holes; an empty one if it has none."""
    if isinstance(shape, Polygon):
        return Polygon(shape.exterior)
    parts = [part for part in getattr(shape, "geoms", ()) if isinstance(part, Polygon)]
    return Polygon(max(parts, key=lambda part: part.area).exterior) if parts else Polygon()
