"""Checking a routine, text or plan: what was found, as records for programs, and the text mended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backrub.anatomy import Atlas, Body
from backrub.check import DEFAULT_PROFILE, Finding, check_routine, check_written, fixed
from backrub.person import back_of
from backrub.routine import Routine
from backrub.routine.notation import Written, position_in, read_written
from backrub.words import Words

__all__ = ["Mended", "Report", "back_to_check_on", "check_plan", "check_text", "mend", "mend_one", "record"]

MOST_ROUNDS = 5
"""Fixes that meet on a line wait for the next round; after so many nothing new comes of it."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one routine.

    Attributes:
        file: What it is called.
        text: Its text, or None for a plan.
        findings: What was found, in order of place.
    """

    file: str
    text: str | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """A mended text, and how many findings that answered."""

    text: str
    count: int


def check_text(text: str, file: str = "", profile: str = DEFAULT_PROFILE) -> Report:
    """Check a routine written as text."""
    written = read_written(text)
    return Report(file, text, check_written(written, back_to_check_on(written), profile))


def check_plan(routine: Routine, file: str = "", profile: str = DEFAULT_PROFILE) -> Report:
    """Check a routine that has no text; the line of a finding is the number of its step, from 1."""
    return Report(file, None, check_routine(routine, profile=profile))


def back_to_check_on(written: Written, body: Body | None = None) -> Atlas | None:
    """Give a back to draw strokes on, where spots to go round, or a body of its own, make that worth while.

    Args:
        written: What was read of a text.
        body: Whose back, where that is known; else one of usual size.
    """
    if body in (None, Body()) and next(written.headers("keep-off"), None) is None:
        return None
    return back_of(body or Body(), position=position_in(written))


def mend(text: str, profile: str = DEFAULT_PROFILE, *, unsafe: bool = False) -> Mended:
    """Mend a text by the fixes of what a profile finds, until nothing changes.

    Args:
        text: The routine.
        profile: `safe`, `kind` or `teacher`.
        unsafe: Whether to mend also what changes the rub itself.
    """
    count = 0
    for _ in range(MOST_ROUNDS):
        done = fixed(text, check_text(text, profile=profile).findings, unsafe=unsafe)
        if done.text == text:
            break
        text, count = done.text, count + len(done.mended)
    return Mended(text, count)


def mend_one(
    text: str, place: tuple[str, int, int], profile: str = DEFAULT_PROFILE, body: Body | None = None
) -> Mended:
    """Mend one finding of a text, whatever that changes; a finding that is not there mends nothing.

    Args:
        text: The routine.
        place: The code of the finding's rule, its line and its column.
        profile: The rules it was found by.
        body: Who receives the rub, where that is known.
    """
    written = read_written(text)
    findings = check_written(written, back_to_check_on(written, body), profile)
    one = [each for each in findings if (each.code, each.span.line, each.span.column) == place]
    done = fixed(text, one[:1], unsafe=True)
    return Mended(done.text, len(done.mended))


def record(report: Report, finding: Finding, words: Words) -> Mapping[str, object]:
    """Give a finding in the shape that other programs rely on."""
    fields: dict[str, object] = {
        "file": report.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "code": finding.code,
        "slug": finding.slug,
        "severity": finding.severity,
        "message": words.text(finding.message),
        "hint": words.text(finding.hint) if finding.hint else "",
        "end_column": finding.span.end,
        "fix": None if finding.fix is None else "safe" if finding.fix.safe else "unsafe",
    }
    return fields if finding.acknowledged is None else fields | {"acknowledged": finding.acknowledged}
