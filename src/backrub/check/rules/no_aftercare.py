"""The preparations are written out, what comes after is not.

Finds: Texts with a `prepare` part that have no `aftercare` part.

Why: Getting up too fast makes people dizzy, and the quiet afterwards is half of the gift.

Example:
    prepare
      say    Forehead on your hands
    work
      5 min  caress, whole back

Instead:
    prepare
      say    Forehead on your hands
    work
      5 min  caress, whole back
    aftercare
      say    Stay as long as you like, then rise slowly

Fix: None: what to say is the writer's.

Source: Teaching: cover them, let them rise slowly, sit a minute, water if they like. Certainty: M.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject
from backrub.routine.notation import Heading

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    headings = [line for line in subject.written.lines if isinstance(line, Heading)] if subject.written else []
    before = next((line for line in headings if line.phase == "prepare"), None)
    if before is not None and not any(line.phase == "aftercare" for line in headings):
        yield found(before.span)
