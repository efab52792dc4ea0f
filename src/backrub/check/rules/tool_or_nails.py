"""A tool, nails or the tip of one finger does the work.

Finds: Massage guns, rollers, balls and sticks, fingernails, and single finger or thumb tips that press.

Why: None of them feels what it presses, or they scratch. A hand notices a held breath; a tool does not.

Example:
    work
      2 min  gutter glide, upper gutters, right, massage gun

Instead:
    work
      2 min  gutter glide, upper gutters, right, heels

Fix: Unsafe: the contact becomes the heels of the hands.

Source: Teaching: short nails, broad contacts; pointed pressure feels like an intrusion. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found, found
from backrub.check.mending import put
from backrub.check.subject import Subject

__all__ = ["ARGS", "check"]

ARGS = ("said",)


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    for _, word in subject.words("contact", "tool", "nails", "point"):
        yield found(word.span, put(word.span, "heels"), said=word.said)
