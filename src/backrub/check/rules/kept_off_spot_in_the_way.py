"""A stroke cannot get round a spot that is to be left alone.

Finds: Strokes that, drawn on a back, have no way left round a mole, bruise, patch or other spot in `keep off:`. After
    40 different strokes no more are drawn, and that is said.

Why: The coach draws strokes round such spots; where no way is left, the hand would go over it after all.

Example:
    keep off: bruise 5 cm right, 17 cm down, 20 cm across
    work
      2 min  gutter glide, upper gutters, right, heels

Instead:
    keep off: bruise 5 cm right, 17 cm down, 20 cm across
    work
      2 min  gutter glide, upper gutters, left, heels

Fix: None: leave the place out, or use a stroke that ends before it.

Source: The strokes as drawn on a back of usual size. Certainty: ENG.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import UNDRAWN, drawn
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("area", "why")


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.touches if subject.facts.spots else ():
        why = drawn(subject, act)
        if why == UNDRAWN:
            yield found(act.at("area"), area=act.area, why=UNDRAWN)
            return
        if why == "left-alone":
            yield found(act.at("area"), area=act.area, why=why)
