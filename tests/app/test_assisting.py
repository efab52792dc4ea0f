"""Whoever writes a line is offered how it can go on, and finds the page of what stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backrub.app.assisting import MOST_OFFERS, help_at, offers, technique_page
from backrub.app.texts import examine
from backrub.routine.notation import read_written
from backrub.technique import techniques
from backrub.words import Words
from tests.check.texts import any_texts

WORDS = Words()


def offered(text: str) -> list[tuple[str, int]]:
    """Give what is offered at the end of a text, with the column it starts at."""
    lines = text.split("\n")
    found = offers(text, len(lines), len(lines[-1]) + 1, read_written(text), WORDS)
    return [(one.text, one.column) for one in found]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ti", ("title: ", 1)),
        ("title: x\nwarm", ("warm up", 1)),
        ("for: 20 min on a ma", ("on a mat", 13)),
        ("receiver: nut", ("nut allergy", 11)),
        ("giver: sore", ("sore thumbs", 8)),
        ("keep off: mo", ("mole", 11)),
        ("work\n  3 min  knea", ("kneading", 10)),
        ("work\n  kneading, sh", ("shoulders", 13)),
        ("work\n  kneading, between the bl", ("between the blades", 13)),
        ("work\n  knead the right sh", ("shoulders", 19)),
        ("work\n  kneading, shoulders, pr", ("pressure 3 to 5", 24)),
        ("work\n  2 min  kneading\n  allow RUB10", ("RUB101: ", 9)),
    ],
)
def test_the_likeliest_comes_first(text: str, first: tuple[str, int]) -> None:
    """What fits the place is offered, and it replaces what was begun."""
    assert first == offered(text)[0]


@pytest.mark.parametrize("text", ["work\n  kneading # sh", "note: sh", "work\n  ask sh", "title: sh", "zzz"])
def test_nothing_is_offered_where_anything_may_be_written(text: str) -> None:
    """Sentences and comments are people's own, and an unknown beginning leads nowhere."""
    assert [] == offered(text)


def test_what_a_technique_is_meant_for_stands_before_the_rest() -> None:
    """After its name come the places it is meant for, then every other word."""
    found = [text for text, _ in offered("work\n  waist spread, ")]

    assert "above the hips" in found or "waist" == found[0]
    assert len(found) <= MOST_OFFERS


@pytest.mark.parametrize("name", techniques())
def test_every_technique_has_a_page(name: str) -> None:
    """It says what it is called, how hard it may feel, and who says so."""
    technique = techniques()[name]
    page = technique_page(technique, WORDS)

    assert f"**{name}**" in page
    assert technique.source in page
    assert f"{technique.felt[0]} to {technique.felt[1]}" in page


def test_the_narrowest_page_is_shown() -> None:
    """On a technique its page; on what a rule found the rule's; elsewhere none."""
    text = "work\n  3 min  petrissage, along the spine, palms\n  allow RUB201: asked for\n"
    examined = examine(text)
    spine = text.split("\n")[1].index("spine") + 1

    on_technique, on_finding = help_at(examined, 2, 12, WORDS), help_at(examined, 2, spine, WORDS)
    assert on_technique is not None
    assert "**petrissage**" in on_technique.page
    assert on_finding is not None
    assert "pressing-on-the-spine" in on_finding.page
    allowed = help_at(examined, 3, 20, WORDS)
    assert allowed is not None
    assert "RUB201" in allowed.page
    assert help_at(examined, 1, 1, WORDS) is None
    assert help_at(examined, 99, 1, WORDS) is None


@given(text=any_texts(), line=st.integers(1, 12), column=st.integers(1, 60))
def test_whatever_is_written_is_answered(text: str, line: int, column: int) -> None:
    """No text and no place is too odd to be asked about."""
    assert len(offers(text, line, column, read_written(text), WORDS)) <= MOST_OFFERS
    help_at(examine(text), line, column, WORDS)
