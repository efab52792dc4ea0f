"""The reference of the notation is true: its words are the vocabulary's, and its examples are read."""

from __future__ import annotations

import re

import pytest
from notation_page import PAGE, page_with_words

from backrub.routine.notation import layout, read_written, routine_of

PAGE_TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```rub\n(.*?)```", PAGE_TEXT, re.DOTALL)


def cells(heading: str, column: int) -> list[str]:
    """Give the code in one column of the table below a heading."""
    table = PAGE_TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [row.split(" | ") for row in re.findall(r"^\| (.*)$", table, re.MULTILINE)]
    return [code for row in rows for code in re.findall(r"`([^`]+)`", row[column])]


def test_the_words_are_those_of_the_vocabulary() -> None:
    """The tables are what `python tools/notation_page.py` writes now."""
    assert page_with_words(PAGE_TEXT) == PAGE_TEXT


@pytest.mark.parametrize("example", EXAMPLES)
def test_whole_examples_are_led(example: str) -> None:
    """A routine shown on the page has no problem and stands in the canonical layout."""
    assert () == routine_of(read_written(example)).problems
    assert example == layout(read_written(example))


@pytest.mark.parametrize("line", cells("The forms of a line", 1))
def test_every_form_is_read(line: str) -> None:
    """The example of each form is read without a problem."""
    assert () == read_written(line).problems


@pytest.mark.parametrize("field", cells("What a step can say", 1))
def test_every_field_is_read(field: str) -> None:
    """The example of each field is read in a line with a technique."""
    technique = "" if field in ("effleurage", "kneading") else "caress, "
    assert () == read_written(f"{technique}{field}").problems


@pytest.mark.parametrize("line", [code for code in cells("The header", 1) if ":" in code])
def test_every_header_is_read(line: str) -> None:
    """The example of each header line is read without a problem."""
    assert () == read_written(line).problems
