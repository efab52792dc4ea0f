"""What a session that was kept teaches of the one who lay there, for their card and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from backrub.app.cards import Cards, KeptCard
from backrub.app.ports import Entry, SessionRecord, SessionStore
from backrub.errors import UsageError
from backrub.person import Card, Spoken, after_session, card_of
from backrub.routine import Step
from backrub.session import Event, from_record
from backrub.session import events as ev
from backrub.session.apply import apply
from backrub.session.state import State
from backrub.technique.limits import TOO_MUCH

__all__ = ["learn_from", "spoken_in"]

_HOLD = "tender-spot-hold"
_LIGHTER = frozenset({"softer", "breath-held", "rate"})
"""Wishes behind a change of pressure that say: less."""


def learn_from(record: SessionRecord, store: SessionStore, kept: KeptCard | None, cards: Cards) -> KeptCard | Card:
    """Let a card learn what was said in a session; the same session is never learnt twice.

    Args:
        record: A session that its people said to keep.
        store: Where its log is.
        kept: The card that was used, or None: then one is made of tonight's wishes and not kept.
        cards: Where the card is kept.

    Returns:
        The kept card as it is now, or the new card.

    Raises:
        UsageError: Nobody said that the session may be kept.
        StoreError: The card cannot be written.
    """
    if record.kept is not True:
        raise UsageError("this session was not kept", "session", "Only what was kept teaches anything")
    said = tuple(spoken_in(store.log(record.id)))
    if kept is None:
        return after_session(card_of(record.wishes, record.locale), said)
    if record.id not in kept.learnt_from:
        grown = after_session(kept.card, said)
        kept = replace(kept, card=grown, learnt_from=(*kept.learnt_from, record.id))
        cards.keep(kept)
    return kept


def spoken_in(log: Iterable[Entry]) -> Iterator[Spoken]:
    """Give what the receiver said in a session, each with the stroke it was said of.

    What is said in a still hold is about that spot and not about strokes: of it only what hurt is heard.
    """
    state = State()
    for event in (from_record(dict(entry.record)) for entry in log):
        step = state.slot.step if state.current is not None else None
        yield from _of_hold(event) if step is not None and step.technique == _HOLD else _said(event, step)
        state = apply(state, event)


def _of_hold(event: Event) -> Iterator[Spoken]:
    too_much = isinstance(event, ev.HoldAnswered) and event.wish == "rate" and event.number == TOO_MUCH
    hurt = isinstance(event, ev.CeilingSet) and event.number is not None
    if too_much or hurt:
        yield Spoken("disliked", None, _HOLD)


def _said(event: Event, step: Step | None) -> Iterator[Spoken]:
    area, technique = (step.area, step.technique) if step is not None else (None, None)
    if isinstance(event, ev.PressureChanged):
        yield Spoken("softer" if event.wish in _LIGHTER else "firmer", event.area or None, event.technique or None)
    elif isinstance(event, ev.CeilingSet):
        if event.number is not None:  # the ceiling of the place beside it carries none
            yield Spoken.rated(event.number, area, technique)
    elif isinstance(event, ev.PlacesLeft):
        yield Spoken("not-there", area, technique)
    elif isinstance(event, ev.LengthsChanged) and event.by != "coach":
        yield from _of_time(event.reason, technique)
    elif isinstance(event, ev.WishHeard) and event.answer is not None:  # without one it was heard a moment ago
        yield from _heard(event, area, technique)


def _of_time(reason: str, technique: str | None) -> Iterator[Spoken]:
    if reason in ("stay", "next"):
        yield Spoken("stay" if reason == "stay" else "next", None, technique)


def _heard(event: ev.WishHeard, area: str | None, technique: str | None) -> Iterator[Spoken]:
    if event.wish == "rate" and event.number is not None:
        yield Spoken.rated(event.number, area, technique)
    elif event.wish == "just-right":
        yield Spoken("just-right", area, technique)
    elif event.wish == "firmer":
        yield Spoken("firmer", area, technique)
    elif event.wish == "stay":
        yield Spoken("stay", None, technique)
