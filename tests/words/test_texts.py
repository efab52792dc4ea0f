"""Messages become text: exactly, in the nearest language, and never as an id read aloud."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from backrub import words
from backrub.routine import message
from backrub.words import MissingText, Words, locales, text, texts


@pytest.fixture
def with_german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give a second language that says two things and gets one of them wrong."""
    german = tmp_path / "locales" / "de"
    german.mkdir(parents=True)
    (german / "cues.ftl").write_text("softer = Leichter.\nfirmer = Mehr { $nobody }.\n", encoding="utf-8")
    english = Path(words.__file__).parent / "locales" / "en"
    (tmp_path / "locales" / "en").symlink_to(english, target_is_directory=True)
    caches = (texts.locales, texts.words_of, texts._bundle, texts._formatted)
    monkeypatch.setattr(texts, "_root", lambda: tmp_path / "locales")
    for held in caches:
        held.cache_clear()
    yield
    for held in caches:
        held.cache_clear()


def test_a_message_becomes_a_sentence() -> None:
    """Arguments choose the wording, and nothing invisible is left in the text."""
    far = message("next-stroke", lead="stroke", technique="petrissage", area="shoulders", side="right", near="far")

    assert text(far) == "When this stroke ends, knead the far shoulder, their right."


def test_numbers_are_plain() -> None:
    """No isolating mark stands round an argument: a voice would stumble over it."""
    said = text(message("hold-numbers", ceiling=6))

    assert said.startswith("Up to six")
    assert said.isprintable()


def test_a_missing_text_is_silence_and_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """An id is never read aloud: what has no text is not said, and a maintainer hears of it."""
    with caplog.at_level(logging.WARNING):
        assert text(message("no-such-line")) == ""

    assert "no-such-line" in caplog.text


def test_a_missing_text_is_an_error_where_it_is_asked_for_exactly() -> None:
    """`exact` tells a mistake of ours apart from silence."""
    with pytest.raises(MissingText, match="no-such-line"):
        Words().exact(message("no-such-line"))


def test_a_missing_argument_is_an_error_too() -> None:
    """A text whose arguments do not come is not said with a gap in it."""
    with pytest.raises(MissingText, match="hold-numbers"):
        Words().exact(message("hold-numbers"))


def test_english_is_first_and_always_there() -> None:
    """English is the first language listed."""
    assert locales()[0] == "en"


@pytest.mark.parametrize("asked", ["en-GB", "en_US", "xx", "", "en-Latn-GB"])
def test_the_nearest_language_answers(asked: str) -> None:
    """A region falls back on its language, and an unknown language on English."""
    assert Words(asked).locale == "en"


def test_another_language_is_used_where_it_speaks(with_german: None) -> None:
    """A folder is a language; its region finds it."""
    assert locales() == ("en", "de")
    assert text(message("softer"), "de-AT") == "Leichter."


def test_english_stands_in_for_what_is_missing_or_broken(with_german: None) -> None:
    """What a language lacks, or fills wrongly, is said in English."""
    assert text(message("just-right"), "de") == text(message("just-right"))
    assert text(message("firmer"), "de") == text(message("firmer"))


def test_a_language_tells_what_it_has_itself(with_german: None) -> None:
    """`has` is about the language itself, not about what stands in."""
    assert Words("de").has("softer")
    assert not Words("de").has("just-right")


def test_the_pages_get_their_own_file() -> None:
    """The pages' texts come as Fluent, for the pages to read themselves."""
    assert " = " in Words().ui()


def test_the_pages_get_english_where_a_language_has_none(with_german: None) -> None:
    """A language without texts for the pages shows them in English."""
    assert Words("de").ui() == Words("en").ui()
