"""A line or a text that cannot be read.

Finds: Lines of no known shape or over 1,000 columns, texts over 256 kB, too many lines or steps, groups too deep, other
    formats.

Why: What cannot be read is neither led nor checked.

Example:
    format: 7
    work
      2 min  effleurage, whole back

Instead:
    format: 1
    work
      2 min  effleurage, whole back

Fix: None.

Source: The notation. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found
from backrub.check.reading import from_problems
from backrub.check.subject import Subject

__all__ = ["check"]


_NAMES = (
    "unreadable-line",
    "line-too-long",
    "other-format",
    "too-large",
    "too-many-lines",
    "too-many-slips",
    "too-many-counted",
    "too-many-steps",
    "too-deep",
)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    yield from from_problems(subject, *_NAMES)
