"""The strokes' shapes, one module per family; each drafts one hand's loop on one side."""

from __future__ import annotations

from backrub.technique.paths.circles import blade_circles, clothed_rub, knuckle_circles
from backrub.technique.paths.drifting import caress, feather_strokes, hug_rub
from backrub.technique.paths.gliding import effleurage, gutter_glide, side_pull, waist_spread
from backrub.technique.paths.pressing import palm_press, petrissage, tapotement
from backrub.technique.paths.resting import resting_hands, support, tender_spot_hold
from backrub.technique.paths.work import INWARD_DEG, Shape, Turn, Work

__all__ = ["INWARD_DEG", "SHAPES", "Shape", "Turn", "Work", "support"]

SHAPES: dict[str, Shape] = {
    "resting-hands": resting_hands,
    "effleurage": effleurage,
    "petrissage": petrissage,
    "knuckle-circles": knuckle_circles,
    "gutter-glide": gutter_glide,
    "blade-circles": blade_circles,
    "tender-spot-hold": tender_spot_hold,
    "waist-spread": waist_spread,
    "side-pull": side_pull,
    "feather-strokes": feather_strokes,
    "tapotement": tapotement,
    "clothed-rub": clothed_rub,
    "hug-rub": hug_rub,
    "caress": caress,
    "palm-press": palm_press,
}
"""Who draws each technique's stroke, by technique id."""
