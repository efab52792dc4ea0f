"""The JSON that no single class of a room stands behind: what pages are sent around routines and sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from backrub.person import Wishes
from backrub.routine import Routine
from backrub.session import Role

__all__ = [
    "AtlasJson",
    "Choice",
    "NotTonightJson",
    "OpenedJson",
    "PathJson",
    "PlanJson",
    "ProblemJson",
    "SessionPlanJson",
    "StartJson",
    "StepLabels",
]

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class StepLabels:
    """What stands beside a step for people."""

    start_s: int
    label: str
    area_label: str
    side_label: str
    contact_label: str
    pressure_words: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several answers."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class RunningJson:
    """The session that is being led."""

    session: str


@dataclass(frozen=True, slots=True)
class LimitsJson:
    """What is allowed."""

    minutes: tuple[int, int]


@dataclass(frozen=True, slots=True)
class VoiceJson:
    """The server's own voice, and a sentence to hear it by."""

    name: str
    sample: str
    sample_text: str


@dataclass(frozen=True, slots=True)
class StartJson:
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


@dataclass(frozen=True, slots=True)
class ZoneJson:
    """A place where pressing is limited or forbidden."""

    kind: str
    place: str
    polygons: list[list[Point]]


@dataclass(frozen=True, slots=True)
class SidesJson:
    """An area's outline on the receiver's left and right, mm."""

    left: list[Point]
    right: list[Point]


@dataclass(frozen=True, slots=True)
class AtlasJson:
    """The map of one back, in mm."""

    format: Literal[1]
    frame: dict[str, Any]
    landmarks: dict[str, Point]
    areas: dict[str, SidesJson]
    zones: dict[str, ZoneJson]
    outline: list[Point]
    hands: dict[str, float]
    labels: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class HandJson:
    """One hand's samples over one stroke; `works` is false for a hand that only lies there."""

    contact: str
    works: bool
    t_s: list[float]
    x_mm: list[float]
    y_mm: list[float]
    heading_deg: list[float]
    pressure: list[float]
    down: list[bool]


@dataclass(frozen=True, slots=True)
class HandsJson:
    """The giver's hands."""

    left: HandJson | None = None
    right: HandJson | None = None


@dataclass(frozen=True, slots=True)
class PathJson:
    """One stroke of both hands; `upper` is the side that is up where somebody lies on the other."""

    technique: str
    area: str
    side: str
    place: str
    cycle_s: float
    cycles: int
    felt: float
    reached: float
    clothed: bool
    upper: str | None
    hands: HandsJson


@dataclass(frozen=True, slots=True)
class PreparationJson:
    """Something to see to before the first touch."""

    id: str
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class PlanJson:
    """A plan and what there is to say about it."""

    routine: Routine
    title: str
    summary: str
    preparations: list[PreparationJson]
    gave_way: list[str]
    left_out: list[str]
    notes: list[str]
    with_five_more: str | None
    guesses: list[str]
    seed: int


@dataclass(frozen=True, slots=True)
class RefusalJson:
    """Why there is no rub today."""

    emergency: bool
    texts: list[str]


@dataclass(frozen=True, slots=True)
class NotTonightJson:
    """An evening without a rub."""

    not_tonight: RefusalJson


@dataclass(frozen=True, slots=True)
class OpenedJson:
    """A new session; the token is given once."""

    session: str
    token: str
    role: Role


@dataclass(frozen=True, slots=True)
class PassJson:
    """A device that was let in: a name to take it back by, what it is, and whether it is connected."""

    id: str
    role: Role
    sha256: str
    here: bool


@dataclass(frozen=True, slots=True)
class DoorJson:
    """The second listener of a session; the fields about a code are there only in the answer that made it."""

    port: int
    addresses: list[str]
    passes: list[PassJson]
    invited: list[Role]
    locked: bool
    role: Role | None = None
    code: str | None = None
    url: str | None = None
    picture: str | None = None
    expires_in_s: int | None = None


@dataclass(frozen=True, slots=True)
class SessionPlanJson:
    """The plan of a running session with the paths of the hands."""

    routine: Routine
    paths: dict[str, PathJson]
    step_paths: list[str | None]
    atlas: AtlasJson
    clips: list[str]


@dataclass(frozen=True, slots=True)
class AskedJson:
    """One wish that can be dropped: the field it stands in, its number where that is a list, and what to call it."""

    field: str
    index: int
    text: str


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One field that is wrong."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class ProblemJson:
    """An error, as RFC 9457 has it; `not_tonight` when health forbids what was asked, `clash` when wishes do."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] | None = None
    not_tonight: RefusalJson | None = None
    clash: list[AskedJson] | None = None
