"""Catalogues and texts agree: each id has one text with exactly its arguments, and no text is left over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import chain

import pytest

from backrub import anatomy, check, compose, person, technique
from backrub.routine import notation
from backrub.session import script
from backrub.wire import catalogue as wire
from backrub.words import LABELS, locales
from tests.words.ftl import LOCALES, PAGES_FILES, ROOT, arguments, by_id, entries, pieces

CATALOGUES: dict[str, Mapping[str, tuple[str, ...]]] = {
    "anatomy": anatomy.MESSAGES,
    "technique": technique.MESSAGES,
    "session": script.MESSAGES,
    "check": check.MESSAGES,
    "compose": compose.MESSAGES,
    "person": person.MESSAGES,
    "notation": notation.MESSAGES,
    "wire": wire.MESSAGES,
    "labels": dict.fromkeys(LABELS, ()),
}
IDS = sorted(chain.from_iterable(CATALOGUES.values()))
QUOTED = re.compile(r"""["'`]([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["'`]""")
PUT_TOGETHER = re.compile(r"""[`"']([a-z][a-z0-9]*(?:-[a-z0-9]+)*-)(?:\$\{|["'] \+)""")
SAID = re.compile(r"""\.say\(["']([a-z][a-z0-9-]*)["']""")


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
    """Each text belongs to a catalogue, or is a piece of one that does."""
    assert [] == sorted(set(by_id("en")) - set(IDS) - pieces("en"))


@pytest.mark.parametrize("pages", [False, True])
def test_no_id_has_two_texts(*, pages: bool) -> None:
    """An id stands in one file, once; the pages have a space of their own."""
    ids = Counter(entry.id for entry in entries("en") if (entry.file in PAGES_FILES) is pages)

    assert [] == [key for key, count in ids.items() if count > 1]


def test_no_id_belongs_to_two_catalogues() -> None:
    """Two rooms never mean different things by one id."""
    assert [] == [key for key, count in Counter(IDS).items() if count > 1]


def page_sources() -> str:
    """Give everything the pages are made of, but what others wrote."""
    folder = ROOT / "src" / "backrub" / "web" / "static"
    paths = (path for path in folder.rglob("*") if path.suffix in (".js", ".html") and "vendor" not in path.parts)
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(paths))


def test_every_text_of_the_pages_is_used() -> None:
    """A text of the pages is named in them, whole or in the parts they put it together from, or is a piece."""
    sources = page_sources()
    named = set(QUOTED.findall(sources)) | pieces("en")
    starts = tuple(set(PUT_TOGETHER.findall(sources)))

    def is_used(key: str) -> bool:
        cuts = [match.start() for match in re.finditer("-", key)]
        joined = any(key[:cut] in named and key[cut + 1 :] in named for cut in cuts)
        return key in named or key.startswith(starts) or joined

    assert [] == [key for key in by_id("en", pages=True) if not is_used(key)]


def test_the_pages_name_no_text_that_is_not_there() -> None:
    """What the pages ask for by name is in their file."""
    asked_for = set(SAID.findall(page_sources()))

    assert asked_for
    assert [] == sorted(asked_for - set(by_id("en", pages=True)))


def test_another_language_says_nothing_that_english_does_not() -> None:
    """A translation has no id of its own but pieces, and takes no argument its message has not."""
    english = by_id("en")
    for locale in locales()[1:]:
        own = by_id(locale)
        assert set() == set(own) - set(english) - pieces(locale)
        for key in set(own) & set(english) - pieces(locale):
            assert arguments(locale, key) <= arguments("en", key), key


def test_every_language_is_a_folder_of_known_files() -> None:
    """A file that no reader knows would never be said."""
    known = {path.name for path in (LOCALES / "en").glob("*.ftl")}
    for locale in locales():
        assert {path.name for path in (LOCALES / locale).iterdir()} <= known
