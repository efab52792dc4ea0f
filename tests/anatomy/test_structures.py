"""Under the skin lie muscles, sheets and bones as layered outlines, on everybody and in every posture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from backrub.anatomy import POSTURES, Body, Posture, Structure, atlas_for, visible
from tests.anatomy.bodies import BODIES

EXPECTED = {
    "trapezius-upper",
    "trapezius-middle",
    "trapezius-lower",
    "rhomboid-minor",
    "rhomboid-major",
    "levator",
    "infraspinatus",
    "teres-minor",
    "teres-major",
    "latissimus",
    "erector-spinae",
    "quadratus-lumborum",
    "scapula",
    "last-rib",
    "iliac-crest",
    "sacrum",
    "deltoid-back",
}


def test_every_structure_is_there_from_the_skin_inward() -> None:
    """All are there, the uppermost layer first, each with a source and a certainty."""
    found = atlas_for().structures
    layers = [each.layer for each in found.values()]

    assert EXPECTED == set(found)
    assert sorted(layers) == layers
    assert all(each.source and each.certainty in {"H", "M", "L", "ENG"} for each in found.values())


@given(BODIES, st.sampled_from(POSTURES))
def test_every_outline_is_sound_and_mirrored(body: Body, posture: Posture) -> None:
    """On everybody, however they lie, each outline is one valid shape, and the left is the right mirrored."""
    for each in atlas_for(body, posture).structures.values():
        assert each.whole["right"].is_valid, each.id
        assert each.whole["right"].area == pytest.approx(each.whole["left"].area)
        assert -each.whole["right"].centroid.x == pytest.approx(each.whole["left"].centroid.x)
        assert each.sheet["right"].difference(each.whole["right"].buffer(0.5)).area < 1


@given(BODIES)
def test_muscles_meet_the_bones_they_hold_on_to(body: Body) -> None:
    """Rhomboids reach the blade's border, infraspinatus lies on the blade, the long muscles reach the sacrum."""
    found = atlas_for(body).structures

    def meet(one: str, other: str) -> float:
        return found[one].whole["right"].distance(found[other].whole["right"])

    assert 0 == meet("rhomboid-major", "scapula") == meet("infraspinatus", "scapula")
    assert 0 == meet("erector-spinae", "sacrum") == meet("latissimus", "iliac-crest")
    assert 6 >= meet("quadratus-lumborum", "iliac-crest")


def test_what_lies_under_is_hidden() -> None:
    """The rhomboids are not seen from behind, of the blade's muscle a part is, and the trapezius is seen whole."""
    found = atlas_for().structures

    def share(name: str) -> float:
        return float(visible(found, name, "right").area / found[name].whole["right"].area)

    assert share("rhomboid-minor") < 0.1
    assert 0.1 < share("infraspinatus") < 0.8
    assert 1.0 == pytest.approx(share("trapezius-lower"))


def test_sheet_is_told_from_flesh() -> None:
    """Beside the lower spine the latissimus is a sheet; at the flank it is flesh."""
    atlas = atlas_for()
    latissimus: Structure = atlas.structures["latissimus"]
    y_mm = atlas.level_y_mm("L2")

    assert latissimus.sheet["right"].contains(Point(30, y_mm))
    assert latissimus.fleshy("right").contains(Point(105, y_mm))
    assert latissimus.fleshy("left").contains(Point(-105, y_mm))
