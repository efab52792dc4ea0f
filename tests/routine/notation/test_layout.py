"""There is one layout; laying out twice changes nothing, and never a word, a figure or a comment."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from backrub.routine.notation import layout, read_written, routine_of
from tests.counts import count
from tests.routine.notation.texts import DESK_DAY, heaps, meaning


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("3 MIN   Effleurage ,whole  back", "3 min    effleurage, whole back\n"),
        ("effleurage for 3 minutes over the whole back", "3 min    effleurage, whole back\n"),
        ("pressure 2-4, palms, whole back, caress, 90s", "90 s     caress, whole back, palms, pressure 2 to 4\n"),
        ("1 min caress, gentle ( 3 ) to light (2)", "1 min    caress, gentle (3) to light (2)\n"),
        ("ask   How is it?   # kindly", "ask      How is it?  # kindly\n"),
        ("work\n1 min caress", "work\n  1 min    caress\n"),
        ("\n\n1 min caress\n\n\n2 min caress\n\n", "1 min    caress\n\n2 min    caress\n"),
        ("title: x\n1 min caress", "title: x\n\n1 min    caress\n"),
        ("hold, 60s, right shoulder", "hold     shoulder, right, 60 s\n"),
        ("hold between the blades, 2 tender spots", "hold     2 tender spots between the blades\n"),
        ("go, the head end, right side", "go to the head end, right side\n"),
        ("repeat 2 times\n   1 min caress\n1 min caress", "repeat   twice\n  1 min    caress\n1 min    caress\n"),
        ("work\n# about it\n 1 min caress#?", "work\n  # about it\n  1 min caress#?\n"),
        ("#   two\n##  two", "# two\n##  two\n"),
        ("   3 min efleurage   ,  back ", "3 min efleurage , back\n"),
        ("12 min 90 s caress\n1 min caress", "13 min 30 s  caress\n1 min        caress\n"),
        ("", ""),
    ],
)
def test_one_layout(written: str, expected: str) -> None:
    """Columns, order, spaces and blank lines are ours; what nobody understands stays as it stands."""
    assert expected == layout(read_written(written))


def test_the_routine_of_the_reference_changes_in_its_spaces_only() -> None:
    """A routine in good order stays as it is, but for the space before a comment."""
    assert DESK_DAY.replace("     #", "  #") == layout(read_written(DESK_DAY))


@settings(max_examples=count("texts"))
@given(heaps())
@example("prepare  beside :")
@example("ask, #")
@example("3 min half a minute")
@example("note: \\# x # y\nsay \\\\# z")
def test_laying_out_keeps_meaning_and_is_done_once(text: str) -> None:
    """Read again, the layout says the same line by line, has the same comments and problems, and stays as it is."""
    before = read_written(text)
    laid_out = layout(before)
    after = read_written(laid_out)
    assert laid_out == layout(after)
    assert meaning(before) == meaning(after)
    assert [problem.message for problem in before.problems] == [problem.message for problem in after.problems]


@settings(max_examples=count("texts"))
@given(heaps())
def test_laying_out_leads_to_the_same_rub(text: str) -> None:
    """What is led is the same before and after."""
    before, after = (routine_of(read_written(each)) for each in (text, layout(read_written(text))))
    assert before.routine == after.routine
