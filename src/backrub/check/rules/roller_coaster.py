"""Pressure goes up and down like a roller coaster.

Finds: The work as a whole rising and falling by 3 and more again and again, more than once in four minutes.

Why: A rub rises once and fades once. Each new climb asks the body to brave up again.

Example:
    for: 6 min on a mat
    work
      1 min  kneading, shoulders, right, pressure 3 to 6
      1 min  caress, shoulders, right, pressure 2
      1 min  kneading, shoulders, right, pressure 4 to 6
      1 min  caress, shoulders, right, pressure 2
      1 min  kneading, shoulders, right, pressure 4 to 6
      1 min  caress, shoulders, right, pressure 2

Instead:
    for: 6 min on a mat
    work
      3 min  kneading, shoulders, right, pressure 3 to 6
      3 min  caress, shoulders, right, pressure 2

Fix: None: put the firm steps together, and the light ones.

Source: Teaching: the whole rises, then fades. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from backrub.check.findings import Found, found
from backrub.check.subject import Act, Subject

__all__ = ["ARGS", "check"]

ARGS = ("count",)


_DROP = 3.0
_LEAST = 2
_EVERY_S = 240


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    falls: list[Act] = []
    for before, act in pairwise(act for act in subject.touches if act.step.phase == "work" and act.step.pressure):
        new_place = before.area != act.area or before.step.side != act.step.side or before.step.kind == "hold"
        if not new_place and before.peak - act.peak >= _DROP:
            falls.append(act)
    if len(falls) > max(_LEAST, subject.duration_s / _EVERY_S):
        yield found(falls[_LEAST].at("pressure", "technique"), count=len(falls))
