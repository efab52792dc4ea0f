"""Each step says the most telling thing first, and nothing twice."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings

from backrub.compose import compose, seen_as
from backrub.person import Health, Tense, Wishes
from backrub.routine import Step, message
from backrub.words import text
from tests import strategies
from tests.counts import count

WISHES = Wishes(minutes=20, tense=(Tense("shoulders", "both", 3),), firm=True, health=Health("none"))


def work(steps: tuple[Step, ...]) -> list[Step]:
    """Give the strokes and holds of the work that come from the choice of minutes."""
    return [step for step in steps if step.phase == "work" and step.kind in ("stroke", "hold")]


@settings(max_examples=count("wishes"))
@given(strategies.wishes())
def test_the_telling_first(wishes: Wishes) -> None:
    """No step begins with both sides getting the same, and a stroke says it once for its two sides."""
    routine = compose(wishes)
    ids = [[reason.id for reason in step.reasons] for step in routine.steps]
    assert all("why-both-alike" not in each[:1] for each in ids)
    alike = [(step.technique, step.area) for step in routine.steps if "why-both-alike" in [r.id for r in step.reasons]]
    assert len(alike) == len(set(alike))


def test_minutes_for_what_is_tense() -> None:
    """The first step on a tense place says how many of the minutes it gets, and that is what it gets."""
    routine = compose(WISHES)
    first = next(step for step in work(routine.steps) if step.area == "shoulders")
    given_s = sum(step.duration_s for step in work(routine.steps) if step.area == "shoulders")
    reason = first.reasons[0]
    assert "why-tense" == reason.id
    assert {"area": "shoulders", "level": 3, "minutes": round(given_s / 60), "side": "both", "total": 20} == dict(
        reason.args
    )


@settings(max_examples=count("examples"))
@given(strategies.wishes())
def test_a_place_is_told_one_length(wishes: Wishes) -> None:
    """Wherever a tense place is spoken of, its minutes are all that its work comes to, told of no other place."""
    routine = compose(wishes)
    worked: Counter[str] = Counter()
    for step in work(routine.steps):
        if not {"why-light", "why-re-warm", "why-close-side"} & {reason.id for reason in step.reasons}:
            worked[seen_as(str(step.area))] += step.duration_s
    told = [dict(reason.args) for step in routine.steps for reason in step.reasons if reason.id == "why-tense"]
    assert {each["area"]: max(1, round(worked[str(each["area"])] / 60)) for each in told} == {
        each["area"]: each["minutes"] for each in told
    }
    names = [text(message("why-petrissage", area=area)) for area in worked]
    assert len(set(names)) == len(names)


def test_one_low_back() -> None:
    """However many strokes work the low back, each says the same minutes of the same low back."""
    stiff = Wishes(minutes=30, tense=(Tense("lower-back", "both", 3),), health=Health("none"))
    steps = work(compose(stiff).steps)
    low = [step for step in steps if seen_as(str(step.area)) == "lower-back"]
    assert len({step.area for step in low}) > 1
    (told,) = {reason for step in low for reason in step.reasons if reason.id == "why-tense"}
    assert f"{round(sum(step.duration_s for step in low) / 60)} of 30 minutes for the low back" in text(told)


def test_later_steps_say_what_they_do() -> None:
    """Where a place was spoken of already, a step begins with its own stroke."""
    routine = compose(WISHES)
    later = [step for step in work(routine.steps) if step.area == "shoulders" and step.technique != "caress"][1:]
    assert {f"why-{step.technique}" for step in later} == {step.reasons[0].id for step in later}


def test_a_first_time_says_why_it_is_lighter() -> None:
    """What holds the pressure down is named: a first time, the chair, or what was liked."""
    shy = compose(Wishes(first_time=True, relation="friends", glide="clothed", health=Health("none")))
    causes = {dict(r.args)["cause"] for step in shy.steps for r in step.reasons if r.id == "why-no-firmer"}
    assert {"first-time"} == causes
