"""What is to come made gentler: after hush, and where a planned hold may no longer be."""

from __future__ import annotations

from dataclasses import replace

from backrub.session.deciding import Desk
from backrub.session.hold import instead_of_hold, leading, may_hold
from backrub.session.pressing import overlap
from backrub.session.sharing import is_settled
from backrub.session.state import Slot, State
from backrub.session.substitutes import gentle, slot_of, slower
from backrub.technique import techniques

__all__ = ["calmed", "drop_holds"]

RIDING = ("move", "oil")
"""Steps of no length that stay when nothing is said to the receiver any more."""


def calmed(state: State, slots: tuple[Slot, ...], played_ms: int) -> tuple[Slot, ...]:
    """Give slots to come without questions, holds, new places and anything that wakes, at the slowest pace.

    Args:
        state: Where the session stands; what was touched so far is known there.
        slots: What is to come.
        played_ms: Hands-on time now; strokes that are settled stay as they are.
    """
    done = state.slots[: (state.current or 0) + 1]
    touched = tuple(sorted({slot.step.area for slot in done if slot.duration_ms and slot.step.area is not None}))
    calm = []
    for slot in slots:
        if not slot.duration_ms:
            calm += [slot] if slot.step.kind in RIDING else []
        elif is_settled(slot, played_ms) and slot.step.kind != "hold":
            calm.append(slot)
        elif _is_calm(slot, touched):
            calm.append(slower(slot))
        else:
            calm.append(_gentle_on(state, slot, touched))
    return tuple(calm)


def drop_holds(desk: Desk) -> None:
    """Put gentle strokes in place of planned holds that may not be any more, before they are announced."""
    state = desk.state
    if state.status == "finished":
        return
    under_way = leading(state)
    spots = state.spots_left - (under_way is not None and under_way.stage != "still")
    first = 0 if state.current is None else state.current + 1
    slots = list(state.slots)
    for index in range(first, len(slots)):
        slot = slots[index]
        if slot.step.kind != "hold" or not slot.duration_ms:
            continue
        if spots > 0 and may_hold(replace(state, spots_left=spots), slot.step):
            spots -= 1
        else:
            slots[index] = instead_of_hold(state, slot)
    changed = next((index for index in range(first, len(slots)) if slots[index] is not state.slots[index]), None)
    if changed is not None:
        desk.replace_from("no-hold", changed, tuple(slots[changed:]))


def _is_calm(slot: Slot, touched: tuple[str, ...]) -> bool:
    technique = techniques().get(slot.step.technique or "")
    wakes = technique is not None and technique.sedating > 0
    return slot.step.kind != "hold" and not wakes and any(overlap(slot.step.area, area) for area in touched)


def _gentle_on(state: State, slot: Slot, touched: tuple[str, ...]) -> Slot:
    made = gentle(state, slot.step, slot.duration_ms, touched) or gentle(state, slot.step, slot.duration_ms)
    return slot if made is None else slot_of(f"{slot.uid}'", made, slot.duration_ms)
