"""The drawn back is one self-contained, well-formed picture that can be heard as well as seen."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given

from backrub.anatomy import Body, PersonalZone, atlas_for
from backrub.anatomy.drawing import Theme, draw_map
from tests.anatomy.bodies import BODIES

SVG = "{http://www.w3.org/2000/svg}"
LABELS = {
    "title": "A back & its places",
    "description": "Seen from behind",
    "shoulders": "shoulders",
    "blades": "round the blades",
    "between-blades": "between the blades",
    "gutters-upper": "beside the spine, upper",
    "gutters-lower": "beside the spine, lower",
    "sides": "sides",
    "waist": "low back",
    "no-press": "no pressing",
    "caution": "go lightly",
}


@given(BODIES)
def test_everybody_can_be_drawn(body: Body) -> None:
    """For every body the picture is well-formed, with every number finite."""
    text = draw_map(atlas_for(body), LABELS)
    assert ET.fromstring(text).tag == f"{SVG}svg"
    assert "nan" not in text
    assert "inf" not in text


@pytest.mark.parametrize("theme", ["auto", "day", "candle"])
def test_the_picture_needs_nothing_from_outside(theme: Theme) -> None:
    """No theme refers to anything beyond the document, and none runs a script."""
    text = draw_map(atlas_for(), LABELS, theme).replace("http://www.w3.org/2000/svg", "")
    assert "http" not in text
    assert "<script" not in text
    assert "style=" not in text
    assert ("prefers-color-scheme" in text) == (theme == "auto")


def test_title_and_description_are_there_to_be_heard() -> None:
    """A screen reader gets the title and description it was handed."""
    root = ET.fromstring(draw_map(atlas_for(), LABELS))
    assert "A back & its places" == root.findtext(f"{SVG}title")
    assert "Seen from behind" == root.findtext(f"{SVG}desc")
    assert "img" == root.get("role")


def test_zones_are_told_apart_by_pattern() -> None:
    """Bone is hatched and delicate places are dotted, so that colour is never needed."""
    root = ET.fromstring(draw_map(atlas_for().with_personal_zones(PersonalZone("mole", 40, 150, 8)), LABELS))
    fills = {path.get("data-zone"): path.get("fill") for path in root.iter(f"{SVG}path") if path.get("data-zone")}
    assert "url(#hatch)" == fills["spine"]
    assert "url(#dots)" == fills["kidneys-beside"]
    assert "url(#hatch)" == fills["own-1"]


@given(BODIES)
def test_no_two_names_lie_on_each_other(body: Body) -> None:
    """Every name handed in is written once, at least a line's height from the next, inside the picture."""
    root = ET.fromstring(draw_map(atlas_for(body), LABELS))
    names = [text for text in root.iter(f"{SVG}text") if text.get("class") == "name"]
    heights = sorted(float(text.get("y", "nan")) for text in names)
    assert 7 == len(names)
    assert all(below - above >= 26 for above, below in pairwise(heights))
    _left, top, _width, height = (float(part) for part in root.get("viewBox", "").split())
    assert top < heights[0]
    assert heights[-1] < top + height


def test_both_sides_of_an_area_are_marked_as_the_receivers() -> None:
    """The shape marked right lies at x > 0."""
    root = ET.fromstring(draw_map(atlas_for()))
    right = next(
        path
        for path in root.iter(f"{SVG}path")
        if path.get("data-area") == "shoulders" and path.get("data-side") == "right"
    )
    assert not (right.get("d") or "").startswith("M-")


def test_an_overlay_is_drawn_as_given() -> None:
    """What is laid over the back appears in the picture unchanged."""
    assert '<circle r="3"/>' in draw_map(atlas_for(), overlay=['<circle r="3"/>'])
