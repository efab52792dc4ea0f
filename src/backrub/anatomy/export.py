"""The back as plain values for machines: the shape of `map --json`, in mm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shapely import LineString

from backrub.anatomy.names import SIDES

if TYPE_CHECKING:
    from shapely import Polygon

    from backrub.anatomy.atlas import Atlas

__all__ = ["DRAWN_WITHIN_MM", "as_json"]

DRAWN_WITHIN_MM = 0.2
"""No line that is sent lies further from the atlas's own than this; a quarter of the thinnest line on a phone. ENG."""


def as_json(atlas: Atlas) -> dict[str, Any]:
    """Return a back as JSON values: frame, landmarks, areas, zones, outline and hand sizes [mm].

    Polygons are rings of [x, y] without the repeated last point, with as few points as keep every line within
    `DRAWN_WITHIN_MM`. Composites stand beside single areas.
    """
    return {
        "format": 1,
        "frame": {
            "origin": "C7",
            "x": "receiver-right",
            "y": "feet",
            "unit": "mm",
            "u_mm": round(atlas.u_mm, 1),
        },
        "landmarks": {name: [round(x, 1), round(y, 1)] for name, (x, y) in atlas.landmarks.items()},
        "areas": {name: {side: _ring(shapes[side]) for side in SIDES} for name, shapes in atlas.areas.items()},
        "zones": {
            zone.id: {"kind": zone.kind, "place": zone.place, "polygons": [_ring(shape) for shape in zone.polygons]}
            for zone in atlas.zones.values()
        },
        "outline": _points(LineString(atlas.outline)),
        "hands": {
            "length_mm": round(atlas.measures.hand_length_mm, 1),
            "breadth_mm": round(atlas.measures.hand_breadth_mm, 1),
        },
    }


def _ring(shape: Polygon) -> list[list[float]]:
    return _points(shape.exterior)[:-1]


def _points(line: LineString) -> list[list[float]]:
    return [[round(x, 1), round(y, 1)] for x, y in line.simplify(DRAWN_WITHIN_MM).coords]
