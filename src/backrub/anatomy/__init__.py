"""The back as geometry: landmarks, areas, bones, zones, limits, and one person's scale.

The back frame: origin at the spinous process of C7, x to the receiver's right, y towards the feet, millimetres.
"""

from __future__ import annotations

from backrub.anatomy.atlas import Atlas, PersonalZone, Zone, ZoneKind, atlas_for
from backrub.anatomy.body import Body, Measures, measures_of
from backrub.anatomy.drawing import Theme, draw_map
from backrub.anatomy.export import as_json
from backrub.anatomy.field import CoreField, PressureField, field_of
from backrub.anatomy.limits import BREADTHS, MOTIONS, Breadth, LimitRow, Motion, limit_rows
from backrub.anatomy.names import AREAS, COMPOSITES, LEVELS, SIDES, Side, parts_of, require_area, sides_of
from backrub.anatomy.posture import POSTURES, Posture, Shift, shift_of
from backrub.anatomy.queries import Under, clearance, level_at, limit_at, off_bone, under, way_off
from backrub.anatomy.saying import MESSAGES, Said, place_of
from backrub.anatomy.structures import Structure, visible

__all__ = [
    "AREAS",
    "BREADTHS",
    "COMPOSITES",
    "LEVELS",
    "MESSAGES",
    "MOTIONS",
    "POSTURES",
    "SIDES",
    "Atlas",
    "Body",
    "Breadth",
    "CoreField",
    "LimitRow",
    "Measures",
    "Motion",
    "PersonalZone",
    "Posture",
    "PressureField",
    "Said",
    "Shift",
    "Side",
    "Structure",
    "Theme",
    "Under",
    "Zone",
    "ZoneKind",
    "as_json",
    "atlas_for",
    "clearance",
    "draw_map",
    "field_of",
    "level_at",
    "limit_at",
    "limit_rows",
    "measures_of",
    "off_bone",
    "parts_of",
    "place_of",
    "require_area",
    "shift_of",
    "sides_of",
    "under",
    "visible",
    "way_off",
]
