"""What people may ask of a running session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from backrub.routine import Routine

__all__ = ["COMMAND_KINDS", "HONOURED_WHEN_STALE", "AdoptPlan", "Command", "CommandKind", "Role"]

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

HONOURED_WHEN_STALE: frozenset[CommandKind] = frozenset({"stop", "softer", "not-there", "pause", "breath-held"})
"""Commands that are carried out even when sent for another step or over 10 s ago: they only ever make it gentler."""


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
    """

    plan: Routine
    reason: str
