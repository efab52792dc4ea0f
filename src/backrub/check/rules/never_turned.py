"""Somebody lying on the side never turns over.

Finds: Side-lying routines longer than five minutes without a turn, or working both sides without one.

Why: Only the upper side is in reach, and the lower shoulder goes numb.

Example:
    for: 12 min on a bed, lying on one side
    work
      6 min  caress, upper back, left
      6 min  caress, upper back, right

Instead:
    for: 13 min on a bed, lying on one side
    work
      6 min  caress, upper back, left
      turn over
      6 min  caress, upper back, right

Fix: Safe: a turn is put before the first step on the other side.

Source: Teaching: two halves with a turn of one to two minutes, the upper side each time. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import line_above, wording
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if subject.position != "side-lying" or any(act.step.kind == "turn" and act.step.duration_s for act in subject.acts):
        return
    sided = [act for act in subject.strokes if act.step.side in ("left", "right")]
    other = next((act for act in sided if act.step.side != sided[0].step.side), None)
    if other is not None:
        yield found(other.span, line_above(other, wording("turn-over"), safe=True))
