"""The one sign of a way of working that stays on a place, as SVG round the hand; a stroke that travels has its line.

*Conventions* mm, about the place that bears, fingers towards -y; drawn for a right hand and turned over for the left.
The pages draw the same signs: going round, taking the shirt along, squeezing, leaning in, tapping, keeping still.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from backrub.technique.hands import figure_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from backrub.technique.stroke import Hand, Samples

__all__ = ["drawn_sign", "sign_of"]

SignName = Literal["round", "shirt", "squeeze", "lean", "tap", "still"]

_SIGNS: dict[str, SignName] = {
    "knuckle-circles": "round",
    "blade-circles": "round",
    "clothed-rub": "shirt",
    "petrissage": "squeeze",
    "palm-press": "lean",
    "tapotement": "tap",
    "tender-spot-hold": "still",
}
_LEAST_CLEAR_MM, _BESIDE_MM = 46.0, 16.0
_LEAST_CLOSE_MM, _CLOSE_MM = 30.0, 12.0
_WRIST = 0.75
_POINTS = 72
_FOLDS, _FOLD_MM, _LOOSE_MM = 9, 2.8, 7.0
_BEAMS, _NARROW = 11, 0.6
_PINS, _PIN_MM = 4, 11.0
_HOLD_DEG, _HELD_MM, _HELD_ASIDE_MM = -24.6, 28.0, -13.0
_ARROW_MM = 11.0


def sign_of(technique: str, contact: str) -> SignName | None:
    """Return the sign of a way of working; None where a stroke's way is its sign. Only a whole hand squeezes."""
    name = _SIGNS.get(technique)
    return "lean" if name == "squeeze" and contact != "whole-hand" else name


def drawn_sign(name: SignName, hand: Hand, samples: Samples, *, shown: bool = True) -> str:
    """Return the sign round a hand, about the place where it bears; not `shown`, only a style sheet brings it out."""
    reach_mm = _reach(samples.contact)
    close = name == "still"
    clear_mm = max(_LEAST_CLOSE_MM, reach_mm + _CLOSE_MM) if close else max(_LEAST_CLEAR_MM, reach_mm + _BESIDE_MM)
    mirrored = -1 if hand == "left" else 1
    drawn = _DRAWN[name](clear_mm, mirrored * _way(samples))
    hidden = "" if shown else ' opacity="0"'
    return f'<path class="trail sign" transform="scale({mirrored},1)" d="{drawn}"{hidden}/>'


def _reach(contact: str) -> float:
    figure = figure_of(contact)
    x, y = figure.anchor
    return max(math.hypot(px - x, py - y) for ring in figure.weight for px, py in ring)


def _way(samples: Samples) -> int:
    """Return which way round a path goes as the picture shows it: 1 clockwise."""
    x, y = samples.x_mm, samples.y_mm
    area = sum(x[i - 1] * y[i] - x[i] * y[i - 1] for i in range(1, len(x)))
    return 1 if area >= 0 else -1


def _turning(clear_mm: float, way: int) -> str:
    return _open_ring(clear_mm, way, 0.0)


def _gathering(clear_mm: float, way: int) -> str:
    return _open_ring(clear_mm + _LOOSE_MM, way, _FOLD_MM)


def _open_ring(radius_mm: float, way: int, fold_mm: float) -> str:
    """Return an arrow that goes round and leaves the wrist free."""
    points = []
    for step in range(_POINTS + 1):
        share = step / _POINTS
        wave = fold_mm * min(1.0, 8 * (1 - share)) * math.sin(2 * math.pi * _FOLDS * share)
        points.append(_at(math.pi / 2 + way * (_WRIST + share * 2 * (math.pi - _WRIST)), radius_mm + wave))
    last = math.pi / 2 + way * (2 * math.pi - _WRIST)
    return _line(points) + _arrow(*points[-1], last + way * math.pi / 2)


def _squeezing(_clear_mm: float, _way: int) -> str:
    """Return a roll of muscle, and an arrow from either side of it."""
    turn = math.radians(_HOLD_DEG)

    def placed(x: float, y: float) -> tuple[float, float]:
        moved = x + _HELD_ASIDE_MM
        return moved * math.cos(turn) - y * math.sin(turn), moved * math.sin(turn) + y * math.cos(turn)

    drawn = ""
    for side in (-1, 1):
        tip, tail = side * (_HELD_MM + 16), side * (_HELD_MM + 38)
        drawn += _line([placed(tail, 0), placed(tip, 0)]) + _arrow(*placed(tip, 0), turn + (math.pi if side > 0 else 0))
        (x0, y0), (cx, cy), (x1, y1) = placed(0, side * 30), placed(side * 22, 0), placed(0, -side * 30)
        drawn += f"M{x0:.1f} {y0:.1f}Q{cx:.1f} {cy:.1f} {x1:.1f} {y1:.1f}"
    return drawn


def _leaning(clear_mm: float, _way: int) -> str:
    return _ring(clear_mm + 4) + _ring(clear_mm + 17)


def _tapping(clear_mm: float, _way: int) -> str:
    drawn = ""
    for beam in range(_BEAMS):
        angle = math.pi / 2 + _WRIST + (beam + 0.5) * 2 * (math.pi - _WRIST) / _BEAMS
        ends = [
            (math.cos(angle) * (clear_mm * _NARROW + out), math.sin(angle) * (clear_mm + out)) for out in (0.0, 14.0)
        ]
        drawn += _line(ends)
    return drawn


def _still(clear_mm: float, _way: int) -> str:
    """Return a ring pinned down on four sides, so that it is no circle to go round."""
    pins = (math.pi * (pin + 0.5) * 2 / _PINS for pin in range(_PINS))
    return _ring(clear_mm) + "".join(_line([_at(angle, clear_mm), _at(angle, clear_mm + _PIN_MM)]) for angle in pins)


_DRAWN: dict[SignName, Callable[[float, int], str]] = {
    "round": _turning,
    "shirt": _gathering,
    "squeeze": _squeezing,
    "lean": _leaning,
    "tap": _tapping,
    "still": _still,
}


def _ring(radius_mm: float) -> str:
    r = f"{radius_mm:.1f}"
    return f"M{r} 0A{r} {r} 0 1 1 -{r} 0A{r} {r} 0 1 1 {r} 0"


def _arrow(x: float, y: float, towards: float) -> str:
    (ax, ay), (bx, by) = (_at(towards + turn, _ARROW_MM) for turn in (2.5, -2.5))
    return _line([(x + ax, y + ay), (x, y), (x + bx, y + by)])


def _at(angle: float, radius_mm: float) -> tuple[float, float]:
    return math.cos(angle) * radius_mm, math.sin(angle) * radius_mm


def _line(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
