"""What somebody wrote into a routine that can be led, with every problem that stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from backrub.routine.model import (
    Glide,
    Message,
    Phase,
    Place,
    Position,
    Routine,
    Side,
    Step,
    Surface,
    message,
)
from backrub.routine.notation.filling import MOST_COUNTED, Counted, Ground, Running, filled
from backrub.routine.notation.outline import Group, outline
from backrub.routine.notation.slips import MOST_SLIPS, slip
from backrub.routine.notation.vocabulary import figure
from backrub.routine.notation.written import (
    Problem,
    Ramp,
    Remark,
    Span,
    StepLine,
    Time,
    Unknown,
    Word,
    Written,
)
from backrub.technique import techniques
from backrub.technique.limits import UNANSWERED_CAP
from backrub.units import clock_text

__all__ = ["AS_WRITTEN", "UNTITLED", "Built", "position_in", "routine_of"]

AS_WRITTEN = {
    "title": "title-as-written",
    "says": "says-as-written",
    "why": "why-as-written",
    "note": "note-as-written",
}
"""The messages that carry what a person wrote, word for word."""

UNTITLED = "notation-untitled"
MOST_STEPS = 4000
DEEPEST = 4
_UNTIMED: tuple[Phase, ...] = ("prepare", "aftercare")


@dataclass(frozen=True, slots=True)
class Built:
    """A routine made from a text.

    Attributes:
        routine: The routine, or None when an error stands in the way.
        problems: Everything wrong with the text, in order of place.
        lines: For each step of the routine the number of the line it came from.
        stated_s: The total the text states [s], or None.
    """

    routine: Routine | None
    problems: tuple[Problem, ...]
    lines: tuple[int, ...] = ()
    stated_s: int | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Give the problems that keep it from being led."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def routine_of(written: Written) -> Built:
    """Make the routine that a text describes."""
    builder = _Builder(written)
    steps = builder.steps()
    problems = [*written.problems, *builder.problems]
    timed = any(step.duration_s for _, step in steps)
    if not written.steps and not written.problems:
        problems.append(slip("no-steps", Span(max(1, len(written.lines)), 1, 1), hint="steps"))
    elif written.steps and not timed and not problems:
        problems.append(slip("no-steps", written.steps[0].span, hint="steps"))
    total = next((each for each in written.header_fields("for") if isinstance(each, Time) and each.unit == "s"), None)
    stated_s = round(total.amount) if total else None
    added_s = sum(step.duration_s for _, step in steps)
    complete = not any(problem.severity == "error" for problem in problems)
    if total is not None and complete and stated_s != added_s:
        clocks = {"stated": clock_text(stated_s or 0), "added": clock_text(added_s)}
        problems.append(slip("sum", total.span, hint="sum", severity="warning", **clocks))
    ordered = tuple(sorted(problems, key=lambda problem: problem.span))
    if not complete:
        return Built(None, ordered, (), stated_s)
    routine = builder.routine(tuple(step for _, step in steps))
    return Built(routine, ordered, tuple(number for number, _ in steps), stated_s)


class _Builder:
    """Makes steps of lines, one after the other, and remembers where the giver is."""

    def __init__(self, written: Written) -> None:
        self.written = written
        self.problems: list[Problem] = []
        self.running = Running()
        self.why = _remarks(written)
        self.ground = _ground(written)
        self._known: set[Problem] = set()
        self._counted = Counted()

    def steps(self) -> list[tuple[int, Step]]:
        """Give the steps with the numbers of their lines."""
        lines = list(self._in_order())
        phases = _phases(lines)
        made: list[tuple[int, Step]] = []
        for (_, line), phase in zip(lines, phases, strict=True):
            made += [(line.number, step) for step in self._made(line, phase)]
            if len(made) > MOST_STEPS:  # a line for nine spots on each side makes eighteen
                self._once(slip("too-many-steps", line.span, most=MOST_STEPS))
                break
        return made

    def routine(self, steps: tuple[Step, ...]) -> Routine:
        """Put the steps into a routine."""
        title = next(self.written.headers("title"), None)
        giver = {each.id for each in self.written.header_fields("giver") if isinstance(each, Word)}
        notes = [line for line in self.written.lines if isinstance(line, Remark) and line.kind == "note"]
        return Routine(
            title=message(AS_WRITTEN["title"], text=title.text) if title else message(UNTITLED),
            duration_s=sum(step.duration_s for step in steps),
            position=self.ground.position,
            surface=self.ground.surface,
            lubricant=self.ground.lubricant,
            steps=steps,
            cap=self.ground.cap if self.ground.cap is not None else usual_cap(steps),
            giver_side="right" if "right" in giver else "left",
            notes=tuple(message(AS_WRITTEN["note"], text=note.text) for note in notes),
        )

    def _in_order(self) -> Iterator[tuple[Phase | None, StepLine]]:
        """Give the lines as they are done, groups repeated."""
        count = 0
        for part in outline(self.written.lines):
            for line in _expanded(self._sound(part.items, 1)):
                count += 1
                if count > MOST_STEPS:
                    self._once(slip("too-many-steps", line.span, most=MOST_STEPS))
                    return
                yield part.phase, line

    def _sound(self, items: Sequence[StepLine | Group], depth: int) -> list[StepLine | Group]:
        """Give lines and groups without the groups that are empty or too deep, which are named once."""
        kept: list[StepLine | Group] = []
        for item in items:
            if isinstance(item, StepLine):
                kept.append(item)
            elif depth > DEEPEST:
                self.problems.append(slip("too-deep", item.head.span, most=DEEPEST))
            elif not item.items:
                self.problems.append(slip("empty-group", item.head.span, hint="group"))
            elif inner := self._sound(item.items, depth + 1):
                kept.append(Group(item.head, inner))
        return kept

    def _once(self, problem: Problem) -> None:
        """Name a problem, unless it was named, or so many were that mending them comes first."""
        if problem not in self._known and len(self.problems) < MOST_SLIPS:
            self._known.add(problem)
            self.problems.append(problem)

    def _made(self, line: StepLine, phase: Phase) -> list[Step]:
        for word in line.hazards:
            self._once(slip("never-led", word.span, hint="never-led", said=word.said))
        if line.hazards or any(isinstance(each, Unknown) for each in line.fields):
            return []
        if line.kind in ("ask", "say", "oil", "move", "turn"):
            return [self._ride(line, phase)]
        technique = line.word("technique")
        if technique is None or technique.id not in techniques():
            return []
        if phase in _UNTIMED:
            self._once(slip("untimed-phase", line.span, hint="untimed-phase"))
            return []
        before = self._counted.refused
        made = filled(line, phase, self.ground, self.running, self.why.get(line.number, ()), self._counted)
        if self._counted.refused and not before:
            self._once(slip("too-many-counted", line.span, hint="too-many-counted", most=MOST_COUNTED))
        return made

    def _ride(self, line: StepLine, phase: Phase) -> Step:
        place, side = line.word("place"), line.word("side")
        if place is not None and line.kind in ("move", "turn"):
            self.running = Running(cast("Place", place.id), said=True)
        says = message(AS_WRITTEN["says"], text=line.text) if line.kind in ("ask", "say") and line.text else None
        return Step(
            kind=line.kind,
            phase=phase,
            duration_s=_turning_s(line),
            side=cast("Side", side.id) if side is not None and side.id in ("left", "right", "both") else None,
            place=cast("Place", place.id) if place is not None else None,
            says=says,
            reasons=self.why.get(line.number, ()),
            inferred=("duration_s",) if _turning_s(line) and line.one(Time) is None else (),
        )


def _expanded(items: Sequence[StepLine | Group]) -> Iterator[StepLine]:
    """Give the lines as they are done; every group holds at least one."""
    for item in items:
        if isinstance(item, StepLine):
            yield item
        else:
            for _ in range(item.head.times or 1):
                yield from _expanded(item.items)


def _turning_s(line: StepLine) -> int:
    """Give how long a turn takes [s]; every other ride takes no time of its own."""
    ride, time = line.word("ride"), line.one(Time)
    if line.kind != "turn" or ride is None or ride.id == "turn-head":
        return 0
    if time is not None and time.unit == "s":
        return max(1, round(time.amount))
    return int(figure("turn_over_s")) if ride.id == "turn-over" else 0


def usual_cap(steps: Sequence[Step]) -> float:
    """Give the cap of a text that states none: as for an open health question, or as its own strokes ask for."""
    moving = (max(step.pressure) for step in steps if step.pressure is not None and step.kind != "hold")
    return float(max([UNANSWERED_CAP, *moving]))


def _remarks(written: Written) -> dict[int, tuple[Message, ...]]:
    """Give the reasons written below each step line."""
    found: dict[int, tuple[Message, ...]] = {}
    above: int | None = None
    for line in written.lines:
        if isinstance(line, StepLine):
            above = line.number
        elif isinstance(line, Remark) and line.kind == "why" and above is not None:
            found[above] = (*found.get(above, ()), message(AS_WRITTEN["why"], text=line.text))
    return found


def position_in(written: Written) -> Position:
    """Give how the receiver lies or sits: as `for:` says; on a chair they sit, else they lie on the front."""
    words = {each.kind: each.id for each in written.header_fields("for") if isinstance(each, Word)}
    return cast("Position", words.get("position") or ("seated" if words.get("surface") == "chair" else "prone"))


def _ground(written: Written) -> Ground:
    words = {each.kind: each.id for each in written.header_fields("for") if isinstance(each, Word)}
    named = {word.id for line in written.steps for word in line.words("technique")}
    position = position_in(written)
    through_cloth = "clothed-rub" in named or position == "hug"
    caps = [each.start for each in written.header_fields("cap") if isinstance(each, Ramp)]
    return Ground(
        position=position,
        surface=cast("Surface", words.get("surface") or ("chair" if position == "seated" else "mat")),
        lubricant=cast("Glide", words.get("glide") or ("clothed" if through_cloth else "oil")),
        cap=caps[0] if caps else None,
    )


def _phases(lines: Sequence[tuple[Phase | None, StepLine]]) -> list[Phase]:
    """Give each line its phase: its heading's, or what the techniques suggest where there is none."""
    if any(phase is not None for phase, _ in lines):
        return [phase or ("open" if line.kind == "rest" else "warm-up") for phase, line in lines]
    timed = [index for index, (_, line) in enumerate(lines) if line.kind in ("stroke", "hold", "rest")]
    found: list[Phase] = ["work"] * len(lines)
    first, last = 0, len(lines)
    while timed and lines[timed[0]][1].kind == "rest" and len(timed) > 1:
        first = timed.pop(0) + 1
        found[:first] = ["open"] * first
    while timed and _fits(lines[timed[0]][1], "warm-up"):
        first, end = timed.pop(0) + 1, first
        found[end:first] = ["warm-up"] * (first - end)
    while timed and _fits(lines[timed[-1]][1], "finish"):
        last, end = timed.pop(), last
        found[last:end] = ["finish"] * (end - last)
    return found


def _fits(line: StepLine, phase: str) -> bool:
    word = line.word("technique")
    technique = techniques().get(word.id) if word is not None else None
    return technique is not None and phase in technique.phases
