"""Composed routines keep every promise, for any wishes."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backrub.anatomy import AREAS, Body, atlas_for, parts_of
from backrub.compose import compose
from backrub.compose.marked import marked_places
from backrub.compose.reachable import marked_atlas
from backrub.compose.rules import RULES, broken, moves_of
from backrub.compose.terms import terms_for
from backrub.errors import NotTonight, UsageError
from backrub.person import Avoid, Health, Mark, Tense, Wishes, without_health
from backrub.routine import Glide, Routine, Side, Surface
from backrub.technique import stroke_path
from tests import strategies
from tests.counts import count

FINE = Health("none")


def seconds(routine: Routine, **wanted: str) -> int:
    """Count the seconds of steps whose named fields have these values."""
    return sum(
        step.duration_s for step in routine.steps if all(getattr(step, name) == value for name, value in wanted.items())
    )


@settings(max_examples=count("wishes"))
@given(strategies.wishes())
@example(Wishes(minutes=90, tense=(Tense("between-blades"),), glide="dry", position="side-lying", health=FINE))
@example(Wishes(minutes=45, glide="clothed", avoid=(Avoid("lower-trapezius"),), firm=True, holds=True, health=FINE))
@example(
    Wishes(
        minutes=82,
        tense=(Tense("lower-trapezius", "left"), Tense("blades", "left")),
        glide="dry",
        woken=True,
        weak_hands=True,
        small_hands=True,
        experience="new",
    )
)
@example(Wishes(minutes=4, avoid=(Avoid("shoulders", "left"),), woken=True))
def test_obeys(wishes: Wishes) -> None:
    """Whatever is wished, the routine obeys every rule and is proven best."""
    routine = compose(wishes)
    assert () == broken(wishes, routine)
    assert routine.optimal


@settings(max_examples=count("brute-force"))
@given(strategies.wishes(10, 30), st.lists(strategies.marks(), min_size=1, max_size=2))
def test_obeys_round_marks(wishes: Wishes, marks: list[Mark]) -> None:
    """With spots of the receiver's own to go round, the routine still obeys every rule."""
    marked = replace(wishes, marks=tuple(marks))
    assert () == broken(marked, compose(marked))


@given(strategies.wishes())
def test_deterministic(wishes: Wishes) -> None:
    """The same wishes give the same routine."""
    assert compose(wishes) == compose(wishes)


@given(strategies.wishes())
def test_health_answers_are_not_needed(wishes: Wishes) -> None:
    """The effects of health answers alone give the same routine as the answers."""
    assert compose(wishes) == compose(without_health(wishes))


@settings(max_examples=count("persons"))
@given(strategies.wishes(), strategies.bodies())
def test_every_stroke_can_be_drawn(wishes: Wishes, body: Body) -> None:
    """On any body, each planned stroke has a path from its place, with its contact, at its pressure and pace."""
    routine = compose(replace(wishes, body=body))
    for step in routine.steps:
        if step.kind == "stroke" and step.technique and step.area and step.side:
            path = stroke_path(
                step.technique,
                atlas_for(body),
                step.area,
                step.side,
                contact=step.contact,
                pressure=step.pressure,
                pace=step.pace_cm_per_s or step.cycles_per_min,
                place=step.place,
            )
            assert path.reached <= max(step.pressure or (0,))


def test_default() -> None:
    """With nothing marked: 15 minutes, half on shoulders and blades, a tenth or so on the low back, no hold."""
    routine = compose(Wishes())
    work_s = seconds(routine, phase="work")
    upper_s = sum(seconds(routine, phase="work", area=area) for area in ("shoulders", "blades", "between-blades"))
    low_s = sum(seconds(routine, phase="work", area=area) for area in ("waist", "gutters-lower", "lower-back"))
    used = {step.technique for step in routine.steps} - {None, "resting-hands"}
    assert (900, 5) == (routine.duration_s, routine.cap)
    assert upper_s >= 0.5 * work_s
    assert 0.10 * 900 <= low_s <= 0.15 * 900
    assert not any(step.kind == "hold" for step in routine.steps)
    assert len(used) <= 6


def test_one_walk() -> None:
    """For two very tense shoulders in 20 minutes the giver walks round once, and most of it is for the upper back."""
    routine = compose(Wishes(minutes=20, tense=(Tense("shoulders", "both", 3),), firm=True, health=FINE))
    assert moves_of(routine) <= 4
    assert seconds(routine, phase="work") - seconds(routine, area="waist") >= 0.55 * 1200


@pytest.mark.parametrize("minutes", [3, 4])
def test_short(minutes: int) -> None:
    """A rub of three or four minutes is rests and long strokes on the whole back."""
    routine = compose(Wishes(minutes=minutes, tense=(Tense("shoulders"),)))
    assert {"resting-hands", "effleurage"} == {step.technique for step in routine.steps if step.duration_s}
    assert ["gave-way-short"] == [reason.id for reason in routine.gave_way]


def test_one_side() -> None:
    """A side marked tense gets twice the time of the other, which comes first and is never left out."""
    routine = compose(Wishes(minutes=25, tense=(Tense("shoulders", "left", 2),), health=FINE))
    kneading = [step for step in routine.steps if step.technique == "petrissage"]
    assert ["right", "left"] == [step.side for step in kneading]
    assert 2 * kneading[0].duration_s == kneading[1].duration_s


