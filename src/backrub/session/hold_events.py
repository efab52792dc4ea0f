"""What has happened in a hold on a tender spot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backrub.routine import Message
from backrub.session.event import Event
from backrub.session.timeline import HoldStage

__all__ = ["HoldAnswered", "HoldLeft", "HoldStageBegan", "SpotClosed"]


@dataclass(frozen=True, slots=True)
class HoldStageBegan(Event):
    """A hold went on to its next stage; `ends_ms` and `still_from_ms`, when it was first still, are hands-on time."""

    kind: ClassVar[str] = "hold-stage-began"
    v: ClassVar[int] = 2

    uid: str
    stage: HoldStage
    ends_ms: int
    pressure: float
    number: int | None = None
    lows: int = 0
    eights: int = 0
    answer: Message | None = None
    still_from_ms: int | None = None


@dataclass(frozen=True, slots=True)
class HoldAnswered(Event):
    """Something was said during a stage of a hold that does not end the stage."""

    kind: ClassVar[str] = "hold-answered"

    wish: str
    ends_ms: int
    pressure: float
    number: int | None = None
    lows: int = 0
    eights: int = 0
    breath_until_ms: int | None = None
    answer: Message | None = None


@dataclass(frozen=True, slots=True)
class HoldLeft(Event):
    """The hold and the broad strokes over it are done with."""

    kind: ClassVar[str] = "hold-left"

    reason: str


@dataclass(frozen=True, slots=True)
class SpotClosed(Event):
    """No spot is held on this side of an area any more; `spots_left` is how many may be held elsewhere."""

    kind: ClassVar[str] = "spot-closed"

    area: str
    side: str
    reason: str
    spots_left: int
