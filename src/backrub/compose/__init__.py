"""From wishes to the routine that serves them best, and from the middle of a rub to the rest of it."""

from __future__ import annotations

from backrub.compose.catalogue import MESSAGES
from backrub.compose.conflicts import Asked, asked, conflict
from backrub.compose.lesson import Lesson, hug_lesson
from backrub.compose.marked import seen_as
from backrub.compose.planning import compose
from backrub.compose.replanning import Difference, replan, what_if, with_more
from backrub.compose.swap import Swap, compose_swap
from backrub.compose.terms import Effects

__all__ = [
    "MESSAGES",
    "Asked",
    "Difference",
    "Effects",
    "Lesson",
    "Swap",
    "asked",
    "compose",
    "compose_swap",
    "conflict",
    "hug_lesson",
    "replan",
    "seen_as",
    "what_if",
    "with_more",
]
