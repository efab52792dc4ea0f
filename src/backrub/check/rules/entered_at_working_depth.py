"""A new place is entered at full pressure.

Finds: Strokes of the work that begin on an area or side for the first time less than 2 below where they end.

Why: Every place needs two or three strokes to get used to a hand, however warm the rest is.

Example:
    work
      2 min  kneading, shoulders, right, pressure 5

Instead:
    work
      2 min  kneading, shoulders, right, pressure 3 to 5

Fix: Safe: the stroke starts 2 lower and rises over its first half minute.

Source: Teaching; Roberts 2011 found muscles tenser when deep came first. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import haunts
from backrub.check.mending import repressed
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("area",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    entered: set[tuple[str, str]] = set()
    for act in subject.timed:
        if act.step.phase != "work" or not act.moves or not act.step.pressure:
            continue
        start, end = act.step.pressure
        top = max(start, end)
        here = haunts((act,))
        low = min(float(limits.RISE_START_BELOW), top - 1)
        if not here <= entered and top >= limits.PRESSING and end - start < low:
            fix = repressed(act, max(1.0, top - limits.RISE_START_BELOW), top, safe=True)
            yield found(act.at("pressure", "technique"), fix, area=act.area)
        entered |= here
