"""There is too much pressing altogether.

Finds: More than forty minutes felt at 4 or more.

Why: Tissue tires long before hands do; past that the back is sore tomorrow.

Example:
    work
      repeat 12 times
        2 min  kneading, shoulders, each side, pressure 3 to 5

Instead:
    work
      repeat 4 times
        2 min  kneading, shoulders, each side, pressure 3 to 5
      10 min  caress, whole back

Fix: None: fill the rest with light strokes and rests.

Source: Teaching: at most 40 min whatever the length. Certainty: M.
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
    spent_s = 0
    for act in subject.strokes + subject.holds:
        spent_s += act.step.duration_s if act.peak >= limits.WORKING else 0
        if spent_s > limits.PRESSING_MAX_S:
            yield found(act.at("duration_s", "technique"), minutes=limits.PRESSING_MAX_S // 60)
            return
