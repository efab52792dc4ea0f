"""A step line's fields: which kind of step they make, and what in them is missing, double or out of range."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from backrub.routine.notation.slips import Guesses, slip
from backrub.routine.notation.written import (
    Field,
    Pace,
    Problem,
    Ramp,
    Spots,
    StepLine,
    Time,
    Unknown,
    Word,
)

__all__ = ["check_step", "kind_of"]

Kind = Literal["stroke", "hold", "rest", "move", "turn", "oil"]
_RIDES: dict[str, Kind] = {"move": "move", "oil": "oil", "turn": "turn", "turn-head": "turn", "turn-over": "turn"}
_TECHNIQUES: dict[str, Kind] = {"resting-hands": "rest", "tender-spot-hold": "hold"}
_ONCE = ("technique", "ride", "area", "side", "contact", "place", "pace")
MOST_SECONDS = 6 * 3600.0
MOST_COUNT = 500
MOST_SPOTS = 9
SCALE = (1, 10)


def kind_of(fields: tuple[Field, ...]) -> Kind:
    """Give the kind of step that some fields make; the first ride or technique decides."""
    for each in fields:
        if isinstance(each, Word) and each.kind == "ride":
            return _RIDES[each.id]
        if isinstance(each, Word) and each.kind == "technique":
            return _TECHNIQUES.get(each.id, "stroke")
    return "stroke"


def check_step(step: StepLine, guesses: Guesses) -> Iterator[Problem]:
    """Give what is wrong with a step line by itself."""
    unknown = [each for each in step.fields if isinstance(each, Unknown)]
    yield from guesses.unknown("step", *unknown, alone=len(step.fields) == 1)
    yield from _said_twice(step)
    yield from _out_of_range(step)
    if not unknown and step.kind == "stroke" and not step.words("technique") and not step.hazards:
        yield slip("no-technique", step.span, hint="technique")
    if step.kind == "move" and not unknown and not step.words("place") and not step.words("side"):
        yield slip("nowhere", step.span, hint="places")


def _said_twice(step: StepLine) -> Iterator[Problem]:
    seen: set[object] = set()
    for each in step.fields:
        if isinstance(each, Word):
            if each.kind in seen and each.kind in _ONCE and not each.hazard:
                yield slip("twice", each.span, hint=_own_line(each.kind), said=each.said)
            if not each.hazard:
                seen.add(each.kind)
        elif isinstance(each, Time | Ramp | Pace | Spots):
            if type(each) in seen:
                yield slip("twice-figure", each.span)
            seen.add(type(each))
    if "ride" in seen and "technique" in seen:
        heads = [word for word in step.fields if isinstance(word, Word) and word.kind in ("ride", "technique")]
        later = next(word for word in heads if word.kind != heads[0].kind)
        yield slip("twice", later.span, hint="own-line", said=later.said)


def _own_line(kind: str) -> str | None:
    return "own-line" if kind in ("technique", "area", "ride") else None


def _out_of_range(step: StepLine) -> Iterator[Problem]:
    for each in step.fields:
        if isinstance(each, Time) and not 0 < each.amount <= (MOST_SECONDS if each.unit == "s" else MOST_COUNT):
            yield slip("time-range", each.span, hint="time")
        elif isinstance(each, Ramp) and not all(SCALE[0] <= end <= SCALE[1] for end in (each.start, each.end)):
            yield slip("pressure-range", each.span, hint="pressure")
        elif isinstance(each, Pace) and not 0 < each.amount <= MOST_COUNT:
            yield slip("pace-range", each.span)
        elif isinstance(each, Spots) and not 1 <= each.count <= MOST_SPOTS:
            yield slip("spots-range", each.span, most=MOST_SPOTS)
