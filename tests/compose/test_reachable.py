"""A person's own spots are gone round as the person lies or sits."""

from __future__ import annotations

import pytest

from backrub.anatomy import Body, atlas_for
from backrub.app.maps import atlas_of
from backrub.compose import compose
from backrub.compose.reachable import marked_atlas, reachable
from backrub.person import POSTURES_OF, Avoid, Mark, Wishes
from backrub.routine import Position

SCAR = Mark("scar", 95.0, 120.0, 25.0)


@pytest.mark.parametrize("position", POSTURES_OF)
def test_the_same_back_as_is_shown(position: Position) -> None:
    """The composer goes round spots on the very back that the map shows, in each position."""
    shown = atlas_of(Wishes(body=Body(stature_mm=1600), marks=(SCAR,), position=position))
    planned = marked_atlas(Body(stature_mm=1600), (SCAR,), position)
    assert atlas_for(Body(stature_mm=1600), POSTURES_OF[position]).areas == shown.areas == planned.areas
    assert (shown.shift, shown.personal) == (planned.shift, planned.personal)


def test_the_blade_moves_under_a_spot() -> None:
    """Leaning forward the blades lie further out, so that the same spot is on another place of the blade."""
    lying, sitting = (marked_atlas(Body(), (SCAR,), position) for position in ("prone", "seated"))
    assert lying.areas["blades"]["right"].centroid.x < sitting.areas["blades"]["right"].centroid.x
    assert reachable(lying, "petrissage", "shoulders", "left", "whole-hand")


def test_a_spot_that_leaves_one_point_of_a_stroke() -> None:
    """Where a spot pushes all of a stroke to one point, it is not to be had; nothing divides by its length."""
    mole = Mark("mole", 66.0, 214.0, 16.0)
    assert not reachable(marked_atlas(Body(), (mole,)), "caress", "lower-trapezius", "right", "palms")
    closed = (Avoid("shoulders", "left"), Avoid("gutters-lower", "left"))
    assert 360 == compose(Wishes(minutes=6, avoid=closed, marks=(mole,), intention="comfort")).duration_s


def test_nothing_is_drawn_far_from_every_spot() -> None:
    """A stroke far from every spot is reached without a path; one under a large burn is not."""
    burnt = marked_atlas(Body(), (Mark("sunburn", 100.0, 120.0, 120.0),))
    assert reachable(burnt, "gutter-glide", "gutters-lower", "left", "heels")
    assert not reachable(burnt, "blade-circles", "blades", "right", "palms")
