"""A stroke comes in a part of the rub it does not belong to.

Finds: Techniques in a phase they are not made for: kneading in the warm-up, feather strokes in the work, holds in the
    finish.

Why: Each part has its task: warm, work, let go. Kneading wakes what the finish has just put to rest.

Example:
    finish
      2 min  kneading, shoulders, right
      2 min  effleurage, whole back

Instead:
    work
      2 min  kneading, shoulders, right
    finish
      2 min  effleurage, whole back

Fix: None: move the line to the part it belongs to.

Source: Teaching, row by row in the table of techniques. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = (
    "phase",
    "technique",
)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes + subject.holds:
        technique = act.technique
        if technique is not None and act.step.phase not in technique.phases:
            yield found(act.at("technique"), technique=technique.id, phase=act.step.phase)
