"""Whether a stroke can be done round a person's own spots."""

from __future__ import annotations

from functools import lru_cache

from backrub.anatomy import SIDES, Atlas, Body, PersonalZone, Side, atlas_for, parts_of
from backrub.errors import CannotBeDone
from backrub.person import Mark
from backrub.technique import stroke_path

__all__ = ["marked_atlas", "reachable"]

_REACH_MM = 90.0
"""How far a stroke strays from its area at most: half a hand, and the way there. Source: our guess. Certainty: ENG."""


@lru_cache(maxsize=64)
def marked_atlas(body: Body, marks: tuple[Mark, ...]) -> Atlas:
    """Give a back with the person's own spots on it."""
    zones = (PersonalZone(mark.kind, mark.x_mm, mark.y_mm, mark.radius_mm) for mark in marks)
    return atlas_for(body).with_personal_zones(*zones)


@lru_cache(maxsize=1024)
def reachable(body: Body, marks: tuple[Mark, ...], technique: str, area: str, side: Side, contact: str) -> bool:
    """Tell whether a stroke's path keeps clear of every marked spot and still is a stroke.

    Only spots near the area are looked at, so that without marks no path is drawn.
    """
    near = tuple(mark for mark in marks if _near(body, area, side, mark))
    if not near:
        return True
    try:
        stroke_path(technique, marked_atlas(body, near), area, side, contact=contact)
    except CannotBeDone:
        return False
    return True


def _near(body: Body, area: str, side: Side, mark: Mark) -> bool:
    atlas = atlas_for(body)
    margin_mm = mark.radius_mm + _REACH_MM
    for part in parts_of(area):
        for one in SIDES if side == "both" else (side,):
            left, top, right, bottom = atlas.areas[part][one].bounds
            across = left - margin_mm <= mark.x_mm <= right + margin_mm
            if across and top - margin_mm <= mark.y_mm <= bottom + margin_mm:
                return True
    return False
