"""The times do not add up to the stated total.

Finds: A total in `for:` that is not the sum of the steps; "each side" counts twice, repeats as often as they say.

Why: Somebody has planned an evening round that figure.

Example:
    for: 10 min on a mat
    work
      4 min  caress, whole back
      4 min  effleurage, whole back

Instead:
    for: 8 min on a mat
    work
      4 min  caress, whole back
      4 min  effleurage, whole back

Fix: Unsafe: the stated total becomes the sum.

Source: Arithmetic. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Fix, Found
from backrub.check.mending import put
from backrub.check.reading import from_problems
from backrub.check.subject import Subject
from backrub.routine.notation import Span

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for each in from_problems(subject, "sum"):
        yield Found(each.span, (), _summed(subject, each.span), each.message, each.hint, each.severity)


def _summed(subject: Subject, span: Span) -> Fix:
    minutes, seconds = divmod(subject.duration_s, 60)
    parts = [f"{minutes} min"] if minutes else []
    return put(span, " ".join([*parts, f"{seconds} s"] if seconds or not minutes else parts))
