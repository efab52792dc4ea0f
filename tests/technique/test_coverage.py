"""What a rub covers is counted where the weight is, for as long as it is there."""

from __future__ import annotations

import re

import pytest

from backrub.anatomy import atlas_for
from backrub.technique import stroke_path
from backrub.technique.coverage import coverage_of, draw_coverage
from backrub.technique.ground import core_of

ATLAS = atlas_for()


def test_a_hold_covers_its_spot_for_its_time() -> None:
    """A hold of 60 s gives its spot 60 s at nearly 7, and nothing beyond the knuckle."""
    hold = stroke_path("tender-spot-hold", ATLAS, "between-blades", "right", spot_mm=(44.0, 130.0))
    covered = coverage_of(ATLAS, [(hold, 60.0)])
    time_s, felt = covered.at(44, 130)

    assert 60 == pytest.approx(time_s, abs=0.5)
    assert 6 < felt <= 7
    assert (0.0, 0.0) == covered.at(44 + 40, 130)
    assert (0.0, 0.0) == covered.at(-44, 130)
    assert (0.0, 0.0) == covered.at(4000, 130)


def test_times_add_up_over_strokes_and_repeats() -> None:
    """Twice the time gives twice the seconds everywhere, and two strokes give the sum of both."""
    glide = stroke_path("gutter-glide", ATLAS, "gutters-upper", "left")
    press = stroke_path("palm-press", ATLAS, "gutters-upper", "left")
    once, twice = (coverage_of(ATLAS, [(glide, seconds)]).time_s for seconds in (30.0, 60.0))
    other = coverage_of(ATLAS, [(press, 45.0)]).time_s

    assert 2 * once == pytest.approx(twice)
    assert twice + other == pytest.approx(coverage_of(ATLAS, [(glide, 60.0), (press, 45.0)]).time_s)


def test_a_stroke_on_the_left_leaves_the_right_alone() -> None:
    """A kneaded left shoulder gives the right one nothing."""
    knead = stroke_path("petrissage", ATLAS, "shoulders", "left")
    covered = coverage_of(ATLAS, [(knead, 60.0)])
    middle = covered.time_s.shape[1] // 2

    assert 0 == covered.time_s[:, middle:].sum()
    assert covered.time_s[:, :middle].sum() > 0


def test_seconds_are_kept_under_the_core() -> None:
    """Over all cells the seconds are the stroke's own times the area of the bearing core."""
    press = stroke_path("gutter-glide", ATLAS, "gutters-upper", "right", contact="heels")
    core = core_of("heels", ATLAS)
    cells = 3.1416 * core.half_width_mm * core.half_length_mm / 16.0
    covered = coverage_of(ATLAS, [(press, 100.0)])

    assert 100 * cells == pytest.approx(covered.time_s.sum(), rel=0.15)


def test_the_picture_has_colours_and_their_legend() -> None:
    """A coverage is drawn as one embedded picture, with the two fills its legend needs."""
    glide = stroke_path("gutter-glide", ATLAS, "gutters-upper", "left")
    drawn = "".join(draw_coverage(coverage_of(ATLAS, [(glide, 60.0)])))

    assert 1 == len(re.findall("data:image/png;base64", drawn))
    assert {'id="felt"', 'id="cover"'} <= set(re.findall(r'id="\w+"', drawn))
