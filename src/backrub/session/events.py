"""What has happened in a session: past tense, frozen, each kind with its version.

Events record what was decided (numbers, steps), never a request to work something out, so that a log replays to the
same state whatever the coach has learnt since. Only `apply` reads them; `codec` writes them down. The module is long
because every kind stands here, each with its fields told: one place to read what a log can say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backrub.routine import Message, Routine, Step
from backrub.session.commands import Role
from backrub.session.timeline import HoldStage, Setting

__all__ = [
    "EVENTS",
    "CeilingSet",
    "CheckInAsked",
    "Event",
    "Finished",
    "FirstTouch",
    "HoldAnswered",
    "HoldLeft",
    "HoldStageBegan",
    "HushBegan",
    "Joined",
    "Left",
    "Length",
    "LengthsChanged",
    "NewSlot",
    "Paused",
    "PlacesLeft",
    "PlanAdopted",
    "PressureChanged",
    "ReplanWanted",
    "Resumed",
    "SessionPlanned",
    "SessionStarted",
    "SpotClosed",
    "StepBegan",
    "StepsReplaced",
    "Stopped",
    "Tired",
    "WishHeard",
]


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


@dataclass(frozen=True, slots=True)
class SessionPlanned(Event):
    """A plan was taken and placed in time; `hold_cap` is the highest pressure of a hold in this session."""

    kind: ClassVar[str] = "session-planned"
    v: ClassVar[int] = 2

    setting: Setting
    plan: Routine
    lengths: tuple[Length, ...]
    spots: int
    check_ins: int
    hold_cap: float


@dataclass(frozen=True, slots=True)
class SessionStarted(Event):
    """The preparations began."""

    kind: ClassVar[str] = "session-started"


@dataclass(frozen=True, slots=True)
class FirstTouch(Event):
    """Hands were laid on: hands-on time runs."""

    kind: ClassVar[str] = "first-touch"


@dataclass(frozen=True, slots=True)
class StepBegan(Event):
    """The next step that takes time began."""

    kind: ClassVar[str] = "step-began"
    retimes: ClassVar[bool] = False

    index: int


@dataclass(frozen=True, slots=True)
class LengthsChanged(Event):
    """Steps became longer or shorter."""

    kind: ClassVar[str] = "lengths-changed"

    reason: str
    lengths: tuple[Length, ...]
    answer: Message | None = None


@dataclass(frozen=True, slots=True)
class StepsReplaced(Event):
    """Everything from one slot on was replaced, for a reason the engine sees to itself."""

    kind: ClassVar[str] = "steps-replaced"

    reason: str
    first: int
    slots: tuple[NewSlot, ...]
    answer: Message | None = None


@dataclass(frozen=True, slots=True)
class PlanAdopted(Event):
    """A newly composed remainder took the place of what was to come from one slot on."""

    kind: ClassVar[str] = "plan-adopted"

    reason: str
    plan: Routine
    first: int
    slots: tuple[NewSlot, ...]
    answer: Message | None = None


@dataclass(frozen=True, slots=True)
class PressureChanged(Event):
    """One technique on one area is asked for softer or firmer from now on.

    `offset` is the whole distance from the plan; `by_much` what this wish changed.
    """

    kind: ClassVar[str] = "pressure-changed"

    wish: str
    technique: str
    area: str
    offset: float
    by_much: float
    answer: Message | None = None


@dataclass(frozen=True, slots=True)
class CeilingSet(Event):
    """A place, or one technique on it, is never asked for above a pressure again.

    `technique` is None when everything on that side of the area is meant; `side` is None with a technique.
    """

    kind: ClassVar[str] = "ceiling-set"

    area: str
    side: str | None
    technique: str | None
    ceiling: float
    number: int | None = None
    answer: Message | None = None


@dataclass(frozen=True, slots=True)
class WishHeard(Event):
    """A wish was heard that changes nothing but what is said."""

    kind: ClassVar[str] = "wish-heard"

    wish: str
    number: int | None = None
    answer: Message | None = None


@dataclass(frozen=True, slots=True)
class Paused(Event):
    """Hands came to rest, still; `reason` is `asked` or `gap`."""

    kind: ClassVar[str] = "paused"

    reason: str
    answer: Message | None = None


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """Hands went on; pressure comes back over `rewarm_ms` of hands-on time."""

    kind: ClassVar[str] = "resumed"

    rewarm_ms: int
    answer: Message | None = None


@dataclass(frozen=True, slots=True)
class Stopped(Event):
    """It was stopped; `hands_away_ms` is None when the giver stopped and hands rest where they are."""

    kind: ClassVar[str] = "stopped"

    whose: Role
    hands_away_ms: int | None
    answer: Message | None = None


@dataclass(frozen=True, slots=True)
class Finished(Event):
    """The last touch was."""

    kind: ClassVar[str] = "finished"


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


@dataclass(frozen=True, slots=True)
class CheckInAsked(Event):
    """The giver was told to ask; the question stands open until `until_ms`."""

    kind: ClassVar[str] = "check-in-asked"

    what: Message
    until_ms: int


@dataclass(frozen=True, slots=True)
class HushBegan(Event):
    """Nothing is asked any more and nothing presses above `cap`."""

    kind: ClassVar[str] = "hush-began"

    cap: float
    answer: Message | None = None


@dataclass(frozen=True, slots=True)
class Tired(Event):
    """The giver is tired: everything firm is asked for lighter."""

    kind: ClassVar[str] = "tired"

    answer: Message | None = None


@dataclass(frozen=True, slots=True)
class PlacesLeft(Event):
    """Areas are left alone from now on."""

    kind: ClassVar[str] = "places-left"

    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReplanWanted(Event):
    """A new remainder is wanted; until one is adopted the session goes on with what it has.

    Attributes:
        reason: `not-there`, `hush`, `tired`, `more-minutes` or `end-in`.
        first: The slot from which the new plan takes over; those before it stay.
        uid: That slot's name.
        starts_ms: Its place in hands-on time.
        remaining_ms: How long the new plan should be.
        cap: Highest pressure it may ask for.
        spots: How many tender spots it may hold.
        hush: Whether it asks nothing, seeks no new area and goes slowly.
        tired: Whether the giver's hands want lean and broad contacts.
        avoid: Areas it must leave alone.
    """

    kind: ClassVar[str] = "replan-wanted"
    retimes: ClassVar[bool] = False

    reason: str
    first: int
    uid: str
    starts_ms: int
    remaining_ms: int
    cap: float
    spots: int
    hush: bool
    tired: bool
    avoid: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joined(Event):
    """Someone joined."""

    kind: ClassVar[str] = "joined"
    retimes: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Left(Event):
    """Someone left."""

    kind: ClassVar[str] = "left"
    retimes: ClassVar[bool] = False


EVENTS: tuple[type[Event], ...] = (
    SessionPlanned,
    SessionStarted,
    FirstTouch,
    StepBegan,
    LengthsChanged,
    StepsReplaced,
    PlanAdopted,
    PressureChanged,
    CeilingSet,
    WishHeard,
    Paused,
    Resumed,
    Stopped,
    Finished,
    HoldStageBegan,
    HoldAnswered,
    HoldLeft,
    SpotClosed,
    CheckInAsked,
    HushBegan,
    Tired,
    PlacesLeft,
    ReplanWanted,
    Joined,
    Left,
)
"""Every kind of event, in the order a session meets them."""
