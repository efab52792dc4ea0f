"""Blades move with how somebody lies or sits; the spine does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backrub.anatomy import AREAS, LEVELS, POSTURES, Body, Posture, atlas_for, shift_of
from tests.anatomy.bodies import BODIES


def test_arms_on_rests_move_the_lower_corner_as_measured() -> None:
    """With the arms on rests the corner is 18.4 mm nearer the feet than upright; beside the body, higher."""
    upright, up, down = (
        atlas_for(posture=posture).landmarks["blade-lower-corner-right"][1]
        for posture in ("standing", "prone-arms-up", "prone")
    )

    assert 18.4 == pytest.approx(up - upright, abs=0.1)
    assert down < upright


def test_upright_the_lower_corner_lies_at_t8() -> None:
    """Standing, the blade's lower corner is level with T8."""
    atlas = atlas_for(posture="standing")

    assert atlas.level_y_mm("T8") == pytest.approx(atlas.landmarks["blade-lower-corner-right"][1], abs=2)


@pytest.mark.parametrize("posture", ["seated-forward", "side-lying"])
def test_arms_in_front_spread_the_blades(posture: Posture) -> None:
    """Leaning forward and lying on the side the inner border lies further out."""
    moved, lying = (atlas_for(posture=each).landmarks["blade-root-right"][0] for each in (posture, "prone"))

    assert lying + 8 < moved


@given(BODIES, st.sampled_from(POSTURES))
def test_no_posture_moves_the_spine_and_only_one_the_hip_bone(body: Body, posture: Posture) -> None:
    """Levels and dimples stay where they are; hip bones and waist do, but for lying on the side."""
    lying, moved = atlas_for(body), atlas_for(body, posture)

    assert all(lying.landmarks[level] == moved.landmarks[level] for level in LEVELS)
    assert lying.landmarks["dimple-left"] == pytest.approx(moved.landmarks["dimple-left"])
    if posture != "side-lying":
        assert lying.landmarks["hip-bone-top-right"] == pytest.approx(moved.landmarks["hip-bone-top-right"])
        assert lying.areas["waist"]["left"].equals_exact(moved.areas["waist"]["left"], 0.01)


def test_on_the_side_the_gap_below_the_ribs_opens() -> None:
    """The upper hip bone lies further from the last rib and further out, its edge and the waist with it."""
    prone, side = atlas_for(), atlas_for(posture="side-lying")
    (x_mm, y_mm), (x_side_mm, y_side_mm) = (each.landmarks["hip-bone-top-right"] for each in (prone, side))
    edges = [each.zones["hip-edge"].polygons[-1].centroid.y for each in (prone, side)]

    assert 8 == pytest.approx(y_side_mm - y_mm, abs=0.5)
    assert x_mm < x_side_mm
    assert edges[0] < edges[1]
    assert prone.areas["waist"]["right"].area < side.areas["waist"]["right"].area


@given(BODIES, st.sampled_from(POSTURES))
def test_every_area_stays_a_sound_shape_in_every_posture(body: Body, posture: Posture) -> None:
    """However somebody lies, areas are valid, on their side, and the blade lies outward of its border."""
    atlas = atlas_for(body, posture)
    for name in AREAS:
        shape = atlas.areas[name]["right"]
        assert shape.is_valid, name
        assert shape.bounds[0] >= 15 - 1e-6
        assert shape.difference(atlas.back).area < 0.03 * shape.area, name
    assert atlas.landmarks["blade-root-right"][0] < atlas.areas["blades"]["right"].centroid.x


def test_what_is_measured_is_told_from_what_is_guessed() -> None:
    """Each posture names what was measured of it, its source and its certainty; two are guesses altogether."""
    shifts = {posture: shift_of(posture) for posture in POSTURES}

    assert {"seated-forward", "side-lying"} == {name for name, each in shifts.items() if not each.measured}
    assert all(each.source and each.certainty in {"H", "M", "L", "ENG"} for each in shifts.values())
