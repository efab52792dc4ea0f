"""Firm work begins on a cold back.

Finds: Kneading, glides, circles, holds or anything above 4 before two minutes of broad strokes at 4 or less.

Why: Muscle that is pressed cold guards itself, and stays guarded for the rest of the rub.

Example:
    for: 10 min on a mat
    work
      2 min  kneading, shoulders, right
      8 min  effleurage, whole back

Instead:
    for: 10 min on a mat
    warm up
      3 min  effleurage, whole back, pressure 2 to 4
    work
      2 min  kneading, shoulders, right
      5 min  effleurage, whole back

Fix: Unsafe: two minutes of long strokes, or of rubbing through the shirt, are put before it.

Source: Roberts 2011 on order; teaching: two to five minutes. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import LATE
from backrub.check.mending import line_above, wording
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("seconds",)


_LIGHT = 4.0


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    warm_s = 0
    for act in subject.timed:
        if act.step.technique in LATE or act.peak > _LIGHT:
            if warm_s < limits.WARM_UP_MIN_S:
                fix = line_above(act, wording("warm-up-clothed" if subject.glide == "clothed" else "warm-up"))
                yield found(act.at("technique"), fix, seconds=warm_s)
            return
        warm_s += act.step.duration_s if act.moves else 0
