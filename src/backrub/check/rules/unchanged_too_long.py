"""The same stroke goes on unchanged for too long.

Finds: One technique on one area for more than six minutes on end, the finish left out, where it fades,
    and light strokes that close a side before a turn.

Why: Even the most pleasant stroke is liked less with every minute that nothing changes.

Example:
    warm up
      8 min  effleurage, whole back

Instead:
    warm up
      4 min  effleurage, whole back
      2 min  caress, upper back
      2 min  effleurage, whole back

Fix: None: change path, place or stroke.

Source: Triscoli 2014 on satiety; the five minutes are a teacher's, the sixth is grace. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from backrub.check.findings import Found, found
from backrub.check.subject import Act, Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("minutes",)


_GRACE_S = 60
_MOST_S = limits.SAME_STROKE_MAX_S + _GRACE_S


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    lasted_s = 0
    for act, following in zip_longest(subject.timed, subject.timed[1:]):
        lasted_s += act.step.duration_s
        fading = act.step.phase == "finish" or (subject.position == "side-lying" and not act.presses)
        if act.moves and not fading and lasted_s > _MOST_S:
            yield found(act.at("duration_s", "technique"), minutes=round(lasted_s / 60))
        same = following is not None and _kind(following) == _kind(act)
        lasted_s = lasted_s if same and lasted_s <= _MOST_S else 0


def _kind(act: Act) -> tuple[str | None, str, str | None, str]:
    return act.step.technique, act.area, act.step.side, act.step.phase
