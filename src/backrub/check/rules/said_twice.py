"""Something is said twice where it can be so only once.

Finds: A second technique, place, side or figure in one step, and headers that come twice.

Why: Nobody can tell which one was meant.

Example:
    work
      2 min  kneading, shoulders, right, left

Instead:
    work
      2 min  kneading, shoulders, right
      2 min  kneading, shoulders, left

Fix: None: which one was meant is the writer's to say.

Source: The notation. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found
from backrub.check.reading import from_problems
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    yield from from_problems(subject, "twice", "twice-figure")
