"""The giver cannot kneel, and this is on the floor.

Finds: Routines on a mat when the `giver:` line says cannot kneel.

Why: Sore knees are felt in the hands within minutes.

Example:
    for: 10 min on a mat
    giver: cannot kneel
    work
      5 min  effleurage, whole back

Instead:
    for: 10 min on a table
    giver: cannot kneel
    work
      5 min  effleurage, whole back

Fix: None: what there is at home is theirs to say.

Source: Teaching: bed edge or table for bad knees. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["check"]


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    cannot = subject.facts.giver.get("cannot-kneel")
    if cannot is not None and subject.surface == "mat":
        yield found(subject.header("surface", cannot))
