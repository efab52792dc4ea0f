"""What a rule found: where, what, what instead, and how to mend it; a value, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from backrub.routine import Argument, Message
from backrub.routine.notation import Span

__all__ = ["Edit", "Finding", "Fix", "Found", "Severity", "found"]

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Text to put in place of what stands at a span; a span of no width puts it before that column."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Changes that mend a text.

    Attributes:
        edits: What to change; together or not at all.
        safe: Whether it takes nothing from the rub but what nobody would miss.
    """

    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule gives: a place, what fills its message, and maybe a fix.

    Attributes:
        span: Where.
        args: Name and value pairs for the rule's message.
        fix: How to mend it, or None.
        message: A message of another room instead of the rule's own; then `hint` is its hint.
        hint: As above.
        severity: Where one place is graver or lighter than the rule usually is.
    """

    span: Span
    args: tuple[tuple[str, Argument], ...] = ()
    fix: Fix | None = None
    message: Message | None = None
    hint: Message | None = None
    severity: Severity | None = None


def found(span: Span, fix: Fix | None = None, **args: Argument) -> Found:
    """Make what a rule gives."""
    return Found(span, tuple(sorted(args.items())), fix)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a routine that can hurt, disappoint or bore the receiver, or that cannot be read.

    Attributes:
        code: The rule's code, such as `RUB101`; never reused.
        slug: The rule's name, such as `pressing-on-the-spine`; never reused.
        severity: How grave; `info` never makes a check fail.
        span: Where it stands; in a routine without text the line is the number of the step, from 1.
        message: What is wrong.
        hint: What to do instead, and why.
        fix: How to mend it, or None.
        acknowledged: Why somebody allows it, or None.
    """

    code: str
    slug: str
    severity: Severity
    span: Span
    message: Message
    hint: Message | None = None
    fix: Fix | None = None
    acknowledged: str | None = None
