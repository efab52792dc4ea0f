"""A word nobody knows.

Finds: Words in a step or a header that name nothing the coach knows; the nearest known word is proposed.

Why: What cannot be understood cannot be led, nor checked, and a typing slip must not hide something that hurts.

Example:
    work
      2 min  kneading, sholders

Instead:
    work
      2 min  kneading, shoulders

Fix: Unsafe: the word becomes the nearest one that is known.

Source: The vocabulary of the notation. Certainty: H.
"""

from __future__ import annotations

from collections.abc import Iterator

from backrub.check.findings import Found
from backrub.check.reading import from_problems
from backrub.check.subject import Subject

__all__ = ["check"]


_NAMES = ("unknown-word", "unknown-for", "unknown-receiver", "unknown-giver", "unknown-keep-off")


def check(subject: Subject) -> Iterator[Found]:
    """Give each place where it is so."""
    yield from from_problems(subject, *_NAMES)
