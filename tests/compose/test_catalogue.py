"""Every message the composer emits is in its catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings

from backrub.compose import MESSAGES, compose, with_more
from backrub.person import MESSAGES as PERSON_MESSAGES
from backrub.person import Wishes
from backrub.routine import Message, Routine
from tests import strategies
from tests.counts import count

KNOWN = {**PERSON_MESSAGES, **MESSAGES}


def messages(routine: Routine) -> Iterator[Message]:
    """Give every message of a routine."""
    yield routine.title
    yield from (*routine.gave_way, *routine.left_out, *routine.notes)
    for step in routine.steps:
        yield from step.reasons
        if step.says is not None:
            yield step.says


@settings(max_examples=count("wishes"))
@given(strategies.wishes())
def test_in_the_catalogue(wishes: Wishes) -> None:
    """Each message has an id of the catalogue and exactly its arguments."""
    for message in (*messages(compose(wishes)), *with_more(wishes)):
        assert tuple(sorted(KNOWN[message.id])) == tuple(name for name, _ in message.args)


def test_no_id_twice() -> None:
    """The catalogues of wishes and of plans share no id."""
    assert not set(PERSON_MESSAGES) & set(MESSAGES)
