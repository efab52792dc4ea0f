"""The giver leans on the low back.

Finds: Leaning, forearms or more than 4 on the low back or the waist.

Why: Nothing holds the low back from the front the way ribs hold the upper one; a lean goes straight into the joints.

Example:
    work
      1 min  palm press, lower back, palms, leaning

Instead:
    work
      1 min  palm press, lower back, palms, pressure 3

Fix: Unsafe: the word that says to lean is taken away.

Source: Teaching: at most 5 % of the lighter person's mass on the low back. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import LOW
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["check"]


_MOST = 4.0


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes:
        parts = set(act.parts)
        if not parts or not parts <= LOW or (subject.position == "seated" and act.manner("leaning")):
            continue
        if act.manner("leaning"):
            yield found(act.at("manner"), put(act.at("manner"), "slowly") if act.step.pace_cm_per_s is None else None)
        elif act.peak > _MOST:
            yield found(act.at("pressure"))
