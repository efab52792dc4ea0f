"""Nobody asks how it is.

Finds: Rubs of three minutes and more that press, without a single check-in.

Why: Most receivers say nothing until asked, and the first minutes decide whether they will.

Example:
    warm up
      4 min  effleurage, whole back, pressure 2 to 4

Instead:
    warm up
      ask    Softer, firmer, or just right?
      4 min  effleurage, whole back, pressure 2 to 4

Fix: Safe: a check-in is put before the first pressing stroke.

Source: The seed text: once at the start, in the middle, at a new area; teaching. Certainty: H.
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
    first = next((act for act in subject.strokes if act.presses and act.step.phase != "finish"), None)
    quiet = subject.position == "hug" or subject.facts.has("asleep") or subject.duration_s < limits.SESSION_MIN_S
    if first is not None and not subject.asks and not quiet:
        yield found(first.span, line_above(first, wording("ask-first"), safe=True))
