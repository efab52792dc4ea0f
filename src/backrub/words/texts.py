"""Messages into text through Fluent: a language's files are parsed once, English stands in for what is missing.

A language is a folder under `locales/` with the same files as `en`. What it lacks is said in English; what English
lacks is said not at all and logged, because an id read aloud to two people at rest would be worse than silence.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource

from backrub.errors import BackrubError
from backrub.routine import Message

__all__ = ["FALLBACK", "MissingText", "Words", "locales", "text"]

FALLBACK = "en"
"""The language that is complete."""

_log = logging.getLogger(__name__)


class MissingText(BackrubError):
    """A message that no language has a text for, or whose arguments do not fill its text: a mistake of ours."""

    def __init__(self, message_id: str, why: str) -> None:
        super().__init__(f"{message_id}: {why}")
        self.message_id = message_id
        self.why = why


@cache
def locales() -> tuple[str, ...]:
    """Give the languages there are, English first."""
    found = sorted(entry.name for entry in _root().iterdir() if entry.is_dir() and _is_language(entry))
    return (FALLBACK, *(name for name in found if name != FALLBACK))


def text(message: Message, locale: str = FALLBACK) -> str:
    """Give a message's text in a language; see `Words.text`."""
    return words_of(locale).text(message)


@cache
def words_of(locale: str) -> Words:
    """Give the one reader of a language."""
    return Words(locale)


class Words:
    """The texts of one language.

    Attributes:
        locale: The language in use: the one asked for, its parent (`de` for `de-AT`), or English.
    """

    def __init__(self, locale: str = FALLBACK) -> None:
        self.locale = _nearest(locale)

    def text(self, message: Message) -> str:
        """Give the text of a message, or nothing, and a line in the log, when there is none in any language."""
        try:
            return self.exact(message)
        except MissingText as missing:
            _log.warning("no text: %s", missing)
            return ""

    def exact(self, message: Message) -> str:
        """Give the text of a message.

        Raises:
            MissingText: There is no text for it, or its arguments do not fill the text.
        """
        return _formatted(self.locale, message)

    def has(self, message_id: str) -> bool:
        """Tell whether this language itself has a text for an id."""
        return _bundle(self.locale).has_message(message_id)

    def ui(self, page: Literal["ui", "phone"] = "ui") -> str:
        """Give the texts of the pages in Fluent's own form, English where this language has none.

        Args:
            page: The giver's pages, or the one on a phone that joined.
        """
        own = _root() / self.locale / f"{page}.ftl"
        return (own if own.is_file() else _root() / FALLBACK / f"{page}.ftl").read_text(encoding="utf-8")


@lru_cache(maxsize=4096)
def _formatted(locale: str, message: Message) -> str:
    why = "no such id"
    for language in dict.fromkeys((locale, FALLBACK)):
        bundle = _bundle(language)
        pattern = bundle.get_message(message.id).value if bundle.has_message(message.id) else None
        if pattern is None:
            continue
        formatted, errors = bundle.format_pattern(pattern, dict(message.args))
        if not errors:
            return str(formatted).strip()
        why = str(errors[0])
    raise MissingText(message.id, why)


@cache
def _bundle(locale: str) -> FluentBundle:
    # No isolating marks: a voice stumbles over them, and a line never mixes directions with its arguments.
    bundle = FluentBundle([locale], use_isolating=False)
    for source in _sources(locale):
        bundle.add_resource(FluentResource(source.read_text(encoding="utf-8")))
    return bundle


def _sources(locale: str) -> Iterator[Traversable]:
    folder = _root() / locale
    yield from sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".ftl")), key=lambda entry: entry.name
    )


def _nearest(locale: str) -> str:
    language = locale.replace("_", "-")
    while language:
        if language in locales():
            return language
        language = language.rpartition("-")[0]
    return FALLBACK


def _is_language(folder: Traversable) -> bool:
    return any(entry.name.endswith(".ftl") for entry in folder.iterdir())


def _root() -> Traversable:
    return files("backrub.words") / "locales"
