"""Plans written by hand for tests of the engine, and short ways to lead them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from backrub.errors import CommandRefused
from backrub.routine import Contact, Routine, Side, Step, message
from backrub.session import AdoptPlan, Begin, Command, CommandKind, Engine, Event, ReplanWanted, Role, Setting
from backrub.session.state import Slot

__all__ = [
    "asked_after",
    "at",
    "begun",
    "do",
    "ends_with_finish",
    "five_minutes",
    "kinds",
    "led_to",
    "refusal",
    "replanned",
    "routine",
    "said",
    "slot",
    "twenty_minutes",
]

SETTING = Setting(spots=3)
FINISH = (
    Step("stroke", "finish", 75, "effleurage", "whole-back", "both", "palms", (3.0, 1.0), 10.0, place="hip"),
    Step("stroke", "finish", 30, "feather-strokes", "whole-back", "both", "finger-tips", (1.0, 1.0), 7.0, place="hip"),
    Step("rest", "finish", 15, "resting-hands", "whole-back", "both", "palms", (1.0, 1.0), place="hip"),
)


def routine(steps: Iterable[Step], cap: float = 6) -> Routine:
    """Make a plan of steps."""
    listed = tuple(steps)
    return Routine(
        message("title-plain"), sum(step.duration_s for step in listed), "prone", "mat", "oil", listed, cap=cap
    )


SIDES: tuple[Side, ...] = ("right", "left")


def _each_side(
    technique: str,
    area: str,
    seconds: int,
    contact: Contact,
    pressure: tuple[float, float],
    *,
    cm_per_s: float | None = None,
    per_min: float | None = None,
) -> list[Step]:
    return [
        Step("stroke", "work", seconds, technique, area, side, contact, pressure, cm_per_s, per_min, place="beside")
        for side in SIDES
    ]


def _hold(side: Side, seconds: int, area: str = "between-blades") -> list[Step]:
    return [
        Step("hold", "work", seconds, "tender-spot-hold", area, side, "knuckles", (5.0, 7.0), spots=1, place="beside"),
        Step("stroke", "work", 30, "blade-circles", area, side, "palms", (2.0, 3.0), 7.0, place="beside"),
    ]


def twenty_minutes(cap: float = 6) -> Routine:
    """Give the desk-shoulders plan of twenty minutes, holds included."""
    ask = Step("ask", "work", says=message("ask-pressure"))
    return routine(
        [
            Step("rest", "open", 30, "resting-hands", "upper-back", "both", "palms", (1.0, 1.0), place="hip"),
            Step("oil", "warm-up"),
            Step("ask", "warm-up"),
            Step("stroke", "warm-up", 210, "effleurage", "whole-back", "both", "palms", (2.0, 4.0), 12.0, place="hip"),
            Step("move", "work", place="beside"),
            *_each_side("petrissage", "shoulders", 90, "whole-hand", (3.0, 5.0), per_min=18.0),
            *_each_side("knuckle-circles", "shoulders", 45, "knuckles", (3.0, 5.0), per_min=28.0),
            ask,
            *_each_side("gutter-glide", "gutters-upper", 75, "heels", (3.0, 5.0), cm_per_s=5.0),
            *_each_side("blade-circles", "between-blades", 60, "palms", (2.0, 4.0), cm_per_s=7.0),
            *_hold("right", 78),
            *_hold("left", 78),
            ask,
            *_each_side("waist-spread", "waist", 45, "palms", (2.0, 3.0), cm_per_s=5.0),
            *FINISH,
        ],
        cap,
    )


def five_minutes(cap: float = 5) -> Routine:
    """Give a plan of five minutes without holds."""
    return routine(
        [
            Step("rest", "open", 15, "resting-hands", "upper-back", "both", "palms", (1.0, 1.0), place="hip"),
            Step("stroke", "warm-up", 120, "effleurage", "whole-back", "both", "palms", (2.0, 4.0), 12.0, place="hip"),
            Step("ask", "work"),
            *_each_side("petrissage", "shoulders", 50, "whole-hand", (3.0, 5.0), per_min=18.0),
            Step("stroke", "finish", 50, "effleurage", "whole-back", "both", "palms", (3.0, 1.0), 10.0, place="hip"),
            Step("rest", "finish", 15, "resting-hands", "whole-back", "both", "palms", (1.0, 1.0), place="hip"),
        ],
        cap,
    )


def replanned(remaining_s: int, reason: str, cap: float = 6) -> AdoptPlan:
    """Give a plain remainder of a length: long strokes, then a finish."""
    finish_s = min(60, remaining_s)
    work_s = remaining_s - finish_s
    steps = [Step("stroke", "finish", finish_s, "effleurage", "upper-back", "both", "palms", (2.0, 1.0), 10.0)]
    if work_s:
        steps.insert(0, Step("stroke", "work", work_s, "effleurage", "upper-back", "both", "palms", (1.0, 3.0), 12.0))
    return AdoptPlan(routine(steps, cap), reason)


def begun(plan: Routine | None = None, setting: Setting = SETTING, touch_at_ms: int = 60_000) -> Engine:
    """Give an engine whose first touch is at a time."""
    engine = Engine.new(setting)
    engine.receive(Begin(plan or twenty_minutes(), setting), 0)
    do(engine, "start", 0)
    do(engine, "ready", touch_at_ms)
    return engine


def do(
    engine: Engine,
    kind: CommandKind,
    at_ms: int,
    by: Role = "giver",
    value: int | None = None,
    *,
    on_their_word: bool = True,
) -> tuple[Event, ...]:
    """Send a command and give what it led to."""
    engine.events_emitted()
    engine.receive(Command(kind, by, value, on_their_word), at_ms)
    return engine.events_emitted()


def at(played_s: float) -> int:
    """Give the logical time of a moment of hands-on time in a session whose first touch was at a minute."""
    return 60_000 + round(played_s * 1000)


def led_to(played_s: float, plan: Routine | None = None, setting: Setting = SETTING) -> Engine:
    """Give an engine led without a word up to a moment of hands-on time."""
    engine = begun(plan, setting)
    engine.advance(at(played_s))
    engine.events_emitted()
    return engine


def kinds(events: Iterable[Event]) -> list[str]:
    """Give the kinds of events."""
    return [event.kind for event in events]


def slot(engine: Engine, uid: str) -> Slot:
    """Give the slot of a name; those of the first plan are named by their place in it."""
    return next(there for there in engine.state.slots if there.uid == uid)


def said(engine: Engine, at_ms: int) -> list[str]:
    """Give the ids of the lines that the timeline has at a time."""
    return [cue.what.id for cue in engine.timeline().cues if cue.at_ms == at_ms]


def refusal(engine: Engine, kind: CommandKind, at_ms: int, by: Role = "giver", value: int | None = None) -> str:
    """Give the code with which a command is refused; it must change nothing."""
    engine.advance(at_ms)
    before = engine.state
    with pytest.raises(CommandRefused) as refused:
        do(engine, kind, at_ms, by, value)
    assert before is engine.state
    assert engine.events_emitted() == ()
    return refused.value.code


def asked_after(engine: Engine, kind: str, at_ms: int, value: int | None = None) -> ReplanWanted:
    """Send a wish of the receiver and give the plan it asks for."""
    return next(
        event
        for event in do(engine, kind, at_ms, "receiver", value)  # type: ignore[arg-type]
        if isinstance(event, ReplanWanted)
    )


def ends_with_finish(engine: Engine) -> bool:
    """Tell whether the last step that takes time belongs to the finish."""
    return [there for there in engine.state.slots if there.duration_ms][-1].step.phase == "finish"
