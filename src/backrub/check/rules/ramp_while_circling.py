"""Knuckle circles that grow firmer while they go.

Finds: A ramp in knuckle circles on a place that has already been worked.

Why: Knuckles are pointed enough; growing pressure in circles grinds. Even pressure is felt as care.

Example:
    work
      2 min  kneading, shoulders, right, pressure 3 to 5
      1 min  knuckle circles, shoulders, right, pressure 3 to 6

Instead:
    work
      2 min  kneading, shoulders, right, pressure 3 to 5
      1 min  knuckle circles, shoulders, right, pressure 5

Fix: Safe: the pressure stays the lower of the two all through.

Source: The seed text: keep the pressure consistent. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import haunts
from backrub.check.mending import repressed
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    entered: set[tuple[str, str]] = set()
    for act in subject.strokes:
        technique = act.technique
        if technique is not None and technique.constant_pressure and act.step.pressure:
            start, end = act.step.pressure
            if start != end and haunts((act,)) <= entered:
                yield found(act.at("pressure"), repressed(act, min(start, end), min(start, end), safe=True))
        entered |= haunts((act,))
