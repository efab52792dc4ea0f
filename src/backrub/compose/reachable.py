"""Whether a stroke can be done round a person's own spots."""

from __future__ import annotations

from functools import lru_cache

from backrub.anatomy import SIDES, Atlas, Body, PersonalZone, Side, parts_of
from backrub.errors import CannotBeDone
from backrub.person import Mark, back_of
from backrub.routine import Position
from backrub.technique import stroke_path

__all__ = ["marked_atlas", "reachable"]

_REACH_MM = 90.0
"""How far a stroke strays from its area at most: half a hand, and the way there. Source: our guess. Certainty: ENG."""


@lru_cache(maxsize=64)
def marked_atlas(body: Body, marks: tuple[Mark, ...], position: Position = "prone", hem: str = "") -> Atlas:
    """Give a back as its person lies or sits, with their own spots and the waistband on it."""
    return back_of(body, marks, position, hem)


@lru_cache(maxsize=1024)
def reachable(atlas: Atlas, technique: str, area: str, side: Side, contact: str) -> bool:
    """Tell whether a stroke's path keeps clear of every marked spot of a back and still is a stroke.

    A path is drawn only for areas with a spot near them, so that without marks none is.
    """
    if not any(_near(atlas, area, side, zone) for zone in atlas.personal):
        return True
    try:
        stroke_path(technique, atlas, area, side, contact=contact)
    except CannotBeDone:
        return False
    return True


def _near(atlas: Atlas, area: str, side: Side, zone: PersonalZone) -> bool:
    margin_mm = zone.radius_mm + _REACH_MM
    for part in parts_of(area):
        for one in SIDES if side == "both" else (side,):
            left, top, right, bottom = atlas.areas[part][one].bounds
            across = left - margin_mm <= zone.x_mm <= right + margin_mm
            if across and top - margin_mm <= zone.y_mm <= bottom + margin_mm:
                return True
    return False
