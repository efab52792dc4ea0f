"""What rides between strokes and takes no time: moves, a change of knees, oil, head turns and questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from backrub.compose.blocks import LOW
from backrub.compose.strokes import Timed
from backrub.compose.terms import Terms
from backrub.compose.weights import section
from backrub.routine import RISE_S, Step, pressure_at
from backrub.technique import limits, techniques

__all__ = ["asks_before", "with_rides"]

_DELICATE = LOW | {"sides"}
_ASK_LEAST_S = 30
_MIDDLE = (0.25, 0.8)
ASKED_AFTER_S = 25
"""A question comes so long after its stroke began, which must last a little longer. Source: our design.
Certainty: ENG."""

FIRST_ASK_WITHIN_S = 300
"""So soon after the first stroke that presses comes the first question [s]. Source: teaching. Certainty: M."""


def with_rides(terms: Terms, timed: Sequence[Timed], had: Sequence[Step] = ()) -> tuple[Step, ...]:
    """Put the steps that take no time before those that need them.

    Args:
        terms: What the wishes come to.
        timed: The steps that take time, in order.
        had: Steps of a running rub already done.
    """
    asks = asks_before(terms, [each.step for each in timed], had)
    rides = _Rides(terms, had)
    steps: list[Step] = []
    for index, each in enumerate(timed):
        steps += rides.before(each, timed[index - 1] if index else None)
        if index in asks:
            steps.append(_ride("ask", each.step))
        steps.append(each.step)
    return tuple(steps)


def asks_before(terms: Terms, steps: Sequence[Step], had: Sequence[Step] = ()) -> frozenset[int]:
    """Choose the strokes in which the giver asks how the pressure is.

    First the first pressing stroke, then the first on a delicate place, the first above five, and the middle; the last
    of them only where one is about the middle. None in the finish, none once it is quiet.
    """
    if terms.effects.hush:
        return frozenset()
    asked = sum(step.kind == "ask" for step in had)
    allowed = limits.check_ins_allowed(terms.whole_s) - asked
    fit = [index for index, step in enumerate(steps) if _can_ask(step) and not _after_hold(steps, index)]
    chosen: list[int] = []
    for wanted in _wanted(terms, steps, fit, asked_before=asked > 0):
        last = len(chosen) == allowed - 1 and bool(chosen)
        if len(chosen) >= allowed or wanted in chosen or not _apart(steps, chosen, wanted):
            continue
        if not last or any(_in_the_middle(terms, steps, index) for index in (*chosen, wanted)):
            chosen.append(wanted)
    return frozenset(chosen)


class _Rides:
    """Remembers since when the giver kneels, the head lies and the oil lasts."""

    def __init__(self, terms: Terms, had: Sequence[Step]) -> None:
        self.terms = terms
        self.at_s = 0
        self.knelt_s = 0
        self.turned_s = 0
        self.oiled_s: int | None = 0 if any(step.kind == "oil" for step in had) else None

    def before(self, each: Timed, last: Timed | None) -> Iterator[Step]:
        step = each.step
        if last is not None and last.step.kind == "hold":  # its broad strokes follow at once
            self.at_s += step.duration_s
            return
        yield from self._place(each, last)
        if step.kind == "stroke" and self._wants_oil(step):
            self.oiled_s = self.at_s
            yield _ride("oil", step)
        if step.kind == "turn":
            self.turned_s = self.at_s
        elif self._wants_turn(step):
            self.turned_s = self.at_s
            yield _ride("turn", step)
        self.at_s += step.duration_s

    def _place(self, each: Timed, last: Timed | None) -> Iterator[Step]:
        moved = last is not None and last.station != each.station
        kneels = self.terms.surface != "chair" and self.terms.wishes.kneels
        same = last is not None and last.step.place == each.step.place
        tired = kneels and same and self.at_s + each.step.duration_s - self.knelt_s > limits.GIVER_PLACE_MAX_S
        if each.step.kind != "turn" and (moved or tired):
            self.knelt_s = self.at_s
            yield _ride("move", each.step)

    def _wants_oil(self, step: Step) -> bool:
        glides = step.technique is not None and techniques()[step.technique].lubricant == "glide"
        if self.terms.glide not in ("oil", "lotion") or not glides:
            return False
        return self.oiled_s is None or (
            step.phase != "finish" and self.at_s - self.oiled_s >= section("upkeep")["oil_every_s"]
        )

    def _wants_turn(self, step: Step) -> bool:
        due = self.at_s - self.turned_s >= limits.HEAD_TURN_EVERY_S
        return self.terms.position == "prone" and step.kind == "stroke" and step.phase != "finish" and due


def _ride(kind: str, step: Step) -> Step:
    side = step.side if kind == "move" else None
    if kind == "ask":
        return Step("ask", step.phase)
    if kind == "oil":
        return Step("oil", step.phase)
    if kind == "turn":
        return Step("turn", step.phase)
    return Step("move", step.phase, place=step.place, side=side)


def _can_ask(step: Step) -> bool:
    # a hold asks by itself, and while hands only rest there is nothing to ask
    return step.kind == "stroke" and step.phase != "finish" and step.duration_s >= _ASK_LEAST_S


def _after_hold(steps: Sequence[Step], index: int) -> bool:
    return index > 0 and steps[index - 1].kind == "hold"


def _wanted(terms: Terms, steps: Sequence[Step], fit: Sequence[int], *, asked_before: bool) -> Iterator[int]:
    starts = list(accumulate((step.duration_s for step in steps), initial=0))
    first = [] if asked_before else _first(steps, starts, fit)
    yield from first
    work = [index for index in fit if steps[index].phase == "work"]
    if not any(steps[index].area in _DELICATE for index in first):
        yield from [index for index in work if steps[index].area in _DELICATE][:1]
    yield from [index for index in work if _peak(steps[index]) > limits.FIRST_TIME_CAP][:1]
    for share in (0.5, 0.7, 0.35):
        yield from _nearest(starts, work, share * terms.total_s)


def _first(steps: Sequence[Step], starts: Sequence[int], fit: Sequence[int]) -> list[int]:
    """Give where the first question comes: once it presses in earnest, but soon after it first presses at all."""
    first_s = next((start_s for step, start_s in zip(steps, starts, strict=False) if _peak(step) >= limits.PRESSING), 0)
    soon = [index for index in fit if 0 <= starts[index] - first_s <= FIRST_ASK_WITHIN_S]
    pressing = [index for index in soon if pressure_at(steps[index], RISE_S) >= limits.PRESSING]
    return list(pressing or [index for index in soon if _peak(steps[index]) >= limits.PRESSING] or fit)[:1]


def _nearest(starts: Sequence[int], among: Iterable[int], at_s: float) -> Iterator[int]:
    yield from sorted(among, key=lambda index: (abs(starts[index] - at_s), index))[:1]


def _peak(step: Step) -> float:
    return max(step.pressure) if step.pressure else 0.0


def _in_the_middle(terms: Terms, steps: Sequence[Step], index: int) -> bool:
    least, most = _MIDDLE
    return least <= sum(step.duration_s for step in steps[:index]) / terms.total_s <= most


def _apart(steps: Sequence[Step], chosen: Iterable[int], wanted: int) -> bool:
    """Tell whether a question is at least a minute from each other one."""
    for other in chosen:
        low, high = sorted((other, wanted))
        if sum(step.duration_s for step in steps[low:high]) < 60:
            return False
    return True
