"""Plans that come from outside: the first one, and the remainders the engine asks for while it goes on."""

from __future__ import annotations

from dataclasses import replace

from backrub.routine import Routine
from backrub.session import events as ev
from backrub.session.begin import Begin
from backrub.session.calming import calmed
from backrub.session.commands import AdoptPlan
from backrub.session.deciding import Desk, new_slot, refused
from backrub.session.placing import cycles_ms, filled
from backrub.session.sharing import is_settled
from backrub.session.state import Slot, State, Wanted, chained
from backrub.session.substitutes import elsewhere, short_finish
from backrub.technique.limits import (
    CEILING,
    FINISH_SHORT_S,
    HOLD_AFTER_BROAD_S,
    MAX_HOLDS,
    SETTLED_WITHIN_S,
    check_ins_allowed,
)
from backrub.units import MS_PER_S, ms

__all__ = ["adopt", "begin", "lacks_finish", "want"]

REPLAN_AFTER_MS = ms(SETTLED_WITHIN_S + 5)
"""A new plan takes over no sooner, so that it has time to be made before its first step is settled. ENG."""

EXPLAINED_MS = ms(20)
"""So long after an answer nobody wonders why the plan has changed. Certainty: ENG."""


def begin(desk: Desk, wish: Begin) -> None:
    """Place a plan in time.

    Raises:
        CommandRefused: A plan was taken already, or this one takes no time.
    """
    if desk.state.seq:
        raise refused("already-started")
    if not wish.plan.duration_s:
        raise refused("no-time")
    plan, lengths = _placed(wish.plan, wish.cycles_s)
    holds = sum(step.kind == "hold" for step in plan.steps)
    spots = min(MAX_HOLDS, holds if wish.setting.spots is None else wish.setting.spots)
    desk.emit(
        ev.SessionPlanned(
            *desk.stamp, wish.setting, plan, lengths, spots, check_ins_allowed(plan.duration_s), _hold_cap(plan)
        )
    )
    if lacks_finish(desk.state.slots):
        finish = short_finish(desk.state, ms(FINISH_SHORT_S), f"{desk.state.seq + 1}")
        desk.replace_from("no-finish", len(desk.state.slots), finish)


def adopt(desk: Desk, wish: AdoptPlan) -> None:
    """Put a new remainder in place of what was to come.

    Raises:
        CommandRefused: Nobody asked for it, it comes too late, or it has no end.
    """
    state, wanted = desk.state, desk.state.wanted
    if wanted is None or wanted.reason != wish.reason or state.status not in ("running", "paused"):
        raise refused("unknown")
    first = next((index for index, slot in enumerate(state.slots) if slot.uid == wanted.uid), None)
    if first is None or is_settled(state.slots[first], desk.played_ms):
        raise refused("stale")
    if not wish.plan.duration_s or wish.plan.steps[-1].phase != "finish":
        raise refused("no-time")
    placed = (_no_harder(state, slot) for slot in _new_slots(wish, wanted, f"{state.seq + 1}"))
    slots = tuple(there for slot in placed if (there := elsewhere(state, slot)) is not None)
    if state.hush:
        slots = calmed(state, chained(slots, state.slots[first].start_ms), desk.played_ms)
    if lacks_finish(slots):
        raise refused("left-alone")
    answer = None if state.hush or _explained(desk) else desk.answer("replanned")
    desk.emit(ev.PlanAdopted(*desk.stamp, wish.reason, wish.plan, first, tuple(map(new_slot, slots)), answer))


def _explained(desk: Desk) -> bool:
    """Tell whether what was said lately tells already why something else comes now."""
    return any(desk.at_ms - answer.at_ms <= EXPLAINED_MS for answer in desk.state.answers)


