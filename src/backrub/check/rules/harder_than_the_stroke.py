"""A stroke is harder than it should ever be.

Finds: Pressure above what the technique bears at all, or on that area: 2 for caress and resting hands, 4 for side
    pulls.

Why: A moving hand that presses too hard grinds; the same depth comes from moving more slowly.

Example:
    work
      2 min  caress, upper back, palms, pressure 4

Instead:
    work
      2 min  caress, upper back, palms, pressure 2

Fix: Unsafe: the pressure is brought down to what the stroke bears.

Source: Teaching, row by row in the table of techniques; strokes end at 6. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import repressed
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = (
    "most",
    "technique",
)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.touches:
        technique = act.technique
        if technique is None or act.step.kind == "hold" or not act.step.pressure:
            continue
        most = float(min(technique.cap_on(act.step.area or ""), limits.STROKE_CAP))
        if most < act.peak <= limits.CEILING:
            start, end = (min(each, most) for each in act.step.pressure)
            yield found(act.at("pressure"), repressed(act, start, end), technique=technique.id, most=most)
