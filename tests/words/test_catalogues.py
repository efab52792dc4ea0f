"""Catalogues and texts agree: each id has one text with exactly its arguments, and no text is left over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import chain

import pytest

from backrub import compose, person
from backrub.session import script
from backrub.words import LABELS, locales
from tests.words.ftl import LOCALES, ROOT, arguments, by_id, entries, pieces

CATALOGUES: dict[str, Mapping[str, tuple[str, ...]]] = {
    "session": script.MESSAGES,
    "compose": compose.MESSAGES,
    "person": person.MESSAGES,
    "labels": dict.fromkeys(LABELS, ()),
}
IDS = sorted(chain.from_iterable(CATALOGUES.values()))
OWN_FILES = ("cues.ftl", "names.ftl", "health.ftl", "reasons.ftl")
QUOTED = re.compile(r"""["'`]([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["'`]""")


@pytest.mark.parametrize("name", CATALOGUES)
def test_each_message_has_a_text(name: str) -> None:
    """Every id a room can emit has an English text."""
    assert [] == sorted(set(CATALOGUES[name]) - set(by_id("en")))


@pytest.mark.parametrize("name", CATALOGUES)
def test_each_text_takes_exactly_the_arguments_of_its_message(name: str) -> None:
    """A text uses every argument its message has, and asks for no other."""
    texts = by_id("en")
    expected = {key: set(args) for key, args in CATALOGUES[name].items() if key in texts}

    assert expected == {key: set(arguments("en", key)) for key in expected}


def test_no_text_is_left_over() -> None:
    """Each text of the rooms belongs to a catalogue, or is a piece of one that does."""
    texts = {entry.id for entry in entries("en") if entry.file in OWN_FILES}

    assert [] == sorted(texts - set(IDS) - pieces("en"))


def test_no_id_has_two_texts() -> None:
    """An id stands in one file, once."""
    assert [] == [key for key, count in Counter(entry.id for entry in entries("en")).items() if count > 1]


def test_no_id_belongs_to_two_catalogues() -> None:
    """Two rooms never mean different things by one id."""
    assert [] == [key for key, count in Counter(IDS).items() if count > 1]


def used(*patterns: str) -> set[str]:
    """Find every quoted word in sources that could be a message id, prefixes of put-together ones included."""
    paths = chain.from_iterable((ROOT / "src" / "backrub").glob(pattern) for pattern in patterns)
    return set(chain.from_iterable(QUOTED.findall(path.read_text(encoding="utf-8")) for path in paths))


def put_together(*patterns: str) -> tuple[str, ...]:
    """Find the fixed beginnings of ids that sources put together, such as `f"pressure-{number}"`."""
    paths = list(chain.from_iterable((ROOT / "src" / "backrub").glob(pattern) for pattern in patterns))
    start = re.compile(r"""["'`]([a-z][a-z0-9]*(?:-[a-z0-9]+)*-)\$?\{""")
    return tuple(set(chain.from_iterable(start.findall(path.read_text(encoding="utf-8")) for path in paths)))


@pytest.mark.parametrize(
    ("file", "patterns"),
    [
        ("cli.ftl", ("cli/**/*.py", "web/*.py", "app/*.py", "wiring.py", "__main__.py")),
        ("ui.ftl", ("web/static/*.html", "web/static/*.js", "web/static/views/*.js", "web/static/models/*.js")),
    ],
)
def test_what_the_shells_can_say_is_said_somewhere(file: str, patterns: tuple[str, ...]) -> None:
    """Every text of the command line and of the pages is named in their sources, or is a piece of one that is."""
    starts = put_together(*patterns)
    words_there = used(*patterns)
    texts = [entry.id for entry in entries("en") if entry.file == file]

    unused = [key for key in texts if key not in words_there | pieces("en") and not key.startswith(starts or ("\0",))]
    assert [] == unused


@pytest.mark.parametrize("locale", [name for name in locales() if name != "en"])
def test_another_language_says_nothing_that_english_does_not(locale: str) -> None:
    """A translation has no id of its own but pieces, and takes no argument its message has not."""
    english = by_id("en")
    strangers = set(by_id(locale)) - set(english) - pieces(locale)

    assert set() == strangers
    for key in set(by_id(locale)) & set(english) - pieces(locale):
        assert arguments(locale, key) <= arguments("en", key), key


def test_every_language_is_a_folder_of_known_files() -> None:
    """A file that no reader knows would never be said."""
    known = {path.name for path in (LOCALES / "en").glob("*.ftl")}
    for locale in locales():
        assert {path.name for path in (LOCALES / locale).iterdir()} <= known
