"""Start, first touch, pause, stop, going on, and who is there."""

from __future__ import annotations

import pytest

from backrub.errors import CommandRefused
from backrub.session import Begin, Command, CommandKind, Engine, Role
from tests.session.plans import SETTING, at, begun, do, five_minutes, kinds, led_to, refusal, said, twenty_minutes


def planned() -> Engine:
    """Give an engine that has its plan."""
    engine = Engine.new(SETTING)
    engine.receive(Begin(five_minutes(), SETTING), 0)
    engine.events_emitted()
    return engine


def test_a_plan_is_taken_once() -> None:
    """A second plan for the same session is refused."""
    engine = planned()

    with pytest.raises(CommandRefused, match="already-started"):
        engine.receive(Begin(five_minutes(), SETTING), 0)


def test_preparations_wait_for_ready() -> None:
    """However long nobody says ready, nothing happens and nothing is due."""
    engine = planned()
    do(engine, "start", 1_000)

    engine.advance(3_600_000)

    assert engine.status == "preparing"
    assert engine.next_deadline_ms() is None
    assert engine.events_emitted() == ()


def test_preparations_are_said_from_the_start_and_end_with_how_to_go_on() -> None:
    """The last line before the first touch tells how to say ready."""
    engine = planned()
    do(engine, "start", 1_000)

    cues = engine.timeline().cues

    assert cues[0].at_ms == 1_000
    assert cues[-1].what.id == "prepare-ready"
    assert engine.timeline().ends_at_ms is None


def test_ready_is_the_first_touch() -> None:
    """Hands-on time runs from the moment somebody says ready."""
    engine = planned()
    do(engine, "start", 0)

    assert kinds(do(engine, "ready", 42_000)) == ["first-touch", "step-began"]
    engine.advance(52_000)
    assert engine.view().played_ms == 10_000
    assert engine.timeline().ends_at_ms == 42_000 + five_minutes().duration_s * 1_000


def test_a_pause_stops_hands_on_time() -> None:
    """Time at rest is not played, and the end moves by it."""
    engine = led_to(100)
    ends_at_ms = engine.timeline().ends_at_ms or 0

    do(engine, "pause", at(100))
    engine.advance(at(130))

    assert engine.view().played_ms == 100_000
    assert engine.view().resting
    assert engine.timeline().ends_at_ms is None
    do(engine, "resume", at(130))
    assert engine.timeline().ends_at_ms == ends_at_ms + 30_000


def test_after_a_pause_hands_go_on_lighter() -> None:
    """After a pause pressure starts two lower and comes back in half a minute."""
    engine = led_to(360)
    before = engine.view().pressure
    do(engine, "pause", at(360))
    do(engine, "resume", at(360 + 120))

    assert engine.view().pressure == before - 2
    assert engine.view().rewarm == (360_000, 390_000)
    assert said(engine, at(480)) == ["re-warm"]
    engine.advance(at(480 + 30))
    assert engine.view().pressure == before
    assert engine.view().rewarm is None


def test_a_spot_held_right_after_a_pause_has_its_own_pressure() -> None:
    """What is only coming back says nothing of a hold: neither its pressure nor its picture gives way to it."""
    engine = led_to(305)
    do(engine, "pause", at(305))
    do(engine, "resume", at(320))
    do(engine, "spot-here", at(323), "receiver")

    assert engine.view().hold is not None
    assert engine.view().rewarm is None


def test_a_second_pause_changes_nothing() -> None:
    """To pause what is paused is no mistake."""
    engine = led_to(100)
    do(engine, "pause", at(100))

    assert kinds(do(engine, "pause", at(101))) == ["wish-heard"]
    assert engine.status == "paused"


def test_the_receivers_stop_takes_hands_away_in_three_seconds() -> None:
    """Weight off at once, hands away at 1.5 s, one line at 10 s, then nothing; and no reason is asked."""
    engine = led_to(400)

    do(engine, "stop", at(400), "receiver")

    view = engine.view()
    assert view.stop_within_ms == 3_000
    assert not view.resting
    assert view.pressure == 0
    assert [(cue.at_ms - at(400), cue.what.id, cue.to) for cue in engine.timeline().cues if cue.at_ms >= at(400)] == [
        (0, "stop-receiver", "giver"),
        (1_500, "stop-hands-away", "giver"),
        (10_000, "stop-quiet", "receiver"),
    ]
    assert engine.next_deadline_ms() is None


def test_only_the_receiver_goes_on_after_their_stop() -> None:
    """The giver cannot take a receiver's stop back."""
    engine = led_to(400)
    do(engine, "stop", at(400), "receiver")

    assert refusal(engine, "resume", at(420), "giver") == "not-yours"
    do(engine, "resume", at(420), "receiver")
    assert engine.status == "running"
    assert engine.view().stopped_by is None


def test_the_givers_stop_lets_hands_rest() -> None:
    """A giver who stops keeps hands where they are, still, and may go on."""
    engine = led_to(400)

    do(engine, "stop", at(400))

    assert engine.view().resting
    assert engine.view().stop_within_ms is None
    assert said(engine, at(400)) == ["stop-giver"]
    do(engine, "resume", at(430))
    assert engine.status == "running"


