"""The giver is where the stroke cannot be done well.

Finds: Places of the giver that do not suit the technique or the contact, such as forearms from beside.

Why: From the wrong place the wrist bends or the back twists, and weight turns into push.

Example:
    work
      2 min  gutter glide, upper gutters, right, forearms, beside them

Instead:
    work
      2 min  gutter glide, upper gutters, right, forearms, at the head end

Fix: Unsafe: the place becomes the one the stroke is best done from.

Source: Teaching: forearms from the head end or a table, not kneeling beside. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject
from backrub.routine.notation.vocabulary import first_name

__all__ = ["ARGS", "check"]

ARGS = ("technique",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.touches:
        technique, place = act.technique, act.step.place
        if technique is None or place is None or subject.surface == "table":
            continue
        allowed = technique.contact_places.get(act.step.contact or "", technique.places)
        if place not in allowed:
            at = act.at("place")
            fix = put(at, first_name("place", allowed[0])) if at != act.span else None
            yield found(at, fix, technique=technique.id)
