"""The neck or the back is twisted, bent or pulled.

Finds: Twists, traction, stretches of the neck, bending back, turning somebody's neck for them.

Why: Muscles at rest do not guard a joint. Turning the head is the receiver's own to do.

Example:
    work
      30 s  pull the neck

Instead:
    work
      turn the head
      30 s  caress, shoulders, both

Fix: None: what is wanted instead depends on why it was there.

Source: Vertebral artery injuries; teaching consensus. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for _, word in subject.words("technique", "wrench"):
        yield found(word.span, said=word.said)
