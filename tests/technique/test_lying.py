"""A shirt lies on the back and not on the neck or the hips; a mat lies under the side that is down."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from backrub.anatomy import Body, atlas_for
from backrub.technique import stroke_path
from backrub.technique.drawing import draw_stroke
from backrub.technique.lying import drawn_mat, drawn_shirt

ATLAS = atlas_for()
BODIES = [Body(), Body(stature_mm=1500, sex="f"), Body(stature_mm=1950, sex="m")]


def _numbers(element: ET.Element) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", str(element.get("d")))]


@pytest.mark.parametrize("body", BODIES, ids=str)
def test_a_shirt_ends_at_neck_and_hips(body: Body) -> None:
    """On whomever, the cloth begins above the base of the neck and its hem is over the hip bones' line."""
    atlas = atlas_for(body)
    (cloth,) = (
        one for one in ET.fromstring(f"<svg>{drawn_shirt(atlas)}</svg>").iter("path") if one.get("class") == "cloth"
    )
    heights = [y for _x, y in _numbers(cloth)]
    assert min(heights) < 0 < 0.9 * atlas.u_mm < max(heights) < atlas.u_mm
    assert cloth.get("fill") == "url(#weave)"


def test_a_shirt_is_drawn_only_where_one_is_worn() -> None:
    """The rub through the shirt always has one, another stroke only when it is done clothed."""
    press = stroke_path("palm-press", ATLAS, "gutters-upper", "right")
    rub = stroke_path("clothed-rub", ATLAS, "upper-back", "right")
    worn = ['class="shirt"' in "".join(draw_stroke(path, ATLAS)) for path in (press, replace(press, clothed=True), rub)]
    assert [False, True, True] == worn


@pytest.mark.parametrize(("upper", "down"), [("right", -1), ("left", 1)])
def test_the_mat_lies_under_the_lower_side(upper: str, down: int) -> None:
    """Dusk and mat are all on the side that is down, and the waist keeps off the mat."""
    root = ET.fromstring(drawn_mat(ATLAS, "right" if upper == "right" else "left"))
    across = [float(x) for path in root.iter("path") for x in re.findall(r"[MH](-?[\d.]+)", str(path.get("d")))]
    assert all(x * down >= 0 for x in across)
    edge = re.search(r"M(-?[\d.]+)", str(list(root.iter("path"))[-1].get("d")))
    assert edge is not None
    assert ATLAS.measures.waist_mm / 2 < abs(float(edge[1])) < ATLAS.measures.biacromial_mm / 2


def test_nobody_lies_on_a_side_unless_it_is_known() -> None:
    """A stroke draws a mat only where its path says which side is up."""
    path = stroke_path("knuckle-circles", ATLAS, "shoulders", "left", place="behind")
    worn = ['class="mat"' in "".join(draw_stroke(each, ATLAS)) for each in (path, replace(path, upper="left"))]
    assert [False, True] == worn
