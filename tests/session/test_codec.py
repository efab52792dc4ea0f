"""Events are written and read without loss, and old ones are lifted to what they are now."""

from __future__ import annotations

import json

import pytest

from backrub.session import EVENTS, Event, from_record, to_record
from backrub.session.upcasts import UPCASTS, lifted
from tests.session.plans import at, begun, do, led_to


def eventful() -> list[Event]:
    """Give the log of a session in which much happens."""
    engine = led_to(0)
    events: list[Event] = []
    for second, kind, by, value in (
        (30, "join", "receiver", None),
        (60, "softer", "receiver", None),
        (100, "not-there", "receiver", None),
        (300, "rate", "receiver", 8),
        (330, "tired", "giver", None),
        (380, "pause", "giver", None),
        (390, "resume", "giver", None),
        (700, "stay", "receiver", None),
        (805, "rate", "receiver", 6),
        (810, "easing", "receiver", None),
        (900, "hush", "giver", None),
        (930, "end-in", "giver", 2),
        (940, "stop", "receiver", None),
        (950, "leave", "receiver", None),
    ):
        engine.advance(at(second))
        events += engine.events_emitted()
        events += do(engine, kind, at(second), by, value)  # type: ignore[arg-type]
    return events


def test_every_event_comes_back_as_it_was() -> None:
    """Through JSON and back an event is equal to itself."""
    events = eventful()

    assert len({event.kind for event in events}) >= 14
    for event in events:
        assert event == from_record(json.loads(json.dumps(to_record(event))))


def test_a_record_says_kind_and_version_and_when_and_by_whom() -> None:
    """The fields every program may rely on are there, under their names."""
    record = to_record(eventful()[0])

    assert list(record)[:5] == ["kind", "v", "seq", "at_ms", "by"]


def test_each_kind_has_a_name_of_its_own() -> None:
    """No two kinds of event share a name, and each has a version."""
    assert len({event.kind for event in EVENTS}) == len(EVENTS)
    assert all(event.v >= 1 and event.kind for event in EVENTS)


def test_an_unknown_kind_is_an_error() -> None:
    """A log of a later program is not guessed at."""
    with pytest.raises(ValueError, match="danced"):
        from_record({"kind": "danced", "v": 1, "seq": 1, "at_ms": 0, "by": "giver"})


def test_a_later_version_is_an_error() -> None:
    """A version this program does not know is not guessed at either."""
    with pytest.raises(ValueError, match="version 99"):
        from_record({"kind": "joined", "v": 99, "seq": 1, "at_ms": 0, "by": "giver"})


def test_an_old_record_is_lifted_step_by_step() -> None:
    """Each step lifts by one version, and a record that is new already is left as it is."""
    steps = {
        ("paused", 1): lambda record: {**record, "reason": "asked"},
        ("paused", 2): lambda record: {**record, "answer": None},
    }

    assert lifted({"kind": "paused", "v": 1, "seq": 4}, steps) == {
        "kind": "paused",
        "v": 3,
        "seq": 4,
        "reason": "asked",
        "answer": None,
    }
    assert lifted({"kind": "paused", "v": 3}, steps) == {"kind": "paused", "v": 3}


def test_every_step_up_ends_at_what_its_kind_is_now() -> None:
    """For each event of a version above 1 there is a way up from every version before."""
    wanted = {(event.kind, version) for event in EVENTS for version in range(1, event.v)}

    assert wanted == set(UPCASTS)


def test_an_event_out_of_order_is_an_error() -> None:
    """A log with a gap is not replayed."""
    from backrub.session import Engine

    engine = begun()
    engine.advance(at(300))
    events = engine.events_emitted()

    with pytest.raises(ValueError, match="cannot follow"):
        Engine.replay(events[1:])
