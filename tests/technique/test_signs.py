"""A stroke in a picture has one sign: its line where it travels, or a mark round the hand where it stays on a place."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from importlib.resources import files

import pytest

from backrub.anatomy import Side, atlas_for
from backrub.technique import StrokePath, stroke_path, techniques
from backrub.technique.drawing import draw_stroke
from backrub.technique.signs import drawn_sign, sign_of

ATLAS = atlas_for()
STAYS = {
    "knuckle-circles": "round",
    "blade-circles": "round",
    "clothed-rub": "shirt",
    "petrissage": "squeeze",
    "palm-press": "lean",
    "tapotement": "tap",
    "tender-spot-hold": "still",
}


def _drawn(path: StrokePath) -> ET.Element:
    return ET.fromstring(f"<svg>{''.join(draw_stroke(path, ATLAS))}</svg>")


def _named(root: ET.Element, name: str) -> list[ET.Element]:
    return [one for one in root.iter() if name in str(one.get("class")).split()]


def test_the_pages_give_each_technique_the_same_sign() -> None:
    """What stays on its place, and how it is marked, is one table here and on the pages."""
    text = files("backrub.web").joinpath("static/lib/motion-marks.js").read_text(encoding="utf-8")
    table = re.search(r"const NAMES = \{(.*?)\};", text, re.DOTALL)
    assert table is not None
    assert dict(re.findall(r'"?([\w-]+)"?: "(\w+)"', table[1])) == STAYS


@pytest.mark.parametrize("technique", sorted(techniques()))
def test_no_stroke_has_two_signs(technique: str) -> None:
    """A mark round each hand at work and a band without arrows, or a line with arrows and no mark."""
    known = techniques()[technique]
    side: Side = "both" if known.both_sides else "right"
    path = stroke_path(technique, ATLAS, known.areas[0], side)
    root = _drawn(path)
    working = [samples for samples in path.hands.values() if samples.works]
    lines = [one for one in _named(root, "trail") if one.get("stroke-width") == "1.3"]
    assert STAYS.get(technique) == sign_of(technique, path.contact)
    assert (len(working) if technique in STAYS else 0) == len(_named(root, "sign"))
    assert not (technique in STAYS and lines)


def test_only_a_whole_hand_squeezes() -> None:
    """A heel that kneads leans on the muscle and holds nothing."""
    assert ("squeeze", "lean") == (sign_of("petrissage", "whole-hand"), sign_of("petrissage", "heels"))


def test_an_arrow_goes_round_the_way_the_hand_does() -> None:
    """On the left, where circles go the other way round, so does the arrow."""
    ends = {}
    for side in ("left", "right"):
        path = stroke_path("knuckle-circles", ATLAS, "shoulders", side, place="behind")
        (sign,) = _named(_drawn(path), "sign")
        points = re.findall(r"(-?[\d.]+) (-?[\d.]+)", str(sign.get("d")))
        mirrored = -1 if "(-1" in str(sign.get("transform")) else 1
        ends[side] = mirrored * float(points[0][0])
    assert ends["left"] == pytest.approx(-ends["right"])
    assert abs(ends["right"]) > 20


def test_a_hold_is_ringed_closely() -> None:
    """The ring of a hold keeps within a hand's breadth, closer than any other mark."""
    path = stroke_path("tender-spot-hold", ATLAS, "between-blades", "right", contact="knuckles")
    samples = next(each for each in path.hands.values() if each.works)
    still, lean = (drawn_sign(name, "right", samples) for name in ("still", "lean"))
    radii = [float(re.findall(r"A([\d.]+) ", drawn)[0]) for drawn in (still, lean)]
    assert radii[0] < min(radii[1], ATLAS.measures.hand_breadth_mm / 2)


def test_of_two_hands_that_take_turns_a_still_picture_marks_one() -> None:
    """Both hands carry the sign when it moves; where it stands, only the one that presses shows it."""
    signs = _named(_drawn(stroke_path("petrissage", ATLAS, "shoulders", "right", place="head-end")), "sign")
    assert [None, "0"] == sorted((one.get("opacity") for one in signs), key=str, reverse=True)


def test_a_resting_hand_is_solid_in_the_shade_and_one_in_the_air_is_dots() -> None:
    """Pale means neither: a hand that lies still is whole under a shade, a lifted one an outline of dots."""
    rests = _drawn(stroke_path("gutter-glide", ATLAS, "gutters-upper", "right"))
    lifts = _drawn(stroke_path("feather-strokes", ATLAS, "whole-back", "both"))
    assert (1, 0) == (len(_named(rests, "resting")), len(_named(rests, "air")))
    assert (0, 2) == (len(_named(lifts, "resting")), len(_named(lifts, "air")))
    assert all(group.get("opacity") is None for group in rests.iter("g"))
    assert "@keyframes air-right" in lifts.findtext("style", "")
