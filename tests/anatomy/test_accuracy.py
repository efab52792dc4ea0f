"""The atlas is near a body it was not made from, where that body's figures lie beside the checkout."""

from __future__ import annotations

from functools import cache

import atlas_accuracy
import pytest
from atlas_accuracy import Accuracy

pytestmark = pytest.mark.skipif(not atlas_accuracy.is_there(), reason="no reference anatomy beside this checkout")


@cache
def found() -> Accuracy:
    """Compare once for all tests."""
    return atlas_accuracy.compared()


def test_levels_lie_where_a_skeleton_has_them() -> None:
    """Every level from C7 to L5 is within .03 of C7-S1 of where that skeleton has it."""
    assert 18 == len(found().levels)
    assert [] == [(row.name, row.off) for row in found().levels if abs(row.off) > atlas_accuracy.LEVEL_TARGET]


def test_crest_and_blades_lie_where_a_skeleton_has_them() -> None:
    """The hip bone's top is within .03, every point of the blade within .08, and the shoulder point is people's."""
    assert abs(found().crest.off) <= atlas_accuracy.CREST_TARGET
    assert [] == [row.name for row in found().bones if abs(row.off) > atlas_accuracy.BLADE_TARGET]
    assert [] == [row.name for row in found().bones if "people" in row.name and abs(row.off) > 0.01]


def test_outlines_built_from_attachments_overlap_with_a_bodys() -> None:
    """With shoulders as people have them, trapezius, latissimus and the rest share .6 with that body on average."""
    assert atlas_accuracy.OVERLAP_TARGET <= found().mean(placed=False)
    assert [] == [each.name for each in found().overlaps if each.aimed and each.seen < atlas_accuracy.LOW_OVERLAP]


def test_what_shares_less_than_half_is_explained() -> None:
    """Each low overlap has its reason on the page."""
    low = {(each.name, each.part) for each in found().overlaps if each.seen < atlas_accuracy.LOW_OVERLAP}

    assert low == set(atlas_accuracy.WHY)


def test_the_page_says_what_was_found() -> None:
    """docs/reference/atlas-accuracy.md is what the comparison writes today."""
    assert atlas_accuracy.page(found()) == atlas_accuracy.PAGE.read_text(encoding="utf-8")
