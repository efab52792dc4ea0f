"""Light and shade that make the drawn back read as flesh: soft strokes and patches laid from the atlas.

The light falls from the head end, a little from the left. Everything is blurred; nothing is sharper than a few mm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from backrub.anatomy.atlas import Atlas

__all__ = ["BLURS", "Shade", "shades"]

BLURS = (4, 8, 13, 22)
"""Blur sizes used [mm]."""

_Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Shade:
    """A soft patch, or a soft line where it has a width.

    Attributes:
        tone: `lift` where flesh catches the light, `hollow` where it falls away.
        points: Where, in mm.
        opacity: How strong, 0 to 1.
        blur: How soft [mm], one of `BLURS`.
        width_mm: For a line, how wide.
    """

    tone: Literal["lift", "hollow"]
    points: _Points
    opacity: float
    blur: int
    width_mm: float | None = None


def shades(atlas: Atlas) -> list[Shade]:
    """Return the layers of light and shade, the broadest first."""
    layers = _round_body(atlas)
    for sign in (-1, 1):
        lit = 1.0 if sign < 0 else 0.82
        layers += _side(atlas, sign, lit)
    return layers + _midline(atlas)


def _round_body(atlas: Atlas) -> list[Shade]:
    outline = [*atlas.outline, atlas.outline[0]]
    return [
        Shade("hollow", outline, 0.50, 22, 62),
        Shade("hollow", outline, 0.42, 8, 16),
        Shade("lift", _box(atlas, 0.62, 0.02, 0.30), 0.40, 22),
        Shade("hollow", _box(atlas, 0.34, 0.70, 0.92), 0.16, 22),
    ]


def _box(atlas: Atlas, share: float, top: float, bottom: float) -> _Points:
    half = share * atlas.measures.biacromial_mm / 2
    y_top, y_bottom = top * atlas.u_mm, bottom * atlas.u_mm
    return [(-half, y_top), (half, y_top), (half, y_bottom), (-half, y_bottom)]


def _midline(atlas: Atlas) -> list[Shade]:
    u_mm = atlas.u_mm
    furrow = [(0.0, share * u_mm) for share in (0.10, 0.30, 0.55, 0.75, 0.95)]
    deep = [(0.0, share * u_mm) for share in (0.48, 0.70, 0.93)]
    nape = [(0.0, share * u_mm) for share in (-0.32, -0.16, -0.06)]
    knob = [(0.0, -0.01 * u_mm), (0.0, 0.02 * u_mm)]
    return [
        Shade("hollow", furrow, 0.44, 8, 13),
        Shade("hollow", deep, 0.46, 4, 8),
        Shade("hollow", nape, 0.22, 8, 14),
        Shade("lift", knob, 0.5, 4, 11),
    ]


def _side(atlas: Atlas, sign: int, lit: float) -> list[Shade]:
    side = "right" if sign > 0 else "left"
    u_mm = atlas.u_mm

    def mark(name: str) -> tuple[float, float]:
        return atlas.landmarks[f"{name}-{side}"]

    def at(x_mm: float, share: float) -> tuple[float, float]:
        return sign * x_mm, share * u_mm

    root, corner, tip = mark("blade-root"), mark("blade-lower-corner"), mark("shoulder-point")
    dimple, crest = mark("dimple"), mark("hip-bone-top")
    armpit = atlas.zones["armpit"].polygons[0 if sign < 0 else 1].centroid
    tip_x, corner_x, crest_x = abs(tip[0]), abs(corner[0]), abs(crest[0])
    column = [at(30, 0.16), at(33, 0.35), at(37, 0.55), at(42, 0.72), at(42, 0.84), at(30, 0.94)]
    flank = [at(corner_x + 56, 0.44), at(corner_x + 48, 0.56), at(corner_x + 36, 0.68), at(crest_x - 24, 0.78)]
    slope = [at(44, -0.20), at(50, -0.12), at(66, -0.05), at(0.56 * tip_x, 0.015), at(0.86 * tip_x, 0.075)]
    ridge = [root, at((abs(root[0]) + tip_x) / 2, 0.145), at(tip_x - 12, 0.128)]
    border = [at(abs(root[0]) - 9, 0.13), at(abs(root[0]) - 8, 0.26), at(corner_x - 6, 0.40), at(corner_x + 12, 0.455)]
    outer_blade = [at(corner_x + 18, 0.44), at(corner_x + 46, 0.35), at(tip_x - 32, 0.27)]
    arm = [at(tip_x + 22, 0.17), at(tip_x + 30, 0.28), at(tip_x + 36, 0.42)]
    groove = [at(tip_x - 10, 0.20), at(tip_x - 2, 0.28), (armpit.x, armpit.y)]
    between = [at(62, 0.60), at(74, 0.72), at(80, 0.84)]
    hip_line = [crest, at((crest_x + abs(dimple[0])) / 2, 0.92), dimple]
    seat = [at(64, 1.10), at(104, 1.10), at(124, 1.22), at(64, 1.26)]
    return [
        Shade("lift", [(x, y) for x, y in atlas.areas["blades"][side].exterior.coords], 0.52 * lit, 13),
        Shade("lift", column, 0.50 * lit, 13, 30),
        Shade("lift", column[3:], 0.40 * lit, 8, 20),
        Shade("lift", slope, 0.62 * lit, 13, 34),
        Shade("lift", slope[1:4], 0.42 * lit, 8, 18),
        Shade("lift", flank, 0.40 * lit, 13, 30),
        Shade("lift", arm, 0.46 * lit, 13, 34),
        Shade("lift", seat, 0.42 * lit, 22),
        Shade("hollow", between, 0.26, 13, 18),
        Shade("hollow", border, 0.36, 8, 13),
        Shade("hollow", outer_blade, 0.26, 8, 12),
        Shade("hollow", groove, 0.40, 8, 13),
        Shade("hollow", [(armpit.x, armpit.y), (armpit.x, armpit.y - 16)], 0.7, 8, 14),
        Shade("lift", ridge, 0.50 * lit, 8, 13),
        Shade("lift", [corner, at(corner_x + 8, 0.40)], 0.34 * lit, 8, 22),
        Shade("lift", hip_line, 0.30 * lit, 8, 16),
        Shade("hollow", [dimple, (dimple[0], dimple[1] + 2)], 0.5, 4, 13),
        Shade("hollow", [at(44, 1.03), at(24, 1.10), at(6, 1.17)], 0.24, 8, 13),
    ]
