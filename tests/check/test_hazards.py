"""Everything the notation can say and the coach never leads is answered by a rule, and everything unread too."""

from __future__ import annotations

import pytest

from backrub.check import check_written
from backrub.routine.notation import MESSAGES, read_written
from backrub.routine.notation.vocabulary import CONTEXTS, entries
from tests.check.literate import CASES, cases

_LINES = {
    "hazard-technique": "work\n  2 min {word}, shoulders, right\n",
    "hazard-contact": "work\n  2 min kneading, shoulders, right, {word}\n",
    "hazard-area": "work\n  2 min kneading, {word}, palms\n",
    "hazard-aim": "note: {word}\nwork\n  2 min kneading, shoulders\n",
}
TABLES = sorted({table for tables in CONTEXTS.values() for table in tables if table.startswith("hazard-")})
WORDS = [(table, name) for table in TABLES for entry in entries(table) for name in entry.names]
_NO_PROBLEMS = {"notation-untitled", "notation-never-led"}
_OF_THE_CHECKER = {"notation-unused-allowance", "notation-more-findings"}


@pytest.mark.parametrize(("table", "word"), WORDS)
def test_every_word_that_is_never_led_is_answered(table: str, word: str) -> None:
    """Elbows, cracking, the spine, promises: a safety rule says why not and what instead."""
    findings = check_written(read_written(_LINES[table].format(word=word)), profile="safe")
    assert [] != [finding for finding in findings if not finding.code.startswith("RUB4")]


def test_everything_that_cannot_be_read_belongs_to_a_rule() -> None:
    """Each problem of the notation is a finding of a rule; what is never led has a rule of its own."""
    import backrub.check.rules as package

    folder = package.__path__[0]
    problems = {key for key in MESSAGES if not key.startswith("notation-hint-") and key.startswith("notation-")}
    sources = " ".join(_source(folder, slug) for slug in _notation_slugs())
    unanswered = {
        key for key in problems - _NO_PROBLEMS - _OF_THE_CHECKER if f'"{key.removeprefix("notation-")}"' not in sources
    }
    assert set() == unanswered


def _notation_slugs() -> list[str]:
    return [path.stem for path in CASES if any("RUB4" in case.text for case in cases(path))]


def _source(folder: str, slug: str) -> str:
    from pathlib import Path

    return (Path(folder) / f"{slug.replace('-', '_')}.py").read_text(encoding="utf-8")
