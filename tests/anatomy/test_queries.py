"""A back answers what lies here, how far is bone, and which way is off it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Point, Polygon

from backrub.anatomy import AREAS, SIDES, Body, Under, atlas_for, clearance, level_at, off_bone, under, way_off
from tests.anatomy.bodies import BODIES


def test_a_point_beside_t7_is_named() -> None:
    """Right of the spine at T7 lie the long muscle and the muscle between the blades."""
    atlas = atlas_for()
    found = under(atlas, 42, atlas.level_y_mm("T7"))
    assert found.level == "T7"
    assert found.side == "right"
    assert {"gutters-upper", "between-blades"} <= set(found.areas)
    assert () == found.zones


def test_the_spine_is_in_the_middle() -> None:
    """A point on the spine lies in its zone, in no area, on neither side."""
    found = under(atlas_for(), 3, atlas_for().level_y_mm("T7"))
    assert Under((), ("spine",), "T7", "middle", found.structures) == found


@pytest.mark.parametrize(("y_mm", "level"), [(0, "C7"), (-300, None), (900, None)])
def test_levels_end_with_the_ruler(y_mm: float, level: str | None) -> None:
    """Above the neck and below the dimples no level is named."""
    assert level == level_at(atlas_for(), y_mm)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("spine", (1.0, 0.0)), ("blade-border", (-1.0, 0.0)), ("last-ribs", (0.0, 1.0)), ("hip-edge", (0.0, -1.0))],
)
def test_the_way_off_each_bone_is_the_practitioners(zone: str, expected: tuple[float, float]) -> None:
    """From the right side: off the spine outward, off the blade inward, off the ribs down, off the hip bone up."""
    atlas = atlas_for()
    places = {
        "spine": (4.0, 200.0),
        "blade-border": (80.0, 130.0),
        "last-ribs": (118.0, 327.0),
        "hip-edge": (88.0, 444.0),
    }
    x_mm, y_mm = places[zone]
    assert zone in under(atlas, x_mm, y_mm).zones
    assert expected == way_off(atlas, x_mm, y_mm)
    mirrored = (-expected[0], expected[1])
    assert mirrored == pytest.approx(way_off(atlas, -x_mm, y_mm))


def test_off_the_ridge_is_the_nearest_way() -> None:
    """Just above the middle of the blade's ridge the way off is up, just below it is down."""
    atlas = atlas_for()
    ridge = atlas.zones["blade-ridge"].polygons[1]
    x_mm, top, bottom = 140.0, *_extent(ridge, 140.0)
    assert (0.0, -1.0) == pytest.approx(way_off(atlas, x_mm, top + 2), abs=0.2)
    assert (0.0, 1.0) == pytest.approx(way_off(atlas, x_mm, bottom - 2), abs=0.2)


def _extent(shape: Polygon, x_mm: float) -> tuple[float, float]:
    """Return the highest and lowest y of a shape at an x."""
    _left, top, _right, bottom = shape.intersection(LineString([(x_mm, -500), (x_mm, 900)])).bounds
    return top, bottom


@given(BODIES, st.floats(-200, 200), st.floats(-50, 500))
def test_the_way_off_is_a_direction_or_nothing(body: Body, x_mm: float, y_mm: float) -> None:
    """Everywhere the way off is a unit vector in a zone, and nothing outside every zone."""
    atlas = atlas_for(body)
    length = math.hypot(*way_off(atlas, x_mm, y_mm))
    assert (1.0 if under(atlas, x_mm, y_mm).zones else 0.0) == pytest.approx(length)


def test_layers_are_named_from_the_skin_inward() -> None:
    """Beside T7 the trapezius lies over the long muscle; beside L3 that lies over the deep one of the waist."""
    atlas = atlas_for()
    assert ("trapezius-lower", "erector-spinae") == under(atlas, 42, atlas.level_y_mm("T7")).structures
    assert ("latissimus", "erector-spinae", "quadratus-lumborum") == under(
        atlas, -55, atlas.level_y_mm("L3")
    ).structures


@given(BODIES, st.floats(-180, 180), st.floats(-50, 520))
def test_a_point_lies_under_what_its_shapes_say(body: Body, x_mm: float, y_mm: float) -> None:
    """The quick look-up names just the areas, zones and layers whose own shape has the point."""
    atlas, point = atlas_for(body), Point(x_mm, y_mm)
    found = under(atlas, x_mm, y_mm)
    assert [name for name in AREAS if any(atlas.areas[name][side].covers(point) for side in SIDES)] == [*found.areas]
    assert [z.id for z in atlas.zones.values() if any(p.covers(point) for p in z.polygons)] == [*found.zones]
    layers = [s.id for s in atlas.structures.values() if any(s.whole[side].covers(point) for side in SIDES)]
    assert layers == [*found.structures]


@given(BODIES, st.floats(-180, 180), st.floats(-50, 520))
def test_the_move_off_a_bone_ends_on_its_edge(body: Body, x_mm: float, y_mm: float) -> None:
    """Moved as told, a point in a zone comes to lie on that zone's edge; where there is none it stays."""
    atlas = atlas_for(body)
    dx, dy = off_bone(atlas, x_mm, y_mm)
    inside = under(atlas, x_mm, y_mm).zones
    if not inside:
        assert (0.0, 0.0) == (dx, dy)
        return
    moved = Point(x_mm + dx, y_mm + dy)
    edges = [shape.exterior.distance(moved) for shape in atlas.zones[inside[0]].polygons]
    assert 0.0 == pytest.approx(min(edges), abs=1e-6)


def test_clearance_is_the_distance_to_each_zone() -> None:
    """A point 40 mm out is 25 mm from the spine's strip, and inside a zone the clearance is 0."""
    atlas = atlas_for()
    found = clearance(atlas, [(40.0, 200.0)])
    assert 25.0 == pytest.approx(found["spine"])
    assert 0.0 == clearance(atlas, Point(0, 200).buffer(5))["spine"]
    assert set(atlas.zones) == set(found)
