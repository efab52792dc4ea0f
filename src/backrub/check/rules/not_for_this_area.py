"""A technique is used where it does not work.

Finds: Areas that a technique is not made for, such as kneading the low back or circling the blade on the waist.

Why: Kneading needs muscle that lifts, a glide needs a gutter to glide in. Elsewhere they slip or pinch.

Example:
    work
      2 min  kneading, lower back

Instead:
    work
      2 min  waist spread, waist, each side

Fix: None: which stroke suits the place depends on what is wanted.

Source: Teaching, row by row in the table of techniques. Certainty: M.
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


# Elsewhere: tapping on bone and holds have rules of their own, and hands may rest wherever they may be.
_ANSWERED = ("tapotement", "tender-spot-hold", "resting-hands")


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.touches:
        technique = act.technique
        if technique is None or act.step.area is None or technique.id in _ANSWERED:
            continue
        if act.step.area not in technique.areas:
            yield found(act.at("area"), area=act.area, technique=technique.id)
