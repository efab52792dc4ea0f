"""A hold is not followed by broad strokes.

Finds: Holds after which no broad stroke of at least 20 s goes over the place before anything else.

Why: The spot has just been pressed empty. Broad, warm strokes bring the blood and the calm back.

Example:
    work
      2 min  kneading, shoulders, right
      hold   1 tender spot on the shoulders, right, 60 s
      1 min  waist spread, waist, right

Instead:
    work
      2 min  kneading, shoulders, right
      hold   1 tender spot on the shoulders, right, 60 s
      30 s   caress, shoulders, right
      1 min  waist spread, waist, right

Fix: Safe: 20 seconds of slow stroking are put after it.

Source: Teaching: 20 to 30 s of broad strokes over it, then elsewhere. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from backrub.check.findings import Fix, Found, found
from backrub.check.measures import is_broad_on
from backrub.check.mending import line_below
from backrub.check.subject import Act, Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("area",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    least_s, _ = limits.HOLD_AFTER_BROAD_S
    for act in subject.holds:
        after = subject.after(act)
        if after is not None and after.step.kind == "hold" and after.line is act.line and act.line is not None:
            continue  # several spots of one line, one after the other
        if _broad_s(subject, act) < least_s:
            yield found(act.at("technique"), _strokes_after(subject, act), area=act.area)


def _broad_s(subject: Subject, held: Act) -> int:
    """Give how long broad strokes go over the place before anything else."""
    following = (act for act in subject.timed if act.index > held.index)
    return sum(act.step.duration_s for act in takewhile(lambda act: is_broad_on(act, held), following))


def _strokes_after(subject: Subject, act: Act) -> Fix | None:
    place, side = (act.line.word("area"), act.line.word("side")) if act.line else (None, None)
    fields = ["caress", place.said if place else "upper back", side.said if side else "each side", "palms"]
    return line_below(subject, act, f"20 s  {', '.join(fields)}", safe=True)
