"""A pressure above seven is asked for.

Finds: Any step whose pressure goes past 7.

Why: At 8 a body wants to tense or hold its breath, so everything before was for nothing. Seven is a ceiling, not a
    goal.

Example:
    work
      hold   1 tender spot between the blades, right, 60 s, pressure 6 to 8

Instead:
    work
      hold   1 tender spot between the blades, right, 60 s, pressure 5 to 7

Fix: Unsafe: the pressure is brought down to 7 for a hold and 6 for a stroke.

Source: Teachers say 6, 7 or 7 to 8; taken as a ceiling. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import repressed
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("pressure",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.touches:
        if act.peak > limits.CEILING and act.step.pressure:
            most = limits.CEILING if act.step.kind == "hold" else limits.STROKE_CAP
            start, end = (min(each, float(most)) for each in act.step.pressure)
            yield found(act.at("pressure"), repressed(act, start, end), pressure=act.peak)
