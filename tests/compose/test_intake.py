"""Each answer of the intake changes what it should in the plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from backrub.compose import compose, what_if
from backrub.person import Health, Liked, Likes, Pressed, Tense, Wishes
from backrub.routine import Routine

FINE = Health("none")
WISHES = Wishes(minutes=25, tense=(Tense("shoulders"),), health=FINE)


def seconds(routine: Routine, technique: str) -> int:
    """Count the seconds of a technique."""
    return sum(step.duration_s for step in routine.steps if step.technique == technique)


def said(routine: Routine) -> set[str]:
    """Give every answer and note beside a plan."""
    return {each.id for each in (*routine.gave_way, *routine.notes)}


def peak(routine: Routine, area: str) -> float:
    """Give the highest pressure of a stroke on an area."""
    strokes = (step for step in routine.steps if step.kind == "stroke" and step.area == area and step.pressure)
    return max(max(step.pressure or ()) for step in strokes)


def test_weak_hands() -> None:
    """Weak hands knead less and stroke more, and are told that strength is not what makes it good."""
    usual, weak = compose(WISHES), compose(replace(WISHES, weak_hands=True))
    gripping = ("petrissage", "knuckle-circles")
    assert sum(seconds(weak, name) for name in gripping) < sum(seconds(usual, name) for name in gripping)
    assert "note-weak-hands" in said(weak)


def test_the_givers_back() -> None:
    """With a sore back nothing is pulled across."""
    wishes = Wishes(minutes=40, tense=(Tense("sides", "both", 3),), health=FINE)
    assert seconds(compose(wishes), "side-pull") > 0
    spared = compose(replace(wishes, sore_back=True))
    assert 0 == seconds(spared, "side-pull")
    assert "note-giver-back" in said(spared)


def test_experience() -> None:
    """A new giver has fewer different strokes than a practised one."""

    def strokes(routine: Routine) -> int:
        return len({(step.technique, step.area) for step in routine.steps if step.phase == "work" and step.duration_s})

    new, practised = (compose(replace(WISHES, experience=level)) for level in ("new", "practised"))
    assert strokes(new) < strokes(practised)


def test_liked_light() -> None:
    """Who likes it light gets four at most, and the plan says that this is why."""
    routine = compose(replace(WISHES, soft=True))
    assert 4 == routine.cap
    causes = {
        dict(reason.args)["cause"] for step in routine.steps for reason in step.reasons if reason.id == "why-no-firmer"
    }
    assert {"liked"} == causes


def test_how_long_hands_last() -> None:
    """A rub lasts no longer than the giver's hands, and says so."""
    routine = compose(replace(WISHES, minutes=60, lasts_min=20))
    assert 1200 == routine.duration_s
    assert "gave-way-hands" in said(routine)


def test_a_child() -> None:
    """A child keeps the shirt on, for twenty minutes at most, at three at most."""
    routine = compose(Wishes(minutes=30, health=Health("something", ("child",))))
    assert ("clothed", 1200, 3) == (routine.lubricant, routine.duration_s, routine.cap)
    assert {"gave-way-clothed", "gave-way-length"} <= said(routine)


@pytest.mark.parametrize(
    ("wishes", "note"),
    [
        (Wishes(scent_free=True), "note-no-scent"),
        (Wishes(latex=True), "note-latex"),
        (Wishes(room="cool"), "note-cool-room"),
        (Wishes(small_hands=True), "note-small-hands"),
        (Wishes(sore_thumbs=True), "note-sore-thumbs"),
        (Wishes(swap=True), "note-your-turn"),
        (Wishes(intention="sore"), "note-therapist"),
        (Wishes(health=Health("something", ("allergy-nuts",))), "care-no-nuts"),
    ],
)
def test_advice(wishes: Wishes, note: str) -> None:
    """Each answer that changes no stroke is answered with advice, and nobody else is given it."""
    assert note in said(compose(wishes))
    assert note not in said(compose(Wishes()))


@pytest.mark.parametrize(
    ("changes", "is_said"),
    [
        ({}, False),
        ({"relation": "friends"}, True),
        ({"relation": "family"}, True),
        ({"first_time": True}, True),
        ({"relation": "friends", "glide": "clothed"}, False),
    ],
)
def test_the_waistband_is_spoken_of(changes: dict[str, Any], *, is_said: bool) -> None:
    """Friends, a family and whoever does it for the first time are told where long strokes end on bare skin."""
    assert is_said is ("note-waistband" in said(compose(replace(WISHES, **changes))))


def test_an_allergy_changes_the_oil() -> None:
    """A nut allergy leaves nut oils out, whichever way it was told."""
    for wishes in (Wishes(nut_allergy=True), Wishes(health=Health("something", ("allergy-nuts",)))):
        oil = next(note for note in compose(wishes).notes if note.id == "note-glide-oil")
        assert (("nuts", "no"),) == oil.args


def test_learnt_pressure() -> None:
    """An area learnt to be liked softer is pressed a point less; one liked firmer never passes the cap."""
    softer = replace(WISHES, likes=Likes((Pressed("shoulders", -9.0, 9),)))
    firmer = replace(WISHES, likes=Likes((Pressed("shoulders", 9.0, 9),)))
    usual = peak(compose(WISHES), "shoulders")
    assert usual - 1 == peak(compose(softer), "shoulders")
    assert usual <= peak(compose(firmer), "shoulders") <= compose(firmer).cap


def test_learnt_liking() -> None:
    """A stroke learnt to be liked gets no less time, one that is not no more."""
    usual = seconds(compose(WISHES), "petrissage")
    more, less = (
        seconds(compose(replace(WISHES, likes=Likes((), (liked,)))), "petrissage")
        for liked in (Liked("petrissage", 20.0, 0.0), Liked("petrissage", 0.0, 20.0))
    )
    assert less <= usual <= more
    assert less < more


def test_what_if() -> None:
    """What other wishes would change is told as more and less of the same things."""
    now = compose(WISHES)
    change = what_if(now, replace(WISHES, minutes=35))
    assert 2100 == change.routine.duration_s
    assert change.more
    assert change.less == () or change.less != change.more
    same = what_if(now, WISHES)
    assert ((), ()) == (same.more, same.less)
