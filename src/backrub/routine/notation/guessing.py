"""What unknown words may have meant: for exactly the words it would stand for, the known name most like them.

*Conventions* a name is compared with as many words as it has, each with its own, so that one slip never takes the word
beside it along; a name written in one word is known all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from backrub.data import load
from backrub.routine.notation.vocabulary import Context, entries, names_of, plain, pressure_words
from backrub.routine.notation.written import Span, Unknown

__all__ = ["Guess", "Guesser", "did_you_mean"]

CLOSE_ENOUGH = 72.0
"""How alike, of 100, a name must be to be proposed. Source: tried on common slips. Certainty: ENG."""

EACH_WORD = 50.0
"""How alike, of 100, each word of a longer name must be to its own. Source: as above. Certainty: ENG."""

NEVER_GUESSED = 40
"""Letters beyond which nobody is asked what they meant. Source: our guess. Certainty: ENG."""

MOST_LOOKUPS = 400
"""Beyond so many words nobody is helped by guesses, and they take time. Source: our guess. Certainty: ENG."""

_WORDS_AT_MOST = 5
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|\S")
_VERBS = ("ask", "say", "note", "repeat", "allow")
"""How a line can begin besides."""


@dataclass(frozen=True, slots=True)
class Guess:
    """Words that mean nothing: as they were written, where, and what they may have meant."""

    said: str
    span: Span
    meant: str | None = None

    @property
    def is_figure(self) -> bool:
        """Tell whether a figure comes first, whose unit is missing."""
        return self.said[:1].isdigit()


class Guesser:
    """Guesses, as long as there is not too much to guess."""

    def __init__(self) -> None:
        self._left = MOST_LOOKUPS

    def guesses(self, context: Context, unknown: Unknown, *, alone: bool = False) -> Iterator[Guess]:
        """Take unknown words apart into what can be guessed and what cannot.

        Args:
            context: Where they stand.
            unknown: The words.
            alone: Whether nothing else stands in their line, so that it may be a heading.
        """
        text = unknown.within or unknown.said
        tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text)]
        width = unknown.span.end - unknown.span.column
        index, lost = 0, -1
        while index < len(tokens) and tokens[index][0] < width:
            count, meant = self._nearest(context, text, tokens[index:], alone=alone)
            if meant is not None and lost >= 0:
                yield _guess(unknown, text, tokens[lost:index])
                lost = -1
            if meant is not None:
                yield _guess(unknown, text, tokens[index : index + count], meant)
            elif lost < 0:
                lost = index
            index += count
        if lost >= 0:
            yield _guess(unknown, text, tokens[lost:index])

    def _nearest(
        self, context: Context, text: str, tokens: list[tuple[int, int]], *, alone: bool
    ) -> tuple[int, str | None]:
        """Give how many of the words ahead are most like a name, and that name; else one word and None."""
        found: list[tuple[float, int, str]] = []
        for count in range(1, min(len(tokens), _WORDS_AT_MOST) + 1):
            phrase = text[tokens[0][0] : tokens[count - 1][1]]
            if self._left <= 0 or len(phrase) > NEVER_GUESSED or any(each.isdigit() for each in phrase):
                break
            self._left -= 1
            near = _near(context, plain(phrase), alone=alone)
            if near is not None:
                found.append((near[1], count, near[0]))
        _, count, meant = max(found, default=(0.0, 1, None))
        return count, meant


def did_you_mean(context: Context, said: str) -> str | None:
    """Give the name that is most like some words, or None when none is."""
    near = _near(context, plain(said), alone=False) if len(said) <= NEVER_GUESSED else None
    return near[0] if near is not None else None


def _guess(unknown: Unknown, text: str, tokens: list[tuple[int, int]], meant: str | None = None) -> Guess:
    start, end = tokens[0][0], tokens[-1][1]
    span = Span(unknown.span.line, unknown.span.column + start, unknown.span.column + end)
    return Guess(" ".join(text[start:end].split()), span, meant)


@cache
def _candidates(context: Context, *, alone: bool) -> Mapping[int, Mapping[str, str]]:
    """Give by their number of words the spellings to compare with, each with the name it is proposed for."""
    names = [
        *names_of(context),
        *load("notation")["beside-figures"].get(context, ()),
        *(pressure_words() if context == "step" else ()),
    ]
    if alone and context == "step":
        names += [*_VERBS, *(name for entry in entries("phase") for name in entry.names)]
    found: dict[int, dict[str, str]] = {}
    for name in names:
        found.setdefault(len(name.split()), {})[name] = name
        found.setdefault(1, {}).setdefault(name.replace(" ", ""), name)
    return found


@lru_cache(maxsize=1024)
def _near(context: Context, said: str, *, alone: bool) -> tuple[str, float] | None:
    """Give the name most like some words, and how alike it is."""
    if len(said) <= 2:
        return None
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - wanted only where something was misspelled

    words = said.split()
    names = _candidates(context, alone=alone).get(len(words), {})
    for spelling, score, _ in process.extract(said, list(names), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, limit=5):
        own = spelling.split()
        if len(own) == 1 or all(fuzz.ratio(one, other) >= EACH_WORD for one, other in zip(words, own, strict=True)):
            return names[spelling], score
    return None
