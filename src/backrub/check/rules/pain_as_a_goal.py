"""Pain is made the aim.

Finds: Sentences that want it to hurt, push through pain, or praise it.

Why: Pain makes muscles guard and people hold their breath. One to six never hurt; seven is a ceiling in a hold.

Example:
    say: No pain no gain
    work
      2 min  kneading, shoulders, right

Instead:
    say: Tell me when it is just right
    work
      2 min  kneading, shoulders, right

Fix: None.

Source: Teaching; wincing is a sign to lighten, not to stay. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.measures import promises
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for said, words in promises(subject, "pain"):
        yield found(said.span, said=words)
