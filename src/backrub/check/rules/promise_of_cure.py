"""A cure is promised.

Finds: Sentences that promise healing, detoxing, lower cortisol and the like.

Why: Comfort is what a back rub gives. Cortisol hardly moves, and there are no toxins to flush.

Example:
    note: Releases toxins
    work
      2 min  effleurage, whole back

Instead:
    note: Nice after a long day
    work
      2 min  effleurage, whole back

Fix: None.

Source: Moyer 2011 on cortisol; no toxin has been named; Geri 2022 on tender spots. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import promises
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for said, words in promises(subject, "cure"):
        yield found(said.span, said=words)
