"""Nobody asks in the middle.

Finds: Rubs of ten minutes and more that press, with no check-in between a quarter and four fifths of the way.

Why: What was right at the start is often wrong half an hour later, once muscles have let go.

Example:
    warm up
      ask    Just right?
      4 min  effleurage, whole back, pressure 2 to 4
    work
      8 min  kneading, shoulders, each side

Instead:
    warm up
      ask    Just right?
      4 min  effleurage, whole back, pressure 2 to 4
    work
      4 min  kneading, shoulders, each side
      ask    Still right?
      4 min  kneading, shoulders, each side

Fix: Safe: a check-in is put before the stroke in the middle.

Source: The seed text: once in the middle; teaching. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import line_above, wording
from backrub.check.subject import Subject

__all__ = ["check"]


_FROM, _TO = 0.25, 0.8
_LEAST_S = 600


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    whole_s = subject.duration_s
    quiet = subject.facts.has("asleep") or not any(act.presses for act in subject.strokes)
    if whole_s < _LEAST_S or quiet or not subject.asks:
        return
    if not any(_FROM * whole_s <= act.start_s <= _TO * whole_s for act in subject.asks):
        middle = min(subject.strokes, key=lambda act: abs(act.start_s - whole_s / 2))
        inside = _FROM * whole_s <= middle.start_s <= _TO * whole_s and middle.step.phase != "finish"
        yield found(middle.span, line_above(middle, wording("ask-again"), safe=True) if inside else None)