@pytest.mark.parametrize("area", ["shoulders", "blades", "gutters-upper", "gutters-lower", "waist", "between-blades"])
@pytest.mark.parametrize("minutes", [10, 20, 40])
def test_more_where_tense(area: str, minutes: int) -> None:
    """The tenser a place is marked, the more time it gets, and never less than unmarked."""
    given_s = [
        seconds(compose(Wishes(minutes=minutes, tense=tense, holds=False, health=FINE)), phase="work", area=area)
        for tense in ((), *((Tense(area, "both", level),) for level in (1, 2, 3)))
    ]
    assert sorted(given_s[1:]) == given_s[1:]
    assert given_s[3] > 0
    assert given_s[3] >= given_s[0]


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("where", ["mat", "chair"])
@pytest.mark.parametrize("side", ["left", "both"])
def test_what_was_asked_comes_first(area: str, side: Side, where: Surface) -> None:
    """In five minutes one marked place, on one side or both, is worked wherever it is and however they lie."""
    for glide in get_args(Glide):
        wishes = Wishes(minutes=5, tense=(Tense(area, side, 3),), surface=where, glide=glide, health=FINE)
        routine = compose(wishes)
        homes = {home for place in marked_places(terms_for(wishes)) for home in place.homes}
        worked = [step for step in routine.steps if step.phase == "work" and step.kind == "stroke"]
        assert homes & {part for step in worked for part in parts_of(str(step.area))}
        assert () == routine.left_out
        assert () == broken(wishes, routine)


def test_both_at_once_serve_one_side() -> None:
    """Where there is no time for twice as much on the one side marked, both are kneaded at once, and it says why."""
    short = compose(Wishes(minutes=5, tense=(Tense("shoulders", "right", 3),), health=FINE))
    kneading = next(step for step in short.steps if step.technique == "petrissage")
    assert ("both", "head-end", 95) == (kneading.side, kneading.place, kneading.duration_s)
    assert "why-alike-in-short" in [reason.id for reason in kneading.reasons]
    tense = next(dict(reason.args) for reason in kneading.reasons if reason.id == "why-tense")
    assert "right" == tense["side"]


def test_one_after_the_other_where_no_hands_reach_both() -> None:
    """Where two hands cannot do both sides at once, both get the same in a short rub, the easier side first."""
    short = compose(Wishes(minutes=5, tense=(Tense("blades", "left", 2),), health=FINE))
    circles = [step for step in short.steps if step.technique == "blade-circles"]
    assert [("right", 45), ("left", 45)] == [(step.side, step.duration_s) for step in circles]


def test_avoid() -> None:
    """A place to leave alone is not crossed either: without the low back, long strokes stay on the upper back."""
    routine = compose(Wishes(avoid=(Avoid("lower-back"),)))
    areas = {step.area for step in routine.steps if step.area}
    assert "upper-back" in areas
    assert not areas & {"whole-back", "lower-back", "waist", "gutters-lower", "gutters"}


def test_nothing_left() -> None:
    """When every place is to be left alone there is nothing to plan, and it says so."""
    with pytest.raises(UsageError, match="left alone"):
        compose(Wishes(avoid=(Avoid("whole-back"), Avoid("neck-base"))))


def test_marks_are_gone_round() -> None:
    """Every planned stroke can be drawn round the receiver's own spots; one that cannot is not planned."""
    burnt = Mark("sunburn", 0, 200, 140)
    routine = compose(Wishes(minutes=20, tense=(Tense("between-blades"),), marks=(burnt,), health=FINE))
    atlas = marked_atlas(Body(), (burnt,))
    for step in routine.steps:
        if step.kind == "stroke" and step.technique and step.area and step.side:
            stroke_path(step.technique, atlas, step.area, step.side, contact=step.contact)
    assert "between-blades" not in {step.area for step in routine.steps}
    assert ["gave-way-not-here"] == [reason.id for reason in routine.gave_way]


def test_hug() -> None:
    """A hug is learnt beforehand and never planned."""
    with pytest.raises(UsageError, match="hug"):
        compose(Wishes(position="hug"))


def test_not_tonight() -> None:
    """A fever means no rub, and why."""
    with pytest.raises(NotTonight) as refused:
        compose(Wishes(health=Health("something", ("fever-ill",))))
    assert ("not-tonight-fever-ill",) == refused.value.reasons


def test_late_pregnancy() -> None:
    """From twenty weeks nobody lies on the front: side-lying in two halves, or sitting when it is short."""
    late = Health("something", ("pregnant-20",))
    lying, sitting = compose(Wishes(minutes=30, health=late)), compose(Wishes(minutes=8, health=late))
    assert ("side-lying", "seated") == (lying.position, sitting.position)
    assert ["gave-way-position"] == [reason.id for reason in lying.gave_way]
    assert seconds(lying, side="left", phase="warm-up") == seconds(lying, side="right", phase="warm-up")


@pytest.mark.parametrize(
    ("wishes", "reason"),
    [
        (Wishes(minutes=3, tense=(Tense("shoulders"), Tense("blades")), deep=True), "gave-way-short"),
        (Wishes(tense=(Tense("blades"),), avoid=(Avoid("blades"),)), "gave-way-avoid"),
        (Wishes(deep=True), "gave-way-deep"),
        (Wishes(firm=True), "gave-way-firm"),
        (Wishes(holds=True), "gave-way-holds"),
        (Wishes(woken=True, intention="sleep"), "gave-way-tapping"),
        (Wishes(tense=(Tense("waist"),), surface="chair"), "gave-way-stroked"),
    ],
)
def test_contradictions_are_answered(wishes: Wishes, reason: str) -> None:
    """Wishes that cannot both be met get a plain answer of what gave way."""
    assert reason in [each.id for each in compose(wishes).gave_way]


def test_rules_are_many() -> None:
    """There is a rule for every promise of the composer."""
    assert 27 == len(RULES)
