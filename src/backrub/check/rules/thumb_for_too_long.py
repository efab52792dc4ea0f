"""A thumb presses too long in one go.

Finds: Thumbs for more than thirty seconds on end.

Why: A muscle at full force lasts half a minute; after that the joint carries it.

Example:
    work
      hold   1 tender spot on the shoulders, right, 60 s, thumbs

Instead:
    work
      hold   1 tender spot on the shoulders, right, 30 s, thumbs

Fix: Unsafe: a hold gets knuckles instead.

Source: Rohmert 1960 on endurance; teaching: 30 s a go, braced. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("seconds",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes + subject.holds:
        if act.step.contact == "thumbs" and act.step.duration_s > limits.THUMB_GO_MAX_S * (act.step.spots or 1):
            at = act.at("contact")
            fix = put(at, "knuckles") if at != act.span and act.step.kind == "hold" else None
            yield found(at, fix, seconds=act.step.duration_s)
