"""Somebody asks while the rub is ending.

Finds: Check-ins in the finish.

Why: By then they may be half asleep, and nothing is going to change any more.

Example:
    finish
      ask    How is this?
      2 min  effleurage, whole back, pressure 2 to 1

Instead:
    finish
      2 min  effleurage, whole back, pressure 2 to 1

Fix: Safe: the question is taken out; its comment stays.

Source: Teaching: none before the last strokes, none after sleep. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import dropped
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.asks:
        if act.step.phase == "finish":
            yield found(act.span, dropped(act, safe=True))
