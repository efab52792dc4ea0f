"""An elbow, a knee or a foot presses.

Finds: A contact that is no hand or forearm: elbow, knee, shin, foot.

Why: Its tip carries far more weight than it feels. A lay giver cannot tell muscle from rib with it.

Example:
    work
      2 min  gutter glide, beside the spine, right, elbow

Instead:
    work
      2 min  gutter glide, beside the spine, right, heels

Fix: Unsafe: the contact becomes the heels of the hands.

Source: Teaching: elbows are for trained hands; most harm comes from laymen and exotic ways (Ernst 2003). Certainty: H.
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
    for _, word in subject.words("contact", "elbow", "foot", "knee"):
        yield found(word.span, put(word.span, "heels"), said=word.said)
