"""A new stroke is taught once, a known one only given its weight, and a hug is never led."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backrub.person import Talk
from backrub.routine import Step
from backrub.session.script import LINES, step_cues
from backrub.session.timeline import PlacedStep, Setting
from backrub.technique import techniques
from tests.session.script.plans import OIL, SEATED_SETTING, rest, stroke

TAUGHT = [name for name, technique in techniques().items() if not technique.unled and name != "tender-spot-hold"]


def alone(step: Step, setting: Setting = OIL, *seen: str) -> list[str]:
    """Give the ids of what is said in a step with nothing around it."""
    placed = PlacedStep(0, step, 0, step.duration_s * 1000)
    return [draft.what.id for draft in step_cues(setting, placed, None, None, frozenset(seen))]


@pytest.mark.parametrize(
    "name", [name for name in TAUGHT if name not in ("resting-hands", "feather-strokes", "tapotement")]
)
def test_a_new_stroke_is_taught(name: str) -> None:
    """The first time, what the hands do is said at once."""
    technique = techniques()[name]
    step = stroke(name, technique.areas[0], "left", 90, (2, 4))

    assert f"how-{name}" in alone(step)


@pytest.mark.parametrize("name", sorted(set(TAUGHT) - {"resting-hands"}))
def test_a_stroke_seen_tonight_is_not_taught_again(name: str) -> None:
    """The second time the instruction, its posture and its cautions are dropped."""
    step = stroke(name, techniques()[name].areas[0], "left", 90, (2, 4))

    assert not [line for line in alone(step, OIL, name) if line.startswith(("how-", "care-", "posture"))]


def test_a_stroke_known_from_before_is_not_taught() -> None:
    """Who knows kneading is not told how."""
    step = stroke("petrissage", "shoulders", "left", 90, (3, 5), contact="whole-hand")

    assert alone(step, replace(OIL, known=("petrissage",))) == ["weight"]


def test_a_hug_is_never_led() -> None:
    """Nobody wants a voice in a hug."""
    hug = stroke("hug-rub", "upper-back", "both", 30, (2, 3))

    assert alone(hug) == []
    assert alone(rest("open", 30), Setting(position="hug")) == []


def test_nobody_who_sits_is_leaned_on() -> None:
    """Seated, the weight spoken of is that of a heavy arm, whatever number the plan has."""
    step = stroke("knuckle-circles", "shoulders", "left", 60, (5, 5), contact="knuckles", place="behind")
    placed = PlacedStep(0, step, 0, 60_000)
    weights = [
        dict(draft.what.args)["level"]
        for draft in step_cues(SEATED_SETTING, placed, None, None, frozenset())
        if draft.what.id == "weight"
    ]

    assert weights == [4]


def test_a_light_stroke_is_given_no_weight() -> None:
    """Below pressing there is nothing to say about weight."""
    assert "weight" not in alone(stroke("clothed-rub", "upper-back", "both", 90, (1, 2)))


@pytest.mark.parametrize("talk", ["guide", "quiet", "nearly-silent"])
def test_less_talk_says_less_and_the_same_must_be_heard(talk: Talk) -> None:
    """At each level everything that outweighs it is said, and nothing else."""
    step = stroke("petrissage", "shoulders", "left", 90, (3, 5), contact="whole-hand")
    placed = PlacedStep(0, step, 0, 90_000)
    drafts = step_cues(replace(OIL, talk=talk), placed, None, None, frozenset())
    least = {"guide": 0, "quiet": 8, "nearly-silent": 9}[talk]

    assert all((draft.kind == "show") is (LINES[draft.what.id].weight < least) for draft in drafts)


def test_a_warm_up_in_two_parts_grows_heavier_once() -> None:
    """More weight is spoken of where the second part begins."""
    first = stroke("effleurage", "whole-back", "both", 110, (2, 3), phase="warm-up")
    second = replace(first, pressure=(3, 4))
    one, two = PlacedStep(0, first, 0, 110_000), PlacedStep(1, second, 110_000, 110_000)
    in_first = [draft.what.id for draft in step_cues(OIL, one, None, two, frozenset())]
    in_second = [draft.what.id for draft in step_cues(OIL, two, one, None, frozenset({"effleurage"}))]

    assert "ramp-long" not in in_first
    assert "ramp-long" in in_second
