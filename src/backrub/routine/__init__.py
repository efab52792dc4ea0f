"""The written form of a back rub: its model and its time arithmetic."""

from __future__ import annotations

from backrub.routine.model import (
    PHASES,
    RISE_S,
    Argument,
    Contact,
    Glide,
    Message,
    Phase,
    Place,
    Position,
    Reason,
    Routine,
    Side,
    Step,
    StepKind,
    Surface,
    message,
    pressure_at,
    step_starts_s,
)

__all__ = [
    "PHASES",
    "RISE_S",
    "Argument",
    "Contact",
    "Glide",
    "Message",
    "Phase",
    "Place",
    "Position",
    "Reason",
    "Routine",
    "Side",
    "Step",
    "StepKind",
    "Surface",
    "message",
    "pressure_at",
    "step_starts_s",
]
