"""A delicate place is worked without a word.

Finds: Rubs that first press on the low back, waist or sides with no check-in within a minute before, or during it.

Why: These are the places people are shy or sore about, and where they most want to be asked.

Example:
    warm up
      ask    Just right?
      4 min  effleurage, whole back, pressure 2 to 4
    work
      4 min  kneading, shoulders, each side
      2 min  waist spread, waist, each side, palms, pressure 2 to 4

Instead:
    warm up
      ask    Just right?
      4 min  effleurage, whole back, pressure 2 to 4
    work
      4 min  kneading, shoulders, each side
      ask    And here?
      2 min  waist spread, waist, each side, palms, pressure 2 to 4

Fix: Safe: a check-in is put before it.

Source: The seed text: once when you change areas; teaching. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import LOW
from backrub.check.mending import line_above, wording
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("area",)


_NEAR_S = 60


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    delicate = LOW | {"sides"}
    pressing = (act for act in subject.strokes if act.presses and act.step.phase != "finish")
    first = next((act for act in pressing if act.parts and set(act.parts) <= delicate), None)
    if first is None or subject.facts.has("asleep"):
        return
    many = len(subject.asks) >= limits.check_ins_allowed(subject.duration_s)
    asked = any(first.start_s - _NEAR_S <= act.start_s <= first.end_s for act in subject.asks)
    if not asked and not many:
        yield found(first.span, line_above(first, wording("ask-here"), safe=True), area=first.area)
