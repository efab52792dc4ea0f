"""Text into what somebody wrote: every line by itself, so that one bad line never hides the next error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, cast

from backrub.routine.model import Phase
from backrub.routine.notation.heads import header_of, unescaped
from backrub.routine.notation.quantities import number_of
from backrub.routine.notation.scanning import scan
from backrub.routine.notation.shapes import NoShape, Part, Shape, shape_of
from backrub.routine.notation.slips import MOST_SLIPS, Guesses, slip
from backrub.routine.notation.steps import check_step, kind_of
from backrub.routine.notation.vocabulary import look_up
from backrub.routine.notation.written import (
    Blank,
    Comment,
    Distance,
    Field,
    Header,
    Heading,
    Line,
    Problem,
    Remark,
    RemarkKind,
    Repeat,
    Span,
    StepLine,
    Time,
    Unreadable,
    Written,
)

__all__ = ["MOST_BYTES", "MOST_COLUMNS", "MOST_LINES", "MOST_SPOTS_KEPT", "read_written", "unreadable"]

MOST_BYTES = 256 * 1024
"""Longer texts are refused before anything is read. Source: our design. Certainty: ENG."""

MOST_LINES = 4000
"""Lines read at most; what comes after is not. Source: our guess, a rub of 90 min has 150. Certainty: ENG."""

MOST_COLUMNS = 1000
"""Longer lines are not taken apart. Source: our guess. Certainty: ENG."""

MOST_SPOTS_KEPT = 20
"""Spots of a person's own to go round. Source: our guess. Certainty: ENG."""

MOST_TIMES = 99
BYTE_ORDER_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_TAB_COLUMNS = 4
_ALLOWED = re.compile(r"RUB\d{3}")
_PROSE = {"ask", "say", "why", "note"}
_UNREADABLE = {
    f"notation-{name}" for name in ("too-large", "too-many-lines", "too-many-slips", "line-too-long", "unreadable-line")
}


