"""A rub of three minutes tries to do more than long strokes.

Finds: Kneading, circles, glides or holds in a rub of three minutes or less.

Why: There is no time to warm up, work and end well. Three minutes of long strokes are a whole rub; three of kneading
    are half of one.

Example:
    for: 3 min on a mat
    warm up
      2 min  effleurage, whole back
    work
      1 min  kneading, shoulders, right

Instead:
    for: 3 min on a mat
    warm up
      3 min  effleurage, whole back, pressure 2 to 3

Fix: None: long strokes all through, or more time.

Source: Slow-stroke back massage, Meek 1993: three minutes, nothing but strokes. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import LATE
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("technique",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if 0 < subject.duration_s <= limits.STROKES_ONLY_UP_TO_S:
        for act in subject.strokes + subject.holds:
            if act.step.technique in LATE:
                yield found(act.at("technique"), technique=act.step.technique or "")
