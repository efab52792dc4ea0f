"""Holds a routine against the rules of a profile, and what somebody allowed against what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from backrub.anatomy import Atlas
from backrub.check.allowing import allowance
from backrub.check.book import MOST_PLACES, Rule, all_rules, found_by, profile_of
from backrub.check.facts import UNKNOWN, Facts
from backrub.check.findings import Finding, Found
from backrub.check.subject import Subject, subject_of, subject_of_text
from backrub.routine import Message, Routine, message
from backrub.routine.notation import Written

__all__ = ["DEFAULT_PROFILE", "check", "check_routine", "check_written", "passes"]

DEFAULT_PROFILE = "kind"


def check_routine(
    routine: Routine, atlas: Atlas | None = None, facts: Facts = UNKNOWN, profile: str = DEFAULT_PROFILE
) -> tuple[Finding, ...]:
    """Check a routine that has no text; the line of a finding is the number of its step, from 1.

    Args:
        routine: What to check.
        atlas: Whose back, to draw each stroke on; without it none is drawn, which is much quicker.
        facts: What is known of the two people.
        profile: `safe`, `kind` or `teacher`.
    """
    return check(subject_of(routine, facts, atlas), profile)


def check_written(written: Written, atlas: Atlas | None = None, profile: str = DEFAULT_PROFILE) -> tuple[Finding, ...]:
    """Check a text.

    Args:
        written: What was read of it.
        atlas: Whose back, to draw each stroke on; without it none is drawn.
        profile: `safe`, `kind` or `teacher`.
    """
    return check(subject_of_text(written, atlas), profile)


def check(subject: Subject, profile: str = DEFAULT_PROFILE) -> tuple[Finding, ...]:
    """Give what the rules of a profile find, in order of place, each once; of one rule so many places and no more."""
    findings = (
        finding
        for rule in profile_of(profile)
        if subject.whole or not rule.about_flow
        for finding in _findings(rule, subject)
    )
    allowed = [each for finding in findings for each in _allowed(finding, subject)]
    return tuple(sorted(allowed, key=lambda each: (each.span, each.code)))


def passes(findings: Iterable[Finding]) -> bool:
    """Tell whether nothing was found, or nothing but hints and what somebody allowed."""
    return all(finding.severity == "info" for finding in findings)


def _findings(rule: Rule, subject: Subject) -> Iterator[Finding]:
    for number, each in enumerate(found_by(rule, subject)):
        finding = _finding(rule, each)
        yield finding if number < MOST_PLACES else _more(finding)


def _more(finding: Finding) -> Finding:
    """Say in place of a finding that there are more of them than are listed."""
    said = message("notation-more-findings", code=finding.code, most=MOST_PLACES)
    return replace(finding, message=said, hint=message("notation-hint-more-findings"), fix=None)


def _finding(rule: Rule, each: Found) -> Finding:
    return Finding(
        code=rule.code,
        slug=rule.slug,
        severity=each.severity or rule.severity,
        span=each.span,
        message=each.message or Message(f"rule-{rule.slug}", each.args),
        hint=each.hint if each.message else Message(f"rule-{rule.slug}-hint"),
        fix=each.fix,
    )


def _allowed(finding: Finding, subject: Subject) -> Iterator[Finding]:
    """Give a finding as it stands, as acknowledged when it is about safety, or not at all when it is allowed."""
    remark = allowance(subject, finding.code, finding.span.line)
    if remark is None:
        yield finding
    elif all_rules()[finding.code].is_safety:
        yield replace(finding, severity="info", acknowledged=remark.text)
