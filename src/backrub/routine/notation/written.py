"""What somebody wrote, line by line: every word with its place, comments kept, also what will never be led.

*Conventions* lines and columns count from 1, a column is a character of the line; the end of a span is the column after
its last character. Durations are seconds unless their unit says otherwise; pressures are the receiver's, 1-10.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from backrub.routine.model import Message, Phase

__all__ = [
    "Blank",
    "Comment",
    "Distance",
    "Field",
    "Header",
    "Heading",
    "Line",
    "Pace",
    "Problem",
    "Ramp",
    "Remark",
    "RemarkKind",
    "Repeat",
    "Severity",
    "Span",
    "Spots",
    "StepLine",
    "Time",
    "TimeUnit",
    "Unknown",
    "Unreadable",
    "Word",
    "Written",
]

Severity = Literal["error", "warning"]
TimeUnit = Literal["s", "strokes", "breaths"]
RemarkKind = Literal["why", "note", "allow"]
Direction = Literal["right", "left", "down", "wide"]
F = TypeVar("F")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where something stands: line, first column and the column after its last."""

    line: int
    column: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that cannot be read or led as it is written; a value, never an exception.

    Attributes:
        message: What is wrong.
        span: Where.
        severity: An `error` keeps the routine from being led; a `warning` does not.
        hint: What to write instead, or None.
    """

    message: Message
    span: Span
    severity: Severity = "error"
    hint: Message | None = None


# ---- Fields --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the vocabulary.

    Attributes:
        kind: What it names: technique, ride, area, side, contact, place, pace, manner, surface, glide, trait, ...
        id: Which.
        said: How it was written, in plain spelling.
        span: Where.
        hazard: Whether it is never led (elbow, spine, crack, ...).
        amount: A figure that belongs to it, such as the 24 of `24 weeks pregnant`.
    """

    kind: str
    id: str
    said: str
    span: Span
    hazard: bool = False
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """How long: seconds, strokes or breaths; `leads` when it stands before the technique."""

    amount: float
    unit: TimeUnit
    span: Span
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Ramp:
    """Felt pressure at start and end; `words` when it was written in words, `figures` when those had figures too."""

    start: float
    end: float
    span: Span
    words: bool = False
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Pace:
    """A pace in figures."""

    amount: float
    unit: Literal["cm_per_s", "per_min"]
    span: Span


@dataclass(frozen=True, slots=True)
class Spots:
    """How many tender spots; `most` when it says "up to"."""

    count: int
    span: Span
    most: bool = False


@dataclass(frozen=True, slots=True)
class Distance:
    """Where a personal spot lies [mm]: to the right or left of the midline, down from the neck bone, or how wide."""

    amount_mm: float
    direction: Direction
    span: Span


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that mean nothing here; `within` is what stands from there to the end of the field, as it was written."""

    said: str
    span: Span
    within: str = ""


Field = Word | Time | Ramp | Pace | Spots | Distance | Unknown

# ---- Lines ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty line."""

    number: int


@dataclass(frozen=True, slots=True)
class Comment:
    """A line that is a comment; `comment` is what stands after the `#`."""

    number: int
    comment: str


@dataclass(frozen=True, slots=True)
class Header:
    """A line `key: value` about the whole routine.

    Attributes:
        number: The line.
        key: Id of the key, or None when it is not known.
        said: The key as it was written.
        text: The value as it was written.
        fields: What was understood of it; empty for keys whose value is prose.
        span: Where the value stands.
        key_span: Where the key stands.
        comment: What stands after a `#`.
    """

    number: int
    key: str | None
    said: str
    text: str
    fields: tuple[Field, ...]
    span: Span
    key_span: Span
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that begins a phase."""

    number: int
    phase: Phase
    said: str
    span: Span
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """The head of a group: the lines further in are done so many times.

    Attributes:
        number: The line.
        indent: Columns before it.
        times: How often, or None when that could not be read.
        span: Where the number stands.
        text: The number as it was written.
        comment: What stands after a `#`.
    """

    number: int
    indent: int
    times: int | None
    span: Span
    text: str
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A line about the step above it, or about the whole routine where no step stands above.

    Attributes:
        number: The line.
        kind: `why` it is there, a `note` for the giver, or a rule that is `allow`ed to be broken.
        text: The sentence; for `allow` the reason.
        span: Where the sentence stands.
        whole: Where all of it stands, without its comment.
        code: For `allow`, the rule.
        comment: What stands after a `#`.
    """

    number: int
    kind: RemarkKind
    text: str
    span: Span
    whole: Span
    code: str | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class StepLine:
    """A line of the rub itself.

    Attributes:
        number: The line.
        indent: Columns before it.
        kind: stroke, hold, rest, move, turn, oil, ask or say.
        fields: What it says, in the order written.
        text: For ask and say the sentence; for others the line as it was written, without its comment.
        span: Where all of it stands.
        comment: What stands after a `#`.
    """

    number: int
    indent: int
    kind: Literal["stroke", "hold", "rest", "move", "turn", "oil", "ask", "say"]
    fields: tuple[Field, ...]
    text: str
    span: Span
    comment: str | None = None

    def words(self, kind: str) -> tuple[Word, ...]:
        """Give the words of a kind, such as `contact`, hazards included."""
        return tuple(each for each in self.fields if isinstance(each, Word) and each.kind == kind)

    def word(self, kind: str) -> Word | None:
        """Give the first word of a kind, or None."""
        return next(iter(self.words(kind)), None)

    def one(self, kind: type[F]) -> F | None:
        """Give the first field of a class, such as `Time` or `Ramp`, or None."""
        return next((each for each in self.fields if isinstance(each, kind)), None)

    @property
    def hazards(self) -> tuple[Word, ...]:
        """Give the words that are never led."""
        return tuple(each for each in self.fields if isinstance(each, Word) and each.hazard)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line whose shape nobody knows, kept as it is."""

    number: int
    text: str
    span: Span


Line = Blank | Comment | Header | Heading | Repeat | Remark | StepLine | Unreadable


@dataclass(frozen=True, slots=True)
class Written:
    """A whole text.

    Attributes:
        lines: Every line, in order.
        problems: What could not be read, in order of place.
    """

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...] = field(default=())

    def headers(self, key: str) -> Iterator[Header]:
        """Give the header lines of a key, such as `receiver`."""
        return (line for line in self.lines if isinstance(line, Header) and line.key == key)

    def header_fields(self, key: str) -> tuple[Field, ...]:
        """Give what the header lines of a key say, all together."""
        return tuple(each for header in self.headers(key) for each in header.fields)

    @property
    def steps(self) -> tuple[StepLine, ...]:
        """Give the lines of the rub itself."""
        return tuple(line for line in self.lines if isinstance(line, StepLine))

    def remarks_on(self, step: StepLine | None) -> tuple[Remark, ...]:
        """Give the remarks about a step, or with None those about the whole routine."""
        above: StepLine | None = None
        found: list[Remark] = []
        for line in self.lines:
            if isinstance(line, StepLine):
                above = line
            elif isinstance(line, Remark) and above is step:
                found.append(line)
        return tuple(found)
