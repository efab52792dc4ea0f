"""A hold is harder than its place takes.

Finds: Holds above what their place takes (5 on the blades and the low back), or above 6 for a first time together.

Why: Over the blade the muscle is thin, and the low back has no ribs behind it.

Example:
    work
      hold   1 tender spot on the blades, right, 60 s, pressure 5 to 7

Instead:
    work
      hold   1 tender spot on the blades, right, 60 s, pressure 4 to 5

Fix: Unsafe: the pressure is brought down to what the place takes.

Source: Teaching consensus, the table of places by breadth of contact. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import repressed
from backrub.check.subject import Act, Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = (
    "area",
    "most",
)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.holds:
        most = _most(subject, act)
        if most < act.peak <= limits.CEILING and act.step.pressure:
            start, end = (min(each, most) for each in act.step.pressure)
            yield found(act.at("pressure"), repressed(act, start, end), area=act.area, most=most)


def _most(subject: Subject, act: Act) -> float:
    technique = act.technique
    caps = [technique.cap_on(act.step.area or "") if technique else limits.CEILING]
    if subject.facts.has("first-time"):
        caps.append(limits.FIRST_TIME_HOLD_CAP)
    return float(min(caps))
