"""A figure that cannot be meant.

Finds: Pressures beyond 1 to 10, times of nothing or of many hours, paces, numbers of spots and repeats out of range.

Why: A slip in a figure is the easiest to make and the hardest to hear.

Example:
    work
      2 min  kneading, shoulders, pressure 3 to 50

Instead:
    work
      2 min  kneading, shoulders, pressure 3 to 5

Fix: None: which figure was meant is the writer's to say.

Source: The notation. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found
from backrub.check.reading import from_problems
from backrub.check.subject import Subject

__all__ = ["check"]


_NAMES = ("pressure-range", "time-range", "pace-range", "spots-range", "not-times", "too-many-spots")


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    yield from from_problems(subject, *_NAMES)
