"""The last strokes do not fade.

Finds: A finish whose strokes end firmer than 2, or grow firmer.

Why: The last touch should hardly be felt; then nobody can say when it ended.

Example:
    finish
      2 min  effleurage, whole back, pressure 3

Instead:
    finish
      2 min  effleurage, whole back, pressure 3 to 1

Fix: Safe: the last strokes fade to 1.

Source: Teaching: lighter and lighter until barely touching. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import repressed
from backrub.check.subject import Subject

__all__ = ["check"]


_TOUCH = 2.0


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    finish = [act for act in subject.strokes if act.step.phase == "finish" and act.step.pressure]
    for act in finish:
        start, end = act.step.pressure or (0.0, 0.0)
        tapping = act.step.technique == "tapotement"
        if (end > start and not tapping) or (act is finish[-1] and end > _TOUCH):
            top = min(start, 3.0) if act is finish[-1] else max(start, end)
            yield found(
                act.at("pressure", "technique"), repressed(act, top, 1.0 if act is finish[-1] else start, safe=True)
            )
