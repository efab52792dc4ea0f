"""`map --json` keeps its promised shape."""

from __future__ import annotations

import json

from hypothesis import given

from backrub.anatomy import Body, as_json, atlas_for
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
