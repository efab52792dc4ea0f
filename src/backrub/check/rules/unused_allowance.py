"""A rule is allowed to be broken where nothing breaks it.

Finds: `allow` lines whose rule finds nothing there: the fault was mended, or the line stands below another step. It is
    a warning for a rule of safety, a thought for any other.

Why: A fault that is allowed ahead of time is not seen when it comes.

Example:
    work
      2 min  gutter glide, beside the spine, heels
      allow RUB101: her physiotherapist showed us

Instead:
    work
      2 min  gutter glide, beside the spine, heels

Fix: Safe: the line is taken away, its comment stays.

Source: How this checker works. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found
from backrub.check.mending import put
from backrub.check.subject import Subject
from backrub.routine import message

__all__ = ["check"]


_HINT = message("notation-hint-unused-allowance")
_OWN = "RUB409"


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    from backrub.check.allowing import unused  # noqa: PLC0415 - it asks the book, which loads this file

    for rule, remark in unused(subject, but=_OWN):
        said = message("notation-unused-allowance", code=rule.code)
        fix = put(remark.whole, "", safe=True)
        yield Found(remark.whole, (), fix, said, _HINT, "warning" if rule.is_safety else "info")
