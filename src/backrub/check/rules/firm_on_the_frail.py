"""Somebody frail is pressed.

Finds: Strokes above 3, holds and leaning for a receiver who is frail, elderly or has thin skin.

Why: Thin skin tears and thin bone breaks at pressures a younger back enjoys.

Example:
    receiver: frail
    work
      2 min  kneading, shoulders, right, pressure 3 to 5

Instead:
    receiver: frail
    work
      2 min  kneading, shoulders, right, pressure 2 to 3

Fix: Unsafe: the pressure is brought down to 3.

Source: Teaching: for the frail cap 3, no lean, no holds. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import repressed
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("pressure",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if not subject.facts.has("frail"):
        return
    most = float(limits.FRAIL_CAP)
    for act in subject.strokes + subject.holds:
        if act.peak > most and act.step.pressure:
            start, end = (min(each, most) for each in act.step.pressure)
            yield found(act.at("pressure"), repressed(act, start, end), pressure=act.peak)
        elif act.step.kind == "hold" or act.manner("leaning"):
            yield found(act.at("manner", "technique"), pressure=act.peak)
