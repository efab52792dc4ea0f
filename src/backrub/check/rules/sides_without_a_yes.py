"""Sides or waist of a friend without a yes.

Finds: Work on the sides or the waist between friends or in a family, unless the `receiver:` line says they are welcome.

Why: Where people like to be touched follows the bond. The upper back is nearly always welcome; the waist is not.

Example:
    for: 10 min on a mat, for friends
    work
      1 min  side pulls, sides, each side

Instead:
    for: 10 min on a mat, for friends
    receiver: sides and waist welcome
    work
      1 min  side pulls, sides, each side

Fix: None: only they can say it.

Source: Suvilehto 2015: area allowed follows the bond, 1,368 people; the border is a teacher's. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("area",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if subject.facts.relation not in ("friends", "family") or subject.facts.has("waist-welcome"):
        return
    for act in subject.strokes:
        if act.parts and set(act.parts) <= {"sides", "waist"}:
            yield found(act.at("area"), area=act.area)
