"""The grid never allows more than the exact shapes do."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, Polygon
from shapely.affinity import rotate, scale, translate

from backrub.anatomy import BREADTHS, MOTIONS, Body, Breadth, Motion, PersonalZone, atlas_for, field_of, limit_at
from tests.anatomy.bodies import BODIES


def ellipse(x_mm: float, y_mm: float, half_width_mm: float, half_length_mm: float, heading_deg: float) -> Polygon:
    """Draw a core exactly, apart from the code under test."""
    disc = scale(Point(0, 0).buffer(1.0, quad_segs=16), half_width_mm, half_length_mm)
    return translate(rotate(disc, heading_deg, origin=(0, 0)), x_mm, y_mm)


@given(
    BODIES,
    st.sampled_from(BREADTHS),
    st.floats(-160, 160),
    st.floats(-20, 480),
    st.tuples(st.floats(6, 30), st.floats(6, 45), st.floats(0, 360)),
)
def test_the_grid_is_never_laxer_than_the_shapes(
    body: Body,
    breadth: Breadth,
    x_mm: float,
    y_mm: float,
    core_and_heading: tuple[float, float, float],
) -> None:
    """Whatever the core, place and heading, the grid's limit is at most the exact one."""
    half_width_mm, half_length_mm, heading_deg = core_and_heading
    field = field_of(atlas_for(body))
    exact = field.under(ellipse(x_mm, y_mm, half_width_mm, half_length_mm, heading_deg), breadth)
    core = field.for_core(breadth, "gliding", half_width_mm, half_length_mm, heading_deg)
    assert int(core.at(np.array([x_mm]), np.array([y_mm]))[0]) <= exact


@pytest.mark.parametrize(
    ("x_mm", "y_mm", "breadth", "expected"),
    [
        (0.0, 200.0, "broad", 1),
        (0.0, 200.0, "pointed", 0),
        (40.0, 150.0, "medium", 6),
        (-40.0, 150.0, "medium", 6),
        (40.0, 360.0, "medium", 4),
        (40.0, 360.0, "pointed", 0),
        (80.0, 360.0, "broad", 3),
        (120.0, 145.0, "pointed", 4),
        (300.0, 150.0, "broad", 0),
    ],
)
def test_known_points_have_the_tables_limits(x_mm: float, y_mm: float, breadth: Breadth, expected: int) -> None:
    """Points on the spine, beside it, over the kidneys, on the blade and off the back take what the table says."""
    assert expected == limit_at(atlas_for(), x_mm, y_mm, breadth)


def test_a_place_left_alone_takes_nothing() -> None:
    """Over a mole every limit is 0, and a finger's breadth beside it the old one."""
    atlas = atlas_for().with_personal_zones(PersonalZone("mole", 40, 150, 8))
    assert 0 == limit_at(atlas, 40, 150, "broad")
    assert 0 == limit_at(atlas, 40, 150, "pointed", "feather")
    assert 6 == limit_at(atlas, 40, 175, "medium")


@given(BODIES)
def test_nothing_is_allowed_in_a_never_zone(body: Body) -> None:
    """In the middle of every never-zone the limit is 0 for all contacts."""
    atlas = atlas_for(body)
    for zone in atlas.zones.values():
        if zone.kind == "never":
            for shape in zone.polygons:
                inside = shape.representative_point()
                assert all(0 == limit_at(atlas, inside.x, inside.y, breadth) for breadth in BREADTHS)


def test_the_nearest_fitting_place_fits() -> None:
    """Asked for a place near the spine that takes 6, the grid names one that does."""
    field = field_of(atlas_for())
    core = field.for_core("medium", "gliding", 18, 17, 0)
    x_mm, y_mm = core.nearest(20, 150, 6, 30)
    assert 6 == field.under(ellipse(x_mm, y_mm, 18, 17, 0), "medium")
    assert 33 <= x_mm <= 45
    assert 150 == pytest.approx(y_mm, abs=3)


def test_off_the_grid_the_place_asked_for_comes_back() -> None:
    """Far off the back nothing fits and nothing is invented."""
    core = field_of(atlas_for()).for_core("medium", "gliding", 18, 17, 0)
    assert (2000.0, 150.0) == core.nearest(2000.0, 150.0, 3, 10)


@given(BODIES, st.floats(-230, 230), st.floats(-80, 620), st.sampled_from(BREADTHS), st.sampled_from(MOTIONS))
def test_one_point_and_many_are_told_alike(
    body: Body, x_mm: float, y_mm: float, breadth: Breadth, motion: Motion
) -> None:
    """The quick answer for one point is the answer for many."""
    field = field_of(atlas_for(body))
    many = field.at(np.array([x_mm]), np.array([y_mm]), breadth, motion)
    assert many.tolist() == [field.one(x_mm, y_mm, breadth, motion)]
