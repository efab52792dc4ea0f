"""The words: each means one thing where it is read, every id has a name, and slips find their word."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from backrub.anatomy import AREAS, COMPOSITES
from backrub.data import load
from backrub.person import CONDITIONS, Intention, MarkKind, Relation
from backrub.routine import PHASES, Contact, Glide, Place, Position, Side, Surface
from backrub.routine.notation import hazards_in
from backrub.routine.notation.guessing import did_you_mean
from backrub.routine.notation.vocabulary import (
    CONTEXTS,
    LONGEST,
    Context,
    Term,
    entries,
    first_name,
    look_up,
    plain,
    pressure_words,
)
from backrub.technique import techniques

KNOWN = {
    "technique": tuple(techniques()),
    "area": (*AREAS, *COMPOSITES),
    "contact": get_args(Contact),
    "place": get_args(Place),
    "phase": PHASES,
    "surface": get_args(Surface),
    "glide": get_args(Glide),
    "position": get_args(Position),
    "intention": get_args(Intention),
    "relation": get_args(Relation),
    "mark": get_args(MarkKind),
}
"""Every id that other rooms know, by the table that names it."""


@pytest.mark.parametrize("table", KNOWN)
def test_the_tables_name_exactly_what_there_is(table: str) -> None:
    """A new technique, area or contact without a name is found here, and so is a name for nothing."""
    assert set(KNOWN[table]) == {entry.term.id for entry in entries(table)}


def test_sides_and_conditions_have_names() -> None:
    """Every side and every condition of the health line can be written."""
    assert set(get_args(Side)) <= {entry.term.id for entry in entries("side")}
    assert [(Term("trait", key)) for key in CONDITIONS] == [look_up("receiver", key) for key in CONDITIONS]


def test_every_condition_of_the_health_line_has_a_name_and_one_id() -> None:
    """What bears on health is named as the health table names it, and has words of its own besides."""
    named = {entry.term.id for entry in entries("trait")}
    assert set() == set(CONDITIONS) - named


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("nut-allergy", "allergy-nuts"),
        ("nut allergy", "allergy-nuts"),
        ("allergic to nuts", "allergy-nuts"),
        ("hypermobile", "joints-slip"),
        ("dislocating shoulder", "joints-slip"),
        ("frail", "frail-old"),
        ("elderly", "frail-old"),
        ("thin skin", "frail-old"),
        ("latex", "latex-later"),
        ("latex in use", "latex-later"),
    ],
)
def test_words_that_were_ids_of_their_own_are_still_read(written: str, key: str) -> None:
    """A text of an earlier day says the same as ever, by the one id that health goes by."""
    assert Term("trait", key) == look_up("receiver", written)
    assert key in CONDITIONS


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_name_means_one_thing_where_it_is_read(context: Context) -> None:
    """No two ids of a context share a name, and no pressure word is a name as well."""
    named = Counter(
        name
        for table in CONTEXTS[context]
        for entry in entries(table)
        for name in {plain(each) for each in (*entry.names, entry.term.id)}
    )
    assert [] == [name for name, often in named.items() if often > 1]
    assert context != "step" or set() == set(named) & set(pressure_words())


def test_names_are_short_plain_and_can_be_read_in_a_field() -> None:
    """A name has at most the words that are looked for, no comma, and is in lower case."""
    every = [
        name for tables in CONTEXTS.values() for table in tables for entry in entries(table) for name in entry.names
    ]
    assert max(len(plain(name).split()) for name in every) <= LONGEST
    assert [] == [name for name in every if "," in name or "#" in name or name != name.casefold()]


def test_first_names_come_back() -> None:
    """What we write for an id is read as that id."""
    for context, tables in CONTEXTS.items():
        for entry in (entry for table in tables for entry in entries(table)):
            assert entry.term == look_up(context, entry.names[0])
    assert "upper gutters" == first_name("area", "gutters-upper")


def test_ten_pressures_have_words() -> None:
    """Each number of the scale has at least one word."""
    assert set(range(1, 11)) == set(pressure_words().values())


@pytest.mark.parametrize(("said", "meant"), [("sholders", "shoulders"), ("nuckles", "knuckles"), ("xyzzy", None)])
def test_slips_find_their_word(said: str, meant: str | None) -> None:
    """The nearest word is proposed, and none where nothing is near."""
    assert meant == did_you_mean("step", said)


def test_promises_in_sentences_are_found() -> None:
    """Pain as an aim and promises of cure are found in prose, whatever the spelling, and nothing in plain words."""
    assert ["pain"] == [term.id for term, _ in hazards_in("No pain, no gain!")]
    assert ["cure"] == [term.id for term, _ in hazards_in("It flushes out the toxins")]
    assert [] == list(hazards_in("How is this pressure? Painting the back with slow strokes."))


def test_every_figure_is_used() -> None:
    """The figures of the table are those the code asks for."""
    figures = load("notation")["figures"]
    assert {"breath_s", "otherwise", "turning", "source", "certainty"} == set(figures)
