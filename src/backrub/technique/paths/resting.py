"""Hands that stay: the opening rest, the hold on a tender spot, and the other hand's quiet support."""

from __future__ import annotations

from backrub.technique.ground import Ground
from backrub.technique.paths.work import Work
from backrub.technique.trace import Draft, Knot

__all__ = ["resting_hands", "support", "tender_spot_hold"]

_SUPPORT = 1.0

_Place = tuple[float, float]


def resting_hands(work: Work) -> Draft:
    """Lay a hand down, warm and heavy, and do nothing.

    On a whole, upper or lower back the hands lie one above the other; elsewhere one on each side.
    """
    ground = work.ground
    x_mm, y_mm = _rest_place(work)
    place = ground.near(x_mm, y_mm, work.felt, heading_deg=work.up_heading, reach_mm=30.0)
    return _still(ground, place, work.up_heading)


_REST_LEVELS = {"whole-back": ("T6", "L4"), "upper-back": ("T5", "T9"), "lower-back": ("L2", "L4")}


def _rest_place(work: Work) -> _Place:
    ground = work.ground
    if work.area in _REST_LEVELS:
        high, low = _REST_LEVELS[work.area]
        return 24.0 + ground.core.half_width_mm, ground.level(low if ground.side == "left" else high)
    return ground.centre(work.area)


_SPOTS: dict[str, tuple[float, str]] = {
    "between-blades": (44.0, "T5"),
    "gutters-upper": (42.0, "T9"),
    "lower-trapezius": (42.0, "T9"),
    "gutters-lower": (42.0, "L3"),
}


def tender_spot_hold(work: Work) -> Draft:
    """Sink in over two breaths, keep still, ease out."""
    ground = work.ground
    x_mm, y_mm = work.spot_mm or _usual_spot(work)
    reach = 0.0 if work.spot_mm else 16.0
    heading = ground.best_heading([(x_mm, y_mm)], work.felt, work.headings, reach_mm=reach)
    place = (x_mm, y_mm) if work.spot_mm else ground.near(x_mm, y_mm, work.felt, heading_deg=heading)
    beat = ((0.0, 0.15), (0.08, 0.7), (0.16, 1.0), (0.92, 1.0))
    knots = tuple(Knot(*place, share, heading, at=at) for at, share in beat)
    return Draft(ground, knots, kind="beat")


def _usual_spot(work: Work) -> _Place:
    if work.area in _SPOTS:
        x_mm, level = _SPOTS[work.area]
        return x_mm, work.ground.level(level)
    return work.ground.centre(work.area)


def support(ground: Ground, area: str, heading: float) -> Draft:
    """Let the other hand lie quietly on the other side of the spine, where the giver's arm reaches and does not cross.

    With the fingers to the feet, from the head end, that is high up; else below the area, or above it when it is low.
    """
    low = area in {"gutters-lower", "lower-back", "waist"}
    y_mm = ground.level("T5" if heading == 180.0 else "T8" if low else "T12")
    x_mm = 38.0 + ground.core.half_width_mm
    spot = ground.near(x_mm, y_mm, _SUPPORT, heading_deg=heading, reach_mm=80.0)
    share = 1.0 if ground.limit_here(*spot, heading_deg=heading) >= _SUPPORT else 0.0
    draft = _still(ground, spot, heading)
    return Draft(draft.ground, tuple(Knot(*spot, share, heading, at=knot.at) for knot in draft.knots), kind="beat")


def _still(ground: Ground, place: _Place, heading: float) -> Draft:
    return Draft(ground, tuple(Knot(*place, 1.0, heading, at=at) for at in (0.0, 0.5)), kind="beat")
