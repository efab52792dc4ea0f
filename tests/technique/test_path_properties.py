"""On everybody, every path is closed, smooth, at its pace, and off the bone.

The bearing core is drawn here with exact shapes, apart from the grid that the paths were made with.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point, Polygon
from shapely.affinity import rotate, scale, translate

from backrub.anatomy import Atlas, Body, Motion, PersonalZone, Side, atlas_for, field_of
from backrub.errors import CannotBeDone
from backrub.technique import Samples, StrokePath, Technique, limits, stroke_path, techniques
from backrub.technique.ground import core_of
from tests.anatomy.bodies import BODIES, PERSONAL_ZONES
from tests.counts import count

EVERY = [pytest.param(technique, id=technique.id) for technique in techniques().values()]
MOTIONS: dict[str, Motion] = {"resting-hands": "still", "tender-spot-hold": "hold", "tapotement": "tapping"}
PERSONS = settings(max_examples=count("persons"))
FEWER_PERSONS = settings(max_examples=count("persons") // 4)


def sides_of(technique: Technique) -> tuple[Side, ...]:
    """Return the sides a technique can be asked for."""
    return ("both", "right") if technique.both_sides or technique.both_from else ("right",)


def drawn(technique: Technique, atlas: Atlas, felt: float) -> Iterator[StrokePath]:
    """Draw a technique on all areas and sides with all its contacts, from its usual place and from where it will do."""
    areas = technique.areas + technique.areas_when_there
    places = (None, *dict.fromkeys(technique.places_when_there + technique.both_when_there))
    for area, side, place in product(areas, sides_of(technique), places):
        for contact in technique.contacts_on(area):
            try:
                yield stroke_path(technique.id, atlas, area, side, contact=contact, pressure=(2, felt), place=place)
            except CannotBeDone:
                continue


@cache
def disc(half_width_mm: float, half_length_mm: float) -> Polygon:
    """Draw a core at the origin."""
    return scale(Point(0, 0).buffer(1.0, quad_segs=8), half_width_mm, half_length_mm)


def patches(technique: Technique, atlas: Atlas, samples: Samples, every: int) -> Iterator[tuple[float, Polygon, int]]:
    """Give pressure, core and exact limit at some of the samples that touch."""
    motion: Motion = MOTIONS.get(technique.id, "gliding") if samples.works else "still"
    motion = "feather" if samples.contact == "finger-tips" else motion
    breadth = technique.breadth_of(samples.contact) if samples.works else "broad"
    core = core_of(samples.contact, atlas, motion, breadth)
    for i in range(0, len(samples.t_s), max(1, len(samples.t_s) // every)):
        if samples.pressure[i] > 0:
            turned = rotate(disc(core.half_width_mm, core.half_length_mm), samples.heading_deg[i], origin=(0, 0))
            patch = translate(turned, samples.x_mm[i], samples.y_mm[i])
            yield samples.pressure[i], patch, field_of(atlas).under(patch, breadth, motion)


@pytest.mark.parametrize("technique", EVERY)
@PERSONS
@given(body=BODIES, mole=st.one_of(st.none(), PERSONAL_ZONES), felt=st.sampled_from([2, 4, 7]))
def test_no_bearing_core_ever_exceeds_its_places_limit(
    technique: Technique,
    body: Body,
    mole: PersonalZone | None,
    felt: float,
) -> None:
    """Over all areas, sides and contacts of a technique the weight is never more than the place under it takes."""
    atlas = atlas_for(body) if mole is None else atlas_for(body).with_personal_zones(mole)
    for path in drawn(technique, atlas, felt):
        for samples in path.hands.values():
            for pressure, patch, limit in patches(technique, atlas, samples, every=8):
                assert pressure <= limit, (path.area, path.side, samples.contact)
                if pressure >= limits.PRESSING:
                    clear_of_spine(technique, samples, patch)


def clear_of_spine(technique: Technique, samples: Samples, patch: Polygon) -> None:
    """Check that a pressing core keeps its inner edge, or a pointed one its middle, off the spine."""
    left, _top, right, _bottom = patch.bounds
    assert left >= limits.SPINE_HALF_WIDTH_MM or right <= -limits.SPINE_HALF_WIDTH_MM
    if samples.works and technique.breadth_of(samples.contact) == "pointed":
        assert abs(patch.centroid.x) >= limits.POINTED_FROM_MIDLINE_MM[0]


@pytest.mark.parametrize("technique", EVERY)
@FEWER_PERSONS
@given(body=BODIES, mole=st.one_of(st.none(), PERSONAL_ZONES), felt=st.sampled_from([2, 4, 7]))
def test_every_path_is_a_closed_loop_without_jumps(
    technique: Technique,
    body: Body,
    mole: PersonalZone | None,
    felt: float,
) -> None:
    """The last sample is the first, there are 20 or more a second, and no hand ever leaps."""
    atlas = atlas_for(body) if mole is None else atlas_for(body).with_personal_zones(mole)
    for path in drawn(technique, atlas, felt):
        for samples in path.hands.values():
            t, x, y = (np.array(values) for values in (samples.t_s, samples.x_mm, samples.y_mm))
            assert (x[0], y[0], samples.pressure[0]) == pytest.approx((x[-1], y[-1], samples.pressure[-1]), abs=0.1)
            assert np.diff(t).max() <= 0.05 + 1e-4
            assert path.cycle_s == pytest.approx(t[-1], abs=1e-3)
            assert np.hypot(np.diff(x), np.diff(y)).max() <= 30.0
            assert set(samples.down) <= {True, False}
            assert all(0 <= heading < 360 for heading in samples.heading_deg)


@pytest.mark.parametrize("technique", [each for each in EVERY if each.values[0].pace.unit == "cm_per_s"])  # type: ignore[union-attr]
@FEWER_PERSONS
@given(body=BODIES, mole=st.one_of(st.none(), PERSONAL_ZONES), share=st.floats(0, 1))
def test_pressing_hands_keep_the_techniques_pace(
    technique: Technique,
    body: Body,
    mole: PersonalZone | None,
    share: float,
) -> None:
    """While it presses a gliding hand keeps within the technique's band, except where it turns on the spot."""
    least, most = technique.pace.least, technique.pace.most
    pace = least + share * (most - least)
    atlas = atlas_for(body) if mole is None else atlas_for(body).with_personal_zones(mole)
    for area in technique.areas:
        try:
            path = stroke_path(technique.id, atlas, area, sides_of(technique)[0], pace=pace, pressure=(2, 6))
        except CannotBeDone:
            continue
        for samples in (each for each in path.hands.values() if each.works):
            t, x, y, pressure = (np.array(v) for v in (samples.t_s, samples.x_mm, samples.y_mm, samples.pressure))
            pressing = np.minimum(pressure[1:], pressure[:-1]) >= limits.PRESSING
            if np.count_nonzero(pressing) >= 6:
                speed = np.hypot(np.diff(x), np.diff(y))[pressing] / np.diff(t)[pressing] / 10
                assert speed.max() <= most * (1 + limits.PACE_ADJUST) + 0.2
                assert np.quantile(speed, 0.1) >= least * (1 - limits.PACE_ADJUST) - 0.2


