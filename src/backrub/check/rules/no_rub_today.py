"""What the receiver has says no rub today.

Finds: Fever or illness, numbness or tingling, new unexplained pain, drink or drugs in the `receiver:` line.

Why: Some of it needs a doctor first, some can be passed on, and who cannot judge pressure cannot say yes to it.

Example:
    receiver: fever
    work
      2 min  effleurage, whole back

Instead:
    receiver: desk work
    work
      2 min  effleurage, whole back

Fix: None.

Source: Referral guidance for back pain and published lists of contraindications. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for name in subject.facts.refused:
        yield found(subject.facts.traits[name], said=name)
