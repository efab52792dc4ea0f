"""The back as an SVG picture: one legible back, day and candle, drawn from the atlas itself.

*Conventions* the picture's units are mm of the back frame; the receiver's right is on the right. Words are handed in:
this room makes no sentences.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Literal

from shapely import Polygon
from shapely.geometry import LineString

from backrub.anatomy.atlas import Atlas
from backrub.anatomy.names import AREAS
from backrub.anatomy.shading import BLURS, Shade, shades
from backrub.anatomy.styling import style

__all__ = ["Theme", "draw_map"]

Theme = Literal["auto", "day", "candle"]

_MARGIN_MM = 24.0
_LETTER_MM = 9.9  # about the widest a letter of a name is on average
_LABEL_STEP_MM = 34.0
_DASHED = ("between-blades",)
_DRAWN = tuple(name for name in AREAS if name not in {"lower-trapezius", "neck-base"})


def draw_map(
    atlas: Atlas,
    labels: Mapping[str, str] | None = None,
    theme: Theme = "auto",
    overlay: Sequence[str] = (),
) -> str:
    """Draw a back as one SVG document.

    Args:
        atlas: The back.
        labels: Words by key: the id of a drawn area puts its name beside it; `title` and `description` describe the
            picture to those who hear it; `no-press` and `caution` make the legend.
        theme: `day`, `candle`, or `auto`, which follows the reader's setting.
        overlay: SVG elements to lay on top, in the picture's units, such as a stroke.

    Returns:
        The document, with no reference to anything outside itself.
    """
    words = labels or {}
    named = [name for name in _DRAWN if name in words]
    longest = max((len(words[name]) for name in named), default=0)
    left, top, right, bottom = _frame(atlas, longest, has_legend=_has_legend(words))
    parts = [
        _opening(theme, left, top, right - left, bottom - top),
        f'<title id="back-title">{escape(words.get("title", ""))}</title>',
        f'<desc id="back-description">{escape(words.get("description", ""))}</desc>',
        f"<style>{style(theme)}</style>",
        _definitions(atlas),
        f'<rect class="ground" x="{left:.0f}" y="{top:.0f}" width="{right - left:.0f}" height="{bottom - top:.0f}"/>',
        _body(atlas),
        _zones(atlas),
        _areas(atlas),
        *overlay,
        _labels(atlas, words, named),
        _legend(atlas, words),
        "</svg>",
    ]
    return "\n".join(part for part in parts if part)


def _opening(theme: Theme, left: float, top: float, width: float, height: float) -> str:
    box = f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" class="back {theme}" '
        'role="img" aria-labelledby="back-title back-description">'
    )


def _frame(atlas: Atlas, longest_name: int, *, has_legend: bool) -> tuple[float, float, float, float]:
    widest = max(x for x, _y in atlas.outline)
    top = min(y for _x, y in atlas.outline)
    bottom = 1.22 * atlas.u_mm
    return (
        -widest - _MARGIN_MM,
        top * 0.86,
        widest + _MARGIN_MM + longest_name * _LETTER_MM,
        bottom + (78.0 if has_legend else 0.0),
    )


def _has_legend(words: Mapping[str, str]) -> bool:
    return "no-press" in words or "caution" in words


def _definitions(atlas: Atlas) -> str:
    top, u_mm = min(y for _x, y in atlas.outline), atlas.u_mm
    blurs = "".join(
        f'<filter id="blur-{size}" filterUnits="userSpaceOnUse" x="-600" y="-500" width="1200" height="1700">'
        f'<feGaussianBlur stdDeviation="{size}"/></filter>'
        for size in BLURS
    )
    return (
        "<defs>"
        f"{blurs}"
        '<pattern id="hatch" width="5.4" height="5.4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path class="mark" d="M0 0V5.4"/></pattern>'
        '<pattern id="dots" width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(30)">'
        '<circle class="dot" cx="5.5" cy="5.5" r="1.35"/></pattern>'
        f'<clipPath id="body-shape"><path d="{_closed(atlas.outline)}"/></clipPath>'
        f'<linearGradient id="fade-down" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="{top:.0f}" '
        f'y2="{1.22 * u_mm:.0f}">'
        '<stop offset="0" stop-color="#000"/><stop offset="0.07" stop-color="#000"/><stop offset="0.22" '
        'stop-color="#fff"/><stop offset="0.84" stop-color="#fff"/><stop offset="1" stop-color="#000"/>'
        "</linearGradient>"
        f'<linearGradient id="fade-arms" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="{0.34 * u_mm:.0f}" '
        f'y2="{0.64 * u_mm:.0f}"><stop offset="0" stop-color="#000" stop-opacity="0"/>'
        '<stop offset="1" stop-color="#000"/></linearGradient>'
        f'<mask id="fade" maskUnits="userSpaceOnUse" x="-600" y="{top - 10:.0f}" width="1200" height="1400">'
        f'<rect x="-600" y="{top - 10:.0f}" width="1200" height="1400" fill="url(#fade-down)"/>'
        f"{_arm_covers(atlas)}</mask>"
        "</defs>"
    )


def _arm_covers(atlas: Atlas) -> str:
    """Cover the arms, outside the flanks, so that they fade away downwards."""
    covers = []
    for sign in (-1, 1):
        x_in = sign * (_armpit(atlas)[0] - 7)
        y_top = _armpit(atlas)[1] - 12
        covers.append(
            f'<path fill="url(#fade-arms)" d="M{x_in:.0f} {y_top:.0f}H{sign * 600}V1400H{x_in:.0f}Z"/>',
        )
    return "".join(covers)


def _armpit(atlas: Atlas) -> tuple[float, float]:
    shape = atlas.zones["armpit"].polygons[-1]
    return shape.centroid.x, shape.centroid.y


def _body(atlas: Atlas) -> str:
    outline = _closed(atlas.outline)
    layers = "".join(_shade(shade) for shade in shades(atlas))
    return (
        f'<g mask="url(#fade)"><path class="skin" d="{outline}"/>'
        f'<g clip-path="url(#body-shape)">{layers}</g><path class="edge" d="{outline}"/></g>'
    )


def _shade(shade: Shade) -> str:
    blur = f'filter="url(#blur-{shade.blur})"'
    if shade.width_mm is None:
        return f'<path class="{shade.tone}" opacity="{shade.opacity}" d="{_closed(shade.points)}" {blur}/>'
    return (
        f'<path class="{shade.tone} line" opacity="{shade.opacity}" stroke-width="{shade.width_mm:.0f}" '
        f'd="{_open(shade.points)}" {blur}/>'
    )


def _zones(atlas: Atlas) -> str:
    drawn = []
    for zone in atlas.zones.values():
        if zone.kind == "never" or zone.id in {"kidneys", "neck-base", "shoulder-point"}:
            continue
        ring = "own" if zone.kind == "personal" else "zone"
        fill = "dots" if zone.kind == "caution" else "hatch"
        drawn += [
            f'<path class="{ring}" data-zone="{escape(zone.id)}" fill="url(#{fill})" d="{_ring(shape)}"/>'
            for shape in zone.polygons
        ]
    return f'<g class="zones" clip-path="url(#body-shape)">{"".join(drawn)}</g>'


def _areas(atlas: Atlas) -> str:
    drawn = []
    for name in _DRAWN:
        kind = "area dashed" if name in _DASHED else "area"
        drawn += [
            f'<path class="{kind}" data-area="{name}" data-side="{side}" d="{_ring(shape)}"/>'
            for side, shape in atlas.areas[name].items()
        ]
    return f'<g class="areas">{"".join(drawn)}</g>'


def _labels(atlas: Atlas, words: Mapping[str, str], named: Sequence[str]) -> str:
    """Write each name to the right, no two closer than a line, with a leader to its area."""
    anchors = sorted(((_anchor(atlas.areas[name]["right"]), name) for name in named), key=lambda item: item[0][1])
    x_text = max(x for x, _y in atlas.outline) + 14.0
    y_text = _spread([y for (_x, y), _name in anchors])
    lines = []
    for ((x, y), name), y_at in zip(anchors, y_text, strict=True):
        lines.append(
            f'<circle class="pin" cx="{x:.0f}" cy="{y:.0f}" r="3.2"/>'
            f'<path class="leader" d="M{x:.0f} {y:.0f}L{x_text - 6:.0f} {y_at:.0f}"/>'
            f'<text class="name" x="{x_text:.0f}" y="{y_at + 6:.0f}">{escape(words[name])}</text>',
        )
    return f'<g class="labels">{"".join(lines)}</g>' if lines else ""


def _anchor(shape: Polygon) -> tuple[float, float]:
    """Return a point well inside a shape, towards its outer side."""
    middle = shape.centroid
    across = shape.intersection(LineString([(0.0, middle.y), (500.0, middle.y)]))
    inner, _top, outer, _bottom = across.bounds
    return inner + 0.62 * (outer - inner), middle.y


def _spread(wanted: Sequence[float]) -> list[float]:
    """Move heights apart to a line's distance, keeping their order and middle."""
    placed: list[float] = []
    for y in wanted:
        placed.append(max(y, placed[-1] + _LABEL_STEP_MM) if placed else y)
    drift = sum(at - y for at, y in zip(placed, wanted, strict=True)) / max(1, len(placed))
    return [y - drift for y in placed]


def _legend(atlas: Atlas, words: Mapping[str, str]) -> str:
    x = -max(x for x, _y in atlas.outline) + 4.0
    y = 1.22 * atlas.u_mm + 6.0
    rows = []
    for key, fill in (("no-press", "hatch"), ("caution", "dots")):
        if key in words:
            rows.append(
                f'<rect class="swatch" fill="url(#{fill})" x="{x:.0f}" y="{y:.0f}" width="40" height="20" rx="6"/>'
                f'<text class="key" x="{x + 52:.0f}" y="{y + 15:.0f}">{escape(words[key])}</text>',
            )
            y += 32.0
    return "".join(rows)


def _ring(shape: Polygon) -> str:
    return _closed(list(shape.exterior.coords)[:-1])


def _closed(points: Sequence[Sequence[float]]) -> str:
    return _open(points) + "Z"


def _open(points: Sequence[Sequence[float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