@FEWER_PERSONS
@given(body=BODIES)
def test_left_strokes_are_right_strokes_mirrored(body: Body) -> None:
    """On a back without marks a stroke on the left is the one on the right, mirrored."""
    atlas = atlas_for(body)
    for technique, area in (("gutter-glide", "gutters"), ("blade-circles", "blades"), ("palm-press", "shoulders")):
        try:
            right = stroke_path(technique, atlas, area, "right")
        except CannotBeDone:
            continue
        left = stroke_path(technique, atlas, area, "left")
        (on_right,) = [samples for samples in right.hands.values() if samples.works]
        (on_left,) = [samples for samples in left.hands.values() if samples.works]
        assert -np.array(on_left.x_mm) == pytest.approx(np.array(on_right.x_mm), abs=0.05)
        assert on_left.y_mm == pytest.approx(on_right.y_mm, abs=0.05)


def test_on_the_neutral_person_everything_can_be_done() -> None:
    """Every technique can be done on every one of its areas, on both sides, with its own choice of contact."""
    for technique in techniques().values():
        for area in technique.areas:
            for side in sides_of(technique):
                path = stroke_path(technique.id, atlas_for(), area, side)
                assert path.reached >= min(3.0, technique.cap_on(area)) - 0.05 or not technique.presses
