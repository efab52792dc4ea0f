"""A drawn stroke shows two hands on the receiver's own sides, moving as the path says."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from backrub.anatomy import atlas_for
from backrub.errors import CannotBeDone
from backrub.technique import StrokePath, Technique, stroke_path, techniques
from backrub.technique.drawing import draw_stroke

ATLAS = atlas_for()
EVERY = [pytest.param(technique, id=technique.id) for technique in techniques().values()]


def drawn(path: StrokePath) -> ET.Element:
    """Read a drawn stroke as a document."""
    return ET.fromstring(f"<svg>{''.join(draw_stroke(path, ATLAS))}</svg>")


@pytest.mark.parametrize("technique", EVERY)
def test_every_stroke_can_be_drawn_with_every_contact(technique: Technique) -> None:
    """Each technique with each of its contacts gives well-formed elements: two hands, each with its bearing part."""
    for contact in technique.contacts_on(technique.areas[0]):
        try:
            path = stroke_path(technique.id, ATLAS, technique.areas[0], "right", contact=contact)
        except CannotBeDone:
            continue
        root = drawn(path)
        hands = [group.get("class") for group in root.iter("g") if (group.get("class") or "").startswith("hand-")]
        assert ["hand-left", "hand-right"] == sorted(str(name) for name in hands)
        assert 2 == len([one for one in root.iter("path") if one.get("class") == "core"])


def test_hands_follow_the_path_once_round_in_its_own_time() -> None:
    """The first and last frames are the same place, and every frame is a sample of the path."""
    path = stroke_path("effleurage", ATLAS, "whole-back", "both")
    style = drawn(path).findtext("style", "")
    frames = re.search(r"@keyframes move-right\{(.*?)\}\}", style)
    assert frames is not None
    places = [(float(x), float(y)) for x, y in re.findall(r"translate\((-?[\d.]+)px,(-?[\d.]+)px\)", frames[1])]
    samples = {
        (round(x, 1), round(y, 1)) for x, y in zip(path.hands["right"].x_mm, path.hands["right"].y_mm, strict=True)
    }

    assert places[0] == pytest.approx(places[-1], abs=0.2)
    assert all((round(x, 1), round(y, 1)) in samples for x, y in places)
    assert f"move-right linear {path.cycle_s:.2f}s infinite" in style


def test_the_right_shoulder_is_drawn_on_the_right() -> None:
    """Whoever works it from wherever, the receiver's right shoulder lies at x > 0 in the picture."""
    for place in ("head-end", "across"):
        path = stroke_path("petrissage", ATLAS, "shoulders", "right", place=place)
        trails = [each.get("d", "") for each in drawn(path).iter("path") if each.get("class") == "trail"]
        across = [float(x) for trail in trails for x in re.findall(r"[ML](-?[\d.]+) ", trail)]
        assert min(across) > 0


def test_a_lifted_hand_leaves_no_trail() -> None:
    """Feather strokes return in the air: their line is broken there."""
    path = stroke_path("feather-strokes", ATLAS, "whole-back", "both")
    band = next(each.get("d", "") for each in drawn(path).iter("path") if each.get("class") == "trail")
    heights = [float(y) for y in re.findall(r"[ML]-?[\d.]+ (-?[\d.]+)", band)]
    assert sum(after < before - 1 for before, after in pairwise(heights)) <= 2


def test_the_place_that_is_worked_is_lit() -> None:
    """A veil with a hole lies over everything but the place; over the whole back there is none."""
    root = drawn(stroke_path("gutter-glide", ATLAS, "gutters", "left"))
    veil, here = (
        [str(one.get("d")) for one in root.iter("path") if one.get("class") == name] for name in ("veil", "here")
    )

    assert 1 == len(veil) == len(here)
    assert veil[0].endswith(here[0])
    assert all(float(x) < 0 for x in re.findall(r"[ML](-?[\d.]+) ", here[0]))
    everywhere = drawn(stroke_path("effleurage", ATLAS, "whole-back", "both"))
    assert "veil" not in {one.get("class") for one in everywhere.iter("path")}
