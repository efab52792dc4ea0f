"""Pressure jumps.

Finds: A stroke that starts more than 2 above anything its place has had so far.

Why: Depth is reached in steps. A jump makes the muscle close, and the breath stop.

Example:
    warm up
      2 min  effleurage, whole back, pressure 1 to 2
    work
      2 min  gutter glide, upper gutters, right, heels, pressure 5 to 6

Instead:
    warm up
      2 min  effleurage, whole back, pressure 2 to 4
    work
      2 min  gutter glide, upper gutters, right, heels, pressure 4 to 6

Fix: Safe: the stroke starts 2 above what the place has had.

Source: Roberts 2011: rising pressure left muscles calm. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import haunts
from backrub.check.mending import repressed
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = (
    "before",
    "start",
)


_MOST = 2.0


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    had: dict[tuple[str, str], float] = {}
    everywhere = 0.0
    for act in subject.strokes:
        if not act.step.pressure:
            continue
        start, end = act.step.pressure
        before = min((had.get(pair, everywhere) for pair in haunts((act,))), default=everywhere)
        before = max(before, float(limits.RISE_START_BELOW))
        if (had or everywhere) and start > before + _MOST:
            yield found(
                act.at("pressure", "technique"),
                repressed(act, before + _MOST, end, safe=True),
                start=start,
                before=before,
            )
        if not act.parts:
            everywhere = max(everywhere, act.peak)
        for pair in haunts((act,)):
            had[pair] = max(had.get(pair, everywhere), act.peak)
