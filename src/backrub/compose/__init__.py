"""From wishes to the routine that serves them best, and from the middle of a rub to the rest of it."""

from __future__ import annotations

from backrub.compose.catalogue import MESSAGES
from backrub.compose.planning import compose
from backrub.compose.replanning import replan, with_more
from backrub.compose.terms import Effects

__all__ = ["MESSAGES", "Effects", "compose", "replan", "with_more"]
