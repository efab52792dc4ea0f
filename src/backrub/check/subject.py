"""What is checked: the steps of a routine, each with the place it was written at, and what nobody can lead.

*Conventions* times are seconds of hands-on time from first touch, pressures felt 1-10, sides the receiver's. Where
there is no text, line n is the n-th step.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from backrub.anatomy import SIDES, Atlas, parts_of
from backrub.check.facts import UNKNOWN, Facts, facts_in
from backrub.check.findings import Found
from backrub.routine import Routine, Step, step_starts_s
from backrub.routine.notation import (
    Built,
    Field,
    Header,
    Heading,
    Line,
    Pace,
    Ramp,
    Remark,
    Span,
    Spots,
    StepLine,
    Time,
    Unknown,
    Unreadable,
    Word,
    Written,
    routine_of,
)
from backrub.technique import Technique, techniques
from backrub.technique.limits import PRESSING

__all__ = ["Act", "Said", "Subject", "subject_of", "subject_of_text"]

_FIGURES: Mapping[str, type] = {"pressure": Ramp, "duration_s": Time, "pace": Pace, "spots": Spots}
_WORD = re.compile(r"[^\W_]+")
_WHOLE = frozenset({"whole-back", "upper-back"})


@dataclass(frozen=True, slots=True)
class Act:
    """One step as rules see it.

    Attributes:
        index: Its number among the steps, from 0.
        step: The step, what was left out filled in.
        start_s: When it begins.
        span: Where it stands.
        line: The line it was written on, or None.
        leads: Whether it is the first step of its line; "each side" and repeats make several.
    """

    index: int
    step: Step
    start_s: int
    span: Span
    line: StepLine | None = None
    leads: bool = True

    def at(self, *names: str) -> Span:
        """Give where a field was written, the first there is of some names; else where the step stands."""
        for name in names if self.line is not None else ():
            each = _written(self.line, name)
            if each is not None:
                return each.span
        return self.span

    def manner(self, name: str) -> bool:
        """Tell whether the line says how it is done, such as `leaning`."""
        return self.line is not None and any(word.id == name for word in self.line.words("manner"))

    @property
    def technique(self) -> Technique | None:
        """Give its technique."""
        return techniques().get(self.step.technique or "")

    @property
    def area(self) -> str:
        """Give its area, or `anywhere`."""
        return self.step.area or "anywhere"

    @property
    def parts(self) -> tuple[str, ...]:
        """Give the single areas it works; none for a stroke so wide that it is no work on any one."""
        return () if self.step.area is None or self.step.area in _WHOLE else parts_of(self.step.area)

    @property
    def sides(self) -> tuple[str, ...]:
        """Give the sides it is on."""
        return SIDES if self.step.side in (None, "both") else (str(self.step.side),)

    @property
    def peak(self) -> float:
        """Give its highest pressure."""
        return max(self.step.pressure) if self.step.pressure else 0.0

    @property
    def end_s(self) -> int:
        """Give when it ends."""
        return self.start_s + self.step.duration_s

    @property
    def presses(self) -> bool:
        """Tell whether it is felt as pressing."""
        return self.step.kind in ("stroke", "hold") and self.peak >= PRESSING

    @property
    def moves(self) -> bool:
        """Tell whether it is a stroke, neither a hold nor a rest."""
        return self.step.kind == "stroke"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in a routine: its kind (`title`, `say`, `ask`, `why`, `note`), its text, and where it stands."""

    kind: str
    text: str
    span: Span

    @property
    def plain(self) -> str:
        """Give its words in lower case, a space before and after each."""
        return f" {' '.join(_WORD.findall(self.text.casefold()))} "


