"""A routine keeps its meaning through JSON, and its shape is the one other programs rely on."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from backrub.compose import compose
from backrub.errors import NotTonight, UsageError
from backrub.person import Care, Tense, Wishes
from backrub.routine import Routine, Step, message
from backrub.wire.mapping import Unreadable
from backrub.wire.routine import routine_from_json, routine_to_json
from backrub.words import Words
from tests.strategies import wishes

CASES = (
    Wishes(),
    Wishes(minutes=3, glide="clothed", surface="chair"),
    Wishes(minutes=30, tense=(Tense("shoulders", "right", 3),), care=Care(), woken=True),
    Wishes(minutes=60, surface="table", firm=True, care=Care()),
)


@pytest.fixture(params=CASES, ids=lambda wishes: f"{wishes.minutes}-min")
def routine(request: pytest.FixtureRequest) -> Routine:
    """Give a composed routine."""
    wishes: Wishes = request.param
    return compose(wishes)


def test_a_routine_comes_back_equal(routine: Routine) -> None:
    """Written to JSON text and read again it is the same routine, to the last reason."""
    text = json.dumps(routine_to_json(routine, Words()))
    assert routine == routine_from_json(json.loads(text))


@pytest.mark.parametrize(("field", "unknown"), [("technique", "karate"), ("area", "elbow")])
def test_what_nobody_can_lead_is_named_with_its_place(routine: Routine, field: str, unknown: str) -> None:
    """A technique or a place that is not known is refused by the number of its step, before anything is led."""
    data = routine_to_json(routine, Words())
    number = next(number for number, step in enumerate(data["steps"]) if step["kind"] == "stroke")
    data["steps"][number][field] = unknown
    with pytest.raises(UsageError, match=unknown) as refused:
        routine_from_json(data)
    assert f"steps[{number}].{field}" == refused.value.where


@given(wishes())
def test_every_routine_comes_back_equal(wished: Wishes) -> None:
    """Whatever was wished, the routine survives its JSON."""
    try:
        routine = compose(wished)
    except (NotTonight, UsageError):
        return
    assert routine == routine_from_json(json.loads(json.dumps(routine_to_json(routine, Words()))))


def test_the_shape_is_the_promised_one(routine: Routine) -> None:
    """The fields that other programs read are there, and strokes and holds say what, where and how firmly."""
    fields = routine_to_json(routine, Words())
    assert {"format", "title", "duration_s", "position", "surface", "lubricant", "optimal", "steps"} <= fields.keys()
    assert (1, routine.duration_s) == (fields["format"], sum(step["duration_s"] for step in fields["steps"]))
    assert isinstance(fields["title"], str)
    for step in fields["steps"]:
        assert {"kind", "phase", "duration_s", "why", "reasons", "inferred"} <= step.keys()
        if step["kind"] in {"stroke", "hold"}:
            assert {"technique", "area", "side", "contact"} <= step.keys()
            assert 2 == len(step["pressure"])
        if step["kind"] == "stroke" and step["technique"] != "resting-hands":
            assert ("pace_cm_per_s" in step) != ("cycles_per_min" in step)
        assert all(isinstance(reason["args"], dict) for reason in step["reasons"])


def test_an_area_not_found_yet_is_null() -> None:
    """A hold for a spot not found yet names its area as null."""
    hold = Step("hold", "work", 60, "tender-spot-hold", None, "both", "knuckles", (5, 7), spots=1)
    fields = routine_to_json(
        Routine(message("title-as-written", text="x"), 60, "prone", "mat", "oil", (hold,)), Words()
    )
    assert (None, 1) == (fields["steps"][0]["area"], fields["steps"][0]["spots"])


def test_a_title_another_program_wrote_is_kept() -> None:
    """Without a message behind it, a title stays as it is written."""
    fields = routine_to_json(compose(Wishes(minutes=5)), Words())
    del fields["title_message"]
    fields["title"] = "Sunday { evening }"
    assert "Sunday { evening }" == routine_to_json(routine_from_json(fields), Words())["title"]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"format": 2}, "format"),
        ({"format": None}, "format"),
        ({"steps": None}, "steps"),
        ({"duration_s": 1}, "add up"),
        ({"surface": "sofa"}, "surface"),
        ({"colour": "red"}, "colour"),
        ({"cap": "six"}, "cap"),
    ],
)
def test_what_is_no_routine_is_refused_by_name(change: dict[str, object], where: str) -> None:
    """The sentence names the field that is wrong."""
    fields = routine_to_json(compose(Wishes(minutes=5)), Words()) | change
    with pytest.raises(UsageError) as refusal:
        routine_from_json(fields)
    assert where in str(refusal.value)


@pytest.mark.parametrize("data", [None, [], "routine", 3])
def test_other_json_is_no_routine(data: object) -> None:
    """Only an object can be a routine."""
    with pytest.raises(UsageError):
        routine_from_json(data)


def test_every_wrong_field_is_listed() -> None:
    """All that is wrong is named at once, not only the first."""
    fields = routine_to_json(compose(Wishes(minutes=5)), Words()) | {"surface": "sofa", "position": "upside-down"}
    with pytest.raises(Unreadable) as refusal:
        routine_from_json(fields)
    assert {"surface", "position"} == {field for field, _ in refusal.value.fields}
