"""Mends a text by the fixes of its findings, and never loses a comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from backrub.check.findings import Edit, Finding, Fix
from backrub.routine.notation import Span

__all__ = ["Fixed", "fixed"]

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A mended text.

    Attributes:
        text: The whole text.
        mended: What was mended.
    """

    text: str
    mended: tuple[Finding, ...]


def fixed(text: str, findings: Iterable[Finding], *, unsafe: bool = False) -> Fixed:
    """Mend what can be mended; of fixes that meet on a line the first one wins, so check and mend again.

    Fixes of one rule that stand apart on a line do not meet, such as those of several slips.

    Args:
        text: The text the findings are about.
        findings: What was found in it.
        unsafe: Whether to mend also what changes the rub itself.
    """
    mended: list[Finding] = []
    taken: dict[int, list[tuple[str, Span]]] = {}
    edits: list[Edit] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or finding.acknowledged or not (fix.safe or unsafe) or _meets(finding.code, fix, taken):
            continue
        mended.append(finding)
        edits += fix.edits
        for edit in fix.edits:
            taken.setdefault(edit.span.line, []).append((finding.code, edit.span))
    return Fixed(_edited(text, edits), tuple(mended))


def _meets(code: str, fix: Fix, taken: Mapping[int, list[tuple[str, Span]]]) -> bool:
    """Tell whether a fix would change what another one changes: the same words, or for another reason the same line."""
    return any(
        other != code or (edit.span.column <= span.end and span.column <= edit.span.end)
        for edit in fix.edits
        for other, span in taken.get(edit.span.line, ())
    )


def _edited(text: str, edits: Iterable[Edit]) -> str:
    mark = "\ufeff" if text.startswith("\ufeff") else ""  # columns are counted without it
    return mark + _edited_lines(text.removeprefix(mark), edits)


def _edited_lines(text: str, edits: Iterable[Edit]) -> str:
    ends = [*(match[0] for match in _LINE_END.finditer(text)), ""]
    lines = _LINE_END.split(text)
    newline = ends[0] or "\n"
    gone: set[int] = set()
    # From the end of each line backwards, so that columns still to come stay where they are.
    for edit in sorted(edits, key=lambda each: each.span, reverse=True):
        index = edit.span.line - 1
        if index == len(lines):  # below a last line that nothing ends
            lines[-1] += newline + edit.text.rstrip("\n").replace("\n", newline)
            continue
        line = lines[index]
        lines[index] = line[: edit.span.column - 1] + edit.text.replace("\n", newline) + line[edit.span.end - 1 :]
        if not lines[index].strip():
            gone.add(index)
    kept = (line + end for index, (line, end) in enumerate(zip(lines, ends, strict=True)) if index not in gone)
    return "".join(kept)
