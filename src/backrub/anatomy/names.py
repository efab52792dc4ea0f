"""The names of places: areas, composites, sides and levels, each written once."""

from __future__ import annotations

from typing import Literal

from backrub.data import load
from backrub.errors import UsageError

__all__ = ["AREAS", "COMPOSITES", "LEVELS", "SIDES", "Side", "parts_of", "require_area", "sides_of"]

Side = Literal["left", "right", "both"]

_ATLAS = load("atlas")

AREAS: tuple[str, ...] = tuple(_ATLAS["areas"])
"""The named parts of a back, single ones."""

COMPOSITES: dict[str, tuple[str, ...]] = {
    name: tuple(parts) for name, parts in _ATLAS["composites"].items() if isinstance(parts, list)
}
"""Names for several parts together."""

LEVELS: tuple[str, ...] = tuple(name for name in _ATLAS["levels"] if name[0] in "CTLS" and name[1:].isdigit())
"""Vertebral levels from C7 to S2, head first."""

SIDES: tuple[Literal["left", "right"], ...] = ("left", "right")
"""The receiver's sides."""


def parts_of(area: str) -> tuple[str, ...]:
    """Return the single areas an area or composite stands for.

    Raises:
        UsageError: There is no such area.
    """
    require_area(area)
    return COMPOSITES.get(area, (area,))


def sides_of(side: Side) -> tuple[Literal["left", "right"], ...]:
    """Return the sides that `left`, `right` or `both` stands for."""
    return SIDES if side == "both" else (side,)


def require_area(area: str) -> None:
    """Raise a clear error for a word that names no area.

    Raises:
        UsageError: There is no such area.
    """
    if area not in AREAS and area not in COMPOSITES:
        known = ", ".join((*AREAS, *COMPOSITES))
        raise UsageError(f"no area is called {area!r}", "area", f"Use one of: {known}")
