"""The drawn back is one self-contained, well-formed picture that can be heard as well as seen."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString

from backrub.anatomy import POSTURES, Body, PersonalZone, Posture, atlas_for
from backrub.anatomy.drawing import Theme, draw_map
from backrub.anatomy.labelling import LETTER
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
    "waist": "low back, above the hips",
    "no-press": "no pressing: spine, blade edges, hip-bone edge",
    "caution": "go lightly: last ribs and kidneys, sacrum",
    "personal": "left alone",
}
EMBEDDED = re.compile(r'href="data:image/png;base64,[^"]*"')


@given(BODIES)
def test_everybody_can_be_drawn(body: Body) -> None:
    """For every body the picture is well-formed, with every number finite."""
    text = draw_map(atlas_for(body), LABELS, relief=False)
    assert ET.fromstring(text).tag == f"{SVG}svg"
    assert "nan" not in text
    assert "inf" not in text


@pytest.mark.parametrize("theme", ["auto", "day", "candle"])
def test_the_picture_needs_nothing_from_outside(theme: Theme) -> None:
    """No theme refers to anything beyond the document, and none runs a script."""
    text, pictures = EMBEDDED.subn("", draw_map(atlas_for(), LABELS, theme).replace("http://www.w3.org/2000/svg", ""))
    assert 1 == pictures
    assert "http" not in text
    assert "href" not in text
    assert "<script" not in text
    assert "style=" not in text
    assert ("prefers-color-scheme" in text) == (theme == "auto")


def test_title_and_description_are_there_to_be_heard() -> None:
    """A screen reader gets the title and description it was handed."""
    root = ET.fromstring(draw_map(atlas_for(), LABELS, relief=False))
    assert "A back & its places" == root.findtext(f"{SVG}title")
    assert "Seen from behind" == root.findtext(f"{SVG}desc")
    assert "img" == root.get("role")


def test_zones_are_told_apart_by_pattern() -> None:
    """Bone is hatched and delicate places are dotted, so that colour is never needed."""
    root = ET.fromstring(
        draw_map(atlas_for().with_personal_zones(PersonalZone("mole", 40, 150, 8)), LABELS, relief=False)
    )
    fills = {path.get("data-zone"): path.get("fill") for path in root.iter(f"{SVG}path") if path.get("data-zone")}
    assert "url(#hatch)" == fills["spine"]
    assert "url(#dots)" == fills["kidneys-beside"]
    assert "url(#hatch)" == fills["own-1"]


Box = tuple[float, float, float, float]


def written(root: ET.Element) -> list[Box]:
    """Give the box of every written line: left, top, right, bottom."""
    style = root.findtext(f"{SVG}style", "")
    height = float(re.findall(r"\.name,\.key\{font-size:([\d.]+)px", style)[0])
    found = []
    for text in root.iter(f"{SVG}text"):
        x, y, letters = float(text.get("x", "nan")), float(text.get("y", "nan")), len(text.text or "")
        if text.get("class") == "number":
            half = 0.62 * float(text.get("font-size", "nan"))
            found.append((x - half, y - half, x + half, y + 0.3 * half))
        else:
            found.append((x, y - 0.8 * height, x + letters * LETTER * height, y + 0.25 * height))
    return found


def apart(one: Box, other: Box) -> bool:
    """Tell whether two boxes do not touch."""
    return one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("width_px", [None, 320, 768, 1440])
@given(body=BODIES, posture=st.sampled_from(POSTURES))
def test_no_two_texts_touch_and_all_lie_in_the_picture(
    width_px: int | None,
    text_scale: float,
    body: Body,
    posture: Posture,
) -> None:
    """On every width, in usual and double size, however they lie, all names and the legend are there, apart, inside."""
    atlas = atlas_for(body, posture).with_personal_zones(PersonalZone("mole", 40, 150, 8))
    root = ET.fromstring(draw_map(atlas, LABELS, relief=False, width_px=width_px, text_scale=text_scale))
    boxes = written(root)
    left, top, width, height = (float(part) for part in root.get("viewBox", "").split())

    said = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert [] == [key for key in LABELS if key not in {"title", "description"} and LABELS[key] not in said]
    assert all(apart(one, other) for one, other in combinations(boxes, 2))
    assert all(left <= box[0] and box[2] <= left + width + 1 for box in boxes)
    assert all(top <= box[1] and box[3] <= top + height + 1 for box in boxes)


@pytest.mark.parametrize(("width_px", "text_scale"), [(320, 1.0), (320, 2.0), (768, 2.0), (1440, 1.0)])
def test_text_is_large_enough_for_the_width(width_px: int, text_scale: float) -> None:
    """Shown as wide as it was asked for, text is 14 pixels high or more, and twice that at 200 %."""
    root = ET.fromstring(draw_map(atlas_for(), LABELS, relief=False, width_px=width_px, text_scale=text_scale))
    height = float(re.findall(r"\.name,\.key\{font-size:([\d.]+)px", root.findtext(f"{SVG}style", ""))[0])
    shown = height * width_px / float(root.get("viewBox", "").split()[2])
    assert 14 * text_scale <= shown


@given(BODIES)
def test_no_leader_crosses_another(body: Body) -> None:
    """The lines from names to places never cross."""
    root = ET.fromstring(draw_map(atlas_for(body), LABELS, relief=False))
    lines = []
    for path in root.iter(f"{SVG}path"):
        if path.get("class") == "leader":
            x1, y1, x2, y2 = (float(part) for part in re.findall(r"-?[\d.]+", path.get("d", "")))
            lines.append(LineString([(x1, y1), (x2, y2)]))
    assert 7 == len(lines)
    assert not any(one.crosses(other) for one, other in combinations(lines, 2))


def test_both_sides_of_an_area_are_marked_as_the_receivers() -> None:
    """The shape marked right lies at x > 0."""
    root = ET.fromstring(draw_map(atlas_for(), relief=False))
    right = next(
        path
        for path in root.iter(f"{SVG}path")
        if path.get("data-area") == "shoulders" and path.get("data-side") == "right"
    )
    assert not (right.get("d") or "").startswith("M-")


def test_an_overlay_is_drawn_as_given() -> None:
    """What is laid over the back appears in the picture unchanged."""
    assert '<circle r="3"/>' in draw_map(atlas_for(), overlay=['<circle r="3"/>'])
