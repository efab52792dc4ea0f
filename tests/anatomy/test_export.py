"""`map --json` keeps its promised shape."""

from __future__ import annotations

import json

from hypothesis import given
from shapely import LinearRing, LineString, hausdorff_distance

from backrub.anatomy import Body, as_json, atlas_for
from backrub.anatomy.export import DRAWN_WITHIN_MM
from tests.anatomy.bodies import BODIES


def test_the_shape_is_the_promised_one() -> None:
    """The top level has the promised keys, and the neutral person's levels are in mm."""
    shown = as_json(atlas_for())
    assert {"format", "frame", "landmarks", "areas", "zones", "outline", "hands"} == set(shown)
    assert 1 == shown["format"]
    assert [0.0, 0.0] == shown["landmarks"]["C7"]
    assert "mm" == shown["frame"]["unit"]
    assert {"kind", "place", "polygons"} == set(shown["zones"]["spine"])
    assert 2 == len(shown["zones"]["blade-ridge"]["polygons"])


@given(BODIES)
def test_it_is_plain_json_with_the_receivers_right_positive(body: Body) -> None:
    """For everybody it survives JSON unchanged, and right means x > 0."""
    shown = as_json(atlas_for(body))
    assert shown == json.loads(json.dumps(shown))
    for sides in shown["areas"].values():
        assert all(x > 0 for x, _y in sides["right"])
        assert all(x < 0 for x, _y in sides["left"])


@given(BODIES)
def test_fewer_points_draw_the_same_lines(body: Body) -> None:
    """Whatever is sent lies where the atlas has it, but for the tenths that figures are rounded to."""
    atlas = atlas_for(body)
    shown = as_json(atlas)
    lines: list[tuple[LineString, LineString]] = [
        (LinearRing(shown["areas"][name][side]), shape.exterior)
        for name, shapes in atlas.areas.items()
        for side, shape in shapes.items()
    ]
    for zone in atlas.zones.values():
        drawn = shown["zones"][zone.id]["polygons"]
        lines += [(LinearRing(ring), shape.exterior) for ring, shape in zip(drawn, zone.polygons, strict=True)]
    lines.append((LineString(shown["outline"]), LineString(atlas.outline)))
    assert max(hausdorff_distance(drawn, line) for drawn, line in lines) < DRAWN_WITHIN_MM + 0.1
    assert sum(len(drawn.coords) for drawn, _ in lines) < 0.7 * sum(len(line.coords) for _, line in lines)
