"""The shared limits agree with each other."""

from __future__ import annotations

import ast
import inspect

import pytest

from backrub.technique import limits


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(3, 1), (5, 1), (9, 1), (10, 2), (15, 2), (20, 3), (30, 4), (60, 5), (90, 5)],
)
def test_check_ins_are_few(minutes: int, expected: int) -> None:
    """At most 1, 2, 3, 4, 5 check-ins in 5, 10, 20, 30, 60 minutes."""
    assert expected == limits.check_ins_allowed(60 * minutes)


def test_pressures_are_in_order() -> None:
    """A frail person's cap is the least and the ceiling the most."""
    ladder = (
        limits.PRESSING,
        limits.WORKING,
        limits.FIRST_TIME_CAP,
        limits.STROKE_CAP,
        limits.CEILING,
        limits.TOO_MUCH,
    )
    assert tuple(sorted(ladder)) == ladder
    assert limits.PRESSING == limits.FRAIL_CAP


def test_every_limit_says_source_and_certainty() -> None:
    """Under each constant stands a sentence with its source and how sure it is."""
    body = ast.parse(inspect.getsource(limits)).body
    for statement, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(statement, ast.Assign):
            assert isinstance(after, ast.Expr)
            assert isinstance(after.value, ast.Constant)
            said = str(after.value.value)
            assert "Source: " in said
            assert any(f"Certainty: {mark}." in said for mark in ("H", "M", "L", "ENG")), said
