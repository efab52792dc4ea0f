"""A place in a text shown as people know it from compilers: the line, and carets below what is meant."""

from __future__ import annotations

from backrub.routine.notation.written import Span

__all__ = ["excerpt"]

WIDEST = 100
"""Columns shown of a long line."""


def excerpt(text: str, span: Span) -> str:
    """Give the line of a place and below it carets under its columns; empty when there is no such line.

    Args:
        text: The whole text.
        span: The place.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not 1 <= span.line <= len(lines):
        return ""
    line = "".join(each if each.isprintable() else " " for each in lines[span.line - 1])
    skipped = max(0, span.column - WIDEST // 2) if len(line) > WIDEST else 0
    shown = line[skipped : skipped + WIDEST].rstrip()
    column = span.column - 1 - skipped
    width = max(1, min(span.end, skipped + WIDEST + 1) - span.column)
    return f"{shown}\n{' ' * column}{'^' * width}"
