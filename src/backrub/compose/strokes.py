"""Steps of the arc: rests, long strokes, light strokes and the last touches, wherever hands may go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from backrub.anatomy import Motion
from backrub.compose.allowed import can_reach, can_use, highest_on, places_of
from backrub.compose.terms import Terms
from backrub.compose.walk import Station, stations_of
from backrub.compose.weights import section, stroke_rows
from backrub.routine import Contact, Phase, Place, Reason, Side, Step
from backrub.technique import Technique, techniques

__all__ = ["Timed", "When", "Where", "long_stroke", "place_at", "settled", "skin_spot", "spots_for", "stroke", "where"]


_WIDEST = ("whole-back", "upper-back", "gutters", "lower-back")


@dataclass(frozen=True, slots=True)
class Timed:
    """A step that takes time, and the station it is done from."""

    step: Step
    station: Station


@dataclass(frozen=True, slots=True)
class Where:
    """A technique on an area and side, with what of the hand does it."""

    technique: Technique
    area: str
    side: Side
    contact: Contact


@dataclass(frozen=True, slots=True)
class When:
    """From which station, in which phase and for how long [s]; and at which place, where that is free."""

    station: Station
    phase: Phase
    duration_s: int
    place: Place | None = None


def where(terms: Terms, name: str, side: Side = "both", contact: Contact | None = None) -> Where | None:
    """Give the widest open place for a technique on a side, or None where there is none."""
    return next(spots_for(terms, name, side, contact), None)


def spots_for(terms: Terms, name: str, side: Side = "both", contact: Contact | None = None) -> Iterator[Where]:
    """Give the open places for a technique, widest first; with only one side open, that side."""
    technique = techniques()[name]
    if not can_use(terms, technique):
        return
    sides: Sequence[Side] = ("both", "right", "left") if side == "both" else (side,)
    chosen = contact or cast("Contact", next(each for each in technique.contacts if _broad(terms, technique, each)))
    areas = sorted(technique.areas, key=lambda area: _WIDEST.index(area) if area in _WIDEST else len(_WIDEST))
    for each in sides:
        for area in areas:
            if terms.is_open(area, each) and terms.is_welcome(area) and can_reach(terms, technique, area, each, chosen):
                yield Where(technique, area, each, chosen)


def long_stroke(terms: Terms, side: Side = "both", *, light: bool = False) -> Where | None:
    """Give the long stroke of this rub: on oil effleurage, through clothes the rub, on dry skin slow stroking.

    Args:
        terms: What the wishes come to.
        side: Which side, for a receiver who lies on the other.
        light: Whether it need not warm: then slow stroking will do everywhere.
    """
    usual = {"oil": "effleurage", "lotion": "effleurage", "clothed": "clothed-rub", "dry": "caress"}[terms.glide]
    softly = terms.wishes.intention == "comfort" and terms.glide == "clothed"
    names = ("caress", usual) if light or softly else (usual, "caress")
    return next((spot for name in names if (spot := where(terms, name, side)) is not None), None)


def stroke(terms: Terms, spot: Where, when: When, pressure: tuple[float, float], reasons: tuple[Reason, ...]) -> Timed:
    """Make a step of a long, light or resting stroke, no firmer than place and contact allow."""
    technique = spot.technique
    cap = highest_on(terms, technique, spot.area, spot.contact, _motion(technique))
    closing = when.phase == "finish" and technique.pace_closing is not None
    pace = technique.pace_closing if closing and technique.pace_closing else technique.pace
    start, end = (float(min(cap, value)) for value in pressure)
    step = Step(
        kind="rest" if technique.id == "resting-hands" else "stroke",
        phase=when.phase,
        duration_s=when.duration_s,
        technique=technique.id,
        area=spot.area,
        side=spot.side,
        contact=spot.contact,
        pressure=(start, end),
        pace_cm_per_s=pace.usual if pace.unit == "cm_per_s" else None,
        cycles_per_min=pace.usual if pace.unit == "per_min" else None,
        place=place_at(_places(terms, spot, when), when.station, spot.side),
        reasons=reasons,
    )
    return Timed(step, when.station)


def _places(terms: Terms, spot: Where, when: When) -> tuple[Place, ...]:
    """Give where the giver may be, the place they are at already first."""
    fits = [
        place
        for place in places_of(terms, spot.technique, spot.contact)
        if spot.side != "both" or spot.technique.works_both_sides(place)
    ]
    return tuple(sorted(fits, key=lambda place: place != when.place))


def _motion(technique: Technique) -> Motion:
    named: dict[str, Motion] = {"resting-hands": "still", "feather-strokes": "feather", "tapotement": "tapping"}
    return named.get(technique.id, "gliding")


def skin_spot(terms: Terms, side: Side = "both") -> Where | None:
    """Give where the last strokes barely touch: fingertips, or flat palms where they tickle or cloth lies between."""
    flat = terms.wishes.ticklish or terms.glide == "clothed" or not terms.care.pointed
    return where(terms, "feather-strokes", side, "palms" if flat else "finger-tips")


def settled(terms: Terms) -> Terms:
    """Leave out a half of a side-lying rub that has no open place; the turn between two halves is their break.

    A marked place that no stroke suits in this position and on this skin is worked by the one that stands in for it.
    """
    halves = tuple(half for half in terms.halves if long_stroke(terms, half) is not None)
    return replace(terms, halves=halves, rested=terms.rested or len(halves) > 1, levels=_stood_in(terms))


def _stood_in(terms: Terms) -> Mapping[tuple[str, str], int]:
    levels = dict(terms.levels)
    for (area, side), level in terms.levels.items():
        for other in section("stand_ins").get(area, ()):
            if (other, side) not in terms.shut and not _has_stroke(terms, area):
                levels[other, side] = max(level, levels.get((other, side), 0))
    return levels


def _has_stroke(terms: Terms, area: str) -> bool:
    return any(
        row.home == area
        and not row.last_resort
        and row.value[terms.glide] > 0
        and can_use(terms, techniques()[row.technique])
        for row in stroke_rows()
    ) and (area != "waist" or terms.care.waist)


def place_at(places: Sequence[Place], station: Station, side: Side) -> Place:
    """Give the best place of a technique that lies at a station.

    Raises:
        ValueError: The technique cannot be done from there.
    """
    for place in places:
        if station in stations_of(place, side):
            return place
    raise ValueError(f"no place at the station {station}")


def _broad(terms: Terms, technique: Technique, contact: str) -> bool:
    return technique.breadth_of(contact) == "broad" and bool(places_of(terms, technique, contact))
