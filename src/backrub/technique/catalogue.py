"""The ids of every text about strokes that this room can ask for, with the names of their arguments."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["MESSAGES", "REASONS"]

REASONS = ("not-there", "not-from-here", "one-side-at-a-time", "not-this-contact", "no-room", "left-alone")
"""Why a stroke cannot be done here: `CannotBeDone.reason`. The text of each is `cannot-` and the reason."""

MESSAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **{f"cannot-{reason}": () for reason in REASONS},
        "map-technique": ("technique",),
        "map-routine": (),
        "map-coverage": (),
        "map-pressure": ("least", "most"),
    },
)
"""Every message id of this room."""
