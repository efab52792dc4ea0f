"""The rub begins deep and gets lighter.

Finds: A first pressing stroke that starts at 4 or more, before anything lighter.

Why: After deep strokes, light ones no longer calm: muscles stayed more than twice as tense in the one trial that
    looked.

Example:
    work
      2 min  effleurage, whole back, pressure 5 to 4
      2 min  effleurage, whole back, pressure 3 to 2

Instead:
    work
      2 min  effleurage, whole back, pressure 2 to 3
      2 min  effleurage, whole back, pressure 3 to 4

Fix: Safe: the stroke starts at 2.

Source: Roberts 2011, n=25, thigh: EMG up 235 % when deep came first. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import repressed
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("start",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    first = next((act for act in subject.strokes if act.step.pressure), None)
    if first is not None and first.step.pressure and first.step.pressure[0] >= limits.WORKING:
        end = first.step.pressure[1]
        yield found(
            first.at("pressure", "technique"), repressed(first, 2.0, end, safe=True), start=first.step.pressure[0]
        )
