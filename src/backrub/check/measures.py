"""What several rules measure: how long, how often, where the giver is, and what a place takes.

*Conventions* times are seconds, pressures felt 1-10.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal

import numpy as np
from shapely import Point, Polygon, contains_xy

from backrub.anatomy import Atlas, Body, Breadth, Motion, PersonalZone, atlas_for, field_of, parts_of
from backrub.check.facts import Facts
from backrub.check.subject import Act, Said, Subject
from backrub.data import load
from backrub.errors import CannotBeDone, UsageError
from backrub.routine import Side
from backrub.routine.notation import hazards_in
from backrub.technique import stroke_path

__all__ = [
    "CALM",
    "HOLD_SLOT_MAX_S",
    "LATE",
    "LOW",
    "MOST_DRAWN",
    "UNDRAWN",
    "Station",
    "drawn",
    "haunts",
    "highest_on",
    "is_broad_on",
    "is_spared",
    "mentions",
    "promises",
    "seconds_on",
    "stations",
    "stations_of",
]

Station = Literal["left", "right", "head", "behind"]

LATE = frozenset({"petrissage", "waist-spread", "knuckle-circles", "gutter-glide", "side-pull", "tender-spot-hold"})
"""Techniques that want a warm back. Source: teaching. Certainty: H."""

LOW = frozenset({"gutters-lower", "waist"})
"""The low back."""

CALM = frozenset({"unwind", "comfort", "closeness", "sleep"})
"""What a rub is for when it should quieten."""

HOLD_SLOT_MAX_S = 120
"""Longest time set aside for one tender spot, finding it and letting go included: 30 s beyond the longest hold.
Source: one teacher's script. Certainty: L."""

MOST_DRAWN = 40
"""So many different strokes of one text are drawn. Source: our guess; each takes up to 20 ms. Certainty: ENG."""

UNDRAWN = "undrawn"
"""What is known of a stroke that came too late to be drawn."""

_GRID_MM = 6.0

_TOUCHING_MM = 1.0
"""So near to each other, hands cannot tell two places apart. Source: our guess. Certainty: ENG."""

_ROUND_MM = 90.0
"""A stroke strays so far from its area at most: half a hand, and the way there. Source: our guess. Certainty: ENG."""


def seconds_on(acts: Iterable[Act], area: str, side: str) -> int:
    """Give how long strokes have worked a single area's side; strokes over the whole back are no work on any one."""
    return sum(act.step.duration_s for act in acts if act.moves and area in act.parts and side in act.sides)


def haunts(acts: Iterable[Act]) -> set[tuple[str, str]]:
    """Give every single area and side that some steps work."""
    return {(area, side) for act in acts for area in act.parts for side in act.sides}


def is_spared(facts: Facts, areas: Collection[str], side: str) -> bool:
    """Tell whether work on some single areas of a side may touch a place or a spot that is to be left alone."""
    kept = [place for place, one in facts.kept_off if one == side]
    return any(
        any(_touch(area, place) for place in kept) or any(_near(area, side, spot) for spot in facts.spots)
        for area in areas
    )


@cache
def _touch(area: str, place: str) -> bool:
    shapes = atlas_for(Body()).areas
    return area == place or bool(shapes[area]["right"].distance(shapes[place]["right"]) <= _TOUCHING_MM)


def _near(area: str, side: str, spot: PersonalZone) -> bool:
    shape = atlas_for(Body()).areas[area][side]
    return bool(shape.distance(Point(spot.x_mm, spot.y_mm)) <= spot.radius_mm + _ROUND_MM)


def is_broad_on(act: Act, held: Act) -> bool:
    """Tell whether a step strokes broadly over where another one held."""
    over = held.step.area is None or act.step.area == held.step.area or not act.parts
    return (
        act.moves
        and (over or bool(set(act.parts) & set(held.parts)))
        and act.step.contact not in ("thumbs", "knuckles")
    )


