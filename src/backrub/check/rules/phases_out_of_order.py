"""The parts of the rub are out of order.

Finds: Steps of an earlier part after a later one, such as a warm-up after the work; a turn to the other side begins
    anew.

Why: Arrive, warm, work, let go: each part makes room for the next.

Example:
    work
      2 min  kneading, shoulders, right
    warm up
      2 min  effleurage, whole back

Instead:
    warm up
      2 min  effleurage, whole back
    work
      2 min  kneading, shoulders, right

Fix: None: move the part.

Source: Teaching; the arc every school shares. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject
from backrub.routine import PHASES

__all__ = ["ARGS", "check"]

ARGS = ("phase",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    reached = 0
    for act in subject.timed:
        if act.step.kind == "turn" and subject.position == "side-lying":
            reached = 0
            continue
        order = PHASES.index(act.step.phase)
        if order < reached:
            yield found(act.span, phase=act.step.phase)
            return
        reached = order
