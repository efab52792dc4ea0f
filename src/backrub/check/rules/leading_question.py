"""A question that can only be answered with yes.

Finds: Check-ins such as "Is this okay?" or "Good, right?".

Why: Polite people say yes to them. Choices get true answers.

Example:
    work
      ask    Is this okay?
      2 min  kneading, shoulders, right

Instead:
    work
      ask    Softer, firmer, or just right?
      2 min  kneading, shoulders, right

Fix: Safe: the question becomes one with choices.

Source: Couples report polite lying; teaching: polite liars answer choices better. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import mentions
from backrub.check.mending import put, wording
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for said, _ in mentions(subject, "leading", "ask"):
        yield found(said.span, put(said.span, wording("ask-first"), safe=True))
