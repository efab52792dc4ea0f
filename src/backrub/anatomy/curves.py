"""Smooth curves through or within a few points, as arrays of shape (n, 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["rounded", "through"]


def rounded(points: NDArray[np.float64], reach_mm: float = 11.0) -> NDArray[np.float64]:
    """Round a closed polygon by averaging along its edge with a bell of this spread: the result stays in its hull."""
    ring = np.concatenate((points, points[:1]))
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(ring, axis=0).T))))
    count = 144
    even = np.arange(count) / count * along[-1]
    dense = np.column_stack((np.interp(even, along, ring[:, 0]), np.interp(even, along, ring[:, 1])))
    steps = np.arange(count)
    away = np.minimum(steps, count - steps) * along[-1] / count
    bell = np.exp(-0.5 * (away / reach_mm) ** 2)
    turned = bell[(steps[:, None] - steps[None, :]) % count]
    smooth: NDArray[np.float64] = turned @ dense / bell.sum()
    return smooth[::2]


def through(points: NDArray[np.float64], steps: int = 8, *, closed: bool = True) -> NDArray[np.float64]:
    """Draw a centripetal Catmull-Rom curve through points.

    Args:
        points: Two or more points, none the same as its neighbour.
        steps: Points put on each stretch.
        closed: Whether the last point joins the first.

    Returns:
        The curve's points; an open curve ends with the last point, a closed one does not repeat the first.
    """
    if closed:
        padded = np.concatenate((points[-1:], points, points[:2]))
    else:
        first, last = 2 * points[0] - points[1], 2 * points[-1] - points[-2]
        padded = np.concatenate((first[None], points, last[None]))
    knots = np.concatenate(([0.0], np.cumsum(np.linalg.norm(np.diff(padded, axis=0), axis=1) ** 0.5)))
    share = np.arange(steps) / steps
    stretches = [_stretch(padded[i : i + 4], knots[i : i + 4], share) for i in range(len(padded) - 3)]
    curve = np.concatenate(stretches)
    return curve if closed else np.concatenate((curve, points[-1:]))


def _stretch(
    p: NDArray[np.float64],
    t: NDArray[np.float64],
    share: NDArray[np.float64],
) -> NDArray[np.float64]:
    at = (t[1] + share * (t[2] - t[1]))[:, None]

    def between(a: NDArray[np.float64], b: NDArray[np.float64], i: int, j: int) -> NDArray[np.float64]:
        mixed: NDArray[np.float64] = (t[j] - at) / (t[j] - t[i]) * a + (at - t[i]) / (t[j] - t[i]) * b
        return mixed

    a1, a2, a3 = between(p[0], p[1], 0, 1), between(p[1], p[2], 1, 2), between(p[2], p[3], 2, 3)
    curve: NDArray[np.float64] = between(between(a1, a2, 0, 2), between(a2, a3, 1, 3), 1, 2)
    return curve
