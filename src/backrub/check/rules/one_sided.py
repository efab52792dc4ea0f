"""One side gets nothing, or far too little.

Finds: Areas worked on one side only, or more than about twice as long on one. What the other side cannot have does not
    count: there the same stroke would touch a place or a spot in `keep off:`.

Why: A back rubbed on one side feels crooked for hours. A tense side gets twice the time, never all of it.

Example:
    work
      3 min  kneading, shoulders, right

Instead:
    work
      2 min  kneading, shoulders, right
      1 min  kneading, shoulders, left

Fix: Unsafe: where one side has nothing, the line is made to say "each side", which doubles its time.

Source: Teaching: about 2 to 1 for a tense side, never 0. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.anatomy import SIDES
from backrub.check.findings import Found, found
from backrub.check.measures import is_spared, seconds_on
from backrub.check.mending import put
from backrub.check.subject import Act, Subject

__all__ = ["ARGS", "check"]

ARGS = (
    "area",
    "less",
    "more",
)


_MOST = 2.4


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    worked = [act for act in subject.strokes if act.step.phase == "work" and not _after_hold(subject, act)]
    pressed = [act for act in worked if act.presses]
    light = subject.strokes if subject.position == "side-lying" else worked  # there each side has an end of its own
    worked = pressed or [*light]  # light strokes that join others favour no side
    for area in dict.fromkeys(part for act in worked for part in act.parts):
        other, side = sorted(SIDES, key=lambda one: seconds_on(worked, area, one))
        due = [act for act in worked if act.sides != (side,) or not is_spared(subject.facts, act.parts, other)]
        less, more = seconds_on(due, area, other), seconds_on(due, area, side)
        if more > _MOST * less:
            act = next(act for act in due if area in act.parts and act.sides == (side,))
            at = act.at("side")
            fix = put(at, "each side") if less == 0 and at != act.span else None
            yield found(at, fix, area=area, more=more, less=less)


def _after_hold(subject: Subject, act: Act) -> bool:
    before = subject.before(act)
    return before is not None and before.step.kind == "hold"
