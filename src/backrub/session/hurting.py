"""What is left alone after something hurt: lighter from now on, and no spot held there again."""

from __future__ import annotations

from backrub.anatomy import AREAS
from backrub.routine import Step
from backrub.session import events as ev
from backrub.session.deciding import Desk
from backrub.session.hold import HOLD, leading, let_go
from backrub.session.pressing import LEAST
from backrub.technique import techniques

__all__ = ["close_spot", "flat_here", "flat_stroke", "limit_place"]

LOWER_AFTER_HURT = 2.0
"""Where something hurt nothing presses again: a relaxed hand's own weight. Source: practice script. Certainty: H."""


def flat_here(desk: Desk, number: int | None, moment: str) -> None:
    """Let go of a hold with a flat hand; nothing presses there again and no spot is held there."""
    close_spot(desk, "hurt")
    step = desk.state.slot.step
    if step.area is not None:
        desk.emit(ev.CeilingSet(*desk.stamp, step.area, step.side, None, LOWER_AFTER_HURT, number))
    hold = desk.state.hold
    if leading(desk.state) is not None:
        let_go(desk, "hurt", moment, flat=True)
    elif hold is not None:
        desk.emit(ev.HoldAnswered(*desk.stamp, "rate", hold.ends_ms, LEAST, number, answer=desk.answer(moment)))


def flat_stroke(desk: Desk, number: int | None, moment: str) -> None:
    """Lay the hand flat in a stroke: that place, and that stroke on it, press no more."""
    step = desk.state.slot.step
    technique, area = step.technique or "", step.area or ""
    if area in techniques()[HOLD].areas:
        close_spot(desk, "hurt")
    limit_place(desk, step, LOWER_AFTER_HURT)
    desk.emit(ev.CeilingSet(*desk.stamp, area, None, technique, LEAST, number, desk.answer(moment)))


def limit_place(desk: Desk, step: Step, highest: float) -> None:
    """Keep everything on a step's place below a pressure; of a composite nobody knows which part was meant."""
    if step.area is not None and step.area in AREAS:
        desk.emit(ev.CeilingSet(*desk.stamp, step.area, step.side, None, highest))


def close_spot(desk: Desk, reason: str) -> None:
    """Hold no spot any more on this side of this area."""
    step = desk.state.slot.step
    desk.emit(ev.SpotClosed(*desk.stamp, step.area or "", step.side or "both", reason, desk.state.spots_left))
