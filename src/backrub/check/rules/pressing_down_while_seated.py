"""Somebody sitting is pressed down on, or leaned on in the low back.

Finds: Seated routines with strokes above 4, leaning, or leaning on the low back.

Why: Sitting, the spine carries whatever is pressed on the shoulders, and nothing supports the low back from the front.

Example:
    for: 10 min in a chair, seated
    work
      2 min  kneading, shoulders, both, pressure 3 to 6

Instead:
    for: 10 min in a chair, seated
    work
      2 min  kneading, shoulders, both, pressure 3 to 4

Fix: Unsafe: the pressure is brought down to 4.

Source: Teaching: hands and forearms weigh, the body does not; at most 4 downward on shoulders. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import repressed
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("pressure",)


_MOST = 4.0


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if subject.position != "seated":
        return
    for act in subject.strokes:
        if act.peak > _MOST and act.step.pressure:
            start, end = (min(each, _MOST) for each in act.step.pressure)
            yield found(act.at("pressure"), repressed(act, start, end), pressure=act.peak)
        elif act.manner("leaning"):
            yield found(act.at("manner"), pressure=act.peak)
