"""Wishes that cannot be read are refused field by field."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from backrub.errors import UsageError
from backrub.person import Avoid, Health, Liked, Likes, Mark, Pressed, Tense, Wishes, problems, validate

CASES: list[tuple[str, dict[str, Any]]] = [
    ("minutes", {"minutes": 2}),
    ("minutes", {"minutes": 91}),
    ("minutes", {"minutes": 10.5}),
    ("minutes", {"minutes": True}),
    ("tense", {"tense": (Tense("elbow"),)}),
    ("tense", {"tense": (Tense("shoulders", "middle"),)}),  # type: ignore[arg-type]
    ("tense", {"tense": (Tense("shoulders", "both", 4),)}),  # type: ignore[arg-type]
    ("avoid", {"avoid": (Avoid("elbow"),)}),
    ("marks", {"marks": (Mark("mole", math.nan, 0),)}),
    ("marks", {"marks": (Mark("mole", 10, 2000),)}),
    ("marks", {"marks": (Mark("mole", 10, 10, -1),)}),
    ("marks", {"marks": (Mark("wart", 10, 10),)}),  # type: ignore[arg-type]
    ("position", {"position": "hug"}),
    ("position", {"position": "standing"}),
    ("intention", {"intention": "conquer"}),
    ("glide", {"glide": "honey"}),
    ("surface", {"surface": "lawn"}),
    ("relation", {"relation": "strangers"}),
    ("talk", {"talk": "endless"}),
    ("health", {"health": Health("maybe")}),  # type: ignore[arg-type]
    ("health", {"health": Health("something", ("hiccups",))}),
    ("lasts_min", {"lasts_min": 2}),
    ("lasts_min", {"lasts_min": True}),
    ("experience", {"experience": "master"}),
    ("room", {"room": "icy"}),
    ("likes", {"likes": Likes((Pressed("knee", 1.0, 1),))}),
    ("likes", {"likes": Likes((Pressed("waist", math.inf, 1),))}),
    ("likes", {"likes": Likes((), (Liked("juggling", 1.0, 0.0),))}),
    ("likes", {"likes": Likes((), (Liked("caress", -1.0, 0.0),))}),
    ("known", {"known": ("juggling",)}),
]


@pytest.mark.parametrize(("field", "change"), CASES)
def test_refused(field: str, change: dict[str, Any]) -> None:
    """Each unreadable wish is refused in the name of its field, saying what to write instead."""
    with pytest.raises(UsageError) as refused:
        validate(replace(Wishes(), **change))
    assert field == refused.value.where
    assert refused.value.instead


def test_all_is_listed() -> None:
    """Every problem is listed, not only the first."""
    wrong = Wishes(minutes=1, avoid=(Avoid("knee"),), glide="honey")  # type: ignore[arg-type]
    assert ["minutes", "avoid", "glide"] == [problem.where for problem in problems(wrong)]


def test_defaults_are_fine() -> None:
    """What nobody changed is a wish that can be met."""
    assert () == problems(Wishes())
