"""A stroke is firmer than any spot of its place takes from that contact.

Finds: Strokes whose pressure no spot of a single area takes: places have limits by how broad the contact is.

Why: A palm may pass where a thumb may not. Beside the low back, on the sides and on the blades the limits are low.

Example:
    work
      2 min  waist spread, waist, right, palms, pressure 3 to 6

Instead:
    work
      2 min  waist spread, waist, right, palms, pressure 2 to 4

Fix: Unsafe: the pressure is brought down to what the place takes.

Source: The table of places by breadth of contact; teaching consensus. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.anatomy import Motion
from backrub.check.findings import Found, found
from backrub.check.measures import highest_on
from backrub.check.mending import repressed
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = (
    "area",
    "contact",
    "most",
)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes:
        technique, contact = act.technique, act.step.contact
        if technique is None or contact is None or len(act.parts) != 1 or contact == "finger-tips":
            continue
        motion: Motion = "tapping" if technique.id == "tapotement" else "gliding"
        most = float(highest_on(act.parts[0], technique.breadth_of(contact), motion))
        if most < act.peak <= limits.CEILING and act.step.pressure:
            start, end = (max(1.0, min(each, most)) for each in act.step.pressure)
            yield found(
                act.at("pressure"),
                repressed(act, start, end) if most else None,
                area=act.area,
                contact=contact,
                most=most,
            )
