"""The rub is shorter than three minutes or longer than ninety.

Finds: Totals out of range; a hug may be shorter.

Why: Below three minutes there is no time to arrive and leave. Past an hour and a half a back is overworked.

Example:
    work
      1 min  caress, upper back

Instead:
    work
      3 min  caress, upper back

Fix: None.

Source: Meek 1993: three minutes work; teaching on the longest. Certainty: M.
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
    if not subject.duration_s or subject.position == "hug":
        return
    if any(act.step.technique == "hug-rub" for act in subject.strokes):
        return
    if not limits.SESSION_MIN_S <= subject.duration_s <= limits.SESSION_MAX_S:
        yield found(subject.start, minutes=round(subject.duration_s / 60, 1))
