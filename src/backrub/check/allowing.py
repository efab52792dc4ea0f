"""What somebody allowed: which line allows which finding, and which allows nothing."""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.book import MOST_PLACES, Rule, all_rules, found_by
from backrub.check.subject import Subject
from backrub.routine.notation import Remark

__all__ = ["allowance", "unused"]

_WHOLE = 0
"""The number under which a subject keeps what is remarked about the whole routine."""


def allowance(subject: Subject, code: str, line: int) -> Remark | None:
    """Give what allows a finding: a line with a reason below its own, or one at the head for the whole routine."""
    given = (each for number in (line, _WHOLE) for each in subject.remarks.get(number, ()))
    return next((each for each in given if each.kind == "allow" and each.code == code and each.text), None)


def unused(subject: Subject, but: str) -> Iterator[tuple[Rule, Remark]]:
    """Give each allowance with a reason that nothing found in the routine needs, with its rule.

    Args:
        subject: What is checked.
        but: The code of the rule that asks; an allowance of itself is never judged.
    """
    by_code: dict[str, list[Remark]] = {}
    for remarks in subject.remarks.values() if subject.routine is not None else ():
        for each in remarks:
            if each.kind == "allow" and each.text and each.code and each.code != but:
                by_code.setdefault(each.code, []).append(each)
    for code, given in by_code.items():
        rule = all_rules().get(code)
        if rule is not None and _is_known(rule, subject):
            used = {allowance(subject, code, each.span.line) for each in found_by(rule, subject)}
            yield from ((rule, each) for each in given if each not in used)


def _is_known(rule: Rule, subject: Subject) -> bool:
    """Tell whether a rule that finds nothing has really nothing to find: it read every line and drew every stroke."""
    undrawn = rule.draws and subject.atlas is None and subject.facts.has_marks
    unlisted = len(found_by(rule, subject)) > MOST_PLACES
    return not undrawn and not unlisted and (subject.whole or not rule.about_flow)
