"""The giver walks about needlessly.

Finds: More changes of place than one in two minutes (three in a short rub) where the steps could be ordered better.

Why: Each walk takes the hands off and the calm away.

Example:
    for: 5 min on a mat
    work
      1 min  kneading, shoulders, right, at the head end
      1 min  blade circles, blades, right, beside them
      1 min  kneading, shoulders, left, at the head end
      1 min  blade circles, blades, left, beside them
      1 min  kneading, shoulders, left, at the head end

Instead:
    for: 5 min on a mat
    work
      1 min  kneading, shoulders, right, at the head end
      2 min  kneading, shoulders, left, at the head end
      1 min  blade circles, blades, left, beside them
      1 min  blade circles, blades, right, beside them

Fix: None: put steps from one place together.

Source: Teaching: one walk planned, a hand stays on; the figure is ours. Certainty: L.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from backrub.check.findings import Found, found
from backrub.check.measures import stations
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("count",)


_PER_MINUTE = 0.5
_ALWAYS = 3


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    walked = 0
    for (_, here), (act, there) in pairwise(stations(subject.acts)):
        walked += here != there
        if walked > max(_ALWAYS, _PER_MINUTE * subject.duration_s / 60):
            yield found(act.at("place", "technique"), count=walked)
            return
