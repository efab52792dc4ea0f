"""The head lies one way too long.

Finds: More than ten minutes lying on the front, up to the finish, without a turn of the head.

Why: A neck turned one way stiffens, and it is what hurts the next day, not the back.

Example:
    for: 15 min on a mat
    warm up
      5 min   effleurage, whole back
    work
      10 min  kneading, shoulders, each side

Instead:
    for: 15 min on a mat
    warm up
      5 min   effleurage, whole back
    work
      turn the head
      10 min  kneading, shoulders, right

Fix: Safe: a turn of the head is put before the step.

Source: Teaching: every three to five minutes, eight at the most; two minutes of grace are ours. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import line_above, wording
from backrub.check.subject import Act, Subject

__all__ = ["ARGS", "check"]

ARGS = ("minutes",)


_MOST_S = 600


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if subject.position != "prone":
        return
    since_s = 0
    for act in subject.acts:
        if act.step.kind == "turn":
            since_s = act.end_s
        elif _could_turn(subject, act) and act.start_s > since_s and act.end_s - since_s > _MOST_S:
            yield found(
                act.span, line_above(act, wording("turn-the-head"), safe=True), minutes=(act.end_s - since_s) // 60
            )
            since_s = act.start_s


def _could_turn(subject: Subject, act: Act) -> bool:
    """Tell whether a turn before this stroke disturbs nothing: neither the end nor what belongs to a hold."""
    before = subject.before(act)
    after_hold = before is not None and before.step.kind == "hold"
    return act.moves and act.step.phase != "finish" and not after_hold
