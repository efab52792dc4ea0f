"""A place is said in fingers from the spine and by what can be felt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backrub.anatomy import MESSAGES, Body, atlas_for, place_of
from backrub.anatomy.saying import MARKS
from tests.anatomy.bodies import BODIES


def test_two_fingers_beside_the_spine_level_with_the_corner_of_the_blade() -> None:
    """A point 42 mm right of the midline at the blade's lower corner is two fingers from the spine, level with it."""
    atlas = atlas_for(Body(hand_breadth_mm=84))
    y_mm = atlas.landmarks["blade-lower-corner-right"][1]

    expected = {"mark": "blade-corner", "down": 0, "side": "right", "fingers": 2}
    assert ("where-beside-spine", expected) == place_of(atlas, 42, y_mm)
    assert ("where-beside-spine", {**expected, "side": "left", "down": 1}) == place_of(atlas, -42, y_mm + 21)


@pytest.mark.parametrize(
    ("x_mm", "y_mm", "said"),
    [
        (0.0, 0.0, "where-on-spine"),
        (-130.0, 60.0, "where-far-out"),
        (300.0, 200.0, "where-off-back"),
    ],
)
def test_the_spine_the_far_side_and_off_the_back_are_told_apart(x_mm: float, y_mm: float, said: str) -> None:
    """On the bone, hands away from it, and beyond the body each have their own words."""
    assert said == place_of(atlas_for(), x_mm, y_mm)[0]


@given(BODIES, st.floats(-180, 180), st.floats(-60, 560))
def test_every_place_can_be_said(body: Body, x_mm: float, y_mm: float) -> None:
    """Anywhere the message is of the catalogue, with its arguments; heights stay within a hand of a mark."""
    said, args = place_of(atlas_for(body), x_mm, y_mm)

    assert set(MESSAGES[said]) == set(args)
    assert "mark" not in args or args["mark"] in MARKS
    if "side" in args:
        assert ("right" if x_mm > 0 else "left") == args["side"]
