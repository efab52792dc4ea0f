"""The shelf gives each line a name before it is rendered, and renders nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backrub.app.speaking import Shelf
from tests.fakes.speech import FakeSpeech


@pytest.fixture
def speech() -> FakeSpeech:
    """Give a voice."""
    return FakeSpeech()


@pytest.fixture
def shelf(speech: FakeSpeech) -> Iterator[Shelf]:
    """Give an empty shelf that has found its voice."""
    shelf = Shelf(speech)
    shelf.find_voice()
    yield shelf
    shelf.close()


def test_a_line_is_rendered_when_it_is_fetched(shelf: Shelf) -> None:
    """A line given out but not yet rendered is rendered for whoever asks."""
    clip = shelf.clip_id("Softer.", "en")
    assert clip is not None
    assert b"en:Softer." == shelf.fetch(clip).result()


def test_equal_lines_share_a_clip_and_others_do_not(shelf: Shelf) -> None:
    """The name of a clip follows from language and text."""
    names = {shelf.clip_id(text, locale) for text, locale in (("a", "en"), ("a", "en"), ("b", "en"), ("a", "de"))}
    assert 3 == len(names)


def test_a_line_is_rendered_once(shelf: Shelf, speech: FakeSpeech) -> None:
    """What stands on the shelf is not rendered again."""
    shelf.prepare(["one", "two", "one"], "en")
    shelf.prepared().result()
    clip = shelf.clip_id("one", "en")
    assert clip is not None
    shelf.wav(clip)
    assert ["one", "two"] == speech.rendered


def test_a_name_it_did_not_give_out_is_unknown(shelf: Shelf, speech: FakeSpeech) -> None:
    """Nobody can have the coach say what it would not have said."""
    assert shelf.wav("0" * 64) is None
    assert [] == speech.rendered


def test_without_a_voice_there_are_no_clips() -> None:
    """A machine without a voice gives no names, so pages only show the lines."""
    shelf = Shelf(FakeSpeech(there=False))
    assert not shelf.find_voice()
    assert shelf.clip_id("Softer.", "en") is None
    shelf.close()


def test_the_shelf_stays_within_its_size_and_renders_again_what_fell_off(speech: FakeSpeech) -> None:
    """The oldest clips make room for new ones, and come back when they are asked for."""
    shelf = Shelf(speech, bytes_at_most=20)
    shelf.find_voice()
    shelf.prepare(["first-line", "second-line"], "en")
    shelf.prepared().result()
    clip = shelf.clip_id("first-line", "en")
    assert clip is not None
    assert b"en:first-line" == shelf.wav(clip)
    assert ["first-line", "second-line", "first-line"] == speech.rendered
    shelf.close()
