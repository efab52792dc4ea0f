"""The giver stays in one place too long.

Finds: More than six minutes on end from one place on the floor or a bed, without a `go` line.

Why: Knees and back give out, the strokes turn sour, and the receiver feels it before the giver says so.

Example:
    for: 10 min on a mat
    warm up
      5 min  effleurage, whole back, at the hips
      5 min  caress, whole back, at the hips

Instead:
    for: 10 min on a mat
    warm up
      5 min  effleurage, whole back, at the hips
      go beside them
      5 min  caress, whole back, beside them

Fix: None: where to go is the writer's to say.

Source: Teaching: change place or leg every five minutes; a minute of grace is ours. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject
from backrub.technique import limits

__all__ = ["ARGS", "check"]

ARGS = ("minutes",)


_GRACE_S = 60


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    kneeling = subject.surface in ("mat", "bed") and subject.position != "seated"
    if not kneeling or "cannot-kneel" in subject.facts.giver:
        return
    since_s, place = 0, None
    for act in subject.acts:
        kneels = act.step.duration_s > 0 and act.step.kind != "turn"
        if act.step.kind == "move" or not kneels or act.step.place != place:
            moved = act.step.kind in ("move", "turn") and (act.step.kind == "move" or act.step.duration_s > 0)
            since_s = act.start_s if moved or kneels else since_s
        place = act.step.place if kneels else place
        if kneels and act.end_s - since_s > limits.GIVER_PLACE_MAX_S + _GRACE_S and since_s < act.start_s:
            yield found(act.span, minutes=(act.end_s - since_s) // 60)
            since_s = act.start_s
