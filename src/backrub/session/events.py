"""What has happened in a session: past tense, frozen, each kind with its version.

Events record what was decided (numbers, steps), never a request to work something out, so that a log replays to the
same state whatever the coach has learnt since. Only `apply` reads them; `codec` writes them down. Every
kind is named here; those of a hold are told in `hold_events`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backrub.routine import Message, Routine
from backrub.session.commands import Role
from backrub.session.event import Event, Length, NewSlot
from backrub.session.hold_events import HoldAnswered, HoldLeft, HoldStageBegan, SpotClosed
from backrub.session.timeline import Setting

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
    "PlaceCorrected",
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
class PlaceCorrected(Event):
    """Hands turned out to be somewhere else: they were rested, or went on, before the engine was told.

    Everything that time alone had changed since is told anew.

    Attributes:
        since_ms: Logical time at which hands came to the place.
        played_ms: The place, in hands-on time.
        index: The slot hands are in.
        first: The first slot that is another one than was thought.
        slots: That one and all after it.
        spots_left: How many tender spots may still be held.
        closed: Areas where no spot is held any more, with their side.
        asked: How many check-ins were made.
        asked_ms: Hands-on time of the last one.
    """

    kind: ClassVar[str] = "place-corrected"

    since_ms: int
    played_ms: int
    index: int
    first: int
    slots: tuple[NewSlot, ...]
    spots_left: int
    closed: tuple[tuple[str, str], ...]
    asked: int
    asked_ms: int


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
    PlaceCorrected,
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