def want(desk: Desk, reason: str, more_ms: int = 0) -> bool:
    """Ask for a new remainder from the next step that is far enough off; give False when none is."""
    state, played_ms = desk.state, desk.played_ms
    first = next(
        (
            index
            for index in range((state.current or 0) + 1, len(state.slots))
            if state.slots[index].duration_ms and state.slots[index].start_ms - played_ms >= REPLAN_AFTER_MS
        ),
        None,
    )
    if first is None:
        return False
    while first - 1 > (state.current or 0) and not state.slots[first - 1].duration_ms:
        first -= 1
    slot = state.slots[first]
    desk.emit(
        ev.ReplanWanted(
            *desk.stamp,
            reason,
            first,
            slot.uid,
            slot.start_ms,
            state.total_ms - slot.start_ms + more_ms,
            state.cap,
            0 if state.hush else state.spots_left,
            state.hush,
            state.tired,
            tuple(sorted(state.left)),
        )
    )
    return True


def _placed(plan: Routine, given_s: tuple[float | None, ...]) -> tuple[Routine, tuple[ev.Length, ...]]:
    strokes_ms = cycles_ms(plan.steps, given_s)
    work = [index for index, step in enumerate(plan.steps) if step.phase != "finish"]
    finish = [index for index, step in enumerate(plan.steps) if step.phase == "finish"]
    laid: dict[int, tuple[int, int]] = {}
    for block in (work, finish):
        times = filled((ms(plan.steps[index].duration_s), strokes_ms[index], _least_ms(plan, index)) for index in block)
        laid |= dict(zip(block, times, strict=True))
    lengths = tuple(ev.Length(index, laid[index][0], strokes_ms[index], laid[index][1]) for index in range(len(laid)))
    return plan, lengths


def _least_ms(plan: Routine, index: int) -> int:
    """Give the least a step may be shortened to: broad strokes after a hold keep their time."""
    after_hold = index > 0 and plan.steps[index - 1].kind == "hold"
    return ms(HOLD_AFTER_BROAD_S[0]) if after_hold else 0


def _new_slots(wish: AdoptPlan, wanted: Wanted, base: str) -> tuple[Slot, ...]:
    """Place a new remainder; what its whole seconds lack of the time there is goes to its longest step."""
    plan, lengths = _placed(wish.plan, wish.cycles_s)
    slots = [
        Slot(f"{base}.{length.index}", step, 0, length.duration_ms, length.cycle_ms, length.strokes)
        for step, length in zip(plan.steps, lengths, strict=True)
    ]
    lacking_ms = wanted.remaining_ms - ms(plan.duration_s)
    if abs(lacking_ms) < MS_PER_S:
        longest = max(range(len(slots)), key=lambda index: slots[index].duration_ms)
        slots[longest] = replace(slots[longest], duration_ms=slots[longest].duration_ms + lacking_ms)
    return tuple(slots)


def _no_harder(state: State, slot: Slot) -> Slot:
    """Keep a stroke that was spoken of from coming back harder: what was learnt is a distance from the old plan."""
    step, key = slot.step, (slot.step.technique or "", slot.step.area or "")
    if step.pressure is None or key not in state.pressing.offsets:
        return slot
    before = [there.step for there in state.slots if (there.step.technique, there.step.area) == key]
    most = max((max(there.pressure) for there in before if there.pressure is not None), default=max(step.pressure))
    if max(step.pressure) <= most:
        return slot
    start, end = step.pressure
    return replace(slot, step=replace(step, pressure=(min(start, most), min(end, most))))


def _hold_cap(plan: Routine) -> float:
    """Give how far a hold may go: as far as the plan's own holds, or one above its strokes; 7 is the ceiling."""
    planned = [step.pressure[1] for step in plan.steps if step.kind == "hold" and step.pressure is not None]
    return min(float(CEILING), max(planned, default=plan.cap + 1))


def lacks_finish(slots: tuple[Slot, ...]) -> bool:
    """Tell whether the last of some slots that takes time is not of the finish."""
    timed = [slot for slot in slots if slot.duration_ms]
    return not timed or timed[-1].step.phase != "finish"
