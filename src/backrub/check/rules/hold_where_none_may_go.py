"""A tender spot is held where none may be.

Finds: Holds on the waist, the sides, the base of the neck, or on places too wide to name one spot.

Why: There is no firm muscle over firm bone to press against; kidneys, ribs' ends or vessels take it instead.

Example:
    work
      hold   1 tender spot on the waist, right, 60 s

Instead:
    work
      hold   1 tender spot between the blades, right, 60 s

Fix: None: broad strokes go over such places instead.

Source: Teaching consensus on where holds may go. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject
from backrub.technique import techniques

__all__ = ["ARGS", "check"]

ARGS = ("area",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    allowed = techniques()["tender-spot-hold"].areas
    for act in subject.holds:
        if act.step.area is not None and act.step.area not in (*allowed, "upper-back", "gutters"):
            yield found(act.at("area"), area=act.area)
