"""A stroke is over before it is felt.

Finds: Work on one area and side that is shorter altogether than the least that is worth doing.

Why: It takes a few strokes before a muscle believes the hand. A list of many places feels hurried.

Example:
    work
      15 s   kneading, shoulders, right
      15 s   kneading, shoulders, left

Instead:
    work
      1 min  kneading, shoulders, right
      1 min  kneading, shoulders, left

Fix: None: fewer places, longer.

Source: Teaching, row by row in the table of techniques. Certainty: L.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = (
    "area",
    "technique",
)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    spent: dict[tuple[str, str, str], int] = {}
    for act in subject.strokes:
        for side in act.sides:
            key = (act.step.technique or "", act.area, side)
            spent[key] = spent.get(key, 0) + act.step.duration_s
    for act in subject.strokes:
        technique = act.technique
        total_s = min(spent[act.step.technique or "", act.area, side] for side in act.sides)
        if technique and act.step.phase == "work" and act.presses and total_s < technique.dose_area.least_s:
            yield found(act.at("duration_s"), area=act.area, technique=technique.id)
