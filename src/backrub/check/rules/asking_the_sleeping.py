"""Somebody who sleeps is asked.

Finds: Check-ins for a receiver who is or falls asleep.

Why: The kindest answer to sleep is to let it be.

Example:
    receiver: asleep
    work
      ask    How is this pressure?
      2 min  caress, upper back

Instead:
    receiver: asleep
    work
      2 min  caress, upper back

Fix: Safe: the question is taken out; its comment stays.

Source: Teaching: asleep means no questions. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import dropped
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if subject.facts.has("asleep"):
        for act in subject.asks:
            yield found(act.span, dropped(act, safe=True))
