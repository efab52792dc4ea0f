"""Nobody says what they lean or lie on.

Finds: Seated and side-lying texts whose `prepare` part speaks of no pillow, cushion, towel or table.

Why: Sitting unsupported, the back holds itself up all the while; on the side, the lower shoulder and the knees ache.

Example:
    for: 10 min in a chair, seated
    prepare
      say    Sit down and close your eyes
    work
      5 min  clothed rub, upper back

Instead:
    for: 10 min in a chair, seated
    prepare
      say    Lean on the table, with a pillow under your chest
    work
      5 min  clothed rub, upper back

Fix: None: what there is to lean on is the writer's to say.

Source: Teaching: chest against chair back or table; pillows under head, between knees, one to hug. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import mentions
from backrub.check.subject import Subject
from backrub.routine.notation import Heading

__all__ = ["ARGS", "check"]

ARGS = ("position",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    if subject.position not in ("seated", "side-lying") or subject.written is None:
        return
    lines = subject.written.lines
    prepare = next((line for line in lines if isinstance(line, Heading) and line.phase == "prepare"), None)
    if prepare is not None and not any(mentions(subject, "support", "say", "note")):
        yield found(prepare.span, position=subject.position)
