"""Somebody is asked right after the rub.

Finds: Check-ins in the aftercare.

Why: "Was it good?" turns a gift into an exam. What they want to say they will say.

Example:
    work
      5 min  caress, whole back
    aftercare
      ask    Was it good?

Instead:
    work
      5 min  caress, whole back
    aftercare
      say    Stay as long as you like

Fix: Safe: the question is taken out; its comment stays.

Source: Teaching: thirty seconds of nothing, no chime, no question. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import dropped
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.asks:
        if act.step.phase == "aftercare":
            yield found(act.span, dropped(act, safe=True))
