"""One place gets the same work for too long.

Finds: A technique on one area and side beyond what it is good for: kneading 4 min, waist 2 min, tapping 45 s and so on.

Why: Past that the skin grows tender and the mind wanders; hands that stay too long are the commonest complaint.

Example:
    work
      6 min  kneading, shoulders, right
      6 min  kneading, shoulders, left

Instead:
    work
      4 min  kneading, shoulders, right
      4 min  kneading, shoulders, left

Fix: None: give the time to another place or stroke.

Source: Teaching, row by row in the table of techniques. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = (
    "area",
    "technique",
)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    rounds = 2 if subject.duration_s > limits.BREAK_AFTER_S else 1
    spent: dict[tuple[str, str, str], int] = {}
    for act in subject.strokes:
        technique = act.technique
        if technique is None or act.step.phase != "work" or technique.id == "effleurage" or not act.presses:
            continue
        for side in act.sides if not technique.both_sides else ("both",):
            key = (technique.id, act.area, side)
            spent[key] = spent.get(key, 0) + act.step.duration_s
            if spent[key] > rounds * technique.dose_area.most_s:
                yield found(act.at("duration_s"), area=act.area, technique=technique.id)
                break
