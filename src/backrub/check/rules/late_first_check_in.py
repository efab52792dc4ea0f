"""The first question comes late.

Finds: A first check-in more than five minutes after hands began to press.

Why: Who has endured five minutes of the wrong pressure will endure the rest politely.

Example:
    warm up
      4 min  effleurage, whole back, pressure 2 to 4
    work
      4 min  kneading, shoulders, right
      ask    Just right?
      4 min  kneading, shoulders, left

Instead:
    warm up
      4 min  effleurage, whole back, pressure 2 to 4
      ask    Just right?
    work
      4 min  kneading, shoulders, right
      4 min  kneading, shoulders, left

Fix: None: move the question up.

Source: Peers and teaching: the first within five minutes. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("minutes",)


_WITHIN_S = 300


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    first = next((act for act in subject.strokes if act.presses), None)
    asked = subject.asks[0] if subject.asks else None
    if first is not None and asked is not None and asked.start_s - first.start_s > _WITHIN_S:
        yield found(asked.span, minutes=(asked.start_s - first.start_s) // 60)
