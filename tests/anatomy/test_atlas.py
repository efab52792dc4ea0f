"""The atlas is one person's back in mm: symmetric, in order, and inside its outline."""

from __future__ import annotations

import pytest
from hypothesis import given
from shapely import Point, Polygon

from backrub.anatomy import AREAS, COMPOSITES, LEVELS, SIDES, Atlas, Body, PersonalZone, atlas_for
from backrub.errors import UsageError
from tests.anatomy.bodies import BODIES

DESIGNED_AREAS = {
    "shoulders",
    "between-blades",
    "lower-trapezius",
    "blades",
    "gutters-upper",
    "gutters-lower",
    "sides",
    "waist",
    "neck-base",
}


@pytest.fixture
def atlas() -> Atlas:
    """Give the neutral person's back."""
    return atlas_for()


def test_every_area_of_the_design_is_there(atlas: Atlas) -> None:
    """The nine areas and four composites exist on both sides."""
    assert set(AREAS) == DESIGNED_AREAS
    assert {"whole-back", "upper-back", "lower-back", "gutters"} == set(COMPOSITES)
    assert all(set(atlas.areas[name]) == set(SIDES) for name in (*AREAS, *COMPOSITES))


@given(BODIES)
def test_levels_go_down_the_back_in_order(body: Body) -> None:
    """On everybody each vertebra lies below the one above."""
    heights = [atlas_for(body).level_y_mm(level) for level in LEVELS]
    assert sorted(heights) == heights
    assert 0.0 == heights[0]


@given(BODIES)
def test_left_is_right_mirrored(body: Body) -> None:
    """The left half is the right half mirrored, landmarks, areas and zones alike."""
    atlas = atlas_for(body)
    for name in (*AREAS, *COMPOSITES):
        left, right = atlas.areas[name]["left"], atlas.areas[name]["right"]
        assert right.area == pytest.approx(left.area)
        assert (-right.centroid.x, right.centroid.y) == pytest.approx((left.centroid.x, left.centroid.y))
    x_mm, y_mm = atlas.landmarks["blade-root-right"]
    assert (-x_mm, y_mm) == atlas.landmarks["blade-root-left"]


@given(BODIES)
def test_every_area_is_one_sound_shape_off_the_spine_and_on_the_back(body: Body) -> None:
    """On everybody each area is one valid polygon, 15 mm or more from the midline and within the back."""
    atlas = atlas_for(body)
    for name in (*AREAS, *COMPOSITES):
        shape = atlas.areas[name]["right"]
        assert isinstance(shape, Polygon)
        assert shape.is_valid
        assert shape.bounds[0] >= 15.0 - 1e-6
        assert shape.difference(atlas.back).area < 0.02 * shape.area, name


@given(BODIES)
def test_a_composite_covers_its_parts(body: Body) -> None:
    """A composite leaves out next to nothing of the areas it stands for."""
    atlas = atlas_for(body)
    for name, parts in COMPOSITES.items():
        for part in parts:
            shape = atlas.areas[part]["right"]
            assert shape.difference(atlas.areas[name]["right"]).area < 0.02 * shape.area, (name, part)


@given(BODIES)
def test_the_blade_lies_where_its_gap_says(body: Body) -> None:
    """The root of the blade's ridge lies one blade gap from the midline, and its border is kept free there."""
    atlas = atlas_for(body)
    x_mm, y_mm = atlas.landmarks["blade-root-right"]
    assert body.blade_gap_mm == pytest.approx(x_mm)
    assert atlas.zones["blade-border"].polygons[1].covers(Point(x_mm, y_mm))


@given(BODIES)
def test_bones_and_areas_keep_their_order_outward(body: Body) -> None:
    """Outward from the spine come the muscle, the blade's border, the blade and the shoulder point."""
    atlas = atlas_for(body)
    inner, outer = atlas.areas["between-blades"]["right"].bounds[0], atlas.areas["blades"]["right"].centroid.x
    border = atlas.landmarks["blade-root-right"][0]
    assert inner < border < outer < atlas.landmarks["shoulder-point-right"][0]


def test_same_body_gives_the_same_back() -> None:
    """An atlas is made once for equal bodies."""
    assert atlas_for(Body(sex="f")) is atlas_for(Body(sex="f"))


def test_own_zones_add_to_a_back_and_leave_the_first_alone(atlas: Atlas) -> None:
    """A person's own zone makes a new back; the old one knows nothing of it."""
    mole = PersonalZone("mole", 40, 200, 8)
    spared = atlas.with_personal_zones(mole).with_personal_zones(PersonalZone("scar", -60, 300, 20))
    assert {"own-1", "own-2"} == set(spared.zones) - set(atlas.zones)
    assert "personal" == spared.zones["own-1"].kind
    assert mole == spared.personal[0]
    assert atlas is atlas.with_personal_zones()


def test_both_sides_of_an_area_are_one_shape(atlas: Atlas) -> None:
    """Asking for both sides gives the two together."""
    one = atlas.area("waist", "left")
    assert 2 * one.area == pytest.approx(atlas.area("waist", "both").area)


def test_an_unknown_area_is_refused_by_name(atlas: Atlas) -> None:
    """A word that names no area is refused and the known words are listed."""
    with pytest.raises(UsageError, match="no area is called 'elbow'"):
        atlas.area("elbow", "left")


def test_a_zone_too_large_to_be_meant_is_refused() -> None:
    """A personal zone of half a metre is a slip."""
    with pytest.raises(UsageError, match="Give 3 to 150"):
        PersonalZone("mole", 0, 0, 500)
