"""The timeline: every cue to come, each said once, at the step's own time, aimed at no more than is allowed."""

from __future__ import annotations

import pytest

from backrub.session import Cue, Engine, Setting
from tests.session.plans import at, begun, do, five_minutes, led_to, said, twenty_minutes


def to_come(engine: Engine) -> list[Cue]:
    """Give the cues due from now on."""
    return [cue for cue in engine.timeline().cues if cue.at_ms > engine.now_ms]


def test_its_version_is_the_event_that_changed_it() -> None:
    """Time alone, and a new step, change no version; a wish does."""
    engine = begun()
    first = engine.timeline()
    engine.advance(at(50))
    assert engine.timeline() is first

    do(engine, "just-right", at(50))

    assert engine.timeline().version == engine.seq
    assert engine.timeline().version > first.version


def test_it_holds_the_whole_session_from_the_first_touch() -> None:
    """Whoever holds it can lead to the end without another word from the server."""
    cues = begun().timeline().cues

    assert cues[0].at_ms == at(0)
    assert cues[-1].at_ms > at(twenty_minutes().duration_s)
    assert {cue.step for cue in cues if cue.step is not None} >= {0, 3, 5, 14, 21, 23}


def test_cues_are_in_order_and_each_has_its_own_name() -> None:
    """No two cues share a name, and time only goes on."""
    cues = begun().timeline().cues

    assert [cue.at_ms for cue in cues] == sorted(cue.at_ms for cue in cues)
    assert len({cue.id for cue in cues}) == len(cues)


def test_what_was_due_just_before_is_still_in_it() -> None:
    """Cues of the last five seconds stay for a client that comes late; older ones go."""
    engine = led_to(59)
    do(engine, "just-right", at(59))

    played = [cue.at_ms for cue in engine.timeline().cues if cue.at_ms < at(59)]

    assert played == [at(55)]


def test_a_change_keeps_the_names_of_what_it_does_not_touch() -> None:
    """After a stay nothing that was said is said again: names stay, times move."""
    engine = led_to(262)
    before = {cue.id: cue.at_ms for cue in to_come(engine)}

    do(engine, "stay", at(262), "receiver")

    after = {cue.id: cue.at_ms for cue in to_come(engine)}
    kept = before.keys() & after.keys()
    assert len(kept) >= 0.8 * len(before)
    assert {cue.id for cue in engine.timeline().cues if cue.at_ms < at(262)} <= before.keys() | {
        cue.id for cue in begun().timeline().cues
    }


def test_a_pause_leaves_only_what_was_answered() -> None:
    """While hands rest nothing is led; afterwards everything comes later by the pause."""
    engine = led_to(262)
    before = {cue.id: cue.at_ms for cue in to_come(engine)}
    do(engine, "pause", at(262))
    assert [cue.what.id for cue in engine.timeline().cues if cue.at_ms >= at(262)] == ["pause-giver"]

    do(engine, "resume", at(282))

    led = {cue.id: cue.at_ms - 20_000 for cue in to_come(engine) if cue.what.id != "re-warm"}
    assert led == pytest.approx(before, abs=1_000), "a line may give way to the answer for a moment"


def test_words_are_counted_in_hands_on_time() -> None:
    """A pause neither adds nor takes a word: the same lines are said after it as would have been."""
    straight = led_to(600)
    paused = led_to(100)
    do(paused, "pause", at(100))
    do(paused, "resume", at(400))

    later = [cue.what.id for cue in paused.timeline().cues if cue.kind == "say" and cue.at_ms > at(910)]
    planned = [cue.what.id for cue in begun().timeline().cues if cue.kind == "say" and cue.at_ms > at(610)]

    assert straight.status == "running"
    assert later == planned


def test_no_cue_aims_above_what_is_asked_for_there() -> None:
    """Announcing a step aims at its start, leading it aims at its pressure by then."""
    engine = begun()
    aims = {
        (cue.at_ms - 60_000) / 1_000: cue.target.pressure
        for cue in engine.timeline().cues
        if cue.target is not None and cue.target.technique == "petrissage"
    }

    assert all(pressure == 3 for second, pressure in aims.items() if second <= 240)
    assert max(aims.values()) <= 5


def test_a_cue_aims_at_the_pace_that_fills_the_step() -> None:
    """The pace on the screen is the one at which whole strokes fit."""
    engine = begun(five_minutes(5))
    slot = engine.state.slots[1]
    target = next(cue.target for cue in engine.timeline().cues if cue.step == 1)

    assert target is not None
    assert target.pace_cm_per_s == round(12 * slot.strokes * slot.cycle_ms / slot.duration_ms, 2)


def test_softer_lowers_every_cue_of_that_stroke_to_come() -> None:
    """The very next cue, and all later ones on that place, aim lower."""
    engine = led_to(245)
    before = {cue.id: cue.target.pressure for cue in to_come(engine) if cue.target and cue.step == 5}

    do(engine, "softer", at(245), "receiver")

    after = {cue.id: cue.target.pressure for cue in to_come(engine) if cue.target and cue.step == 5}
    assert before
    assert all(after[name] < pressure for name, pressure in before.items())


def test_nearly_silent_keeps_what_must_be_said() -> None:
    """With few words the changes are still announced, and the answers to wishes still come."""
    engine = led_to(262, setting=Setting(talk="nearly-silent", spots=3))
    spoken = [cue.what.id for cue in engine.timeline().cues if cue.kind == "say"]

    assert "next-other-side" in spoken
    do(engine, "softer", at(262), "receiver")
    assert said(engine, at(262)) == ["softer"]


def test_nothing_is_said_of_a_step_that_has_ended() -> None:
    """A step cut short takes its later lines with it."""
    engine = led_to(243)
    do(engine, "next", at(243))
    ends_at_ms = at(240) + engine.state.slots[5].duration_ms

    assert ends_at_ms < at(260)
    assert not [cue for cue in engine.timeline().cues if cue.id.startswith("5-") and cue.at_ms >= ends_at_ms]


def test_nothing_is_said_of_a_hold_that_a_pause_has_ended() -> None:
    """After a pause in a hold no number is asked for any more."""
    engine = led_to(785)
    do(engine, "pause", at(785))
    do(engine, "resume", at(800))

    assert not [cue for cue in to_come(engine) if cue.id.startswith("14-")]


def test_a_hug_is_led_in_silence() -> None:
    """Nothing at all is said in a hug, only beforehand."""
    engine = begun(setting=Setting(position="hug"))

    assert [cue for cue in engine.timeline().cues if cue.at_ms >= at(0)] == []


def test_the_lines_of_a_hold_follow_its_real_times() -> None:
    """Found early, half time and release come earlier, and nothing of the search is said any more."""
    engine = led_to(783)
    do(engine, "spot-here", at(783), "receiver")

    lines = {cue.what.id: (cue.at_ms - at(0)) / 1_000 for cue in to_come(engine) if cue.step == 14}

    assert [cue.what.id for cue in to_come(engine)].count("hold-sink") == 2, "this answer's, and the next hold's"
    assert "hold-if-found" not in lines
    assert "hold-say-when" not in lines
    assert lines["hold-release"] == engine.state.slot.end_ms / 1_000 - 6
    still_s = 783 + 12
    assert lines["hold-half-time"] == (still_s + lines["hold-release"]) / 2


def test_the_release_is_told_once() -> None:
    """When an answer has said how to let go the script does not say it again."""
    engine = led_to(840)
    do(engine, "same", at(840), "receiver")

    assert said(engine, at(840)) == ["hold-same"]
    assert "hold-release" not in [cue.what.id for cue in to_come(engine) if cue.step == 14]
