"""The rest of a session made shorter without a new plan: work gives way from its end, the finish stays."""

from __future__ import annotations

from dataclasses import replace

from backrub.session.placing import strokes_in
from backrub.session.state import Slot, State
from backrub.session.substitutes import short_finish
from backrub.technique.limits import STEP_MIN_S
from backrub.units import ms

__all__ = ["shortened"]


def shortened(state: State, first: int, length_ms: int, uid: str) -> tuple[Slot, ...]:
    """Give the slots from one on so that they take exactly so long and end with a finish.

    Args:
        state: Where the session stands.
        first: The first slot that may give way.
        length_ms: How long they shall take.
        uid: Where the names of new slots start.
    """
    later = state.slots[first:]
    finish = tuple(slot for slot in later if slot.step.phase == "finish")
    finish_ms = sum(slot.duration_ms for slot in finish)
    if not finish_ms or finish_ms > length_ms:
        return short_finish(state, length_ms, uid)
    work = _fitting(tuple(slot for slot in later if slot.step.phase != "finish"), length_ms - finish_ms)
    spare_ms = length_ms - finish_ms - sum(slot.duration_ms for slot in work)
    return (*work, *_longer(finish, spare_ms))


def _fitting(work: tuple[Slot, ...], room_ms: int) -> tuple[Slot, ...]:
    """Keep work in order while there is room, the last of it cut; a hold stays only with the strokes over it."""
    kept: list[Slot] = []
    for index, slot in enumerate(work):
        with_ms = slot.duration_ms + (
            work[index + 1].duration_ms if slot.step.kind == "hold" and index + 1 < len(work) else 0
        )
        if with_ms <= room_ms:
            kept.append(slot)
            room_ms -= slot.duration_ms
            continue
        if slot.step.kind == "stroke" and room_ms >= ms(STEP_MIN_S):
            kept.append(replace(slot, duration_ms=room_ms, strokes=strokes_in(room_ms, slot.cycle_ms)))
        break
    while kept and not kept[-1].duration_ms:
        kept.pop()
    return tuple(kept)


def _longer(finish: tuple[Slot, ...], spare_ms: int) -> tuple[Slot, ...]:
    if not spare_ms:
        return finish
    longest = max(range(len(finish)), key=lambda index: finish[index].duration_ms)
    grown_ms = finish[longest].duration_ms + spare_ms
    grown = replace(finish[longest], duration_ms=grown_ms, strokes=strokes_in(grown_ms, finish[longest].cycle_ms))
    return (*finish[:longest], grown, *finish[longest + 1 :])
