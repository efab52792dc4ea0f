"""Hands at rest: what becomes of a hold, and what counts when a wish to rest or to go on took its time to come.

Somebody who loses the line rests all the same, and goes on by the timeline they hold. What the engine led meanwhile is
put right in one event when it hears of it, back to the last thing that people caused and no further.
"""

from __future__ import annotations

from backrub.session import events as ev
from backrub.session.apply import apply
from backrub.session.deciding import Desk, new_slot
from backrub.session.passing import pass_time
from backrub.session.state import State
from backrub.units import ms

__all__ = ["end_hold", "went_on_earlier", "were_at_rest"]

LATE_MS = ms(1)
"""A wish that was asked no longer ago counts as asked now. Certainty: ENG."""


def end_hold(desk: Desk, reason: str) -> None:
    """End a hold where it is, so that what follows it is next; it cannot be taken up again."""
    if desk.state.hold is not None and desk.state.hold.stage != "broad":
        desk.cut(reason, desk.elapsed_ms)


def were_at_rest(desk: Desk) -> bool:
    """Go back to where hands came to rest, if that was asked a while ago; tell whether anything was given back."""
    since = desk.state.before or desk.state
    if not _is_late(desk) or since.base_at_ms is None:
        return False
    asked_at_ms = max(_asked_at_ms(desk), since.at_ms)
    there = Desk(pass_time(since, asked_at_ms).state, asked_at_ms, desk.by)
    if there.state.status != "running" or there.played_ms >= desk.played_ms:
        return False
    end_hold(there, "paused")
    _put_right(desk, there)
    return True


def went_on_earlier(desk: Desk, rewarm_ms: int) -> bool:
    """Go on to where hands are that were rested and went on before any of it was known; tell whether they are ahead.

    Args:
        desk: Where it is decided.
        rewarm_ms: Over how much hands-on time pressure comes back.
    """
    state, asked_at_ms = desk.state, _asked_at_ms(desk)
    if not _is_late(desk) or not state.rested_unknown or asked_at_ms < (state.rested_at_ms or 0):
        return False
    went_on = apply(state, ev.Resumed(state.seq + 1, asked_at_ms, desk.by, rewarm_ms))
    there = Desk(pass_time(went_on, desk.at_ms).state, desk.at_ms, desk.by)
    end_hold(there, "paused")
    _put_right(desk, there)
    return True


def _asked_at_ms(desk: Desk) -> int:
    return desk.at_ms if desk.asked_at_ms is None else desk.asked_at_ms


def _is_late(desk: Desk) -> bool:
    return desk.at_ms - _asked_at_ms(desk) >= LATE_MS


def _put_right(desk: Desk, there: Desk) -> None:
    """Write down where hands really are, and with it all that time alone had changed."""
    state, true = desk.state, there.state
    first = _first_other(state, true)
    last = len(true.slots) - 1
    desk.emit(
        ev.PlaceCorrected(
            *desk.stamp,
            there.at_ms,
            there.played_ms,
            last if true.current is None else true.current,
            first,
            tuple(new_slot(slot) for slot in true.slots[first:]),
            true.spots_left,
            tuple(sorted(true.closed)),
            true.asked,
            true.asked_ms,
        )
    )


def _first_other(state: State, other: State) -> int:
    """Give the first slot in which two states differ."""
    pairs = enumerate(zip(state.slots, other.slots, strict=False))
    alike = min(len(state.slots), len(other.slots))
    return next((index for index, (one, two) in pairs if new_slot(one) != new_slot(two)), alike)
