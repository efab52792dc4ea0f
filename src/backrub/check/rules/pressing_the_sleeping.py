"""Somebody who is asleep is pressed.

Finds: Pressure above 3, or a hold, for a receiver who is or falls asleep.

Why: Asleep, nobody can say "softer", and a firm hand wakes them in alarm.

Example:
    receiver: asleep
    work
      2 min  kneading, shoulders, right, pressure 3 to 5

Instead:
    receiver: asleep
    work
      2 min  caress, upper back, pressure 2

Fix: Unsafe: the pressure is brought down to 3.

Source: Teaching: asleep means no questions, cap 3, no new area, a silent end. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import repressed
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("pressure",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if not subject.facts.has("asleep"):
        return
    most = float(limits.FRAIL_CAP)
    for act in subject.strokes + subject.holds:
        if act.peak > most and act.step.pressure:
            start, end = (min(each, most) for each in act.step.pressure)
            yield found(act.at("pressure"), repressed(act, start, end), pressure=act.peak)
