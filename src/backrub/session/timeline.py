"""The cues still to come, with their times, and what a screen shows now: values that clients play.

Conventions: `at_ms` is the session's logical time; a client converts it by its own clock's offset and rate. The
version of a timeline is the sequence number of the event that changed it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from backrub.person import Relation, Talk
from backrub.routine import Contact, Glide, Message, Place, Position, Side, Step, Surface
from backrub.session.commands import Role

__all__ = [
    "Audience",
    "Cue",
    "CueDraft",
    "CueKind",
    "HoldStage",
    "HoldView",
    "PlacedStep",
    "Setting",
    "Status",
    "Target",
    "Timeline",
    "View",
]

CueKind = Literal["say", "show", "ask"]
Audience = Literal["giver", "receiver"]
Status = Literal["planned", "preparing", "running", "paused", "stopped", "finished"]
HoldStage = Literal["seek", "sink", "still", "release", "broad"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What shapes how the coach speaks in one session; none of it is a health answer.

    Attributes:
        talk: `guide`, `quiet` or `nearly-silent`.
        known: Techniques whose instruction is dropped.
        position: How the receiver lies or sits.
        surface: On what.
        lubricant: On the skin, or `clothed`.
        giver_side: The receiver's side at which the giver is; the near side.
        woken: Whether the end wakes.
        nut_allergy: Whether to remind of the oil.
        relation: Who they are to each other.
        spots: How many tender spots may be held in the session; None: as many as its plan has holds.
        kneels: Whether the giver can kneel; else they are told to sit or stand.
    """

    talk: Talk = "guide"
    known: tuple[str, ...] = ()
    position: Position = "prone"
    surface: Surface = "mat"
    lubricant: Glide = "oil"
    giver_side: Literal["left", "right"] = "left"
    woken: bool = False
    nut_allergy: bool = False
    relation: Relation = "partners"
    spots: int | None = None
    kneels: bool = True


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """A step with its place in time.

    Attributes:
        index: Position in the session's current plan; stable while the plan stays.
        step: The step, with its pressure as it now is (softer and caps applied).
        start_ms: When it starts, in played (hands-on) milliseconds since first touch.
        duration_ms: Its current length, `stay` included.
        strokes: How many whole strokes fill it, so that one takes `duration_ms / strokes`; 0 while hands are still.
        uid: Name of the step that stays the same when steps are put in before it.
    """

    index: int
    step: Step
    start_ms: int
    duration_ms: int
    strokes: int = 0
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What the hands aim at while a cue is current."""

    technique: str
    area: str | None
    side: Side | None
    pressure: float
    pace_cm_per_s: float | None
    contact: Contact | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class CueDraft:
    """A cue of the script before it is placed in time.

    Attributes:
        offset_ms: From the start of the step (or moment) it belongs to; negative: before it.
        kind: `say` is spoken and shown, `show` only shown, `ask` a question the giver puts in their own words.
        what: The sentence.
        to: For whom it is said; both hear it.
        weight: 0 is dropped first when the talk level or the word budget is short, 9 is never dropped.
    """

    offset_ms: int
    kind: CueKind
    what: Message
    to: Audience = "giver"
    weight: int = 5


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing said, shown or asked at a time.

    Attributes:
        id: Stable over re-planning as long as its time and words stay, so that no client says it twice.
        at_ms: When it is due, in logical session time.
        kind: As in `CueDraft`.
        what: The sentence.
        to: For whom.
        step: Index of the step it belongs to, or None.
        target: What the hands aim at, or None.
    """

    id: str
    at_ms: int
    kind: CueKind
    what: Message
    to: Audience
    step: int | None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything still to come as now known.

    Attributes:
        version: Sequence number of the event that made it.
        cues: In order of time; includes those due in the last 5 s, so that a late client can catch up.
        ends_at_ms: When the last touch is due, or None while not running.
    """

    version: int
    cues: tuple[Cue, ...]
    ends_at_ms: int | None


@dataclass(frozen=True, slots=True)
class HoldView:
    """How a hold on a tender spot stands.

    Attributes:
        stage: Where in the script of the hold.
        stage_ends_at_ms: When this stage ends by itself, or None while paused.
        number: The last number said, or None.
        spots_left: How many more may be held in this session.
    """

    stage: HoldStage
    stage_ends_at_ms: int | None
    number: int | None
    spots_left: int


@dataclass(frozen=True, slots=True)
class View:
    """What a screen shows of a session at one moment; a pure function of the log.

    Attributes:
        version: Sequence number of the last event.
        at_ms: The moment it was taken, in logical time.
        status: Where the session stands.
        steps: The current plan placed in time; done steps keep the lengths they had.
        step: Index of the current step, or None.
        step_started_at_ms: Logical time at which the current step's elapsed time would be 0 (pauses shift it).
        played_ms: Hands-on time so far.
        remaining_ms: Hands-on time still to come.
        pressure: What is asked for now, 0 when nothing presses.
        rewarm: Hands-on time [ms] from and until which pressure comes back after a rest, or None while it does not or a
            hold has a pressure of its own.
        hold: The hold in progress, or None.
        asking: The check-in question that stands open, or None.
        hush: Whether the coach asks nothing any more.
        stopped_by: Who stopped, or None.
        resting: While paused or after a long gap: hands rest, still.
        stop_within_ms: Milliseconds left until hands should be away after a receiver's stop, else None.
        present: Roles that are joined.
        spots_left: How many tender spots may still be held.
    """

    version: int
    at_ms: int
    status: Status
    steps: tuple[PlacedStep, ...]
    step: int | None
    step_started_at_ms: int | None
    played_ms: int
    remaining_ms: int
    pressure: float
    rewarm: tuple[int, int] | None
    hold: HoldView | None
    asking: Message | None
    hush: bool
    stopped_by: Role | None
    resting: bool
    stop_within_ms: int | None
    present: tuple[str, ...]
    spots_left: int
