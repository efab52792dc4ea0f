"""Too many tender spots are held.

Finds: More than three tender spots in a routine, or more than one on a first time together.

Why: Each is a small ordeal. After three the body braces for the next one instead of resting.

Example:
    work
      hold   5 tender spots between the blades, right, 60 s

Instead:
    work
      hold   up to 3 tender spots between the blades, right, 60 s

Fix: None: which ones to keep is the pair's to say.

Source: Teaching: at most three, and one the first time. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("most",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    most = limits.FIRST_TIME_MAX_HOLDS if subject.facts.has("first-time") else limits.MAX_HOLDS
    count = 0
    for act in subject.holds:
        count += act.step.spots or 1
        if count > most:
            yield found(act.at("spots"), most=most)
            return
