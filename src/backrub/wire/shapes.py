"""The JSON that no single class of a room stands behind: what pages are sent around routines, views and cues."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict

from backrub.person import Wishes
from backrub.routine import Routine
from backrub.session import CueKind, HoldView, Role, Status, Target

__all__ = [
    "Ack",
    "AtlasJson",
    "Choice",
    "CueJson",
    "EventJson",
    "HelloOut",
    "NotTonightJson",
    "OpenedJson",
    "PathJson",
    "PlanJson",
    "Pong",
    "ProblemJson",
    "Refused",
    "SessionPlanJson",
    "StartJson",
    "StepLabels",
    "TimelineJson",
    "ViewJson",
]

Point = tuple[float, float]
Pressures = tuple[float, float]


class StepLabels(TypedDict):
    """What stands beside a step for people."""

    start_s: int
    label: str
    area_label: str
    side_label: str
    contact_label: str
    pressure_words: str


class Choice(TypedDict):
    """One of several answers."""

    id: str
    label: str


class RunningJson(TypedDict):
    """The session that is being led."""

    session: str


class LimitsJson(TypedDict):
    """What is allowed."""

    minutes: tuple[int, int]


class VoiceJson(TypedDict):
    """The server's own voice, and a sentence to hear it by."""

    name: str
    sample: str
    sample_text: str


class StartJson(TypedDict):
    """What the first page needs."""

    version: str
    locale: str
    defaults: Wishes
    rate: float
    running: RunningJson | None
    health: list[Choice]
    surfaces: list[str]
    limits: LimitsJson
    data_dir_note: str
    voice: VoiceJson | None


class ZoneJson(TypedDict):
    """A place where pressing is limited or forbidden."""

    kind: str
    place: str
    polygons: list[list[Point]]


class SidesJson(TypedDict):
    """An area's outline on the receiver's left and right, mm."""

    left: list[Point]
    right: list[Point]


class AtlasJson(TypedDict):
    """The map of one back, in mm."""

    format: Literal[1]
    frame: dict[str, Any]
    landmarks: dict[str, Point]
    areas: dict[str, SidesJson]
    zones: dict[str, ZoneJson]
    outline: list[Point]
    hands: dict[str, float]
    labels: NotRequired[dict[str, str]]


class HandJson(TypedDict):
    """One hand's samples over one stroke."""

    contact: str
    t_s: list[float]
    x_mm: list[float]
    y_mm: list[float]
    heading_deg: list[float]
    pressure: list[float]
    down: list[bool]


class HandsJson(TypedDict):
    """The giver's hands."""

    left: NotRequired[HandJson]
    right: NotRequired[HandJson]


class PathJson(TypedDict):
    """One stroke of both hands."""

    technique: str
    area: str
    side: str
    place: str
    cycle_s: float
    cycles: int
    felt: float
    reached: float
    hands: HandsJson


class PreparationJson(TypedDict):
    """Something to see to before the first touch."""

    id: str
    text: str
    icon: str


class PlanJson(TypedDict):
    """A plan and what there is to say about it."""

    routine: Routine
    title: str
    summary: str
    preparations: list[PreparationJson]
    gave_way: list[str]
    left_out: list[str]
    notes: list[str]
    with_five_more: str | None


class RefusalJson(TypedDict):
    """Why there is no rub today."""

    emergency: bool
    texts: list[str]


class NotTonightJson(TypedDict):
    """An evening without a rub."""

    not_tonight: RefusalJson


class OpenedJson(TypedDict):
    """A new session; the token is given once."""

    session: str
    token: str
    role: Role


class SessionPlanJson(TypedDict):
    """The plan of a running session with the paths of the hands."""

    routine: Routine
    paths: dict[str, PathJson]
    step_paths: list[str | None]
    atlas: AtlasJson
    clips: list[str]


class FieldProblem(TypedDict):
    """One field that is wrong."""

    field: str
    message: str


class ProblemJson(TypedDict):
    """An error, as RFC 9457 has it."""

    type: str
    title: str
    status: int
    detail: str
    errors: NotRequired[list[FieldProblem]]


class HelloOut(TypedDict):
    """The server's first message."""

    protocol: Literal[1]
    session: str
    role: Role
    locale: str
    rate: float


class Pong(TypedDict):
    """The server's time."""

    pong: float
    at_ms: int


class Ack(TypedDict):
    """A command was carried out and is on disk."""

    ack: str
    seq: int


class Refused(TypedDict):
    """A command was not carried out."""

    refused: str
    code: str
    message: str


class PlacedJson(TypedDict):
    """A step's place in hands-on time."""

    index: int
    start_ms: int
    duration_ms: int
    pressure: Pressures | None


class AskingJson(TypedDict):
    """The check-in that stands open."""

    id: str
    args: dict[str, str | int | float]
    text: str


class ViewJson(TypedDict):
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
    hold: HoldView | None
    asking: AskingJson | None
    hush: bool
    stopped_by: Role | None
    resting: bool
    stop_within_ms: int | None
    present: list[str]
    spots_left: int


class CueJson(TypedDict):
    """One thing to say or show."""

    id: str
    at_ms: int
    kind: CueKind
    to: Literal["giver", "receiver"]
    step: int | None
    text: str
    clip: str | None
    target: Target | None


class TimelineJson(TypedDict):
    """The cues still to come."""

    version: int
    cues: list[CueJson]
    ends_at_ms: int | None


class EventJson(TypedDict):
    """What every event has; each kind has fields of its own beside these."""

    kind: str
    v: int
    seq: int
    at_ms: int
    by: Role
    recorded_at: int
