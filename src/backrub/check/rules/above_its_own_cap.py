"""A step is firmer than the routine says it ever gets.

Finds: Strokes above the pressure in `cap:`, or above a plan's own cap.

Why: A cap is a promise to the receiver; they lie down because of it.

Example:
    cap: 4
    work
      2 min  kneading, shoulders, right, pressure 3 to 5

Instead:
    cap: 4
    work
      2 min  kneading, shoulders, right, pressure 3 to 4

Fix: Unsafe: the pressure is brought down to the cap.

Source: Consent: a limit that was agreed on. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import repressed
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = (
    "cap",
    "pressure",
)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if subject.routine is None:
        return
    cap = float(subject.routine.cap)
    for act in subject.strokes:
        if act.peak > cap and act.step.pressure:
            start, end = (min(each, cap) for each in act.step.pressure)
            yield found(act.at("pressure"), repressed(act, start, end), cap=cap, pressure=act.peak)
