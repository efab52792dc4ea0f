"""Curves pass through their points, or round them within their hull."""

from __future__ import annotations

import numpy as np
import pytest
from shapely import Polygon

from backrub.anatomy.curves import rounded, through

SQUARE = np.array([(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0)])


def test_a_curve_through_points_meets_each() -> None:
    """Every given point lies on the curve drawn through them."""
    curve = through(SQUARE, 6)
    assert all(np.min(np.hypot(*(curve - point).T)) < 1e-9 for point in SQUARE)
    assert 24 == len(curve)


def test_an_open_curve_ends_at_its_last_point() -> None:
    """An open curve starts and ends where its points do."""
    curve = through(SQUARE, 6, closed=False)
    assert [0.0, 0.0, 0.0, 100.0] == pytest.approx([*curve[0], *curve[-1]])


def test_a_rounded_polygon_stays_in_its_hull_and_keeps_its_size() -> None:
    """Rounding a square cuts the corners only."""
    smooth = Polygon(rounded(SQUARE))
    assert smooth.within(Polygon(SQUARE).buffer(1e-6))
    assert 0.9 < smooth.area / 10_000 < 1.0
