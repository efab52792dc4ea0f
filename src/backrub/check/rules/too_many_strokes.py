"""There are too many different strokes.

Finds: More than six different techniques of work in twenty minutes or less; long and slow strokes do not count.

Why: A rub is not a catalogue. Each change is something to learn for one and to follow for the other.

Example:
    for: 10 min on a mat
    work
      1 min  kneading, shoulders, right
      1 min  knuckle circles, shoulders, right
      1 min  gutter glide, upper gutters, right
      1 min  blade circles, blades, right
      1 min  palm press, between the blades, right
      1 min  waist spread, waist, right
      1 min  side pulls, sides, right
      3 min  effleurage, whole back

Instead:
    for: 10 min on a mat
    work
      3 min  kneading, shoulders, right
      3 min  gutter glide, upper gutters, right
      4 min  effleurage, whole back

Fix: None: which ones to keep is the writer's to say.

Source: Teaching: six techniques at most in a usual rub. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("count",)


_MOST = 6
_UP_TO_S = 1200
_LINKS = ("effleurage", "caress", "resting-hands", "clothed-rub")


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    seen: set[str] = set()
    for act in subject.strokes + subject.holds if subject.duration_s <= _UP_TO_S else ():
        if act.step.phase == "work" and act.step.technique not in _LINKS:
            seen.add(act.step.technique or "")
            if len(seen) > _MOST:
                yield found(act.at("technique"), count=len(seen))
                return
