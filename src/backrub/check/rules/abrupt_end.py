"""The rub ends abruptly.

Finds: A finish shorter than a minute, or than a tenth of the rub, in rubs of three minutes and more.

Why: Stopping short is like switching off music in the middle of a song. It is what people remember.

Example:
    warm up
      3 min  effleurage, whole back
    work
      4 min  kneading, shoulders, each side

Instead:
    warm up
      3 min  effleurage, whole back
    work
      3 min  kneading, shoulders, each side
    finish
      2 min  effleurage, whole back, pressure 3 to 1

Fix: None: how long the finish is changes the whole.

Source: Teaching: at least a minute and a tenth. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("seconds",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if subject.duration_s < limits.SESSION_MIN_S or subject.position == "hug":
        return
    finish_s = sum(act.step.duration_s for act in subject.timed if act.step.phase == "finish")
    wanted_s = max(limits.FINISH_MIN_S, limits.FINISH_MIN_SHARE * subject.duration_s)
    if finish_s < min(wanted_s, 0.2 * subject.duration_s):
        yield found(subject.end, seconds=finish_s)