@dataclass(frozen=True)
class Subject:
    """A routine to be checked.

    Attributes:
        routine: What can be led of it, or None when that is nothing.
        acts: Its steps.
        facts: What is known of the two people.
        atlas: Whose back, to draw strokes on; None: none is drawn.
        written: The text it comes from, or None.
        built: What the notation made of the text, with its problems.
        drawn: What came of drawing steps, so that each is drawn once.
        found: What each rule found, by its code, so that each is asked once.
    """

    routine: Routine | None
    acts: tuple[Act, ...]
    facts: Facts = UNKNOWN
    atlas: Atlas | None = None
    written: Written | None = None
    built: Built | None = None
    drawn: dict[tuple[object, ...], str | None] = field(default_factory=dict, compare=False, repr=False)
    found: dict[str, tuple[Found, ...]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def timed(self) -> tuple[Act, ...]:
        """Give the steps that take time."""
        return tuple(act for act in self.acts if act.step.duration_s > 0)

    @cached_property
    def hands_on(self) -> tuple[Act, ...]:
        """Give the steps that take time between preparation and aftercare, where somebody may turn over too."""
        return tuple(act for act in self.timed if act.step.phase not in {"prepare", "aftercare"})

    @cached_property
    def strokes(self) -> tuple[Act, ...]:
        """Give the strokes."""
        return tuple(act for act in self.acts if act.step.kind == "stroke")

    @cached_property
    def holds(self) -> tuple[Act, ...]:
        """Give the holds."""
        return tuple(act for act in self.acts if act.step.kind == "hold")

    @cached_property
    def touches(self) -> tuple[Act, ...]:
        """Give strokes, holds and rests: wherever hands are on the back."""
        return tuple(act for act in self.acts if act.step.kind in ("stroke", "hold", "rest"))

    @cached_property
    def asks(self) -> tuple[Act, ...]:
        """Give the check-ins."""
        return tuple(act for act in self.acts if act.step.kind == "ask")

    @property
    def position(self) -> str:
        """Give how the receiver lies or sits, or nothing."""
        return self.routine.position if self.routine else ""

    @property
    def surface(self) -> str:
        """Give on what, or nothing."""
        return self.routine.surface if self.routine else ""

    @property
    def glide(self) -> str:
        """Give what is on the skin, or nothing."""
        return self.routine.lubricant if self.routine else ""

    @property
    def duration_s(self) -> int:
        """Give how long its steps last together."""
        return self.routine.duration_s if self.routine else 0

    @property
    def end(self) -> Span:
        """Give the place of its last step, where what is missing at the end belongs."""
        return self.timed[-1].span if self.timed else self.start

    @property
    def start(self) -> Span:
        """Give the place of what is said about the whole."""
        first = next(self.written.headers("for"), None) if self.written else None
        return first.span if first else self.acts[0].span if self.acts else Span(1, 1, 1)

    @cached_property
    def whole(self) -> bool:
        """Tell whether every line was understood, so that what is missing is really missing."""
        if self.written is not None and any(isinstance(line, Unreadable) for line in self.written.lines):
            return False
        lines = self.written.steps if self.written else ()
        lost = (line for line in lines if line.kind == "stroke" and not line.words("technique"))
        unread = (line for line in lost if not line.hazards)
        return next(unread, None) is None and not any(
            isinstance(each, Unknown) for line in lines for each in line.fields
        )

    def words(self, kind: str, *ids: str) -> Iterator[tuple[StepLine, Word]]:
        """Give every word of a kind in the steps with its line, those never led included; of some ids, or of any."""
        for line, word in self._words:
            if word.kind == kind and (not ids or word.id in ids):
                yield line, word

    @cached_property
    def _words(self) -> tuple[tuple[StepLine, Word], ...]:
        lines = self.written.steps if self.written else ()
        return tuple((line, each) for line in lines for each in line.fields if isinstance(each, Word))

    @cached_property
    def remarks(self) -> Mapping[int, tuple[Remark, ...]]:
        """Give the remarks by the number of the step line they are about; by 0 those about the whole."""
        found: dict[int, tuple[Remark, ...]] = {}
        above = 0
        for line in self.written.lines if self.written else ():
            if isinstance(line, StepLine):
                above = line.number
            elif isinstance(line, Remark):
                found[above] = (*found.get(above, ()), line)
        return found

    def header(self, kind: str, default: Span | None = None) -> Span:
        """Give where the header `for:` says a kind of word, such as `surface`."""
        words = self.written.header_fields("for") if self.written else ()
        spans = (word.span for word in words if isinstance(word, Word) and word.kind == kind)
        return next(spans, default or self.start)

    def after(self, act: Act) -> Act | None:
        """Give the next step that takes time."""
        at = bisect_right(self._timed_at, act.index)
        return self.timed[at] if at < len(self.timed) else None

    def before(self, act: Act) -> Act | None:
        """Give the step before that takes time."""
        at = bisect_left(self._timed_at, act.index)
        return self.timed[at - 1] if at else None

    @cached_property
    def _timed_at(self) -> tuple[int, ...]:
        return tuple(act.index for act in self.timed)

    @cached_property
    def sentences(self) -> tuple[Said, ...]:
        """Give every sentence somebody wrote."""
        return tuple(said for line in (self.written.lines if self.written else ()) for said in _said(line))


def _said(line: Line) -> Iterator[Said]:
    kind = line.key if isinstance(line, Header) else line.kind if isinstance(line, Remark | StepLine) else None
    if isinstance(line, Header | Remark | StepLine) and kind in ("title", "why", "note", "ask", "say"):
        yield Said(kind, line.text, line.span)


def _written(line: StepLine | None, name: str) -> Field | None:
    if line is None:
        return None
    if name in _FIGURES:
        found: Field | None = line.one(_FIGURES[name])
        return found or (line.word("pace") if name == "pace" else None)
    return line.word(name)


def subject_of(routine: Routine, facts: Facts = UNKNOWN, atlas: Atlas | None = None) -> Subject:
    """Make a subject of a routine that has no text."""
    starts = step_starts_s(routine.steps)
    acts = (
        Act(index, step, start, Span(index + 1, 1, 1))
        for index, (step, start) in enumerate(zip(routine.steps, starts, strict=True))
    )
    return Subject(routine, tuple(acts), facts, atlas)


def subject_of_text(written: Written, atlas: Atlas | None = None) -> Subject:
    """Make a subject of a text; what cannot be led is left out of its steps, but its words are kept."""
    built = routine_of(written)
    led = built if built.routine or not _can_be_cleared(built) else routine_of(_leadable(written))
    routine = led.routine
    by_number = {line.number: line for line in written.steps}
    steps = routine.steps if routine else ()
    lines = [by_number[number] for number in led.lines]
    leading = {number: index for index, number in reversed(list(enumerate(led.lines)))}
    acts = (
        Act(index, step, start, line.span, line, leads=leading[line.number] == index)
        for index, (step, start, line) in enumerate(zip(steps, step_starts_s(steps), lines, strict=True))
    )
    facts = facts_in(written)
    own = atlas.with_personal_zones(*facts.spots) if atlas is not None else None
    return Subject(routine, tuple(acts), facts, own, written, built)


_STRUCTURAL = frozenset(
    f"notation-{name}" for name in ("too-many-steps", "too-many-counted", "too-deep", "empty-group", "too-large")
)


def _can_be_cleared(built: Built) -> bool:
    """Tell whether leaving words out would help; a text of too many steps stays one."""
    return not any(problem.message.id in _STRUCTURAL for problem in built.errors)


def _leadable(written: Written) -> Written:
    """Give a text without the words that stand in the way of leading the rest."""
    untimed = _untimed(written)
    lines = [
        replace(line, fields=tuple(each for each in line.fields if _is_led(each)))
        if isinstance(line, StepLine)
        else line
        for line in written.lines
        if line.number not in untimed
    ]
    return Written(tuple(lines))


def _is_led(each: Field) -> bool:
    return not isinstance(each, Unknown) and not (isinstance(each, Word) and each.hazard)


def _untimed(written: Written) -> set[int]:
    """Give the strokes written under preparation or aftercare, where there are no hands on the back."""
    phase: str | None = None
    numbers: set[int] = set()
    for line in written.lines:
        if isinstance(line, Heading):
            phase = line.phase
        elif (
            isinstance(line, StepLine) and phase in ("prepare", "aftercare") and line.kind in ("stroke", "hold", "rest")
        ):
            numbers.add(line.number)
    return numbers
