"""The first stroke comes without arrival.

Finds: Rubs of three minutes and more whose first step is not resting hands.

Why: A hand that moves at once is a surprise. Two still hands say who it is, and that there is time.

Example:
    warm up
      4 min  effleurage, whole back

Instead:
    open
      30 s   resting hands, whole back
    warm up
      4 min  effleurage, whole back

Fix: Safe: 20 seconds of resting hands are put at the beginning.

Source: Teaching: announce the touch, rest three breaths. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import line_above, wording
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    first = subject.hands_on[0] if subject.hands_on else None
    if first is None or subject.duration_s < limits.SESSION_MIN_S or subject.position == "hug":
        return
    if first.step.kind != "rest":
        yield found(first.span, line_above(first, wording("rest-first"), safe=True))
