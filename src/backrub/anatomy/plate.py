"""The drawn body itself: skin, its light and shade, its patterns, and how it thins out at crown, hips and arms."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from backrub.anatomy.lighting import Palette, lit, ramp
from backrub.anatomy.svg import closed
from backrub.data import load

if TYPE_CHECKING:
    from backrub.anatomy.atlas import Atlas

__all__ = ["body", "definitions"]

_PALETTES: tuple[Palette, ...] = ("day", "candle")
_CLEAR_TO_BLACK = '<stop offset="0" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000"/>'


def definitions(atlas: Atlas, *, relief: bool) -> str:
    """Return patterns, the body's shape, its fades, and the colours of its light."""
    return (
        "<defs>"
        '<pattern id="hatch" width="5.4" height="5.4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path class="mark" d="M0 0V5.4"/></pattern>'
        '<pattern id="dots" width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">'
        '<circle class="dot" cx="5.5" cy="5.5" r="1.35"/></pattern>'
        f'<clipPath id="body-shape"><path d="{closed(atlas.outline)}"/></clipPath>'
        f"{_fades(atlas)}{''.join(_clay(palette) for palette in _PALETTES) if relief else ''}"
        "</defs>"
    )


def body(atlas: Atlas, *, relief: bool) -> str:
    """Return the back: a grey picture of light that the theme's clay colours, or plain skin, within its outline."""
    outline = closed(atlas.outline)
    skin = _relief(atlas) if relief else f'<path class="skin" d="{outline}"/>'
    return f'<g mask="url(#fade)"><g clip-path="url(#body-shape)">{skin}</g><path class="edge" d="{outline}"/></g>'


def _relief(atlas: Atlas) -> str:
    picture = lit(atlas)
    data = b64encode(picture.png).decode("ascii")
    return (
        f'<image class="clay" x="{picture.left_mm:.1f}" y="{picture.top_mm:.1f}" width="{picture.width_mm:.1f}" '
        f'height="{picture.height_mm:.1f}" preserveAspectRatio="none" href="data:image/png;base64,{data}"/>'
    )


def _clay(palette: Palette) -> str:
    """Return the filter that turns grey tones into a palette's colours."""
    bands = zip("RGB", ramp(palette), strict=True)
    tables = "".join(
        f'<feFunc{band} type="table" tableValues="{" ".join(f"{value:g}" for value in values)}"/>'
        for band, values in bands
    )
    return (
        f'<filter id="clay-{palette}" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">'
        f"<feComponentTransfer>{tables}</feComponentTransfer></filter>"
    )


def _fades(atlas: Atlas) -> str:
    """Return the mask that thins the drawing at crown, hips and upper arms."""
    figures = load("relief")
    along = atlas.u_mm / figures["neutral"]["u_mm"]
    crown, hips, arms = ([along * value for value in figures["fades"][key]] for key in ("crown", "hips", "arms"))
    covers = "".join(_arm_cover(atlas, sign) for sign in (-1, 1))
    down = ((crown[0], "#000"), (crown[1], "#fff"), (hips[0], "#fff"), (hips[1], "#000"))
    length = hips[1] - crown[0]
    stops = "".join(f'<stop offset="{(y - crown[0]) / length:.3f}" stop-color="{colour}"/>' for y, colour in down)
    box = f'x="-700" width="1400" y="{crown[0]:.0f}" height="{length:.0f}"'
    return (
        f"{_gradient('fade-down', crown[0], hips[1], stops)}"
        f"{_gradient('fade-arms', _pit(atlas)[1], arms[1], _CLEAR_TO_BLACK)}"
        f'<mask id="fade" maskUnits="userSpaceOnUse" {box}><rect {box} fill="url(#fade-down)"/>{covers}</mask>'
    )


def _gradient(name: str, start: float, end: float, stops: str) -> str:
    """Return a gradient down the back."""
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="{start:.0f}" y2="{end:.0f}">'
        f"{stops}</linearGradient>"
    )


def _arm_cover(atlas: Atlas, sign: int) -> str:
    """Cover an arm, outside the flank, so that it fades away downwards."""
    x, y = _pit(atlas)
    return f'<path fill="url(#fade-arms)" d="M{sign * x:.0f} {y:.0f}H{sign * 700}V1400H{sign * x:.0f}Z"/>'


def _pit(atlas: Atlas) -> tuple[float, float]:
    """Return where the outline turns from the arm into the flank."""
    pit = atlas.zones["armpit"].polygons[-1].centroid
    return pit.x - 5.0, pit.y + 8.0
