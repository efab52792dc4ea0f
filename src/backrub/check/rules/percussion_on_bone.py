"""Tapping goes over bone or the kidneys.

Finds: Tapping anywhere but the shoulders, the upper back and the sides above the last ribs.

Why: Below the last ribs it shakes the kidneys, over spine and hip bone it simply hurts.

Example:
    finish
      30 s   tapping, lower back
      1 min  effleurage, whole back, pressure 2 to 1

Instead:
    finish
      30 s   tapping, upper back
      1 min  effleurage, whole back, pressure 2 to 1

Fix: Unsafe: the place becomes the upper back.

Source: Teaching consensus: never over kidneys or spine. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("area",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes:
        technique = act.technique
        if technique is not None and technique.id == "tapotement" and act.step.area not in technique.areas:
            at = act.at("area")
            yield found(at, put(at, "upper back") if at != act.span else None, area=act.area)
