"""A rub meant for cloth is done on skin.

Finds: The rub through the shirt where nobody wears one.

Why: On oiled skin the hand slips, on dry skin it burns; on skin there are better strokes.

Example:
    for: 5 min on a mat, with oil
    work
      3 min  clothed rub, upper back

Instead:
    for: 5 min on a mat, with oil
    work
      3 min  effleurage, upper back

Fix: Unsafe: the stroke becomes effleurage.

Source: Teaching, row by row in the table of techniques. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes if subject.glide in ("oil", "lotion", "dry") else ():
        technique = act.technique
        if technique is not None and technique.lubricant == "cloth":
            at = act.at("technique")
            yield found(at, put(at, "effleurage") if at != act.span else None)
