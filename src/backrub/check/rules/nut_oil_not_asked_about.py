"""A nut or sesame oil is named though nobody asked about allergies.

Finds: Almond, peanut, sesame and other nut oils in a sentence, unless it asks, or the receiver has no allergies.

Why: An allergy to nuts can be grave through the skin too, and few people think of it when they hear "oil".

Example:
    note: Warm some almond oil in the palm
    work
      2 min  effleurage, whole back

Instead:
    receiver: no allergies
    note: Warm some almond oil in the palm
    work
      2 min  effleurage, whole back

Fix: None: ask, then write it in the receiver line.

Source: Lists of contraindications: no almond, peanut or sesame oil with a nut allergy. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import mentions
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("oil",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    asked = {said.span for said, _ in mentions(subject, "asked")}
    without = {said.span for said, _ in mentions(subject, "no-nut")}
    allergic, cleared = subject.facts.has("allergy-nuts"), subject.facts.has("nuts-asked")
    for said, oil in mentions(subject, "nut-oil"):
        if said.span not in without and (allergic or not (said.span in asked or cleared)):
            yield found(said.span, oil=oil)
            return
