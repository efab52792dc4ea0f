"""Everything one session knows, as one frozen value that only events change.

Conventions: `*_at_ms` is logical session time; `played_ms` and a slot's `start_ms` are hands-on time since first touch,
which stands still while hands rest. While running, logical = `base_at_ms` + (played - `base_played_ms`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from backrub.routine import Message, Routine, Step
from backrub.session.commands import Role
from backrub.session.timeline import HoldStage, Setting, Status

__all__ = ["Answer", "Hold", "Pressing", "Question", "Slot", "State", "Wanted", "chained", "logical_at", "played_at"]


@dataclass(frozen=True, slots=True)
class Slot:
    """A step with its place in hands-on time.

    Attributes:
        uid: Its name, which stays when steps are put in before it.
        step: The step as planned; what was learnt about pressure is not in it.
        start_ms: When it starts.
        duration_ms: How long it lasts now.
        cycle_ms: How long one stroke lasts at the planned pace; 0 while hands are still.
        strokes: How many whole strokes fill it.
        announced: Whether an answer has announced it, so that the script need not.
        since_ms: Hands-on time at which it came to be, or was last given another start.
    """

    uid: str
    step: Step
    start_ms: int
    duration_ms: int
    cycle_ms: int = 0
    strokes: int = 0
    announced: bool = False
    since_ms: int = 0

    @property
    def end_ms(self) -> int:
        """When it ends, in hands-on time."""
        return self.start_ms + self.duration_ms


@dataclass(frozen=True, slots=True)
class Pressing:
    """What was learnt about pressure.

    Attributes:
        offsets: How much more or less is asked for, by technique and area.
        place_ceilings: Highest pressure of anything on an area, by area and side.
        stroke_ceilings: Highest pressure of one technique on one area.
        softer_at_ms: When it was last made softer, or None.
        softer_on: Technique and area that was made softer.
        firmer_at_ms: When it was last made firmer, or None.
        firmer_on: Technique and area that was made firmer.
        firmer_by: How much firmer it became then.
        rewarm: Played time from and until which pressure comes back after a rest, or None.
    """

    offsets: Mapping[tuple[str, str], float] = field(default_factory=dict)
    place_ceilings: Mapping[tuple[str, str], float] = field(default_factory=dict)
    stroke_ceilings: Mapping[tuple[str, str], float] = field(default_factory=dict)
    softer_at_ms: int | None = None
    softer_on: tuple[str, str] = ("", "")
    firmer_at_ms: int | None = None
    firmer_on: tuple[str, str] = ("", "")
    firmer_by: float = 0.0
    rewarm: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold on a tender spot in progress; times are hands-on.

    Attributes:
        uid: The slot it is led in.
        stage: Where in its script.
        begun_ms: When the stage began.
        ends_ms: When the stage ends by itself.
        pressure: What is asked for now.
        number: The last number said, or None.
        lows: How often a number below 5 was said.
        eights: How often an 8 was said in a row.
        breath_until_ms: When the breath must have come back, or None.
        still_from_ms: When this spot was first held still, or None; 90 s later it is let go of, whatever was said.
        spoken: Whether anything was said about it: then its weight only changes by what is said.
    """

    uid: str
    stage: HoldStage
    begun_ms: int
    ends_ms: int
    pressure: float
    number: int | None = None
    lows: int = 0
    eights: int = 0
    breath_until_ms: int | None = None
    still_from_ms: int | None = None
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A check-in that stands open until a logical time."""

    what: Message
    until_ms: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What the coach says at once to a wish: the moment of the script, with the number of the event it belongs to."""

    seq: int
    at_ms: int
    what: Message
    step: int | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A new plan that was asked for: why, from which slot on, and how long it should be."""

    reason: str
    uid: str
    remaining_ms: int


@dataclass(frozen=True, slots=True)
class State:
    """One session.

    Attributes:
        seq: Number of the last event.
        at_ms: When it happened.
        status: Where the session stands.
        setting: How the coach speaks.
        plan: The plan as last adopted, or None.
        cap: Highest pressure of a stroke in the session.
        hold_cap: Highest pressure of a hold.
        slots: The plan placed in time, what is done included.
        asks: Played time and slot of each check-in of the plan.
        current: Slot being performed, or None.
        check_ins: How many check-ins this session may have.
        started_at_ms: When it was started, or the last time it was.
        starts: How often it was started: anew after a stop before the first touch.
        base_at_ms: Logical time at which played time was `base_played_ms`; None while hands rest.
        base_played_ms: See there.
        rested_at_ms: When hands came to rest, or None.
        stopped_by: Who stopped, or None.
        finished_at_ms: When the last touch was.
        timeline_version: Number of the event that last changed the timeline.
        timeline_at_ms: When that was.
        answers: What was said lately in answer to wishes.
        pressing: What was learnt about pressure.
        hold: The hold in progress.
        spots_left: How many tender spots may still be held.
        closed: Areas where no spot is held any more, with their side.
        asked: How many check-ins were made.
        asked_ms: Played time of the last one.
        question: The check-in that stands open.
        receiver_spoke_at_ms: When the receiver last said anything.
        eased_ms: Hands-on time at which something was last made lighter on somebody's word, or None.
        hush: Whether the coach asks nothing any more.
        tired: Whether the giver said so.
        left: Areas left alone from now on.
        wanted: The new plan asked for, or None.
        present: Roles that are joined.
        before: The state after the last event that people caused, or None when this is it: what has happened since
            happened by itself, and is given back when hands turn out to have been at rest.
        rested_unknown: Whether hands came to rest before the engine knew, so that whoever rested them leads on alone.
    """

    seq: int = 0
    at_ms: int = 0
    status: Status = "planned"
    setting: Setting = field(default_factory=Setting)
    plan: Routine | None = None
    cap: float = 6
    hold_cap: float = 7
    slots: tuple[Slot, ...] = ()
    asks: tuple[tuple[int, int], ...] = ()
    current: int | None = None
    check_ins: int = 0
    started_at_ms: int = 0
    starts: int = 0
    base_at_ms: int | None = None
    base_played_ms: int = 0
    rested_at_ms: int | None = None
    stopped_by: Role | None = None
    finished_at_ms: int = 0
    timeline_version: int = 0
    timeline_at_ms: int = 0
    answers: tuple[Answer, ...] = ()
    pressing: Pressing = field(default_factory=Pressing)
    hold: Hold | None = None
    spots_left: int = 0
    closed: frozenset[tuple[str, str]] = frozenset()
    asked: int = 0
    asked_ms: int = -1
    question: Question | None = None
    receiver_spoke_at_ms: int | None = None
    eased_ms: int | None = None
    hush: bool = False
    tired: bool = False
    left: frozenset[str] = frozenset()
    wanted: Wanted | None = None
    present: tuple[Role, ...] = ()
    before: State | None = None
    rested_unknown: bool = False

    @property
    def slot(self) -> Slot:
        """The slot being performed; only while there is one."""
        return self.slots[self.current or 0]

    @property
    def total_ms(self) -> int:
        """Hands-on time of the whole session as now placed."""
        return self.slots[-1].end_ms if self.slots else 0


def played_at(state: State, at_ms: int) -> int:
    """Give hands-on time at a logical time not before the last event [ms]."""
    if state.base_at_ms is None:
        return state.base_played_ms
    return min(state.base_played_ms + at_ms - state.base_at_ms, state.total_ms)


def logical_at(state: State, played_ms: int) -> int:
    """Give the logical time at which a hands-on time is reached; only while running [ms]."""
    if state.base_at_ms is None:
        raise ValueError("hands rest: hands-on time has no logical time")
    return state.base_at_ms + played_ms - state.base_played_ms


def chained(slots: tuple[Slot, ...], start_ms: int = 0) -> tuple[Slot, ...]:
    """Let each slot start where the one before it ends, the first at a time."""
    placed = []
    for slot in slots:
        if slot.start_ms != start_ms:
            slot = Slot(  # noqa: PLW2901 - the same slot, moved
                slot.uid,
                slot.step,
                start_ms,
                slot.duration_ms,
                slot.cycle_ms,
                slot.strokes,
                slot.announced,
                slot.since_ms,
            )
        placed.append(slot)
        start_ms += slot.duration_ms
    return tuple(placed)
