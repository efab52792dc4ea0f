"""The pages of the rules are what the rules say."""

from __future__ import annotations

from rule_pages import FOLDER, files

from backrub.check import all_rules
from tests.cli.running import ROOT


def test_every_page_is_current() -> None:
    """What is committed is what the docstrings give; `tools/make_rules` makes it anew."""
    assert [] == [
        path.name for path, text in files(ROOT).items() if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def test_no_page_is_left_over() -> None:
    """There is a page for each rule and the index, and no other."""
    assert {"README", *(rule.slug for rule in all_rules().values())} == {
        path.stem for path in (ROOT / FOLDER).glob("*.md")
    }
