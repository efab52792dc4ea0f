"""The table of limits, place by breadth, is the practitioner's."""

from __future__ import annotations

import pytest

from backrub.anatomy import BREADTHS, MOTIONS, Breadth, Motion, limit_rows

TABLE = [
    ("spine", (1, 0, 0)),
    ("blade-edge", (3, 1, 0)),
    ("blade-flat", (4, 4, 4)),
    ("upper-muscle", (5, 6, 5)),
    ("low-back", (4, 4, 0)),
    ("loin", (3, 2, 0)),
    ("waist", (4, 3, 0)),
    ("sides", (4, 3, 1)),
    ("hip-edge", (2, 0, 0)),
    ("sacrum", (3, 2, 0)),
    ("neck-base", (3, 4, 4)),
    ("never", (0, 0, 0)),
]


@pytest.mark.parametrize(("place", "expected"), TABLE)
def test_gliding_limits_are_the_tables(place: str, expected: tuple[int, int, int]) -> None:
    """Broad, medium and pointed contacts may glide over each place this hard and no harder."""
    assert expected == tuple(limit_rows()[place].limit(breadth) for breadth in BREADTHS)


@pytest.mark.parametrize(
    ("place", "breadth", "motion", "expected"),
    [
        ("spine", "broad", "still", 2),
        ("upper-muscle", "pointed", "hold", 7),
        ("blade-flat", "pointed", "hold", 5),
        ("low-back", "medium", "hold", 5),
        ("low-back", "pointed", "hold", 0),
        ("loin", "broad", "tapping", 0),
        ("spine", "pointed", "feather", 1),
        ("never", "pointed", "feather", 0),
    ],
)
def test_other_motions_have_their_own_limits(place: str, breadth: Breadth, motion: Motion, expected: int) -> None:
    """Resting, holding, tapping and feather strokes are limited apart."""
    assert expected == limit_rows()[place].limit(breadth, motion)


def test_nothing_is_ever_above_the_ceiling() -> None:
    """No place takes more than 6 of a moving hand, or more than 7 of any."""
    for row in limit_rows().values():
        for motion in MOTIONS:
            most = 7 if motion == "hold" else 6
            assert all(0 <= row.limit(breadth, motion) <= most for breadth in BREADTHS)


def test_every_row_says_where_it_comes_from() -> None:
    """Each limit has a source and a certainty."""
    assert all(row.source and row.certainty in {"H", "M", "L", "ENG"} for row in limit_rows().values())
