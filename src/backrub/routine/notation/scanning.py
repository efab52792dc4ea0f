"""What a field says: its words looked up, its figures read, and what nobody knows kept with its place.

A field is read from left to right; at each word the longest thing that can be read there wins, so that `between the
shoulder blades` is one place. Words such as `on the` may stand anywhere and say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from backrub.data import load
from backrub.routine.notation.quantities import (
    age_in,
    distance_in,
    pace_in,
    ramp_in,
    spots_in,
    time_in,
    weeks_in,
)
from backrub.routine.notation.vocabulary import LONGEST, Context, look_up
from backrub.routine.notation.written import Field, Span, Unknown, Word

__all__ = ["scan"]

_Reader = Callable[[str, int], tuple[Field, int] | None]
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:\.\d+)?|\S")
_READERS: Mapping[Context, tuple[_Reader, ...]] = {
    "step": (time_in, pace_in, ramp_in, spots_in),
    "for": (time_in,),
    "keep-off": (distance_in,),
    "receiver": (weeks_in, age_in),
}
_SILENT = frozenset("().&+")


@cache
def _fillers() -> frozenset[str]:
    return frozenset(load("notation")["filler"]["words"]) | _SILENT


def scan(context: Context, text: str, line: int, column: int) -> tuple[Field, ...]:
    """Read a field.

    Args:
        context: Which words count.
        text: The field.
        line: Its line.
        column: The column of its first character.
    """
    return tuple(replace(each, span=_placed(each.span, line, column)) for each in _scanned(context, text))


def _placed(span: Span, line: int, column: int) -> Span:
    return Span(line, span.column + column - 1, span.end + column - 1)


@lru_cache(maxsize=4096)
def _scanned(context: Context, text: str) -> tuple[Field, ...]:
    return tuple(_fields(context, text))


def _fields(context: Context, text: str) -> Iterator[Field]:
    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text)]
    index, unknown = 0, -1
    while index < len(tokens):
        start, end = tokens[index]
        found = _longest(context, text, tokens, index)
        silent = found is None and text[start:end].lower() in _fillers()
        if (found or silent) and unknown >= 0:
            yield _unknown(text, tokens[unknown][0], tokens[index - 1][1])
            unknown = -1
        if found is not None:
            yield found[0]
            index = next((i for i in range(index, len(tokens)) if tokens[i][0] >= found[1]), len(tokens))
            continue
        if not silent and unknown < 0:
            unknown = index
        index += 1
    if unknown >= 0:
        yield _unknown(text, tokens[unknown][0], tokens[-1][1])


def _unknown(text: str, start: int, end: int) -> Unknown:
    return Unknown(" ".join(text[start:end].split()), Span(0, start + 1, end + 1), text[start:])


def _longest(context: Context, text: str, tokens: Sequence[tuple[int, int]], index: int) -> tuple[Field, int] | None:
    """Give what can be read at a word, the longest first, with the offset after it.

    What would end within a word or a figure is not read: the 1 of a `1.0000001` is another number.
    """
    start = tokens[index][0]
    named = _named(context, text, tokens, index)
    read = [found for reader in _READERS.get(context, ()) if (found := reader(text, start)) is not None]
    whole = [found for found in read if _ends_a_word(tokens, index, found[1])]
    return max((*whole, *named), key=lambda found: found[1], default=None)


def _ends_a_word(tokens: Sequence[tuple[int, int]], index: int, at: int) -> bool:
    while index < len(tokens) and tokens[index][1] < at:
        index += 1
    return index == len(tokens) or tokens[index][1] == at


def _named(context: Context, text: str, tokens: Sequence[tuple[int, int]], index: int) -> list[tuple[Field, int]]:
    start = tokens[index][0]
    for last in range(min(len(tokens), index + LONGEST) - 1, index - 1, -1):
        end = tokens[last][1]
        term = look_up(context, text[start:end])
        if term is not None:
            said = " ".join(text[start:end].casefold().split())
            return [(Word(term.kind, term.id, said, Span(0, start + 1, end + 1), term.hazard), end)]
    return []
