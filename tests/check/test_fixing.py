"""Fixes mend what they say, and never lose a comment."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backrub.app.checking import mend
from backrub.check import Fix, check_written, fixed
from backrub.routine.notation import Comment, read_written
from tests.check.literate import CASES, Case, cases
from tests.check.texts import any_texts, routines

EVERY = [case for path in CASES for case in cases(path) if case.expected]


def comments(text: str) -> list[str]:
    """Give every comment of a text, in order."""
    lines = read_written(text).lines
    found = [line.comment for line in lines if not isinstance(line, Comment) and hasattr(line, "comment")]
    own = [line.comment for line in lines if isinstance(line, Comment)]
    return sorted(each for each in [*found, *own] if each)


@given(text=routines(), unsafe=st.booleans())
def test_no_fix_ever_loses_a_comment(text: str, unsafe: bool) -> None:
    """Whatever is mended, every comment is still there."""
    assert comments(text) == comments(mend(text, "teacher", unsafe=unsafe).text)


@given(text=any_texts())
@example(text="2 min effleurage, whole back\naftercare\n  turn over")
@example(text="prepare\n  turn over\nwork\n  3 min effleurage, whole back")
def test_mending_mended_text_changes_nothing(text: str) -> None:
    """Safe fixes come to rest."""
    once = mend(text, "teacher").text
    assert once == mend(once, "teacher").text


@given(text=any_texts(), unsafe=st.booleans())
def test_without_findings_nothing_changes(text: str, unsafe: bool) -> None:
    """A text nobody finds fault with is left to the last character as it was."""
    assert text == fixed(text, (), unsafe=unsafe).text


@pytest.mark.parametrize("case", EVERY, ids=lambda case: f"{case.slug}: {case.prose}")
def test_a_fix_answers_its_finding(case: Case) -> None:
    """After a fix the rule has less to say, and nothing that can be read becomes unreadable."""
    before = [each for each in check_written(read_written(case.text), profile="teacher") if each.slug == case.slug]
    for finding in before:
        if finding.fix is None:
            continue
        text = fixed(case.text, [finding], unsafe=True).text
        after = [each for each in check_written(read_written(text), profile="teacher") if each.slug == case.slug]
        assert len(after) < len(before), text
        assert len(read_written(case.text).problems) >= len(read_written(text).problems), text


def test_unsafe_fixes_wait_to_be_asked_for() -> None:
    """What changes the rub itself is mended only on request."""
    text = "work\n  2 min gutter glide, spine, each side, heels, pressure 3 to 5  # mine\n"
    assert text == mend(text, "safe").text
    assert text.replace("spine", "beside the spine") == mend(text, "safe", unsafe=True).text


def test_a_question_taken_out_leaves_its_comment() -> None:
    """The comment of a line that goes stays where it stood."""
    text = "finish\n  ask Good?  # he likes this one\n  2 min effleurage, whole back, pressure 2 to 1\n"
    mended = mend(text, "safe").text
    assert text == mended
    assert "finish\n    # he likes this one\n  2 min" in mend(text, "kind").text


def test_what_is_acknowledged_is_not_mended() -> None:
    """Somebody gave a reason; nobody changes it behind their back."""
    text = "work\n  2 min gutter glide, spine, palms\n  allow RUB101: shown by her therapist\n"
    findings = check_written(read_written(text), profile="safe")
    assert [Fix] == [type(each.fix) for each in findings]
    assert text == fixed(text, findings, unsafe=True).text


def test_line_ends_and_the_mark_at_the_start_are_kept() -> None:
    """Files from other systems stay as they were but for what is mended."""
    text = "\ufefffinish\r\n  ask Good?\r\n  2 min effleurage, whole back, pressure 2 to 1\r\n"
    assert "\ufefffinish\r\n  2 min effleurage, whole back, pressure 2 to 1\r\n" == mend(text).text
