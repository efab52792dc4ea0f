"""One area gets too much pressing.

Finds: More than twelve minutes felt at 4 or more on one area, both sides together counted once each.

Why: One place can be worked sore without either noticing until the next morning.

Example:
    work
      repeat 4 times
        4 min  kneading, shoulders, right, pressure 3 to 5

Instead:
    work
      4 min  kneading, shoulders, right, pressure 3 to 5
      4 min  kneading, shoulders, left, pressure 3 to 5

Fix: None: give the time to another place.

Source: Teaching: at most 12 min on one area. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import haunts
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("area",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    spent: dict[tuple[str, str], int] = {}
    for act in subject.strokes + subject.holds:
        for pair in haunts((act,)) if act.peak >= limits.WORKING else ():
            spent[pair] = spent.get(pair, 0) + act.step.duration_s
            if spent[pair] - act.step.duration_s <= limits.PRESSING_MAX_ON_AREA_S < spent[pair]:
                yield found(act.at("duration_s", "technique"), area=pair[0])
