"""The tables: every wish has an answer in every status, every name leads somewhere, every refusal has its sentence."""

from __future__ import annotations

from contextlib import suppress

import pytest

from backrub.errors import CommandRefused
from backrub.session import COMMAND_KINDS, REFUSALS, Begin, Command, CommandKind, Engine, Status, script
from backrub.session.commands import HONOURED_WHEN_STALE, is_stale
from backrub.session.decide import HANDLERS
from backrub.session.transitions import BY_ITSELF, ROLES, STATUSES, TRANSITIONS, Does, Refuses
from tests.session.plans import SETTING, at, do, twenty_minutes

EVERY = [(status, kind) for status in STATUSES for kind in COMMAND_KINDS]


def standing(status: Status) -> Engine:
    """Give an engine in a status."""
    engine = Engine.new(SETTING)
    engine.receive(Begin(twenty_minutes(), SETTING), 0)
    if status != "planned":
        do(engine, "start", 0)
    if status not in ("planned", "preparing"):
        do(engine, "ready", 60_000)
        engine.advance(at(3_000 if status == "finished" else 360))
    if status in ("paused", "stopped"):
        do(engine, "pause" if status == "paused" else "stop", at(360))
    assert engine.status == status
    return engine


def test_each_status_answers_each_wish() -> None:
    """The table has no hole."""
    assert {(status, kind) for status, row in TRANSITIONS.items() for kind in row} == set(EVERY)


def test_each_handler_is_there_and_each_is_used() -> None:
    """No name in the table leads nowhere, and nothing stands by unused."""
    named = {answer.handler for row in TRANSITIONS.values() for answer in row.values() if isinstance(answer, Does)}

    assert named == set(HANDLERS)


def test_each_refusal_has_a_sentence() -> None:
    """A refused wish is explained: every code has a message of the session's catalogue."""
    codes = {answer.code for row in TRANSITIONS.values() for answer in row.values() if isinstance(answer, Refuses)}

    assert codes <= set(REFUSALS)
    assert set(REFUSALS.values()) <= set(script.MESSAGES)


@pytest.mark.parametrize(("status", "kind"), EVERY)
def test_the_engine_does_what_the_table_says(status: Status, kind: CommandKind) -> None:
    """A wish the table refuses is refused with that code; any other leads to a status the table allows."""
    engine, answer = standing(status), TRANSITIONS[status][kind]
    command = Command(kind, "receiver", {"rate": 10, "more-minutes": 5, "end-in": 3}.get(kind))

    if isinstance(answer, Refuses):
        with pytest.raises(CommandRefused, match=answer.code):
            engine.receive(command, engine.now_ms)
        assert engine.status == status
        return
    with suppress(CommandRefused):
        engine.receive(command, engine.now_ms)
    assert engine.status in (status, *answer.to)


def test_whoever_watches_may_stop_and_nothing_that_presses() -> None:
    """Only coming, going, pausing and stopping are everybody's."""
    assert {kind for kind, roles in ROLES.items() if "watcher" in roles} == {"join", "leave", "pause", "stop"}


def test_only_a_running_session_changes_by_itself() -> None:
    """Everywhere else the engine waits."""
    assert set(BY_ITSELF) == {"running"}


@pytest.mark.parametrize("kind", sorted(HONOURED_WHEN_STALE))
def test_what_makes_it_gentler_is_honoured_however_late(kind: CommandKind) -> None:
    """Stop, softer, not there and their like never come too late."""
    assert not is_stale(Command(kind, step=3), sent_at_ms=0, now_ms=100_000, step=9)


@pytest.mark.parametrize("kind", ["firmer", "stay", "next", "back", "just-right", "spot-here", "more-minutes"])
def test_what_was_meant_for_another_moment_is_stale(kind: CommandKind) -> None:
    """Sent for another step, or over ten seconds ago, it is dropped."""
    assert is_stale(Command(kind, step=3), sent_at_ms=1_000, now_ms=1_500, step=4)
    assert is_stale(Command(kind), sent_at_ms=1_000, now_ms=11_001, step=4)
    assert not is_stale(Command(kind, step=4), sent_at_ms=1_000, now_ms=11_000, step=4)


def test_a_high_number_is_never_stale() -> None:
    """An 8 is honoured however late, a 6 is not."""
    assert not is_stale(Command("rate", value=8), sent_at_ms=0, now_ms=60_000, step=4)
    assert is_stale(Command("rate", value=6), sent_at_ms=0, now_ms=60_000, step=4)
