"""From a wish to events: the table says who does it, the handler decides, and a refusal leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from backrub.session.adopting import adopt, begin
from backrub.session.begin import Begin, Wish
from backrub.session.calming import drop_holds
from backrub.session.commands import AdoptPlan, Command
from backrub.session.decide_flow import FLOW
from backrub.session.decide_hold import HOLDING
from backrub.session.decide_plan import PLANNING
from backrub.session.decide_pressure import PRESSURE
from backrub.session.decide_time import TIMING
from backrub.session.deciding import Desk, refused
from backrub.session.merging import is_repeated
from backrub.session.state import State
from backrub.session.transitions import ROLES, TRANSITIONS, Refuses

__all__ = ["HANDLERS", "decide"]

HANDLERS: Mapping[str, Callable[[Desk, Command], None]] = MappingProxyType(
    {**FLOW, **PRESSURE, **TIMING, **HOLDING, **PLANNING}
)
"""What carries out each wish, by the name the table uses."""


def decide(state: State, wish: Wish, at_ms: int, asked_at_ms: int | None = None) -> Desk:
    """Decide a wish.

    Args:
        state: Where the session stands, with time passed up to now.
        wish: What is wanted.
        at_ms: Logical time now.
        asked_at_ms: Logical time at which it was asked, or None: now.

    Raises:
        CommandRefused: The wish has no meaning now; the state it was asked in stands.
    """
    if isinstance(wish, Begin):
        desk = Desk(state, at_ms)
        begin(desk, wish)
        drop_holds(desk)
    elif isinstance(wish, AdoptPlan):
        desk = Desk(state, at_ms)
        adopt(desk, wish)
        drop_holds(desk)
    else:
        desk = Desk(state, at_ms, wish.by, asked_at_ms=at_ms if asked_at_ms is None else min(asked_at_ms, at_ms))
        _obey(desk, wish)
    return desk


def _obey(desk: Desk, command: Command) -> None:
    if command.by not in ROLES[command.kind]:
        raise refused("not-yours")
    answer = TRANSITIONS[desk.state.status][command.kind]
    if isinstance(answer, Refuses):
        raise refused(answer.code)
    if is_repeated(desk, command):
        desk.heard(command.kind, number=command.value)
        return
    HANDLERS[answer.handler](desk, command)
    if desk.events:
        drop_holds(desk)
