"""A line or a text says nothing that can be done.

Finds: Steps without a technique, moves to nowhere, empty headers and groups, strokes before hands may touch, texts
    without steps.

Why: Two people would wait for it.

Example:
    work
      2 min  shoulders, right

Instead:
    work
      2 min  kneading, shoulders, right

Fix: None: what was meant is the writer's to say.

Source: The notation. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found
from backrub.check.reading import from_problems
from backrub.check.subject import Subject

__all__ = ["check"]


_NAMES = (
    *("nothing-said", "no-technique", "nowhere", "where", "empty-header", "no-steps", "empty-group", "untimed-phase"),
)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    yield from from_problems(subject, *_NAMES)
