"""Hands leave without having rested.

Finds: Rubs of three minutes and more whose last step is not resting hands.

Why: A last still moment lets the skin keep the touch. Hands that just lift away leave a gap.

Example:
    work
      4 min  caress, whole back
    finish
      2 min  effleurage, whole back, pressure 2 to 1

Instead:
    work
      4 min  caress, whole back
    finish
      2 min  effleurage, whole back, pressure 2 to 1
      15 s   resting hands, whole back

Fix: Safe: 15 seconds of resting hands are put at the end.

Source: Teaching: let both hands land, stay for a breath, leave. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import line_below, wording
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    last = subject.hands_on[-1] if subject.hands_on else None
    if last is None or subject.duration_s < limits.SESSION_MIN_S or subject.position == "hug":
        return
    if last.step.kind != "rest":
        yield found(last.span, line_below(subject, last, wording("rest-last"), safe=True))
