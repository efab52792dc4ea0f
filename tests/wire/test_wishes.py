"""Wishes come from pages and programs: what is left out has its default, what is wrong is named."""

from __future__ import annotations

import pytest
from hypothesis import given

from backrub.errors import UsageError
from backrub.person import Avoid, Health, Tense, Wishes
from backrub.wire.mapping import Unreadable
from backrub.wire.wishes import wishes_from_json, wishes_to_json
from tests.strategies import wishes


def test_nothing_wished_is_the_default() -> None:
    """An empty object is the evening as it is by itself."""
    assert Wishes() == wishes_from_json({})


def test_wishes_come_back_equal() -> None:
    """Written and read again they are the same."""
    wished = Wishes(
        minutes=25,
        tense=(Tense("shoulders", "right", 3),),
        avoid=(Avoid("waist"),),
        health=Health("something", ("pregnant",)),
        known=("effleurage",),
        holds=False,
    )
    assert wished == wishes_from_json(wishes_to_json(wished))


@given(wishes())
def test_all_wishes_come_back_equal(wished: Wishes) -> None:
    """Whatever is wished survives its JSON."""
    assert wished == wishes_from_json(wishes_to_json(wished))


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"minutes": 2}, "minutes"),
        ({"minutes": "15"}, "minutes"),
        ({"minutes": 15.5}, "minutes"),
        ({"minuts": 15}, "minuts"),
        ({"tense": [{"area": "elbow"}]}, "tense"),
        ({"tense": [{"area": "shoulders", "level": 9}]}, "tense.0.level"),
        ({"surface": "sofa"}, "surface"),
        ({"known": ["wrestling"]}, "known"),
        ({"marks": [{"kind": "mole", "x_mm": 1e9, "y_mm": 0}]}, "marks"),
        ({"care": {"cap": 7}}, "care"),
    ],
)
def test_a_wrong_field_is_named(data: dict[str, object], field: str) -> None:
    """The problem carries the field's name."""
    with pytest.raises(Unreadable) as refusal:
        wishes_from_json(data)
    assert field in {name for name, _ in refusal.value.fields}


@pytest.mark.parametrize("data", [None, [], "oil", 7])
def test_other_json_is_no_wish(data: object) -> None:
    """Only an object holds wishes."""
    with pytest.raises(UsageError):
        wishes_from_json(data)


def test_a_body_that_cannot_be_is_refused() -> None:
    """A stature no adult has is refused with its range."""
    with pytest.raises(UsageError, match="stature"):
        wishes_from_json({"body": {"stature_mm": 17}})
