"""Fingertips on somebody ticklish.

Finds: Feather strokes with fingertips when the `receiver:` line says ticklish.

Why: Tickling is not calming, and it is the last thing they would feel.

Example:
    receiver: ticklish
    finish
      30 s   feather strokes, whole back, fingertips

Instead:
    receiver: ticklish
    finish
      30 s   feather strokes, whole back, palms

Fix: Safe: the contact becomes palms.

Source: Teaching: feather strokes tickle many; flat palms instead. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for act in subject.strokes if subject.facts.has("ticklish") else ():
        if act.step.contact == "finger-tips":
            at = act.at("contact")
            yield found(at, put(at, "palms", safe=True) if at != act.span else None)
