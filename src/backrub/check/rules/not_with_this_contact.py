"""A part of the hand is used that the technique is not done with.

Finds: Contacts the technique does not use, or not on that area, such as long strokes with knuckles.

Why: The contact decides how deep and how safe a stroke is; each technique was chosen together with its own.

Example:
    work
      2 min  effleurage, whole back, knuckles

Instead:
    work
      2 min  effleurage, whole back, palms

Fix: Unsafe: the contact becomes the technique's first choice for that area.

Source: Teaching, row by row in the table of techniques. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = (
    "contact",
    "technique",
)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.touches:
        technique, contact = act.technique, act.step.contact
        if technique is None or contact is None or contact in ("thumbs", "finger-tips"):
            continue
        usual = technique.contacts_on(act.step.area or "")
        if contact not in usual:
            at = act.at("contact")
            fix = put(at, usual[0].replace("-", " ")) if at != act.span else None
            yield found(at, fix, contact=contact, technique=technique.id)
