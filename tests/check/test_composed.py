"""What the composer makes has nothing to answer for, as a plan and as text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from backrub.check import check, check_routine, facts_of, passes, subject_of_text
from backrub.compose import compose
from backrub.person import Wishes
from backrub.routine.notation import read_written, text_of
from backrub.words import text as said
from tests.counts import count
from tests.strategies import wishes


@settings(max_examples=count("wishes"))
@given(wished=wishes())
def test_every_composed_plan_passes_every_rule(wished: Wishes) -> None:
    """Whatever two people wish for, a teacher finds neither error nor warning in the plan, knowing them both."""
    findings = check_routine(compose(wished), facts=facts_of(wished), profile="teacher")
    assert passes(findings), findings


@settings(max_examples=count("examples"))
@given(wished=wishes())
def test_every_composed_plan_passes_as_text(wished: Wishes) -> None:
    """Written out and read again, it is still kind to the two it was made for."""
    written = read_written(text_of(compose(wished), said))
    findings = check(replace(subject_of_text(written), facts=facts_of(wished)))
    assert passes(findings), findings