@cache
def stations_of(place: str, side: Side | None) -> frozenset[Station]:
    """Give the stations at which a place can be taken: at either side, at the head or behind.

    Hip, beside and across are one station when they are on the same side; across faces the side that is worked.
    """
    if place in ("head-end", "behind"):
        return frozenset({"head" if place == "head-end" else "behind"})
    if place == "hip" or side in (None, "both"):
        return frozenset({"left", "right"})
    near: Station = "left" if side == "left" else "right"
    far: Station = "right" if side == "left" else "left"
    return frozenset({far if place == "across" else near})


def stations(acts: Iterable[Act]) -> list[tuple[Act, Station]]:
    """Follow the giver, who stays wherever a step can be done from where they are."""
    found: list[tuple[Act, Station]] = []
    for act in acts:
        if act.step.place is None or act.step.kind not in ("stroke", "hold", "rest"):
            continue
        options = stations_of(act.step.place, act.step.side)
        here = found[-1][1] if found and found[-1][1] in options else min(options)
        found.append((act, here))
    return found


def highest_on(area: str, breadth: Breadth, motion: Motion) -> int:
    """Give the most that any spot of an area takes from a contact, on a back of usual size."""
    return max(_highest_on(part, breadth, motion) for part in parts_of(area))


@lru_cache(maxsize=256)
def _highest_on(area: str, breadth: Breadth, motion: Motion) -> int:
    atlas = atlas_for(Body())
    shape = atlas.areas[area]["right"]
    across, along = _inside(shape)
    return int(field_of(atlas).at(across, along, breadth, motion).max())


def _inside(shape: Polygon) -> tuple[np.ndarray, np.ndarray]:
    left, top, right, bottom = shape.bounds
    across, along = np.meshgrid(np.arange(left, right, _GRID_MM), np.arange(top, bottom, _GRID_MM))
    within = contains_xy(shape, across, along)
    return across[within], along[within]


def drawn(subject: Subject, act: Act) -> str | None:
    """Draw a step on the back; give why that cannot be done, or None when it can or there is no back to draw on.

    Once `MOST_DRAWN` different strokes were drawn, no more are, and that is said of those that come later.
    """
    atlas, step = subject.atlas, act.step
    if atlas is None or step.technique is None or step.area is None or act.technique is None:
        return None
    pressed = math.ceil(act.peak)  # a whole one, so that a rise of a tenth is no other stroke
    key = (step.technique, step.area, step.side, step.contact, step.place, pressed)
    if key not in subject.drawn:
        subject.drawn[key] = _refusal(atlas, act, pressed) if len(subject.drawn) < MOST_DRAWN else UNDRAWN
    return subject.drawn[key]


def _refusal(atlas: Atlas, act: Act, pressed: float) -> str | None:
    step = act.step
    try:
        stroke_path(
            step.technique or "",
            atlas,
            step.area or "",
            step.side or "both",
            contact=step.contact,
            pressure=(pressed, pressed),
            place=step.place,
        )
    except CannotBeDone as refusal:
        return refusal.reason
    except UsageError:
        return None  # a slip that another rule answers
    return None


def mentions(subject: Subject, table: str, *kinds: str) -> Iterator[tuple[Said, str]]:
    """Give the sentences, of some kinds or of any, that use a phrase of a table of `rules.toml`, with the phrase."""
    phrases: list[str] = load("rules")["phrases"][table]
    for said in subject.sentences:
        if not kinds or said.kind in kinds:
            plain = said.plain
            yield from ((said, phrase) for phrase in phrases if f" {phrase} " in plain)


def promises(subject: Subject, aim: str) -> Iterator[tuple[Said, str]]:
    """Give the sentences that promise or threaten what no rub should, such as `pain` or `cure`, with the words."""
    for said in subject.sentences:
        yield from ((said, words) for term, words in hazards_in(said.text) if term.id == aim)
