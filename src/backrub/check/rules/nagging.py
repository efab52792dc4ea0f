"""There are so many questions that they nag.

Finds: More check-ins than suit the length: 1 in five minutes, 2 in ten, 3 in twenty, 4 in thirty, 5 in an hour.

Why: "Is this okay?" every half minute kills the mood, and the answer becomes a polite lie.

Example:
    warm up
      ask    Good?
      2 min  effleurage, whole back
      ask    Still good?
      2 min  effleurage, whole back

Instead:
    warm up
      ask    Softer, firmer, or just right?
      4 min  effleurage, whole back

Fix: None: which ones to keep is the writer's to say.

Source: Teaching; couples report it as what ruins a rub. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = (
    "count",
    "most",
)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    allowed = limits.check_ins_allowed(subject.duration_s)
    if subject.duration_s and len(subject.asks) > allowed:
        yield found(subject.asks[allowed].span, count=len(subject.asks), most=allowed)
