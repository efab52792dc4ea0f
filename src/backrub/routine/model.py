"""The written plan: a routine and its steps, as values.

Conventions: durations in whole seconds; pressure is the felt 1–10 of the receiver; left and right are the
receiver's. Minutes run from first touch (phase `open`) to last (`finish`); steps of `prepare`, `aftercare` and the
kinds `ask`, `say`, `move`, `turn` (except side-lying) and `oil` ride inside the strokes and last 0 s.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Literal

__all__ = [
    "PHASES",
    "RISE_S",
    "Argument",
    "Contact",
    "Glide",
    "Message",
    "Phase",
    "Place",
    "Position",
    "Reason",
    "Routine",
    "Side",
    "Step",
    "StepKind",
    "Surface",
    "message",
    "pressure_at",
    "step_starts_s",
]

Argument = str | int | float
StepKind = Literal["stroke", "hold", "ask", "say", "rest", "move", "turn", "oil"]
Phase = Literal["prepare", "open", "warm-up", "work", "finish", "aftercare"]
Side = Literal["left", "right", "both"]
Position = Literal["prone", "seated", "side-lying", "hug"]
Surface = Literal["mat", "table", "bed", "chair"]
Glide = Literal["oil", "lotion", "dry", "clothed"]
Place = Literal["hip", "beside", "across", "head-end", "behind"]
Contact = Literal[
    "palms",
    "heels",
    "knuckles",
    "forearms",
    "whole-hand",
    "finger-pads",
    "finger-tips",
    "thumbs",
    "cupped-hands",
]

PHASES: tuple[Phase, ...] = ("prepare", "open", "warm-up", "work", "finish", "aftercare")
"""The phases in the order they are performed."""

RISE_S = 30
"""How long a new area or side takes to reach its working pressure [s] (practice note F14: two or three strokes)."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence not yet spoken: an id and what fills it. `words` turns it into text.

    Attributes:
        id: Message id of the catalogue.
        args: Name and value pairs, sorted by name, so that equal messages are equal.
    """

    id: str
    args: tuple[tuple[str, Argument], ...] = ()


Reason = Message
"""Why something is in a plan; the same shape as any message."""


def message(message_id: str, **args: Argument) -> Message:
    """Make a message with its arguments in order."""
    return Message(message_id, tuple(sorted(args.items())))


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a routine.

    Attributes:
        kind: What sort of step; only `stroke`, `hold`, `rest` and a side-lying `turn` take time.
        phase: Where in the arc it belongs.
        duration_s: Whole seconds of hands-on time.
        technique: Technique id; `rest` steps use `resting-hands`.
        area: Area or composite id; None for a tender spot not found yet.
        side: The receiver's side.
        contact: What of the hand touches.
        pressure: Felt pressure at start and end of the step.
        pace_cm_per_s: Gliding pace, or None.
        cycles_per_min: Kneading or pressing rate, or None.
        spots: For holds: how many tender spots at most in this step.
        place: Where the giver is.
        says: For `ask`, `say`, `move`, `turn`, `oil`: what is said.
        reasons: Why it is here, most important first.
        inferred: Names of the fields that were filled in, not written by a person.
    """

    kind: StepKind
    phase: Phase
    duration_s: int = 0
    technique: str | None = None
    area: str | None = None
    side: Side | None = None
    contact: Contact | None = None
    pressure: tuple[float, float] | None = None
    pace_cm_per_s: float | None = None
    cycles_per_min: float | None = None
    spots: int | None = None
    place: Place | None = None
    says: Message | None = None
    reasons: tuple[Reason, ...] = ()
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Routine:
    """A whole written plan.

    Attributes:
        title: What to call it.
        duration_s: Hands-on seconds; always the exact sum of its steps.
        position: How the receiver lies or sits.
        surface: On what.
        lubricant: What is on the skin, or `clothed`.
        steps: In the order performed.
        cap: Highest felt pressure of any stroke in this plan; only a hold may go beyond it, to seven at most.
        giver_side: The receiver's side at which the giver kneels or stands.
        optimal: Whether each stage was solved to proven optimum.
        gap: Relative optimality gap when not optimal, else 0.
        gave_way: Contradictory or impossible wishes, and what was done instead.
        left_out: What was wished and found no room.
        notes: Advice for this pair that is not a step (oil and allergy, mattress, ...).
    """

    title: Message
    duration_s: int
    position: Position
    surface: Surface
    lubricant: Glide
    steps: tuple[Step, ...]
    cap: float = 6
    giver_side: Literal["left", "right"] = "left"
    optimal: bool = True
    gap: float = 0.0
    gave_way: tuple[Reason, ...] = ()
    left_out: tuple[Reason, ...] = ()
    notes: tuple[Message, ...] = field(default=())

    def __post_init__(self) -> None:
        """Refuse a routine whose steps do not add up."""
        total = sum(step.duration_s for step in self.steps)
        if total != self.duration_s:
            msg = f"steps add up to {total} s, the routine says {self.duration_s} s"
            raise ValueError(msg)

    def with_steps(self, steps: tuple[Step, ...]) -> Routine:
        """Give the same routine with other steps and the time they add up to."""
        return replace(self, steps=steps, duration_s=sum(step.duration_s for step in steps))


def step_starts_s(steps: tuple[Step, ...]) -> tuple[int, ...]:
    """Give each step's start in hands-on seconds from first touch."""
    return tuple(accumulate((step.duration_s for step in steps[:-1]), initial=0)) if steps else ()


def pressure_at(step: Step, elapsed_s: float) -> float:
    """Give the felt pressure asked for at a moment of a step.

    In `work` it rises over the first `RISE_S` seconds and then stays; elsewhere it changes evenly over the step.

    Args:
        step: A step with a pressure; without one the answer is 0.
        elapsed_s: Seconds since the step began, clipped to its length.
    """
    if step.pressure is None:
        return 0.0
    start, end = step.pressure
    ramp_s = min(RISE_S, step.duration_s) if step.phase == "work" else step.duration_s
    share = 1.0 if ramp_s == 0 else min(1.0, max(0.0, elapsed_s / ramp_s))
    return start + (end - start) * share
