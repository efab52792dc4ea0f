"""A header nobody knows.

Finds: Lines of the form `key: value` whose key the notation does not have.

Why: What it says is not read. If it was about the receiver's health, that matters.

Example:
    recever: nut allergy
    work
      2 min  effleurage, whole back

Instead:
    receiver: nut allergy
    work
      2 min  effleurage, whole back

Fix: Unsafe: the key becomes the nearest one that is known.

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
    yield from from_problems(subject, "unknown-header")