def read_written(text: str) -> Written:
    """Read a text; whatever is in it, the answer is a value with every problem in it."""
    if len(text) > MOST_BYTES or len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        return Written((), (slip("too-large", Span(1, 1, 1), hint="too-large", most=MOST_BYTES // 1024),))
    reader = _Reader()
    raw = _LINE_END.split(text.removeprefix(BYTE_ORDER_MARK).replace(BYTE_ORDER_MARK, " "))
    lines = tuple(reader.line(number, each) for number, each in enumerate(raw[:MOST_LINES], 1))
    if len(raw) > MOST_LINES:
        reader.problems.append(slip("too-many-lines", Span(MOST_LINES + 1, 1, 1), most=MOST_LINES))
    if reader.unread:
        span, left = reader.unread[0], len(reader.unread)
        reader.problems.append(slip("too-many-slips", span, hint="too-many-slips", most=MOST_SLIPS, left=left))
    written = Written(lines)
    reader.problems += (*_said_twice(written), *_spots_beyond(written))
    return Written(lines, tuple(sorted(reader.problems, key=lambda problem: problem.span)))


def unreadable(written: Written) -> tuple[Problem, ...]:
    """Give the problems of what was not taken apart at all: laying the text out again would not be safe."""
    return tuple(problem for problem in written.problems if problem.message.id in _UNREADABLE)


def _said_twice(written: Written) -> Iterator[Problem]:
    for key in ("title", "for", "cap", "format"):
        headers = tuple(written.headers(key))
        yield from (slip("twice", header.key_span, said=header.said) for header in headers[1:])


def _spots_beyond(written: Written) -> Iterator[Problem]:
    """Name the first spot that is one too many; each has to be gone round by every stroke."""
    placed = [
        header for header in written.headers("keep-off") if any(isinstance(each, Distance) for each in header.fields)
    ]
    if len(placed) > MOST_SPOTS_KEPT:
        yield slip("too-many-spots", placed[MOST_SPOTS_KEPT].span, hint="too-many-spots", most=MOST_SPOTS_KEPT)


class _Reader:
    """Reads one line after the other and gathers problems."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.guesses = Guesses()
        self.unread: list[Span] = []

    def line(self, number: int, raw: str) -> Line:
        """Read one line."""
        text = raw.rstrip()
        body = text.lstrip()
        if not body:
            return Blank(number)
        before = len(text) - len(body)
        if len(self.problems) >= MOST_SLIPS:
            self.unread.append(Span(number, before + 1, before + 1 + len(body)))
            return Unreadable(number, body, self.unread[-1])
        if len(body) > MOST_COLUMNS:
            return self._unreadable(number, body, before, slip_name="line-too-long")
        try:
            shape = shape_of(body)
        except NoShape as error:
            return self._unreadable(number, body, before, error.column)
        return self._shaped(shape, _Place(number, before, len(text[:before].expandtabs(_TAB_COLUMNS))), body)

    def _unreadable(
        self, number: int, body: str, before: int, column: int = 1, slip_name: str = "unreadable-line"
    ) -> Unreadable:
        span = Span(number, before + 1, before + 1 + len(body))
        at = Span(number, before + column, before + max(column, len(body)) + 1)
        problem = slip(slip_name, at, most=MOST_COLUMNS) if slip_name != "unreadable-line" else slip(slip_name, at)
        self.problems.append(problem)
        return Unreadable(number, body, span)

    def _shaped(self, shape: Shape, place: _Place, body: str) -> Line:
        if shape.rule == "empty":
            return Comment(place.number, shape.comment or "")
        if shape.rule == "header":
            return self._header(shape, place)
        if shape.rule == "prose":
            verb = cast("Part", shape.part("VERB"))
            return self._prose(verb.text.casefold(), shape, place)
        if shape.rule == "allow":
            return self._allow(shape, place)
        if shape.rule == "repeat":
            return self._repeat(shape, place)
        return self._step(shape, place, body)

    def _header(self, shape: Shape, place: _Place) -> Line:
        key = cast("Part", shape.part("KEY"))
        value = shape.part("TEXT")
        said = " ".join(key.text.split())
        term = look_up("key", said)
        phase = look_up("phase", said)
        if phase is not None and value is None:
            return Heading(place.number, cast("Phase", phase.id), said, place.span(key), shape.comment)
        if term is not None and term.id in _PROSE:
            return self._prose(term.id, shape, place)
        header = header_of(
            Header(
                place.number,
                term.id if term else None,
                said,
                " ".join(value.text.split()) if value else "",
                (),
                place.span(value or key),
                place.span(key),
                shape.comment,
            ),
            value.text if value else "",
        )
        self.problems += header.problems(self.guesses)
        return header.header

    def _prose(self, verb: str, shape: Shape, place: _Place) -> Line:
        text = shape.part("TEXT")
        head = cast("Part", shape.part("VERB") or shape.part("KEY"))
        said = unescaped(" ".join(text.text.split())) if text else ""
        span = place.span(text or head)
        if not said and verb != "ask":
            self.problems.append(slip("nothing-said", place.span(head), said=verb))
        whole = Span(place.number, place.before + head.column, span.end)
        if verb in ("why", "note"):
            return Remark(place.number, cast("RemarkKind", verb), said, span, whole, comment=shape.comment)
        return StepLine(place.number, place.indent, cast("Literal['ask', 'say']", verb), (), said, whole, shape.comment)

    def _allow(self, shape: Shape, place: _Place) -> Line:
        code, reason = cast("Part", shape.part("CODE")), shape.part("TEXT")
        if not _ALLOWED.fullmatch(code.text.upper()):
            self.problems.append(slip("not-a-rule", place.span(code), hint="rule", said=code.text))
        if reason is None:
            self.problems.append(slip("no-reason", place.span(code), hint="reason", code=code.text.upper()))
        text = unescaped(" ".join(reason.text.split())) if reason else ""
        span = place.span(reason or code)
        whole = Span(place.number, place.before + 1, span.end)
        return Remark(place.number, "allow", text, span, whole, code.text.upper(), shape.comment)

    def _repeat(self, shape: Shape, place: _Place) -> Line:
        text = shape.part("TEXT")
        said = " ".join(text.text.rstrip(":").split()) if text else ""
        span = place.span(text) if text else Span(place.number, place.before + 1, place.before + 7)
        count = number_of(re.sub(r"\s*times?$", "", said, flags=re.IGNORECASE)) if said else None
        times = int(count) if count is not None and count == int(count) and 1 <= count <= MOST_TIMES else None
        if times is None:
            self.problems.append(slip("not-times", span, hint="times", most=MOST_TIMES))
        return Repeat(place.number, place.indent, times, span, said, shape.comment)

    def _step(self, shape: Shape, place: _Place, body: str) -> Line:
        parts = shape.parts
        if len(parts) == 1 and parts[0].name == "FIELD":
            phase = look_up("phase", parts[0].text)
            if phase is not None:
                said = parts[0].text
                return Heading(place.number, cast("Phase", phase.id), said, place.span(parts[0]), shape.comment)
        fields = tuple(self._fields(parts, place))
        said = body[: shape.length].rstrip()
        span = Span(place.number, place.before + 1, place.before + 1 + len(said))
        text = " ".join(said.split())
        step = StepLine(place.number, place.indent, kind_of(fields), fields, text, span, shape.comment)
        self.problems += check_step(step, self.guesses)
        return step

    def _fields(self, parts: tuple[Part, ...], place: _Place) -> Iterator[Field]:
        for part in parts:
            found = scan("step", part.text, place.number, place.before + part.column)
            for each in found:
                leads = part.name == "TIME" and isinstance(each, Time)
                yield Time(each.amount, each.unit, each.span, leads=True) if leads and isinstance(each, Time) else each


class _Place:
    """Where a line stands: its number, the characters before it, and the columns those take."""

    def __init__(self, number: int, before: int, indent: int) -> None:
        self.number = number
        self.before = before
        self.indent = indent

    def span(self, part: Part) -> Span:
        """Give where a piece of the line stands."""
        return Span(self.number, self.before + part.column, self.before + part.end)
