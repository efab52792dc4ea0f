"""Whatever two people answer, even against themselves, gets a plan that keeps every promise, or a true refusal."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from hypothesis import example, given, settings

from backrub.check import check_routine, facts_of, passes
from backrub.compose import compose, conflict
from backrub.compose.conflicts import Asked, asked, only
from backrub.compose.rules import broken
from backrub.errors import UsageError
from backrub.person import Avoid, Health, Likes, Mark, Spoken, Tense, Wishes, learn, minutes_of
from backrub.routine import Routine
from tests import strategies
from tests.counts import count

CROWDED = Wishes(
    minutes=5,
    tense=(Tense("shoulders", "left", 3), Tense("waist", "right"), Tense("blades", "both", 1)),
    avoid=(Avoid("lower-back", "left"),),
    deep=True,
    soft=True,
    holds=True,
    health=Health("something", ("pregnant-20",)),
)


def is_met(wishes: Wishes) -> bool:
    """Tell whether a plan meets all wishes: nothing gives way beyond what health has give way anyway."""
    anyway, routine = composed(only(wishes, ())), composed(wishes)
    assert anyway is not None
    return routine is not None and {*routine.gave_way} <= {*anyway.gave_way} and not routine.left_out


@lru_cache(maxsize=64)  # the same few wishes are asked about again and again
def composed(wishes: Wishes) -> Routine | None:
    """Give the plan, or None where places and spots to leave alone leave nothing."""
    try:
        return compose(wishes)
    except UsageError as refused:
        if refused.where != "avoid":
            raise
        return None


@settings(max_examples=count("intakes"))
@given(strategies.intakes())
@example(CROWDED)
@example(
    Wishes(
        minutes=46,
        tense=(Tense("lower-back", "left", 1),),
        intention="comfort",
        experience="new",
        sore_back=True,
        likes=learn(Likes(), [Spoken("too-much", "waist", None)]),
    )
)
@example(
    Wishes(
        minutes=78,
        tense=(Tense("waist", "right", 3), Tense("lower-trapezius", "both", 1)),
        avoid=(Avoid("gutters-lower"), Avoid("waist", "left")),
        marks=(Mark("mole", 145.7, 31.3, 28.0),),
        intention="wake",
        glide="clothed",
        position="seated",
        relation="family",
        deep=True,
        soft=True,
        sore_back=True,
    )
)
@example(
    Wishes(
        minutes=48,
        tense=(Tense("gutters-lower"),),
        avoid=(Avoid("gutters-upper", "left"), Avoid("upper-back", "right"), Avoid("between-blades", "left")),
        position="side-lying",
        relation="friends",
        experience="practised",
    )
)
@example(
    Wishes(
        minutes=80,
        tense=(Tense("upper-back"), Tense("gutters-upper", "both", 1)),
        avoid=(Avoid("between-blades"),),
        intention="closeness",
        relation="friends",
        experience="new",
    )
)
@example(
    Wishes(
        minutes=13,
        tense=(Tense("sides", "both", 1), Tense("gutters", "both", 3), Tense("lower-back", "left", 3)),
        avoid=(Avoid("blades"),),
        glide="dry",
        position="side-lying",
        relation="family",
        experience="practised",
    )
)
@example(Wishes(minutes=22, avoid=(Avoid("upper-back", "right"),), intention="comfort", position="side-lying"))
@example(
    Wishes(
        minutes=22, avoid=(Avoid("upper-back", "right"),), intention="comfort", position="side-lying", experience="new"
    )
)
@example(Wishes(minutes=5, avoid=(Avoid("gutters-lower"), Avoid("upper-back")), kneels=False, experience="new"))
@example(Wishes(minutes=90, tense=(Tense("lower-trapezius", "left", 1),), surface="chair", experience="new"))
def test_any_intake(wishes: Wishes) -> None:
    """A plan obeys every rule, is clean for a teacher, and lasts as long as it says."""
    routine = composed(wishes)
    if routine is None:
        opened = only(wishes, tuple(one for one in asked(wishes) if one.field not in ("avoid", "marks")))
        assert composed(opened) is not None
        return
    assert () == broken(wishes, routine)
    findings = check_routine(routine, facts=facts_of(wishes), profile="teacher")
    assert passes(findings)
    assert 60 * minutes_of(wishes) == sum(step.duration_s for step in routine.steps)


@settings(max_examples=count("clashes"))
@given(strategies.intakes())
@example(CROWDED)
def test_dropping_any_one_helps(wishes: Wishes) -> None:
    """What clashes cannot be met together; without any one of it the rest can be."""
    clash = conflict(wishes)
    assert bool(clash) is not is_met(only(wishes, asked(wishes)))
    assert not clash or not is_met(only(wishes, clash))
    for one in clash:
        assert is_met(only(wishes, tuple(each for each in clash if each != one)))


def test_no_room_is_a_clash() -> None:
    """More marked places than there is time for clash with the time, although each alone is worked."""
    crowd = Wishes(minutes=5, tense=(Tense("shoulders"), Tense("gutters-upper")), health=Health("none"))
    assert ["gutters-upper"] == [dict(reason.args)["area"] for reason in compose(crowd).left_out]
    assert {Asked("minutes"), Asked("tense", 0), Asked("tense", 1)} == set(conflict(crowd))


def test_refusal_names_what_to_open() -> None:
    """Where places and spots to leave alone leave nothing, opening what the refusal names leaves something."""
    burnt = Wishes(avoid=(Avoid("upper-back"), Avoid("shoulders")), marks=(Mark("sunburn", 0, 380, 200),))
    assert compose(replace(burnt, marks=())).duration_s