def test_a_receivers_stop_goes_over_the_givers() -> None:
    """When the giver has stopped and the receiver says stop, hands leave and only the receiver goes on."""
    engine = led_to(400)
    do(engine, "stop", at(400))

    do(engine, "stop", at(405), "receiver")

    assert engine.view().stop_within_ms == 3_000
    assert said(engine, at(405)) == ["stop-receiver"]
    assert refusal(engine, "resume", at(410), "giver") == "not-yours"


def test_a_receivers_stop_is_said_to_hands_at_rest_too() -> None:
    """Hands that rest in a pause are told to leave as well."""
    engine = led_to(400)
    do(engine, "pause", at(400))

    do(engine, "stop", at(410), "receiver")

    assert said(engine, at(410)) == ["stop-receiver"]


def test_somebody_who_watches_may_stop_it() -> None:
    """A watcher's stop is a receiver's stop."""
    engine = led_to(400)

    do(engine, "stop", at(400), "watcher")

    assert engine.view().stop_within_ms == 3_000


def test_somebody_who_watches_wishes_nothing_else() -> None:
    """A watcher cannot ask for more, or less, or elsewhere."""
    engine = led_to(400)

    assert refusal(engine, "firmer", at(400), "watcher") == "not-yours"
    assert refusal(engine, "next", at(400), "watcher") == "not-yours"


def test_stop_works_before_the_first_touch() -> None:
    """Nothing more is said, nobody's hands have to leave, and nothing happens by itself."""
    engine = planned()
    do(engine, "stop", 10, "receiver")

    assert engine.status == "stopped"
    assert engine.timeline().cues == ()
    assert engine.next_deadline_ms() is None
    assert engine.view().pressure == 0


def test_stop_twice_is_one_stop() -> None:
    """To stop what is stopped starts no second countdown."""
    engine = led_to(400)
    do(engine, "stop", at(400), "receiver")

    assert kinds(do(engine, "stop", at(402), "receiver")) == ["wish-heard"]
    assert engine.view().stop_within_ms == 1_000


def test_left_alone_it_ends_with_its_last_touch() -> None:
    """A session nobody speaks in takes exactly its plan's time and then speaks of nothing for half a minute."""
    engine = begun(twenty_minutes())

    engine.advance(at(twenty_minutes().duration_s))

    assert engine.status == "finished"
    assert engine.view().remaining_ms == 0
    quiet = [cue.at_ms for cue in engine.timeline().cues if cue.at_ms >= at(twenty_minutes().duration_s)]
    assert min(quiet) == at(twenty_minutes().duration_s) + 30_000


def test_after_the_end_wishes_are_refused() -> None:
    """Nothing can be asked of a session that is over, but stop does no harm."""
    engine = led_to(2_000)

    assert refusal(engine, "stay", at(2_001)) == "finished"
    assert kinds(do(engine, "stop", at(2_002), "receiver")) == ["wish-heard"]


def test_who_is_there_is_known_once() -> None:
    """Joining twice is joining once."""
    engine = planned()
    do(engine, "join", 0, "giver")
    do(engine, "join", 1, "receiver")

    assert do(engine, "join", 2, "receiver") == ()
    assert engine.view().present == ("giver", "receiver")
    do(engine, "leave", 3, "giver")
    assert engine.view().present == ("receiver",)
    assert do(engine, "leave", 4, "giver") == ()


def test_the_command_a_person_sends_is_the_event_of_that_person() -> None:
    """Each event says whose wish it was; what time does is the coach's."""
    engine = led_to(400)

    assert [event.by for event in do(engine, "softer", at(400), "receiver")] == ["receiver"]
    engine.receive(Command("just-right", "giver"), at(500))
    assert {event.by for event in engine.events_emitted()} == {"coach", "giver"}


@pytest.mark.parametrize("by", ["giver", "receiver"])
@pytest.mark.parametrize("first", [("start",), ()])
def test_a_stop_before_the_first_touch_costs_little(by: Role, first: tuple[CommandKind, ...]) -> None:
    """Nothing has begun, so either of the two goes on with the preparations, said from their start; no hands come."""
    engine = planned()
    for kind in first:
        do(engine, kind, 1_000)
    do(engine, "stop", 5_000, "receiver")
    assert engine.status == "stopped"
    assert engine.timeline().cues == ()

    do(engine, "resume", 9_000, by)

    view, cues = engine.view(), engine.timeline().cues
    assert ("preparing", None, None) == (view.status, view.stopped_by, view.stop_within_ms)
    assert (9_000, "prepare-lie") == (cues[0].at_ms, cues[0].what.id)
    assert cues[-1].what.id == "prepare-ready"
    assert engine.next_deadline_ms() is None
    assert kinds(do(engine, "ready", 60_000)) == ["first-touch", "step-began"]


def test_preparations_that_begin_again_are_said_again() -> None:
    """A page that has said their first lines says them anew: they are other cues."""
    engine = planned()
    do(engine, "start", 1_000)
    before = {cue.id for cue in engine.timeline().cues}
    do(engine, "stop", 5_000)
    do(engine, "resume", 9_000)

    assert before.isdisjoint(cue.id for cue in engine.timeline().cues)


def test_whoever_watches_does_not_begin_again() -> None:
    """To go on is for the two whose evening it is."""
    engine = planned()
    do(engine, "stop", 5_000, "receiver")

    assert refusal(engine, "resume", 9_000, "watcher") == "not-yours"
