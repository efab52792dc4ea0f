"""The work begins on the low back.

Finds: Work whose first pressing stroke is on the low back or the waist.

Why: The low back trusts last. After the shoulders and the upper back it lets go by itself.

Example:
    warm up
      3 min  effleurage, whole back
    work
      2 min  gutter glide, lower gutters, each side
      2 min  kneading, shoulders, each side

Instead:
    warm up
      3 min  effleurage, whole back
    work
      2 min  kneading, shoulders, each side
      2 min  gutter glide, lower gutters, each side

Fix: None: move the lines.

Source: Teaching: the low back after the upper, with at least some minutes before it. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import LOW
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    work = [act for act in subject.strokes if act.step.phase == "work" and act.presses and act.parts]
    others = [act for act in work if not set(act.parts) <= LOW]
    if work and others and set(work[0].parts) <= LOW:
        yield found(work[0].at("area", "technique"))
