"""What is on the skin will not last.

Finds: Sentences that name something watery: thin lotion, aloe gel, body spray, wet hands.

Why: It is gone in half a minute; then every stroke drags.

Example:
    note: Use a watery lotion
    work
      3 min  effleurage, whole back

Instead:
    note: Use a rich lotion
    work
      3 min  effleurage, whole back

Fix: None.

Source: The seed text: avoid anything watery that absorbs in thirty seconds. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import mentions
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for said, words in mentions(subject, "watery"):
        yield found(said.span, said=words)
