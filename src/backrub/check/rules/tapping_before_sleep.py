"""Tapping in a rub that should end in rest.

Finds: Tapping when the rub is before sleep, for comfort or to be close, unless they want to be
    woken.

Why: Tapping wakes; that is all it is for.

Example:
    for: 10 min on a bed, before sleep
    finish
      30 s   tapping, upper back
      1 min  effleurage, whole back

Instead:
    for: 10 min on a bed, before sleep
    finish
      90 s   effleurage, whole back

Fix: None: take it out; the time goes to the long strokes.

Source: Teaching: never for sleep, comfort, pregnancy. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    resting = subject.facts.intention in ("sleep", "comfort", "closeness")
    if not resting or subject.facts.has("wants-waking"):
        return
    for act in subject.strokes:
        if act.step.technique == "tapotement":
            yield found(act.at("technique"))
