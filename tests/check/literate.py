"""Reads the literate cases of the rules: prose, then a routine, `# finding: RUB101` on each offending line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from backrub.anatomy import Body, atlas_for
from backrub.check import by_name
from backrub.check.subject import subject_of_text
from backrub.routine.notation import read_written

__all__ = ["CASES", "Case", "cases", "lines_found"]

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))
_BLOCK = re.compile(r"(?P<prose>[^\n]+)\n+```rub\n(?P<text>.*?)```", re.DOTALL)
_MARK = re.compile(r"#\s*finding: (RUB\d{3})")


class Case(NamedTuple):
    """One routine of a case file: what it shows, its text, and on which lines the rule must fire."""

    slug: str
    prose: str
    text: str
    expected: tuple[int, ...]


def cases(path: Path) -> Iterator[Case]:
    """Give the cases of a file; a line that is only a mark speaks of the line above it."""
    for match in _BLOCK.finditer(path.read_text(encoding="utf-8")):
        lines = match["text"].split("\n")
        marked = [(number, line) for number, line in enumerate(lines, 1) if _MARK.search(line)]
        expected = tuple(number - (line.lstrip().startswith("#")) for number, line in marked)
        yield Case(path.stem, match["prose"], match["text"], expected)


def lines_found(slug: str, text: str) -> tuple[int, ...]:
    """Give the lines on which a rule fires in a text."""
    rule = by_name(slug)
    assert rule is not None, slug
    subject = subject_of_text(read_written(text), atlas_for(Body()))
    return tuple(sorted({each.span.line for each in rule.check(subject)}))
