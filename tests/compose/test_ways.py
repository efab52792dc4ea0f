"""The ways in which the sides of an area share a stroke."""

from __future__ import annotations

import pytest

from backrub.compose.blocks import blocks
from backrub.compose.terms import terms_for
from backrub.compose.ways import ways_of
from backrub.person import Avoid, Health, Tense, Wishes
from backrub.technique import techniques

FINE = Health("none")
RIGHT = (Tense("shoulders", "right", 3), Tense("blades", "right", 3), Tense("waist", "right", 3))


def sides(wishes: Wishes, technique: str, area: str, contact: str) -> list[tuple[tuple[str, int], ...]]:
    """Give the sides of each way, with their ratios."""
    return [way.sides for way in ways_of(terms_for(wishes), techniques()[technique], area, contact)]


@pytest.mark.parametrize(
    ("minutes", "tense", "expected"),
    [
        (5, (), [(("both", 1),)]),
        (5, RIGHT, [(("left", 1), ("right", 2)), (("both", 1),)]),
        (10, RIGHT, [(("left", 1), ("right", 2)), (("both", 1),)]),
        (11, RIGHT, [(("left", 1), ("right", 2))]),
        (20, (), [(("right", 1), ("left", 1))]),
    ],
)
def test_kneading(minutes: int, tense: tuple[Tense, ...], expected: list[tuple[tuple[str, int], ...]]) -> None:
    """A marked side gets twice as much; in a short rub both at once will do, and is usual where nothing is marked."""
    wishes = Wishes(minutes=minutes, tense=tense, surface="chair", health=FINE)
    assert expected == sides(wishes, "petrissage", "shoulders", "whole-hand")


def test_alike_where_no_hands_reach_both() -> None:
    """Where two hands cannot do both sides at once, a short rub may give both the same; that serves the wish less."""
    short = Wishes(minutes=8, tense=RIGHT, health=FINE)
    assert [(("left", 1), ("right", 2)), (("left", 1), ("right", 1))] == sides(
        short, "blade-circles", "blades", "palms"
    )
    served = [block.served for block in blocks(terms_for(short)) if block.technique == "blade-circles"]
    assert [1.0, 0.75] == served[:2]


def test_one_side_shut() -> None:
    """Where one side is to be left alone, only the other is worked."""
    wishes = Wishes(avoid=(Avoid("shoulders", "left"),), health=FINE)
    assert [(("right", 1),)] == sides(wishes, "petrissage", "shoulders", "whole-hand")


def test_nobody_leans_on_the_low_back_from_the_head() -> None:
    """The low back is worked from beside, never from beyond the head."""
    found = blocks(terms_for(Wishes(minutes=60, tense=RIGHT, health=FINE)))
    low = [block for block in found if block.area in ("gutters-lower", "waist", "lower-back")]
    assert low
    assert all("head-end" not in block.places for block in low)
    assert any("head-end" in block.places for block in found)
