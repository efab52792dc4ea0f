"""What all events of a session have, and the parts that several of them carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backrub.routine import Step
from backrub.session.commands import Role

__all__ = ["Event", "Length", "NewSlot"]


@dataclass(frozen=True, slots=True)
class Length:
    """How long a slot is: its index, its time, the time of one stroke as planned, and the whole strokes in it."""

    index: int
    duration_ms: int
    cycle_ms: int
    strokes: int


@dataclass(frozen=True, slots=True)
class NewSlot:
    """A slot put in place of another: as `state.Slot`, whose start follows from those before it."""

    uid: str
    step: Step
    duration_ms: int
    cycle_ms: int
    strokes: int
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """What all events have.

    Attributes:
        seq: Its number in the log, from 1 without gaps.
        at_ms: Logical time at which it happened.
        by: Who made it happen.
        kind: Its name in the log.
        v: Version of its fields.
        retimes: Whether it changes the timeline.
    """

    kind: ClassVar[str] = ""
    v: ClassVar[int] = 1
    retimes: ClassVar[bool] = True

    seq: int
    at_ms: int
    by: Role
