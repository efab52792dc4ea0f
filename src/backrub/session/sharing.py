"""Where time comes from and goes to: from the longest work steps nobody has heard of yet, never from the finish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from backrub.session.events import Length
from backrub.session.placing import filled
from backrub.session.state import Slot, State
from backrub.technique import techniques
from backrub.technique.limits import HOLD_AFTER_BROAD_S, PRESSING, PRESSING_MAX_ON_AREA_S, SETTLED_WITHIN_S, STEP_MIN_S
from backrub.units import ms

__all__ = ["given", "is_settled", "next_timed", "relaid", "room_ms", "taken"]


def next_timed(slots: Sequence[Slot], index: int) -> int | None:
    """Give the index of the next slot after one that takes time, or None."""
    return next((later for later in range(index + 1, len(slots)) if slots[later].duration_ms), None)


def is_settled(slot: Slot, played_ms: int) -> bool:
    """Tell whether a slot is due so soon that it changes no more."""
    return slot.start_ms - played_ms < ms(SETTLED_WITHIN_S)


def taken(state: State, need_ms: int, played_ms: int, beyond: int) -> dict[int, int] | None:
    """Take time from later work, from the longest steps first, until they are level.

    Args:
        state: Where the session stands.
        need_ms: How much.
        played_ms: Hands-on time now.
        beyond: Index of a slot; only later ones give.

    Returns:
        New durations by slot index, or None when there is not enough.
    """
    donors = [
        (slot.duration_ms, _least_ms(state, index), index)
        for index, slot in enumerate(state.slots)
        if index > beyond and _is_work(slot) and not is_settled(slot, played_ms)
    ]
    if sum(max(0, there_ms - least_ms) for there_ms, least_ms, _ in donors) < need_ms:
        return None
    return _levelled(donors, need_ms)


def given(state: State, freed_ms: int, played_ms: int, beyond: int) -> dict[int, int]:
    """Give time to the longest later work steps, each stroke and area up to its most; equal sides get equal shares.

    Returns:
        New durations by slot index. What finds no room is not in them: the session ends earlier by it.
    """
    later: dict[tuple[str | None, str | None], list[int]] = {}
    for index, slot in enumerate(state.slots):
        if index > beyond and _is_work(slot) and not is_settled(slot, played_ms):
            later.setdefault((slot.step.technique, slot.step.area), []).append(index)
    longest_first = sorted(
        later.values(), key=lambda group: max(state.slots[index].duration_ms for index in group), reverse=True
    )
    durations: dict[int, int] = {}
    for group in longest_first:
        for place, index in enumerate(group):
            share_ms = freed_ms // (len(group) - place)
            more_ms = min(share_ms, room_ms(state, index, durations))
            if more_ms > 0:
                durations[index] = state.slots[index].duration_ms + more_ms
                freed_ms -= more_ms
    return durations


def room_ms(state: State, index: int, changed: Mapping[int, int] | None = None) -> int:
    """Give by how much a stroke may still grow: its technique's most, and the most pressing work on one area [ms]."""
    changed = changed or {}
    slot = state.slots[index]
    technique = techniques().get(slot.step.technique or "")
    if technique is None:
        return 0
    room = ms(technique.dose_area.most_s) - slot.duration_ms
    if slot.step.pressure is not None and slot.step.pressure[1] >= PRESSING:
        worked_ms = sum(
            changed.get(other, there.duration_ms)
            for other, there in enumerate(state.slots)
            if there.step.area == slot.step.area
            and there.step.pressure is not None
            and there.step.pressure[1] >= PRESSING
        )
        room = min(room, ms(PRESSING_MAX_ON_AREA_S) - worked_ms)
    return max(0, room)


def relaid(
    state: State, first: int, durations: Mapping[int, int], fixed: Mapping[int, tuple[int, int]] | None = None
) -> tuple[Length, ...]:
    """Give the lengths that change when some slots get new durations, each filled with whole strokes.

    Work is laid anew from `first` on; the finish keeps its times.

    Args:
        state: Where the session stands.
        first: The first slot that may give way.
        durations: Wanted durations by index.
        fixed: Slots whose time and strokes are decided already.
    """
    fixed = fixed or {}
    work = [
        index
        for index, slot in enumerate(state.slots)
        if index >= first and slot.step.phase != "finish" and index not in fixed
    ]
    laid = dict(
        zip(
            work,
            filled(
                (
                    durations.get(index, state.slots[index].duration_ms),
                    state.slots[index].cycle_ms,
                    ms(HOLD_AFTER_BROAD_S[0]) if index and state.slots[index - 1].step.kind == "hold" else 0,
                )
                for index in work
            ),
            strict=True,
        )
    )
    return tuple(
        Length(index, duration_ms, state.slots[index].cycle_ms, strokes)
        for index, (duration_ms, strokes) in sorted((laid | dict(fixed)).items())
        if (duration_ms, strokes) != (state.slots[index].duration_ms, state.slots[index].strokes)
    )


def _is_work(slot: Slot) -> bool:
    return slot.step.kind == "stroke" and slot.step.phase == "work" and slot.duration_ms > 0


def _least_ms(state: State, index: int) -> int:
    slot = state.slots[index]
    technique = techniques().get(slot.step.technique or "")
    least_s = STEP_MIN_S if technique is None else max(STEP_MIN_S, technique.dose_area.least_s)
    if index and state.slots[index - 1].step.kind == "hold":
        least_s = max(least_s, HOLD_AFTER_BROAD_S[0])
    return ms(least_s)


def _levelled(donors: Sequence[tuple[int, int, int]], need_ms: int) -> dict[int, int]:
    """Lower the longest donors to one level that yields what is needed; no donor below its least."""
    steps = sorted({time_ms for there_ms, least_ms, _ in donors for time_ms in (there_ms, least_ms)}, reverse=True)
    above = steps[0]
    for below in steps[1:]:
        if _yield_ms(donors, below) >= need_ms:
            break
        above = below
    lowered = [entry for entry in donors if entry[0] >= above and entry[1] < above]
    missing_ms = need_ms - _yield_ms(donors, above)
    durations = {index: max(least_ms, above) for there_ms, least_ms, index in donors if there_ms > max(least_ms, above)}
    for place, (_, _, index) in enumerate(lowered):
        share_ms = missing_ms // (len(lowered) - place)
        missing_ms -= share_ms
        if share_ms:
            durations[index] = above - share_ms
    return durations


def _yield_ms(donors: Sequence[tuple[int, int, int]], level_ms: int) -> int:
    return sum(max(0, there_ms - max(least_ms, level_ms)) for there_ms, least_ms, _ in donors)
