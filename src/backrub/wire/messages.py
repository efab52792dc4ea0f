"""The JSON of a session's socket: what a server tells the pages that are connected to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from backrub.session import CueKind, HoldView, Role, Status, Target

__all__ = [
    "Ack",
    "CueJson",
    "EventJson",
    "HelloOut",
    "PatchJson",
    "Pong",
    "Refused",
    "TimelineJson",
    "ViewJson",
]

Pressures = tuple[float, float]


@dataclass(frozen=True, slots=True)
class HelloOut:
    """The server's first message."""

    protocol: Literal[1]
    session: str
    role: Role
    locale: str
    rate: float


@dataclass(frozen=True, slots=True)
class Pong:
    """The server's time."""

    pong: float
    at_ms: int


@dataclass(frozen=True, slots=True)
class Ack:
    """A command was carried out and is on disk."""

    ack: str
    seq: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A command was not carried out."""

    refused: str
    code: str
    message: str
    clip: str | None = None


@dataclass(frozen=True, slots=True)
class PlacedJson:
    """A step's place in hands-on time."""

    index: int
    start_ms: int
    duration_ms: int
    pressure: Pressures | None


@dataclass(frozen=True, slots=True)
class AskingJson:
    """The check-in that stands open."""

    id: str
    args: dict[str, str | int | float]
    text: str


@dataclass(frozen=True, slots=True)
class ViewJson:
    """What a screen shows."""

    version: int
    at_ms: int
    status: Status
    steps: list[PlacedJson]
    step: int | None
    step_started_at_ms: int | None
    played_ms: int
    remaining_ms: int
    pressure: float
    rewarm: tuple[int, int] | None
    hold: HoldView | None
    asking: AskingJson | None
    hush: bool
    stopped_by: Role | None
    resting: bool
    stop_within_ms: int | None
    present: list[str]
    spots_left: int


@dataclass(frozen=True, slots=True)
class CueJson:
    """One thing to say or show."""

    id: str
    at_ms: int
    kind: CueKind
    to: Literal["giver", "receiver"]
    step: int | None
    text: str
    clip: str | None
    target: Target | None


@dataclass(frozen=True, slots=True)
class TimelineJson:
    """The cues still to come."""

    version: int
    cues: list[CueJson]
    ends_at_ms: int | None


@dataclass(frozen=True, slots=True)
class PatchJson:
    """What makes the timeline of a version of the one before: take away, move, then put in by id, in order of time."""

    since: int
    version: int
    gone: list[str]
    moved: list[tuple[str, int]]
    cues: list[CueJson]
    ends_at_ms: int | None


@dataclass(frozen=True, slots=True)
class EventJson:
    """What every event has; each kind has fields of its own beside these."""

    kind: str
    v: int
    seq: int
    at_ms: int
    by: Role
    recorded_at: int
