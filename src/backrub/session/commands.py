"""What people may ask of a running session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from backrub.routine import Routine
from backrub.technique.limits import TOO_MUCH

__all__ = [
    "COMMAND_KINDS",
    "HONOURED_WHEN_STALE",
    "STALE_AFTER_MS",
    "AdoptPlan",
    "Command",
    "CommandKind",
    "Role",
    "is_stale",
]

Role = Literal["giver", "receiver", "watcher", "coach"]
CommandKind = Literal[
    "start",
    "ready",
    "pause",
    "resume",
    "stop",
    "next",
    "back",
    "stay",
    "softer",
    "firmer",
    "just-right",
    "not-there",
    "rate",
    "spot-here",
    "spot-lump",
    "spot-not-found",
    "easing",
    "eased",
    "same",
    "worse",
    "radiates",
    "breath-held",
    "hush",
    "tired",
    "more-minutes",
    "end-in",
    "join",
    "leave",
]
COMMAND_KINDS: tuple[CommandKind, ...] = CommandKind.__args__  # type: ignore[attr-defined]
"""Every command kind, in one order."""

HONOURED_WHEN_STALE: frozenset[CommandKind] = frozenset(
    {"stop", "softer", "not-there", "pause", "breath-held", "hush", "radiates", "worse"}
)
"""Commands that are carried out even when sent for another step or over 10 s ago: they only ever make it gentler."""

NEVER_STALE: frozenset[CommandKind] = frozenset({"start", "ready", "resume", "join", "leave", "tired", "end-in"})
"""Commands that mean the same at every step and however late they arrive."""

STALE_AFTER_MS = 10_000
"""A command older than this is dropped unless it is honoured when stale [ms]."""


@dataclass(frozen=True, slots=True)
class Command:
    """One wish of one person.

    Attributes:
        kind: What is wanted.
        by: Who wants it; `firmer` counts only from the receiver, or from the giver on the receiver's word.
        value: For `rate` the number 1–10; for `more-minutes` and `end-in` the minutes.
        on_their_word: Whether a giver passes on what the receiver said aloud.
        step: Index of the step the sender saw, or None.
    """

    kind: CommandKind
    by: Role = "giver"
    value: int | None = None
    on_their_word: bool = True
    step: int | None = None


@dataclass(frozen=True, slots=True)
class AdoptPlan:
    """Take a newly composed remainder in place of what was still to come.

    Attributes:
        plan: The whole remaining plan, first step first, its finish included.
        reason: The reason id of the `ReplanWanted` it answers.
        cycles_s: For each step of the plan, how long one stroke lasts [s]; where it is missing or None, the engine
            takes the usual length of the technique's stroke.
    """

    plan: Routine
    reason: str
    cycles_s: tuple[float | None, ...] = ()


def is_stale(command: Command, sent_at_ms: int, now_ms: int, step: int | None) -> bool:
    """Tell whether a command came too late to mean what its sender saw.

    Args:
        command: The command; its `step` is the step the sender saw, or None.
        sent_at_ms: Logical time at which it was sent.
        now_ms: Logical time now.
        step: Index of the current step.
    """
    if command.kind in HONOURED_WHEN_STALE | NEVER_STALE:
        return False
    if command.kind == "rate" and (command.value or 0) >= TOO_MUCH:
        return False
    return now_ms - sent_at_ms > STALE_AFTER_MS or (command.step is not None and command.step != step)
