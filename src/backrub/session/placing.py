"""How steps fill time with whole strokes: the pace gives way by a twelfth at most, the total stays exact.

*Conventions*: whole milliseconds; a stroke's time is 0 while hands are still.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from backrub.data import load
from backrub.routine import Step
from backrub.session.state import Slot
from backrub.technique.limits import PACE_ADJUST
from backrub.units import MS_PER_S, ms

__all__ = ["cycle_ms", "cycles_ms", "ended", "filled", "stroke_end_ms", "strokes_in"]

SAY_MS = 4000
"""The least time between "when this stroke ends" and the end it speaks of [ms]. Certainty: ENG."""

BREATH_MS = 6000
"""One slow breath: what a stroke is while hands are still [ms]. Certainty: ENG."""

_MS_PER_MIN = 60 * MS_PER_S


def cycle_ms(step: Step) -> int:
    """Give how long one stroke of a step lasts at its written pace, by the usual length of its technique [ms]."""
    if step.kind != "stroke":
        return 0
    if step.cycles_per_min:
        return round(_MS_PER_MIN / step.cycles_per_min)
    if step.pace_cm_per_s:
        return ms(_loop_cm(step.technique or "", step.area or "") / step.pace_cm_per_s)
    return 0


def cycles_ms(steps: Sequence[Step], given_s: Sequence[float | None] = ()) -> tuple[int, ...]:
    """Give the time of one stroke for each step; what is given goes before what the pace tells [ms]."""
    padded = (*given_s, *(None for _ in steps))
    return tuple(
        cycle_ms(step) if given is None or step.kind != "stroke" else ms(given)
        for step, given in zip(steps, padded, strict=False)
    )


def strokes_in(duration_ms: int, stroke_ms: int) -> int:
    """Give the whole number of strokes that comes nearest to filling a time; at least one, unless hands are still."""
    return max(1, round(duration_ms / stroke_ms)) if stroke_ms and duration_ms else 0


def filled(wanted: Iterable[tuple[int, int, int]]) -> tuple[tuple[int, int], ...]:
    """Turn wanted times into times that whole strokes fill.

    What a step cannot fill at a pace within `PACE_ADJUST` is handed on to the next, or taken from it, up to half of its
    time; the last one takes what is left, so that the sum is exact.

    Args:
        wanted: Time, time of one stroke, and the least the step may last, for each step [ms].

    Returns:
        Time and number of whole strokes, for each step.
    """
    pairs = tuple(wanted)
    last = max((index for index, (time_ms, _, _) in enumerate(pairs) if time_ms), default=-1)
    carried_ms, result = 0, []
    for index, (time_ms, stroke_ms, least_ms) in enumerate(pairs):
        if not time_ms:
            result.append((0, 0))
            continue
        there_ms = time_ms + carried_ms
        following_ms = next((later_ms for later_ms, _, _ in pairs[index + 1 :] if later_ms), 0)
        most_ms = there_ms + following_ms // 2
        given_ms = there_ms if index == last else _nearest_filled(there_ms, stroke_ms, least_ms, most_ms)
        carried_ms = there_ms - given_ms
        result.append((given_ms, strokes_in(given_ms, stroke_ms)))
    return tuple(result)


def stroke_end_ms(slot: Slot, elapsed_ms: int) -> int:
    """Give when, from a slot's start, the stroke ends that one can still speak of [ms].

    Args:
        slot: The slot being performed.
        elapsed_ms: Time since it began.
    """
    heard_ms = elapsed_ms + SAY_MS
    if not slot.strokes:
        return min(slot.duration_ms, elapsed_ms + BREATH_MS)
    count = -(-heard_ms * slot.strokes // slot.duration_ms)
    return min(slot.duration_ms, round(count * slot.duration_ms / slot.strokes))


def ended(slot: Slot, duration_ms: int) -> Slot:
    """Give a slot ended early, its strokes as long as they were."""
    count = max(1, round(slot.strokes * duration_ms / slot.duration_ms)) if slot.strokes and duration_ms else 0
    return replace(slot, duration_ms=duration_ms, strokes=count)


def _nearest_filled(there_ms: int, stroke_ms: int, least_ms: int, most_ms: int) -> int:
    count = strokes_in(there_ms, stroke_ms)
    if not count:
        return there_ms
    if count > 1 and _span_ms(count, stroke_ms)[0] > most_ms:
        count -= 1
    shortest_ms, longest_ms = _span_ms(count, stroke_ms)
    if there_ms < shortest_ms and count == 1:
        return there_ms
    fuller_ms = max(least_ms, _span_ms(count + 1, stroke_ms)[0])
    if longest_ms < least_ms and fuller_ms <= most_ms:
        return fuller_ms
    return min(max(there_ms, shortest_ms), longest_ms)


def _span_ms(count: int, stroke_ms: int) -> tuple[int, int]:
    slack_ms = int(PACE_ADJUST * count * stroke_ms)
    return count * stroke_ms - slack_ms, count * stroke_ms + slack_ms


@cache
def _loop_cm(technique: str, area: str) -> float:
    row = load("strokes").get(technique)
    return 0.0 if row is None else float(row["areas"].get(area, row["loop_cm"]))
