"""Hands lie as a giver at that place can lay them: forearms come from the giver, and arms do not cross."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings

from backrub.anatomy import Atlas, Body, Side, atlas_for
from backrub.data import load
from backrub.errors import CannotBeDone
from backrub.technique import StrokePath, Technique, stroke_path, techniques
from backrub.technique.reach import hand_over, reach_from
from tests.anatomy.bodies import BODIES
from tests.counts import count

EVERY = [pytest.param(technique, id=technique.id) for technique in techniques().values()]
PERSONS = settings(max_examples=max(2, count("persons") // 10))
CROSSED_MM = 30.0  # hands in turn on one place pass each other by less


def strokes(technique: Technique, atlas: Atlas) -> Iterator[StrokePath]:
    """Draw a technique with each contact on each area and side from each place it can be done from."""
    sides: tuple[Side, ...] = ("left", "right", "both")
    for area, side, place in product(technique.areas, sides, technique.places):
        for contact in technique.contacts_on(area):
            try:
                yield stroke_path(technique.id, atlas, area, side, contact=contact, place=place)
            except CannotBeDone:
                continue


def drafted_deg(heading_deg: float, x_mm: float) -> float:
    """Turn a heading in the back frame into one as drafted on the receiver's right."""
    return heading_deg if x_mm > 0 else -heading_deg


def crossed_mm(path: StrokePath) -> float:
    """Give how far the giver's left hand ever lies beyond the right one, facing the way that suits the stroke best."""
    left, right = path.hands["left"], path.hands["right"]
    moments = np.linspace(0.0, path.cycle_s, 40)

    def over(samples: tuple[float, ...], at: tuple[float, ...]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.interp(moments, at, samples)

    across = over(left.x_mm, left.t_s) - over(right.x_mm, right.t_s)
    along = over(left.y_mm, left.t_s) - over(right.y_mm, right.t_s)
    if path.place == "head-end" or path.technique == "hug-rub":
        return float(-across.min())
    if path.place in {"hip", "behind"}:
        return float(across.max())
    # Kneeling at a side, the giver faces the head, or across: to the receiver's left from their right side.
    at_right = (path.place == "beside") == (path.side == "right")
    facing_across = -along.min() if at_right else along.max()
    return float(min(across.max(), facing_across))


@pytest.mark.parametrize("technique", EVERY)
@PERSONS
@given(body=BODIES)
def test_fingers_point_where_the_givers_forearm_lets_them(technique: Technique, body: Body) -> None:
    """From every place of the giver, on every area and side, no hand that touches points back at its giver."""
    for path in strokes(technique, atlas_for(body)):
        reach = reach_from(path.place)
        for hand, samples in path.hands.items():
            touching = zip(samples.heading_deg, samples.x_mm, samples.down, strict=True)
            bad = {round(deg) for deg, x_mm, down in touching if down and not reach.allows(drafted_deg(deg, x_mm))}
            assert set() == bad, (path.area, path.side, path.place, path.contact, hand)


@pytest.mark.parametrize("technique", EVERY)
def test_arms_do_not_cross(technique: Technique) -> None:
    """Working and resting hands lie side by side as the giver's arms do, from every place."""
    for path in strokes(technique, atlas_for()):
        assert crossed_mm(path) < CROSSED_MM, (path.area, path.side, path.place, path.contact)


def test_every_place_says_how_hands_lie_there() -> None:
    """Each place a technique can be given from has headings, of which the first tried can be reached."""
    places = {place for technique in techniques().values() for place in technique.places}

    assert places == {name for name, row in load("giver").items() if isinstance(row, dict)}
    for place in places:
        reach = reach_from(place)
        assert all(reach.allows(heading) for heading in reach.first_deg)
        assert not reach.allows(reach.first_deg[0] + 180)
        assert reach.source
        assert "ENG" == reach.certainty


def test_left_lies_over_left_unless_the_two_look_opposite_ways() -> None:
    """Alongside and behind, the giver's left hand is on the receiver's left; from the head end, on their right."""
    assert ["left", "left", "left", "right"] == [hand_over(p, "left") for p in ("beside", "hip", "behind", "head-end")]
    assert "right" == hand_over("beside", "left", facing_them=True)


@pytest.mark.parametrize("technique", EVERY)
def test_no_forearm_lies_under_the_other_hand(technique: Technique) -> None:
    """Two hands that work one side lie side by side: neither is put on the arm of the other while both are down."""
    for path in strokes(technique, atlas_for()):
        left, right = path.hands["left"], path.hands["right"]
        if not (left.works and right.works) or path.side == "both":
            continue
        count = min(len(left.t_s), len(right.t_s))
        for i in range(0, count, 3):
            dx, dy = right.x_mm[i] - left.x_mm[i], right.y_mm[i] - left.y_mm[i]
            turn = np.radians(left.heading_deg[i])
            ahead, aside = dx * np.sin(turn) - dy * np.cos(turn), dx * np.cos(turn) + dy * np.sin(turn)
            both_down = left.down[i] and right.down[i]
            assert not (both_down and abs(ahead) > 60 > 3 * abs(aside)), (path.area, path.side, path.place)
