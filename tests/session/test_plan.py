"""What changes what is to come: not there, hush, tired, minutes, an early end, and the plans that answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backrub.errors import CommandRefused
from backrub.routine import Step
from backrub.session import AdoptPlan, Begin, CommandKind, Engine, ReplanWanted, Setting
from backrub.session.pressing import overlap
from tests.session.plans import (
    FINISH,
    SETTING,
    at,
    do,
    five_minutes,
    kinds,
    led_to,
    refusal,
    replanned,
    routine,
    said,
    slot,
    twenty_minutes,
)


def asked_after(engine: Engine, kind: str, at_ms: int, value: int | None = None) -> ReplanWanted:
    """Send a wish of the receiver and give the plan it asks for."""
    return next(
        event
        for event in do(engine, kind, at_ms, "receiver", value)  # type: ignore[arg-type]
        if isinstance(event, ReplanWanted)
    )


def ends_with_finish(engine: Engine) -> bool:
    """Tell whether the last step that takes time belongs to the finish."""
    return [there for there in engine.state.slots if there.duration_ms][-1].step.phase == "finish"


def test_not_there_leaves_the_place_at_once_and_for_good() -> None:
    """From that moment nothing to come touches that place, on either side."""
    engine = led_to(360)

    do(engine, "not-there", at(360), "receiver")

    view = engine.view()
    assert view.step is not None
    assert not any(overlap(placed.step.area, "shoulders") for placed in view.steps[view.step :])
    assert view.pressure <= 2
    assert said(engine, at(360)) == ["not-there"]
    assert ends_with_finish(engine)
    assert engine.timeline().ends_at_ms == at(twenty_minutes().duration_s)


def test_not_there_asks_for_a_plan_that_avoids_the_place() -> None:
    """The rest is composed anew from the next step that is far enough off."""
    event = asked_after(led_to(360), "not-there", at(360))

    assert event.avoid == ("shoulders",)
    assert event.reason == "not-there"
    assert event.starts_ms >= 360_000 + 25_000
    assert event.starts_ms + event.remaining_ms == twenty_minutes().duration_s * 1_000


def test_not_there_on_the_whole_back_keeps_to_the_upper() -> None:
    """Nobody can know which place was meant: the more delicate half is left, long strokes go on above it."""
    engine = led_to(100)

    do(engine, "not-there", at(100), "receiver")

    assert engine.state.left == {"lower-back"}
    assert engine.state.slot.step.area == "upper-back"
    assert {there.step.area for there in engine.state.slots if there.step.phase == "finish"} == {"upper-back"}


def test_hands_are_sent_only_where_the_plan_goes() -> None:
    """A plan without the low back, the sides and the waist may be without them for a reason."""
    upper = ("upper-back", "shoulders", "gutters-upper", "between-blades", "blades")
    steps = [
        replace(step, area="upper-back" if step.area == "whole-back" else step.area)
        for step in twenty_minutes().steps
        if step.area != "waist"
    ]
    engine = led_to(360, routine(steps))

    do(engine, "not-there", at(360), "receiver")

    places = {there.step.area for there in engine.state.slots if there.duration_ms}
    assert places <= {*upper, "lower-trapezius", "neck-base"}


def test_not_there_until_nowhere_is_left_is_a_stop() -> None:
    """When every place is left alone it is over, and hands leave."""
    engine = led_to(100)
    for place in range(8):
        if engine.status == "running":
            do(engine, "not-there", at(100 + 15 * place), "receiver")
            if engine.status == "running":
                assert ends_with_finish(engine)

    assert engine.status == "stopped"
    assert engine.view().stop_within_ms is not None


def test_hush_asks_nothing_and_goes_softly() -> None:
    """After hush there is no check-in, no hold, nothing above 3, no new place, and the finish stays."""
    engine = led_to(360)

    do(engine, "hush", at(360))

    view = engine.view()
    assert view.hush
    assert view.pressure == 3
    later = [placed.step for placed in view.steps[(view.step or 0) + 1 :]]
    assert {step.kind for step in later} <= {"stroke", "rest", "move", "oil"}
    assert all(max(step.pressure or (0,)) <= 3 for step in later)
    assert not [cue for cue in engine.timeline().cues if cue.kind == "ask"]
    assert ends_with_finish(engine)


def test_hush_said_while_it_is_stopped_holds_when_it_goes_on() -> None:
    """Somebody who wept and goes on is asked nothing and held nowhere."""
    engine = led_to(360)
    do(engine, "stop", at(360), "receiver")
    do(engine, "hush", at(370))

    do(engine, "resume", at(400), "receiver")

    assert not [cue for cue in engine.timeline().cues if cue.kind == "ask"]
    assert not [there for there in engine.state.slots if there.step.kind == "hold"]


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


def test_where_it_hurt_a_planned_hold_is_dropped_at_once() -> None:
    """After a 9 between the blades the hold planned there is not even announced."""
    engine = led_to(700)
    assert engine.state.slot.step.area == "between-blades"

    do(engine, "rate", at(700), "receiver", 9)

    side = engine.state.slot.step.side
    assert not [there for there in engine.state.slots if there.step.kind == "hold" and there.step.side == side]


def test_hush_after_the_end_keeps_the_coach_silent() -> None:
    """Somebody who sleeps is told nothing: one line is shown."""
    engine = led_to(twenty_minutes().duration_s + 5)
    assert [cue for cue in engine.timeline().cues if cue.kind == "say"]

    do(engine, "hush", at(twenty_minutes().duration_s + 5))

    assert [(cue.kind, cue.what.id) for cue in engine.timeline().cues] == [("show", "after-asleep")]


def test_tired_hands_rest_a_moment_and_go_on_lighter() -> None:
    """Fifteen seconds of resting hands, as part of the rub; firm strokes are one lighter from then on."""
    engine = led_to(350)

    do(engine, "tired", at(350))

    assert engine.state.slot.step.technique == "resting-hands"
    assert engine.state.slot.duration_ms == 15_000
    engine.advance(at(410))
    assert engine.view().pressure == 4
    assert engine.timeline().ends_at_ms == at(twenty_minutes().duration_s)


def test_more_minutes_ask_for_a_longer_plan() -> None:
    """Five more minutes are asked for on top of what is left; until then nothing changes."""
    engine = led_to(360)
    before = engine.state.slots

    event = asked_after(engine, "more-minutes", at(360), 5)

    assert event.starts_ms + event.remaining_ms == (twenty_minutes().duration_s + 300) * 1_000
    assert before is engine.state.slots
    assert said(engine, at(360)) == ["more-minutes"]


@pytest.mark.parametrize("value", [None, 0, 61, 80])
def test_minutes_out_of_range_are_refused(value: int | None) -> None:
    """A session has 90 minutes at most, and minutes are at least one."""
    assert refusal(led_to(360), "more-minutes", at(360), "receiver", value) == "out-of-range"


def test_in_the_last_seconds_there_is_no_room_for_more() -> None:
    """Once the last step is near, more minutes are another session."""
    assert refusal(led_to(1_195), "more-minutes", at(1_195), "receiver", 5) == "finishing"


def test_end_in_some_minutes_keeps_the_finish_and_the_time() -> None:
    """Four minutes from now it ends, with the finish it had; nobody waits for a new plan."""
    engine = led_to(360)
    finish_ms = sum(there.duration_ms for there in engine.state.slots if there.step.phase == "finish")

    event = asked_after(engine, "end-in", at(360), 4)

    assert engine.timeline().ends_at_ms == at(360 + 240)
    assert event.starts_ms + event.remaining_ms == 600_000
    assert finish_ms <= sum(there.duration_ms for there in engine.state.slots if there.step.phase == "finish")
    assert ends_with_finish(engine)


def test_end_in_one_minute_makes_a_short_finish() -> None:
    """When the planned finish is longer than what is left, a shorter one ends at a touch in time."""
    engine = led_to(360)

    do(engine, "end-in", at(360), "receiver", 1)

    assert engine.timeline().ends_at_ms == at(420)
    last = [there for there in engine.state.slots if there.duration_ms][-1]
    assert (last.step.technique, last.step.pressure) == ("resting-hands", (1, 1))


def test_end_now_finishes_in_twenty_seconds_after_the_stroke() -> None:
    """Under a minute the engine makes a finish of twenty seconds itself and asks for no plan."""
    engine = led_to(360)

    events = do(engine, "end-in", at(360), "receiver", 0)

    assert "replan-wanted" not in kinds(events)
    ends_at_ms = engine.timeline().ends_at_ms or 0
    assert at(360) + 24_000 <= ends_at_ms <= at(360) + 32_000
    assert sum(there.duration_ms for there in engine.state.slots if there.step.phase == "finish") == 20_000


def test_end_later_than_planned_asks_for_more() -> None:
    """To end in half an hour when ten minutes are left is to ask for twenty more."""
    event = asked_after(led_to(606), "end-in", at(606), 30)

    assert event.starts_ms + event.remaining_ms == (606 + 1_800) * 1_000


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
