"""A rule is allowed to be broken without a reason, or there is no such rule.

Finds: `allow` lines without a reason or with a code that is no rule's.

Why: Safety rules cannot be switched off, only acknowledged. The reason is for the next person who reads it.

Example:
    work
      2 min  kneading, shoulders, right, pressure 5
      allow RUB999: we know

Instead:
    work
      2 min  kneading, shoulders, right, pressure 5
      allow RUB304: second time tonight, he is warm

Fix: None.

Source: How this checker works. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found
from backrub.check.reading import from_problems
from backrub.check.subject import Subject
from backrub.routine import message
from backrub.routine.notation import Remark

__all__ = ["check"]


_SHAPE = 6
_HINT = message("notation-hint-rule")


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    from backrub.check.book import codes  # noqa: PLC0415 - the book loads this file

    yield from from_problems(subject, "not-a-rule", "no-reason")
    for line in subject.written.lines if subject.written else ():
        if not isinstance(line, Remark) or line.code is None:
            continue
        if len(line.code) == _SHAPE and line.code not in codes():
            yield Found(line.span, (), None, message("notation-not-a-rule", said=line.code), _HINT)
