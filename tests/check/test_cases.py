"""Every rule fires where its literate cases say so, and nowhere else."""

from __future__ import annotations

import pytest

from backrub.check import Rule, all_rules, sections
from tests.check.literate import CASES, Case, cases, lines_found

EVERY = [case for path in CASES for case in cases(path)]
RULES = list(all_rules().values())


@pytest.mark.parametrize("case", EVERY, ids=lambda case: f"{case.slug}: {case.prose}")
def test_a_rule_fires_exactly_on_the_marked_lines(case: Case) -> None:
    """A rule finds what a case marks, and leaves the other lines alone."""
    assert case.expected == lines_found(case.slug, case.text)


def test_every_rule_has_cases() -> None:
    """There is one file of cases for each rule, and none for a rule that is not."""
    assert sorted(rule.slug for rule in RULES) == [path.stem for path in CASES]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_rule_is_shown_firing_and_silent_twice(path: object) -> None:
    """At least two cases must fire, and at least two must not."""
    firing = [bool(case.expected) for case in EVERY if case.slug == getattr(path, "stem", "")]
    assert 2 <= firing.count(True)
    assert 2 <= firing.count(False)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_the_example_of_a_page_fires_and_what_to_do_instead_does_not(rule: Rule) -> None:
    """What a page warns of is found, and what it advises is not."""
    page = sections(rule)
    assert () != lines_found(rule.slug, page["Example"])
    assert () == lines_found(rule.slug, page["Instead"])
