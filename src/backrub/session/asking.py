"""Which check-ins will be made: few, never in the finish or after hush, and never to somebody who has just spoken."""

from __future__ import annotations

from backrub.session.state import State
from backrub.units import ms

__all__ = ["QUESTION_OPEN_MS", "pending_asks"]

QUESTION_OPEN_MS = ms(20)
"""How long a check-in stands open; no answer changes nothing. Source: our design. Certainty: ENG."""

SPOKE_LATELY_MS = ms(30)
"""Nobody is asked who has just said something. Source: our design. Certainty: ENG."""


def pending_asks(state: State, from_at_ms: int) -> tuple[tuple[int, int], ...]:
    """Give the check-ins that will be made as things stand.

    Args:
        state: Where the session stands; while hands rest nothing is asked.
        from_at_ms: Logical time before which a check-in is over, asked or not.

    Returns:
        Played time and slot of each, in order.
    """
    if state.hush or state.base_at_ms is None or not state.asks:
        return ()
    spoke_at_ms = state.receiver_spoke_at_ms
    if spoke_at_ms is not None:
        from_at_ms = max(from_at_ms, spoke_at_ms + SPOKE_LATELY_MS)
    from_ms = state.base_played_ms + from_at_ms - state.base_at_ms
    room = max(0, state.check_ins - state.asked)
    return tuple(ask for ask in state.asks if ask[0] >= from_ms and ask[0] > state.asked_ms)[:room]
