"""Tapping is the very last thing.

Finds: Tapping that no slow, light stroke follows.

Why: Somebody left just after tapping feels shaken, not rested.

Example:
    finish
      2 min  effleurage, whole back, pressure 3 to 1
      30 s   tapping, upper back

Instead:
    finish
      1 min  effleurage, whole back, pressure 3 to 2
      30 s   tapping, upper back
      1 min  effleurage, whole back, pressure 2 to 1

Fix: Safe: half a minute of slow light strokes is put after it.

Source: Teaching: long strokes, tap, three slow strokes, rest. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import line_below, wording
from backrub.check.subject import Subject

__all__ = ["check"]


_SLOW = 2.0


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    taps = [act for act in subject.strokes if act.step.technique == "tapotement"]
    if taps:
        after = [act for act in subject.strokes if act.index > taps[-1].index]
        if not any(act.peak <= _SLOW or (act.step.pressure and act.step.pressure[1] <= _SLOW) for act in after):
            yield found(taps[-1].at("technique"), line_below(subject, taps[-1], wording("smooth"), safe=True))
