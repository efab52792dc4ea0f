"""Where a plan rests on a guess: which of its weights are not measured, and whose judgement they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backrub.data import load
from backrub.person import Wishes
from backrub.routine import Message, Routine, message

__all__ = ["guesses"]

_GUESSED = "ENG"
_JUDGED = "L"


def guesses(routine: Routine, wishes: Wishes) -> tuple[Message, ...]:
    """Say which weights behind a plan are our own guess, or one teacher's judgement; limits are never among them."""
    return tuple(_guesses(routine, wishes, load("compose")))


def _guesses(routine: Routine, wishes: Wishes, table: dict[str, Any]) -> Iterator[Message]:
    if table["score"]["certainty"] == _GUESSED:
        yield message("guess-shares")
    for area in _worked(routine):
        if table["areas"].get(area, {}).get("certainty") == _JUDGED:
            yield message("guess-area", area=area)
    if table["intentions"][wishes.intention]["certainty"] == _GUESSED:
        yield message("guess-intention", intention=wishes.intention)
    for asked, hands in ((wishes.small_hands, "small"), (wishes.sore_back, "sore-back"), (wishes.weak_hands, "weak")):
        if asked and table["hands"][hands]["certainty"] == _GUESSED:
            yield message("guess-hands", hands=hands)


def _worked(routine: Routine) -> list[str]:
    """Give the places of the work, in the order they come."""
    return list(dict.fromkeys(step.area for step in routine.steps if step.phase == "work" and step.area))
