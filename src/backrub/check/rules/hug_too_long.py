"""A hug goes on too long.

Finds: Rubbing in a standing hug for more than a minute.

Why: A hug ends when they loosen. Past a minute somebody is holding on out of politeness.

Example:
    for: 3 min in a hug
    work
      3 min  hug rub, upper back

Instead:
    for: 1 min in a hug
    work
      30 s   hug rub, upper back

Fix: None: sit down beside them for more.

Source: Dueren 2021: 5 and 10 s liked more than 1 s; the minute is a teacher's. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("seconds",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    spent_s = 0
    for act in subject.strokes:
        spent_s += act.step.duration_s if act.step.technique == "hug-rub" else 0
        if subject.position == "hug" and spent_s > limits.HUG_MAX_S:
            yield found(act.at("duration_s", "technique"), seconds=spent_s)
            return
