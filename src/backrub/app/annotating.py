"""What each piece of a routine's text is, for an editor's colours: read by the reader that leads it, never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backrub.routine.notation import (
    Comment,
    Distance,
    Field,
    Header,
    Heading,
    Line,
    Pace,
    Ramp,
    Remark,
    Repeat,
    Span,
    Spots,
    StepLine,
    Time,
    Unknown,
    Word,
    Written,
)

__all__ = ["KINDS", "Token", "tokens"]

KINDS = (
    "key",
    "heading",
    "verb",
    "technique",
    "place",
    "hand",
    "pressure",
    "time",
    "word",
    "prose",
    "hazard",
    "comment",
)
"""The kinds there are; their order is part of what a language server says of itself."""

_WORDS = {
    "technique": "technique",
    "ride": "verb",
    "area": "place",
    "side": "place",
    "contact": "hand",
    "place": "hand",
    "manner": "hand",
}


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a text: where it stands, and which of `KINDS` it is."""

    span: Span
    kind: str


def tokens(written: Written, text: str) -> tuple[Token, ...]:
    """Give the pieces of a text in order of place; no two of them overlap.

    Args:
        written: What was read of it.
        text: The text itself, to find its comments in.
    """
    raw = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    pairs = zip(written.lines, raw, strict=False)
    return tuple(each for line, source in pairs for each in sorted(_of(line, source), key=lambda one: one.span))


def _of(line: Line, raw: str) -> Iterator[Token]:
    if isinstance(line, Header):
        yield Token(line.key_span, "key" if line.key else "word")
        yield from _fields(line.fields) if line.fields else (Token(line.span, "prose"),) if line.text else ()
    elif isinstance(line, Heading):
        yield Token(line.span, "heading")
    elif isinstance(line, Repeat):
        yield Token(_first_word(line.number, raw), "verb")
        yield from (Token(line.span, "time"),) if line.text else ()
    elif isinstance(line, Remark):
        yield Token(_first_word(line.number, raw), "key")
        yield from (Token(line.span, "prose"),) if line.text else ()
    elif isinstance(line, StepLine):
        yield from _step(line, raw)
    yield from _comment(line, raw)


def _step(line: StepLine, raw: str) -> Iterator[Token]:
    if line.kind not in ("ask", "say"):
        yield from _fields(line.fields)
        return
    verb = _first_word(line.number, raw)
    yield Token(verb, "verb")
    said = raw[verb.end - 1 : line.span.end - 1]
    start = verb.end + len(said) - len(said.lstrip(": \t"))
    if start < line.span.end:
        yield Token(Span(line.number, start, line.span.end), "prose")


def _fields(fields: tuple[Field, ...]) -> Iterator[Token]:
    for each in fields:
        if isinstance(each, Word):
            yield Token(each.span, "hazard" if each.hazard else _WORDS.get(each.kind, "word"))
        elif isinstance(each, Time | Spots | Distance):
            yield Token(each.span, "time")
        elif isinstance(each, Ramp | Pace):
            yield Token(each.span, "pressure" if isinstance(each, Ramp) else "time")
        else:
            assert isinstance(each, Unknown)  # noqa: S101 - a finding marks it, no colour does


def _first_word(number: int, raw: str) -> Span:
    body = raw.lstrip()
    start = len(raw) - len(body) + 1
    word = body.split(maxsplit=1)[0].rstrip(":") if body else ""
    return Span(number, start, start + len(word))


def _comment(line: Line, raw: str) -> Iterator[Token]:
    text = line.comment if isinstance(line, Comment | Header | Heading | Repeat | Remark | StepLine) else None
    if text is None:
        return
    ends = len(raw.rstrip())
    start = raw.rfind("#", 0, raw.rfind(text) + 1) if text else raw.rfind("#")
    if isinstance(line, Comment):
        start = len(raw) - len(raw.lstrip())
    if 0 <= start < ends:
        yield Token(Span(line.number, start + 1, ends + 1), "comment")
