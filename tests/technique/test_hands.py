"""Hands in pictures are the pages' hands, drawn about the place where they bear."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import hand_figures
import pytest
from shapely import Point, Polygon

from backrub.anatomy import atlas_for
from backrub.technique import stroke_path
from backrub.technique.drawing import draw_stroke
from backrub.technique.hands import drawn_hand, figure_of, hand_definitions, look_of
from backrub.technique.model import contacts

LOOKS = (*contacts(), *(f"{contact}-beside" for contact in ("palms", "heels", "finger-pads", "finger-tips")))


def test_the_figures_are_the_pages_own() -> None:
    """hands.toml is what tools/make_hands writes today from hands-figures.js."""
    root = Path(__file__).resolve().parents[2]

    assert hand_figures.text() == (root / hand_figures.PATH).read_text(encoding="utf-8")


@pytest.mark.parametrize("look", LOOKS)
def test_every_contact_is_a_hand_that_bears_where_it_is_put(look: str) -> None:
    """The outline is one sound shape with its fingers up; every bearing patch lies on it, close to the anchor."""
    figure = figure_of(look)
    hand = Polygon(max(figure.outline, key=len)).buffer(2)

    assert hand.is_valid
    assert figure.weight
    for ring in figure.weight:
        assert Polygon(ring).buffer(0).difference(hand).area < 0.15 * Polygon(ring).area
        assert Polygon(ring).distance(Point(figure.anchor)) < 60
    assert hand.bounds[1] < figure.anchor[1] < figure.fade[1]


def test_left_is_right_mirrored() -> None:
    """Both hands are one drawing; the left is turned over, so that thumbs lie towards each other."""
    left, right = (ET.fromstring(drawn_hand("palms", hand, 187.0, 0.5)) for hand in ("left", "right"))

    assert ["scale(-1.000,1.000)", "scale(1.000,1.000)"] == [
        str(one.get("transform")).split(" ", 1)[0] for one in (left, right)
    ]
    thumb_x = min(x for ring in figure_of("palms").outline for x, _y in ring)
    fingers_x = max(x for ring in figure_of("palms").outline for x, y in ring if y < -60)
    assert abs(fingers_x) < abs(thumb_x)


def test_thumbs_lie_along_the_hand_where_the_other_is_close() -> None:
    """Going up beside the spine both hands are drawn with their thumbs in; a fist has no other look."""
    drawn = "".join(draw_stroke(stroke_path("effleurage", atlas_for(), "whole-back", "both"), atlas_for()))
    apart = "".join(draw_stroke(stroke_path("tapotement", atlas_for(), "shoulders", "both"), atlas_for()))

    assert {"arm-palms-beside"} == set(re.findall(r'mask="url\(#(.*?)\)"', drawn))
    assert {"arm-cupped-hands"} == set(re.findall(r'mask="url\(#(.*?)\)"', apart))
    assert "knuckles" == look_of("knuckles", beside=True)


def test_what_is_used_is_defined_once() -> None:
    """Two hands of one look share their mask, edge and softness."""
    root = ET.fromstring(f"<defs>{hand_definitions(['palms', 'palms', 'knuckles'])}</defs>")
    names = [str(one.get("id")) for one in root.iter() if one.get("id")]

    assert len(names) == len(set(names))
    assert {"soft-shade", "soft-light", "arm-palms", "edge-palms", "arm-knuckles", "edge-knuckles"} <= set(names)
