"""A first time together goes firm.

Finds: Strokes above 5 when the `receiver:` line says it is a first time.

Why: Neither knows the other's scale yet, and nobody likes to say "softer" on a first evening.

Example:
    receiver: first time together
    work
      2 min  kneading, shoulders, right, pressure 4 to 6

Instead:
    receiver: first time together
    work
      2 min  kneading, shoulders, right, pressure 3 to 5

Fix: Unsafe: the pressure is brought down to 5.

Source: Teaching: 5 at most on strokes the first time. Certainty: M.
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
    if not subject.facts.has("first-time"):
        return
    most = float(limits.FIRST_TIME_CAP)
    for act in subject.strokes:
        if act.peak > most and act.step.pressure:
            start, end = (min(each, most) for each in act.step.pressure)
            yield found(act.at("pressure"), repressed(act, start, end), pressure=act.peak)
