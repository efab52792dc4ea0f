"""A long rub has no break.

Finds: More than 45 minutes without a turn, a sit-up or a rest of a minute.

Why: Lying still that long stiffens the neck, and kneeling that long ruins the giver.

Example:
    work
      50 min  caress, whole back

Instead:
    work
      25 min  caress, whole back
      turn over
      25 min  caress, whole back

Fix: None: where a break fits is the writer's to say.

Source: Teaching: beyond 45 min a break, a turn or a swap. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("minutes",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    since_s = 0
    for act in subject.timed:
        if act.step.kind == "turn" or (act.step.kind == "rest" and act.step.duration_s >= 60):
            since_s = act.end_s
        elif act.end_s - since_s > limits.BREAK_AFTER_S:
            yield found(act.at("duration_s", "technique"), minutes=limits.BREAK_AFTER_S // 60)
            return
