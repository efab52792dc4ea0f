"""Plans that come from outside: taken over in time, never harder, and refused without a finish."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backrub.errors import CommandRefused
from backrub.routine import Step
from backrub.session import AdoptPlan, Begin, CommandKind, Engine, Setting
from backrub.session.pressing import overlap
from tests.session.plans import (
    FINISH,
    SETTING,
    asked_after,
    at,
    do,
    ends_with_finish,
    five_minutes,
    led_to,
    replanned,
    routine,
    said,
    slot,
    twenty_minutes,
)


def test_a_plan_that_comes_after_hush_is_made_calm() -> None:
    """Even a plan that forgets hush neither asks nor holds."""
    engine = led_to(360)
    event = asked_after(engine, "hush", at(360))
    plan = replanned(event.remaining_ms // 1_000, "hush").plan
    hold = replace(twenty_minutes().steps[14], duration_s=75)
    steps = (replace(plan.steps[0], duration_s=plan.steps[0].duration_s - 75), hold, *plan.steps[1:])

    engine.receive(AdoptPlan(plan.with_steps(steps), "hush"), at(361))

    assert not [there for there in engine.state.slots[event.first :] if there.step.kind in ("hold", "ask")]
    assert engine.timeline().ends_at_ms == at(twenty_minutes().duration_s)


def test_a_plan_with_more_holds_than_may_be_loses_the_last() -> None:
    """Where one spot may be held the second planned hold is gentle strokes from the start."""
    engine = led_to(0, setting=Setting(spots=1))

    assert [there.uid for there in engine.state.slots if there.step.kind == "hold"] == ["14"]


def test_a_plan_that_was_asked_for_takes_over() -> None:
    """What is settled stays, the rest is the new plan, and the time adds up to the millisecond."""
    engine = led_to(360.4)
    event = asked_after(engine, "more-minutes", at(360.4), 5)

    engine.receive(replanned(event.remaining_ms // 1_000, "more-minutes"), at(361))

    assert engine.timeline().ends_at_ms == at((event.starts_ms + event.remaining_ms) / 1_000)
    assert [there.uid for there in engine.state.slots[: event.first]] == [str(place) for place in range(event.first)]
    assert engine.state.slots[event.first].start_ms == event.starts_ms
    assert said(engine, at(361)) == [], "the answer has told it already"


def test_the_place_hands_go_to_is_named_though_a_new_plan_comes() -> None:
    """The stroke in place of what was left is named, as begun, however soon the new plan takes over."""
    engine = led_to(100)
    event = asked_after(engine, "not-there", at(100))

    engine.receive(replanned(event.remaining_ms // 1_000, "not-there"), at(100) + 66)

    named = [cue for cue in engine.timeline().cues if cue.what.id == "next-stroke" and cue.at_ms >= at(100)]
    assert at(100) < named[0].at_ms <= at(107)
    assert {"area": "upper-back", "lead": "now"}.items() <= dict(named[0].what.args).items()


@pytest.mark.parametrize("kind", ["not-there", "hush", "tired"])
def test_nothing_is_said_of_a_plan_that_an_answer_explains(kind: CommandKind) -> None:
    """What comes is rearranged: people who asked for it a moment ago know, and whoever sleeps need not."""
    engine = led_to(360)
    event = asked_after(engine, kind, at(360))

    engine.receive(replanned(event.remaining_ms // 1_000, kind), at(360) + 320)

    assert "replanned" not in {cue.what.id for cue in engine.timeline().cues}


@pytest.mark.parametrize(("kind", "told"), [("more-minutes", ["replanned"]), ("hush", [])])
def test_a_plan_that_comes_late_is_spoken_of_but_not_after_hush(kind: CommandKind, told: list[str]) -> None:
    """When it took so long that the answer is forgotten, a line shows that things come differently."""
    engine = led_to(240)
    event = asked_after(engine, kind, at(240), 5)
    late_ms = at(240) + 20_001

    engine.receive(replanned(event.remaining_ms // 1_000, kind), late_ms)

    assert said(engine, late_ms) == told


def test_a_plan_nobody_asked_for_is_refused() -> None:
    """The engine takes a remainder only for the reason it gave, and once."""
    engine = led_to(360)
    event = asked_after(engine, "more-minutes", at(360), 5)

    with pytest.raises(CommandRefused, match="unknown"):
        engine.receive(replanned(600, "tired"), at(361))
    engine.receive(replanned(event.remaining_ms // 1_000, "more-minutes"), at(361))
    with pytest.raises(CommandRefused, match="unknown"):
        engine.receive(replanned(600, "more-minutes"), at(362))


def test_a_plan_that_comes_too_late_is_refused_and_the_old_one_goes_on() -> None:
    """Once its first step is settled it changes no more, and the session still ends with its finish."""
    engine = led_to(360)
    event = asked_after(engine, "more-minutes", at(360), 5)

    with pytest.raises(CommandRefused, match="stale"):
        engine.receive(replanned(event.remaining_ms // 1_000, "more-minutes"), event.starts_ms + 60_000 - 19_000)
    engine.advance(at(twenty_minutes().duration_s))
    assert engine.status == "finished"


def test_a_plan_without_a_finish_is_refused() -> None:
    """No remainder may end in the middle of the work."""
    engine = led_to(360)
    event = asked_after(engine, "more-minutes", at(360), 5)
    plan = replanned(event.remaining_ms // 1_000, "more-minutes").plan
    work = plan.with_steps(plan.steps[:1])

    with pytest.raises(CommandRefused, match="no-time"):
        engine.receive(AdoptPlan(work, "more-minutes"), at(361))


@pytest.mark.parametrize("said_before", [(), ("firmer",)])
def test_a_new_plan_is_no_harder_where_it_was_softer(said_before: tuple[CommandKind, ...]) -> None:
    """What was made softer stays below where it was, though a new plan asks for more on that stroke and area."""
    engine = led_to(300)
    for kind in said_before:
        do(engine, kind, at(300), "receiver")
    do(engine, "softer", at(315), "receiver")
    settled = max(next(placed.step.pressure or () for placed in engine.view().steps if placed.uid == "6"))
    wanted = asked_after(engine, "more-minutes", at(316), 5)
    harder = Step("stroke", "work", 120, "petrissage", "shoulders", "right", "whole-hand", (5.0, 6.0), None, 18.0)
    rest = replanned(wanted.remaining_ms // 1000 - 120, "more-minutes").plan.steps
    engine.receive(AdoptPlan(routine([harder, *rest]), "more-minutes"), at(317))
    new = next(placed.step for placed in engine.view().steps if placed.index >= wanted.first and placed.step.technique)
    assert "petrissage" == new.technique
    assert new.pressure is not None
    assert settled == max(new.pressure)


def test_a_new_plan_keeps_off_what_is_left_alone() -> None:
    """Even a plan that forgets is led elsewhere."""
    engine = led_to(360)
    event = asked_after(engine, "not-there", at(360))
    plan = replanned(event.remaining_ms // 1_000, "not-there").plan
    steps = (replace(plan.steps[0], technique="petrissage", area="shoulders"), *plan.steps[1:])

    engine.receive(AdoptPlan(plan.with_steps(steps), "not-there"), at(361))

    assert not [there for there in engine.state.slots[event.first :] if overlap(there.step.area, "shoulders")]


def test_a_new_plan_never_raises_the_cap() -> None:
    """The cap of a session only falls."""
    engine = led_to(130, five_minutes(cap=5))
    event = asked_after(engine, "more-minutes", at(130), 5)

    engine.receive(replanned(event.remaining_ms // 1_000, "more-minutes", cap=7), at(131))

    assert engine.state.cap == 5


def test_a_plan_without_a_finish_gets_a_short_one() -> None:
    """A written routine that ends in the middle of the work is still led to an end."""
    plan = five_minutes()
    engine = Engine.new(SETTING)
    engine.receive(Begin(plan.with_steps(plan.steps[:5]), SETTING), 0)

    assert ends_with_finish(engine)
    assert engine.state.total_ms == (plan.steps[0].duration_s + 120 + 50 + 50 + 20) * 1_000


def test_a_plan_of_no_length_is_refused() -> None:
    """There is nothing to lead."""
    with pytest.raises(CommandRefused, match="no-time"):
        Engine.new(SETTING).receive(Begin(routine(()), SETTING), 0)


def test_the_giver_can_still_go_on_with_the_old_plan_when_no_new_one_comes() -> None:
    """A wish for a new plan that nobody answers leaves a session that ends with its finish."""
    for kind in ("not-there", "hush", "tired"):
        engine = led_to(360)
        do(engine, kind, at(360), "receiver")
        engine.advance(at(twenty_minutes().duration_s))
        assert engine.status == "finished"
        assert ends_with_finish(engine)


def test_the_finish_of_the_hand_written_plan_is_two_minutes() -> None:
    """The plans of these tests end as the tests think they do."""
    assert sum(step.duration_s for step in FINISH) == 120
    assert slot(led_to(0), "21").start_ms == (twenty_minutes().duration_s - 120) * 1_000
