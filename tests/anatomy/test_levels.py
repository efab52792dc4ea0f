"""Vertebral levels are the mean of two rulers with sources, and of nothing else."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from backrub.anatomy import LEVELS, atlas_for
from backrub.data import load

THORACIC = tuple(f"T{number}" for number in range(1, 13))
LUMBAR = tuple(f"L{number}" for number in range(1, 6))


def built_up(ruler: dict[str, Any]) -> dict[str, float]:
    """Stack bodies and discs, set each tip where the ruler says, and give shares of C7 to S1."""
    discs: dict[str, float] = {}
    for names, (first, last) in ((THORACIC, ruler["thoracic_discs_mm"]), (LUMBAR, ruler["lumbar_discs_mm"])):
        discs |= {name: first + (last - first) * i / (len(names) - 1) for i, name in enumerate(names)}
    top_mm: dict[str, float] = {}
    reached_mm = 0.0
    for name, body_mm in ruler["bodies_mm"].items():
        top_mm[name] = reached_mm
        reached_mm += body_mm + discs[name]
    wings_mm = {name: top_mm[name] + ruler["bodies_mm"][name] / 4 for name in top_mm}
    tips_mm = {"C7": wings_mm["T1"], "S1": reached_mm + ruler["s1_tip_mm"]}
    tips_mm |= {name: wings_mm[below] for name, below in pairwise((*THORACIC, "L1"))}
    tips_mm |= {name: top_mm[name] + ruler["bodies_mm"][name] + discs[name] / 2 for name in LUMBAR}
    long_mm = tips_mm["S1"] - tips_mm["C7"]
    return {name: (tip_mm - tips_mm["C7"]) / long_mm for name, tip_mm in tips_mm.items()}


@pytest.mark.parametrize("level", [name for name in LEVELS if name != "S2"])
def test_each_level_is_the_mean_of_two_rulers(level: str) -> None:
    """A level lies half way between where it is felt on people and where the sizes of bones put it."""
    rulers = load("atlas")["rulers"]
    felt, s1 = rulers["palpated"]["shares"][level], rulers["palpated"]["shares"]["S1"]
    built = built_up(rulers["built-up"])[level] * s1
    atlas = atlas_for()

    assert (felt + built) / 2 == pytest.approx(atlas.level_y_mm(level) / atlas.u_mm, abs=6e-4)


def test_two_rulers_agree_to_half_a_level_or_so() -> None:
    """Where they differ most, at the middle of the chest, each is less than a vertebra from their mean."""
    rulers, atlas = load("atlas")["rulers"], atlas_for()
    built = built_up(rulers["built-up"])
    spread_mm = {
        name: abs(share - built[name] * rulers["palpated"]["shares"]["S1"]) / 2 * atlas.u_mm
        for name, share in rulers["palpated"]["shares"].items()
    }

    assert "T6" <= max(spread_mm, key=lambda name: spread_mm[name]) <= "T9"
    assert max(spread_mm.values()) < atlas.level_y_mm("T8") - atlas.level_y_mm("T7")


def test_the_built_up_ruler_is_as_long_as_people_are() -> None:
    """Bodies and discs add up to within 6 cm of what was measured on people from C7 to the dimples, less S1 to S2."""
    ruler = load("atlas")["rulers"]["built-up"]
    bones_mm = sum(ruler["bodies_mm"].values())
    discs_mm = 12 * sum(ruler["thoracic_discs_mm"]) / 2 + 5 * sum(ruler["lumbar_discs_mm"]) / 2

    assert 509 * 0.955 == pytest.approx(bones_mm + discs_mm, abs=60)
