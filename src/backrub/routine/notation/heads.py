"""Header lines: the value of each key, read with the words that count there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from backrub.routine.notation.quantities import pressure_in
from backrub.routine.notation.scanning import scan
from backrub.routine.notation.slips import Guesses, slip
from backrub.routine.notation.steps import MOST_SECONDS, SCALE
from backrub.routine.notation.vocabulary import Context
from backrub.routine.notation.written import Distance, Field, Header, Problem, Ramp, Severity, Span, Time, Unknown, Word

__all__ = ["FORMAT", "Read", "escaped", "header_of", "unescaped"]

FORMAT = 1
"""The version of the notation written and read here."""

_CONTEXTS: dict[str, Context] = {"for": "for", "receiver": "receiver", "giver": "giver", "keep-off": "keep-off"}
_PART = re.compile(r"[^,\s][^,]*")
_ESCAPED = re.compile(r"(^|\s)\\(\\*)#")
_BEGINS_COMMENT = re.compile(r"(^|\s)(\\*)#")


@dataclass(frozen=True, slots=True)
class Read:
    """A header with its fields, and the way to its problems."""

    header: Header

    def problems(self, guesses: Guesses) -> Iterator[Problem]:
        """Give what is wrong with it."""
        header = self.header
        if header.key is None:
            yield from guesses.unknown("key", Unknown(header.said, header.key_span), name="unknown-header")
        elif not header.text:
            yield slip("empty-header", header.key_span, said=header.said)
        elif header.key in ("cap", "format"):
            yield from _figure_problems(header)
        else:
            yield from _field_problems(header, guesses)


def header_of(header: Header, value: str) -> Read:
    """Read the value of a header.

    Args:
        header: The header without its fields.
        value: Its value as it stands in the line.
    """
    key = header.key
    if key in _CONTEXTS:
        return Read(replace(header, fields=tuple(_fields(_CONTEXTS[key], value, header.span))))
    if key == "cap":
        cap = pressure_in(value.strip())
        return Read(replace(header, fields=(Ramp(cap, cap, header.span),) if cap else ()))
    if key == "title":
        return Read(replace(header, text=unescaped(header.text)))
    return Read(header)


def escaped(text: str) -> str:
    """Give a sentence as it is written: a backslash before each `#` that would begin a comment."""
    return _BEGINS_COMMENT.sub(r"\1\\\2#", text)


def unescaped(text: str) -> str:
    """Give a sentence as it is meant: a `#` after a space is written with a backslash, to tell it from a comment."""
    return _ESCAPED.sub(r"\1\2#", text)


def _fields(context: Context, value: str, span: Span) -> Iterator[Field]:
    for part in _PART.finditer(value):
        yield from scan(context, part[0].rstrip(), span.line, span.column + part.start())


def _figure_problems(header: Header) -> Iterator[Problem]:
    if header.key == "format" and header.text != str(FORMAT):
        yield slip("other-format", header.span, hint="format", said=header.text, known=FORMAT)
    if header.key == "cap":
        ramp = next((each for each in header.fields if isinstance(each, Ramp)), None)
        if ramp is None or not SCALE[0] <= ramp.start <= SCALE[1]:
            yield slip("pressure-range", header.span, hint="pressure")


def _field_problems(header: Header, guesses: Guesses) -> Iterator[Problem]:
    # A condition nobody knows must not pass unseen, yet it keeps nobody from leading the rest.
    severity: Severity = "warning" if header.key in ("receiver", "giver") else "error"
    unknown = [each for each in header.fields if isinstance(each, Unknown)]
    context = _CONTEXTS[header.key or ""] if unknown else "for"
    yield from guesses.unknown(context, *unknown, name=f"unknown-{header.key}", severity=severity)
    for each in header.fields:
        if isinstance(each, Time) and not (each.unit == "s" and 0 < each.amount <= MOST_SECONDS):
            yield slip("time-range", each.span, hint="time")
    if header.key == "for":
        for kind in ("surface", "glide", "position", "intention", "relation"):
            words = [each for each in header.fields if isinstance(each, Word) and each.kind == kind]
            yield from (slip("twice", word.span, said=word.said) for word in words[1:])
    if header.key == "keep-off":
        yield from _keep_off_problems(header)


def _keep_off_problems(header: Header) -> Iterator[Problem]:
    across = [each for each in header.fields if isinstance(each, Distance) and each.direction in ("left", "right")]
    down = [each for each in header.fields if isinstance(each, Distance) and each.direction == "down"]
    areas = [each for each in header.fields if isinstance(each, Word) and each.kind == "area"]
    unknown = any(isinstance(each, Unknown) for each in header.fields)
    if not unknown and not areas and not (across and down):
        yield slip("where", header.span, hint="where")
