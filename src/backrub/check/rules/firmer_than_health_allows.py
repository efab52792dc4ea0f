"""A step is firmer than the receiver's health allows.

Finds: Steps above the cap that a condition in the `receiver:` line sets: 3 for most, 4 for skin trouble or a device.

Why: Thin vessels, brittle bones, healing tissue and a growing child do not bear what a healthy back does.

Example:
    receiver: blood thinners
    work
      2 min  kneading, shoulders, right, pressure 3 to 5

Instead:
    receiver: blood thinners
    work
      2 min  kneading, shoulders, right, pressure 2 to 3

Fix: Unsafe: the pressure is brought down to the cap.

Source: Published lists of contraindications, row by row in the health table. Certainty: H.
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
    care = subject.facts.care
    for act in subject.strokes if care else ():
        if care and act.peak > care.cap and act.step.pressure:
            start, end = (min(each, care.cap) for each in act.step.pressure)
            yield found(act.at("pressure"), repressed(act, start, end), pressure=act.peak, cap=care.cap)
