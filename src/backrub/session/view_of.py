"""What a screen shows of a session: a pure function of the state and of now."""

from __future__ import annotations

from backrub.session import pressing
from backrub.session.decide_flow import HANDS_AWAY_MS
from backrub.session.pressing import pressed
from backrub.session.state import State, logical_at, played_at
from backrub.session.timeline import HoldView, PlacedStep, View

__all__ = ["are_placed_alike", "placed_steps", "view_of"]


def placed_steps(state: State, before: tuple[PlacedStep, ...] = ()) -> tuple[PlacedStep, ...]:
    """Give the plan placed in time, with pressure as it now is.

    Args:
        state: Where the session stands.
        before: What this gave the last time; what has stayed the same is the same object.
    """
    fresh = [
        PlacedStep(index, pressed(state, slot), slot.start_ms, slot.duration_ms, slot.strokes, slot.uid)
        for index, slot in enumerate(state.slots)
    ]
    known = (*before, *fresh[len(before) :])
    return tuple(old if old == new else new for old, new in zip(known, fresh, strict=False))


def are_placed_alike(state: State, other: State) -> bool:
    """Tell whether `placed_steps` gives the same for two states, by what it is made of and nothing else."""
    return (
        state.slots is other.slots
        and state.pressing is other.pressing
        and (state.cap, state.hold_cap, state.tired) == (other.cap, other.hold_cap, other.tired)
    )


def view_of(state: State, now_ms: int, placed: tuple[PlacedStep, ...] | None = None) -> View:
    """Give what a screen shows.

    Args:
        state: Where the session stands.
        now_ms: Logical time, not before the last event.
        placed: What `placed_steps` gives, where it is known already.
    """
    played_ms = played_at(state, now_ms)
    running = state.base_at_ms is not None
    return View(
        version=state.seq,
        at_ms=now_ms,
        status=state.status,
        steps=placed_steps(state) if placed is None else placed,
        step=state.current,
        step_started_at_ms=logical_at(state, state.slot.start_ms) if running and state.current is not None else None,
        played_ms=played_ms,
        remaining_ms=state.total_ms - played_ms,
        pressure=pressing.current(state, played_ms),
        rewarm=pressing.coming_back(state, played_ms),
        hold=_hold_view(state),
        asking=state.question.what if state.question is not None and now_ms < state.question.until_ms else None,
        hush=state.hush,
        stopped_by=state.stopped_by,
        resting=state.status == "paused" or (state.status == "stopped" and state.stopped_by in ("giver", "coach")),
        stop_within_ms=_stop_within_ms(state, now_ms),
        present=state.present,
        spots_left=state.spots_left,
    )


def _hold_view(state: State) -> HoldView | None:
    hold = state.hold
    if hold is None:
        return None
    ends_at_ms = logical_at(state, hold.ends_ms) if state.base_at_ms is not None else None
    return HoldView(hold.stage, ends_at_ms, hold.number, state.spots_left)


def _stop_within_ms(state: State, now_ms: int) -> int | None:
    if state.status != "stopped" or state.stopped_by in ("giver", "coach") or state.rested_at_ms is None:
        return None
    return max(0, state.rested_at_ms + HANDS_AWAY_MS - now_ms)
