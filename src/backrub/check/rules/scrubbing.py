"""Hands scrub, grind or dig.

Finds: Friction, scrubbing, grinding and digging in.

Why: A muscle that is attacked tightens to guard itself, and the skin burns.

Example:
    work
      2 min  deep friction, shoulders, right

Instead:
    work
      2 min  kneading, shoulders, right, slow

Fix: Unsafe: the stroke becomes kneading.

Source: Teaching: coax, never dig. Certainty: H.
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
    for _, word in subject.words("technique", "friction"):
        if not any(name in word.said for name in ("knot", "spot")):
            yield found(word.span, put(word.span, "kneading"), said=word.said)
