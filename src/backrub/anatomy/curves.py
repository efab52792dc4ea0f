"""Smooth curves through or within a few points, as arrays of shape (n, 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["chaikin", "through"]


def chaikin(points: NDArray[np.float64], rounds: int = 3) -> NDArray[np.float64]:
    """Cut the corners of a closed polygon: the result stays inside its hull (Chaikin 1974)."""
    for _ in range(rounds):
        after = np.roll(points, -1, axis=0)
        points = np.stack((0.75 * points + 0.25 * after, 0.25 * points + 0.75 * after), axis=1).reshape(-1, 2)
    return points


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
