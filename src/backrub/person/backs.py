"""The receiver's back as they lie or sit, with their own spots to go round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from backrub.anatomy import Atlas, Body, PersonalZone, Posture, atlas_for
from backrub.person.wishes import Mark, Wishes
from backrub.routine import Position

__all__ = ["POSTURES_OF", "back_of", "hem_of", "zones_of"]

POSTURES_OF: Mapping[Position, Posture] = MappingProxyType(
    {"prone": "prone", "seated": "seated-forward", "side-lying": "side-lying", "hug": "standing"}
)
"""How the blades lie in each position of a rub. Face down, the arms lie beside the body, as most people put them; with
the arms up they lie otherwise, which only who draws the map can say."""


def zones_of(marks: Iterable[Mark]) -> tuple[PersonalZone, ...]:
    """Give a person's own spots as zones of a back."""
    return tuple(PersonalZone(mark.kind, mark.x_mm, mark.y_mm, mark.radius_mm) for mark in marks)


def hem_of(wishes: Wishes) -> str:
    """Give the level where strokes on bare skin end for want of a yes: a waistband on the hip bones; empty where none.

    The first time, between friends and in a family nobody goes below it unasked; a shirt is rubbed as it hangs.
    Source: teaching, the hip-bone line as the usual lower limit. Certainty: H.
    """
    unasked = wishes.first_time or wishes.relation != "partners"
    return "L4" if unasked and wishes.glide != "clothed" else ""


def back_of(body: Body, marks: Iterable[Mark] = (), position: Position = "prone", hem: str = "") -> Atlas:
    """Give somebody's back as they lie or sit, with their own spots on it and their waistband where it matters."""
    return atlas_for(body, POSTURES_OF[position]).with_personal_zones(*zones_of(marks)).above(hem)
