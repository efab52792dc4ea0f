"""`map` draws backs, strokes and whole rubs, and says what lies at a point."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.cli.running import run

SVG = "{http://www.w3.org/2000/svg}"


def test_the_map_says_what_it_shows() -> None:
    """The picture has a title, a description of how somebody lies, the names of seven places, and a legend."""
    root = ET.fromstring(run("map", "--plain").out)
    said = [text.text for text in root.iter(f"{SVG}text")]
    assert "The back" == root.findtext(f"{SVG}title")
    assert "face down, arms beside the body" in root.findtext(f"{SVG}desc", "")
    assert "round the blades" in said
    assert any("no pressing" in (text or "") for text in said)


def test_a_picture_of_dots_is_as_wide_as_asked(tmp_path: Path) -> None:
    """A name that ends in .png gives a PNG of that width."""
    out = tmp_path / "back.png"
    assert 0 == run("map", "-o", str(out), "--width", "320", "--plain", "--theme", "candle").code
    data = out.read_bytes()
    assert (b"\x89PNG", 320) == (data[:4], int.from_bytes(data[16:20]))


def test_a_kind_of_file_that_is_not_made_is_refused(tmp_path: Path) -> None:
    """A picture by another ending is not written under a false name."""
    done = run("map", "-o", str(tmp_path / "back.pdf"))
    assert 2 == done.code
    assert ".svg or .png" in done.err
    assert [] == list(tmp_path.iterdir())


def test_numbers_carry_the_layers_and_the_posture() -> None:
    """`--json` has muscles and bones with how deep they lie, for the posture asked for."""
    lying, sitting = (json.loads(run("map", "--json", "--posture", each).out) for each in ("prone", "seated-forward"))
    assert 1 == lying["structures"]["trapezius-upper"]["layer"]
    assert "seated-forward" == sitting["posture"]
    assert lying["landmarks"]["blade-root-right"][0] + 8 < sitting["landmarks"]["blade-root-right"][0]


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--stature", "17", "--stature: 17 is out of range. Give 120 to 220."),
        ("--length", "450", "--length: 450 is out of range. Give 26 to 62."),
        ("--shoulders", "20", "--shoulders: 20 is out of range. Give 3 to 7."),
        ("--sex", "x", "--sex: 'x' is not known here. Use f or m, or leave it out."),
        ("--at", "here", "--at: 'here' is no point."),
        ("--mark", "mole", "--mark: 'mole' is no mark."),
    ],
)
def test_a_slip_is_told_in_the_unit_it_was_made_in(option: str, value: str, said: str) -> None:
    """What cannot be is refused with the option, and what may be given, in its own unit."""
    slipped = run("map", option, value)
    assert 2 == slipped.code
    assert said in slipped.err


def test_a_measured_length_and_shoulders_in_hands_shape_the_map() -> None:
    """A longer back has its hip bones lower, a broader one its shoulders further out."""
    plain, measured = (
        json.loads(run("map", "--json", *more).out)["landmarks"]
        for more in ((), ("--length", "48", "--shoulders", "5.5", "--hand", "19"))
    )
    assert plain["hip-bone-top-right"][1] + 20 < measured["hip-bone-top-right"][1]
    assert plain["shoulder-point-right"][0] + 10 < measured["shoulder-point-right"][0]


def test_a_place_is_said_in_fingers() -> None:
    """`--at` finds a point by what can be felt, and tells what lies there and how hard it may be pressed."""
    found = json.loads(run("map", "--at", "42,188", "--json").out)
    assert "two fingers right of the spine, level with the lower corner of the blade" == found["place"]
    assert "beside T8" == found["beside"]
    assert ["trapezius-lower", "latissimus", "erector-spinae"] == [each["id"] for each in found["layers"]]
    assert {"broad", "medium", "pointed"} == set(found["limits"])
    assert found["place"] in run("map", "--at", "42,188").out


def test_on_bone_it_says_which_and_the_way_off() -> None:
    """On the spine the zone is named, nothing pointed may press, and the way off leads outward."""
    found = json.loads(run("map", "--at", "4,209", "--json").out)
    assert ["spine"] == [each["id"] for each in found["zones"]]
    assert 0 == found["limits"]["pointed"]
    assert [11.0, 0.0] == found["off_bone_mm"]


def test_own_places_are_drawn_and_named(tmp_path: Path) -> None:
    """Marks from options and from a file are on the map, and in the legend."""
    file = tmp_path / "own.json"
    file.write_text(json.dumps([{"kind": "scar", "x_mm": -50, "y_mm": 300}]))
    root = ET.fromstring(run("map", "--plain", "--mark", "mole=40,210,8", "--zones", str(file)).out)
    drawn = {path.get("data-zone") for path in root.iter(f"{SVG}path")}
    assert {"own-1", "own-2"} <= drawn
    assert "left alone" in {text.text for text in root.iter(f"{SVG}text")}


def test_a_stroke_moves_and_stands_still_for_those_who_ask() -> None:
    """One stroke has two hands that follow its loop in its own time, unless reduced motion is asked for."""
    picture = run("map", "--technique", "effleurage", "--plain").out
    path = json.loads(run("map", "--technique", "effleurage", "--json").out)
    assert ET.fromstring(picture).findtext(f"{SVG}title") == "long strokes: one stroke at its own pace"
    assert {f"{path['cycle_s']:.2f}"} == set(re.findall(r"animation:move-(?:left|right) linear ([\d.]+)s", picture))
    assert "prefers-reduced-motion:reduce" in picture


def test_a_stroke_that_cannot_be_done_there_says_why() -> None:
    """A technique asked for where it is not done is refused in words."""
    refused = run("map", "--technique", "waist-spread", "--area", "shoulders")
    assert 2 == refused.code
    assert "This stroke is not for that place." in refused.err


def test_a_whole_rub_is_drawn(tmp_path: Path) -> None:
    """A routine shows where hands go, with what its colours mean."""
    file = tmp_path / "rub.json"
    assert 0 == run("compose", "--minutes", "5", "--json", "-o", str(file)).code
    root = ET.fromstring(run("map", "--routine", str(file), "--plain").out)
    assert 1 == len([image for image in root.iter(f"{SVG}image") if image.get("class") == "coverage"])
    said = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert "the stronger the colour, the longer the hands are there" in said
