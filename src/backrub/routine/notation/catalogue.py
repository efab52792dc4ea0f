"""Every message id the notation can emit, with the names of its arguments."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["MESSAGES"]

_HINTS = (
    *("vocabulary", "too-large", "rule", "reason", "times", "technique", "places", "own-line", "time", "pressure"),
    *("figure", "format", "where", "steps", "sum", "never-led", "untimed-phase", "group"),
    *("unused-allowance", "too-many-slips", "too-many-counted", "too-many-spots", "more-findings"),
)

MESSAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {f"notation-hint-{name}": () for name in _HINTS}
    | {
        "notation-untitled": (),
        "says-as-written": ("text",),
        "why-as-written": ("text",),
        "note-as-written": ("text",),
        "notation-hint-did-you-mean": ("meant",),
        "notation-too-large": ("most",),
        "notation-too-many-lines": ("most",),
        "notation-too-many-slips": ("left", "most"),
        "notation-too-many-counted": ("most",),
        "notation-too-many-spots": ("most",),
        "notation-line-too-long": ("most",),
        "notation-unreadable-line": (),
        "notation-unknown-word": ("said",),
        "notation-unknown-header": ("said",),
        "notation-unknown-for": ("said",),
        "notation-unknown-receiver": ("said",),
        "notation-unknown-giver": ("said",),
        "notation-unknown-keep-off": ("said",),
        "notation-empty-header": ("said",),
        "notation-other-format": ("known", "said"),
        "notation-nothing-said": ("said",),
        "notation-not-a-rule": ("said",),
        "notation-no-reason": ("code",),
        "notation-unused-allowance": ("code",),
        "notation-more-findings": ("code", "most"),
        "notation-not-times": ("most",),
        "notation-twice": ("said",),
        "notation-twice-figure": (),
        "notation-no-technique": (),
        "notation-nowhere": (),
        "notation-where": (),
        "notation-time-range": (),
        "notation-pressure-range": (),
        "notation-pace-range": (),
        "notation-spots-range": ("most",),
        "notation-no-steps": (),
        "notation-sum": ("added", "stated"),
        "notation-too-many-steps": ("most",),
        "notation-too-deep": ("most",),
        "notation-empty-group": (),
        "notation-never-led": ("said",),
        "notation-untimed-phase": (),
    },
)
"""Message id to argument names, sorted."""
