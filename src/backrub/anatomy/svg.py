"""Points as SVG path data, in mm to a tenth."""

from __future__ import annotations

from collections.abc import Sequence

from shapely import Polygon

__all__ = ["closed", "line", "ring"]


def line(points: Sequence[Sequence[float]]) -> str:
    """Return an open line through points."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def closed(points: Sequence[Sequence[float]]) -> str:
    """Return a line that ends where it began."""
    return line(points) + "Z"


def ring(shape: Polygon) -> str:
    """Return the edge of a shape."""
    return closed(list(shape.exterior.coords)[:-1])
