"""Somebody talks into a hug.

Finds: Check-ins and things to say in a hug.

Why: Nobody wants a third voice in a hug. It is learnt before, then done without a coach.

Example:
    for: 30 s in a hug
    work
      ask    Softer?
      30 s   hug rub, upper back

Instead:
    for: 30 s in a hug
    work
      30 s   hug rub, upper back

Fix: Unsafe: the line is taken out; its comment stays.

Source: Teaching: unled; a silent timer or nothing. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import dropped
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if subject.position != "hug":
        return
    for act in subject.acts:
        if act.step.kind in ("ask", "say") and act.step.phase not in ("prepare", "aftercare"):
            yield found(act.span, dropped(act))
