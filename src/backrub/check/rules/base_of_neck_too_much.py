"""The base of the neck gets too much.

Finds: More than 4, more than a minute, or leaning on the base of the neck.

Why: Vessels to the brain pass beside it. Flat hands from behind, briefly, are all it wants.

Example:
    work
      3 min  caress, base of the neck

Instead:
    work
      45 s   caress, base of the neck

Fix: None: shorten it, or give the time to the shoulders.

Source: Teaching: behind only, C6 to T2, at most 4 and 60 s, no lean, pull or twist. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["check"]


_MOST = 4.0
_LONGEST_S = 60


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    spent_s = 0
    for act in subject.touches:
        if act.step.area != "neck-base":
            continue
        spent_s += act.step.duration_s
        if act.peak > _MOST or act.manner("leaning"):
            yield found(act.at("manner" if act.manner("leaning") else "pressure"))
        elif spent_s > _LONGEST_S:
            yield found(act.at("duration_s"))
