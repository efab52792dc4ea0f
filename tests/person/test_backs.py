"""A back as it lies tonight: in its posture, with its own spots, and with a waistband where nobody may go below it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from backrub.anatomy import Body
from backrub.app.maps import atlas_of, paths_of
from backrub.compose import compose
from backrub.errors import CannotBeDone
from backrub.person import Health, Mark, Tense, Wishes, back_of, hem_of, zones_of
from backrub.technique import stroke_path, techniques

PLAIN = Wishes(minutes=25, tense=(Tense("lower-back"),), health=Health("none"))
BODIES = [Body(stature_mm=1500, mass_kg=48, sex="f"), Body(stature_mm=1980, mass_kg=120, sex="m")]
ROUND_MM = 15.0
"""How far a curve may swing beyond the place it turns at: a finger's breadth."""


def lowest_mm(name: str, area: str, hem: str, body: Body) -> float | None:
    """Give how far below the hip bones the middle of a working hand goes on the skin; None where it cannot be done."""
    atlas = back_of(body, hem=hem)
    try:
        path = stroke_path(name, atlas, area, "both" if techniques()[name].both_sides else "left")
    except CannotBeDone:
        return None
    hands = [hand for hand in path.hands.values() if hand.works]
    touched = [y_mm for hand in hands for y_mm, is_down in zip(hand.y_mm, hand.down, strict=True) if is_down]
    return max(touched) - atlas.level_y_mm("L4")


@pytest.mark.parametrize("body", BODIES, ids=["small", "large"])
def test_no_stroke_goes_below_the_waistband(body: Body) -> None:
    """With a waistband at the hip bones every stroke ends there; without one long strokes begin on the sacrum."""
    places = [(name, area) for name, technique in techniques().items() for area in technique.areas]
    found = {place: lowest_mm(*place, "L4", body) for place in places}
    assert {} == {place: low for place, low in found.items() if low is not None and low > ROUND_MM}
    assert all((lowest_mm("effleurage", area, "", body) or 0) > 2 * ROUND_MM for area in ("whole-back", "lower-back"))


@pytest.mark.parametrize(
    ("changes", "hem"),
    [
        ({}, ""),
        ({"relation": "friends"}, "L4"),
        ({"relation": "family"}, "L4"),
        ({"first_time": True}, "L4"),
        ({"first_time": True, "glide": "clothed"}, ""),
    ],
)
def test_who_is_stroked_above_the_waistband(changes: dict[str, Any], hem: str) -> None:
    """Friends, a family and whoever does it for the first time end above it on bare skin; the drawn plan does too."""
    wishes = replace(PLAIN, **changes)
    atlas = atlas_of(wishes)
    assert hem == hem_of(wishes) == atlas.hem
    drawn = [path for path in paths_of(compose(wishes), atlas).paths.values() if path.technique == "effleurage"]
    below = max((max(hand.y_mm) for path in drawn for hand in path.hands.values()), default=0.0)
    assert bool(hem) is (below <= atlas.level_y_mm("L4") + ROUND_MM) or not drawn


def test_a_waistband_and_spots() -> None:
    """A back has both at once, and the back without either is left as it was."""
    marks = (Mark("mole", 40.0, 150.0, 8.0),)
    atlas = back_of(Body(), marks, hem="L4")
    assert (zones_of(marks), "L4") == (atlas.personal, atlas.hem)
    assert ((), "") == (back_of(Body()).personal, back_of(Body()).hem)
