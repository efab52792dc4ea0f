"""What the notation found while reading, given to the rules about the notation."""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found
from backrub.check.mending import put
from backrub.check.subject import Subject
from backrub.routine.notation import Problem, Span

__all__ = ["from_problems"]

_DID_YOU_MEAN = "notation-hint-did-you-mean"


def from_problems(subject: Subject, *names: str) -> Iterator[Found]:
    """Give the problems of some ids, without their `notation-`, in the notation's own words."""
    ids = {f"notation-{name}" for name in names}
    for problem in subject.built.problems if subject.built else ():
        if problem.message.id in ids:
            hint = problem.hint
            meant = dict(hint.args).get("meant") if hint is not None and hint.id == _DID_YOU_MEAN else None
            fix = put(problem.span, str(meant)) if meant else None
            yield Found(_wide(problem), (), fix, problem.message, hint, problem.severity)


def _wide(problem: Problem) -> Span:
    """Give a place at least one column wide, so that a caret can stand under it."""
    span = problem.span
    return Span(span.line, span.column, max(span.end, span.column + 1))
