"""The thumbs do too much.

Finds: Thumbs for more than a fifth of the rub, a tenth for a novice or a first time, and at all with sore thumbs; holds
    count.

Why: Thumbs are the weak link of every giver: half of those who press for a living have them sore.

Example:
    for: 5 min on a mat
    warm up
      3 min  effleurage, whole back
    work
      hold   2 tender spots on the shoulders, right, 60 s, thumbs

Instead:
    for: 5 min on a mat
    warm up
      3 min  effleurage, whole back
    work
      hold   2 tender spots on the shoulders, right, 60 s, knuckles

Fix: Unsafe: the contact becomes knuckles in the step where it gets too much.

Source: 49 % thumb pain in 12 months; teaching. Certainty: M.
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
    spent_s, allowed_s = 0, _share(subject) * subject.duration_s
    for act in subject.strokes + subject.holds:
        if act.step.contact == "thumbs":
            spent_s += act.step.duration_s
            if spent_s > allowed_s:
                at = act.at("contact")
                fix = put(at, "knuckles") if at != act.span and act.step.kind == "hold" else None
                yield found(at, fix, seconds=spent_s)
                return


def _share(subject: Subject) -> float:
    giver = subject.facts.giver
    if "sore-thumbs" in giver or "weak-hands" in giver:
        return 0.0
    novice = "novice" in giver or subject.facts.has("first-time")
    return limits.THUMB_SHARE_NOVICE if novice else limits.THUMB_SHARE
