"""The back as an SVG picture: one legible back, by day and by candle, drawn from the atlas itself.

*Conventions* the picture's units are mm of the back frame; the receiver's right is on the right. Words are handed in:
this room makes no sentences.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Literal

from backrub.anatomy.atlas import Atlas
from backrub.anatomy.labelling import Layout, laid_out
from backrub.anatomy.names import AREAS
from backrub.anatomy.plate import body, definitions
from backrub.anatomy.styling import style
from backrub.anatomy.svg import closed, ring

__all__ = ["Theme", "draw_map"]

Theme = Literal["auto", "day", "candle"]

_DASHED = ("between-blades",)
_DRAWN = tuple(name for name in AREAS if name not in {"lower-trapezius", "neck-base"})
_UNDRAWN_ZONES = frozenset({"kidneys", "neck-base", "shoulder-point"})


def draw_map(  # noqa: PLR0913 - each is one way to have the picture
    atlas: Atlas,
    labels: Mapping[str, str] | None = None,
    theme: Theme = "auto",
    overlay: Sequence[str] = (),
    *,
    relief: bool = True,
    areas: bool = True,
    width_px: int | None = None,
    text_scale: float = 1.0,
) -> str:
    """Draw a back as one SVG document.

    Args:
        atlas: The back.
        labels: Words by key: the id of a drawn area puts its name beside it; `title` and `description` describe the
            picture to those who hear it; `no-press`, `caution`, `personal`, and for an overlay that defines their
            fills `coverage` and `pressure`, make the legend.
        theme: `day`, `candle`, or `auto`, which follows the reader's setting.
        overlay: SVG elements to lay on top, in the picture's units, such as a stroke.
        relief: Whether the back is modelled in light and shade; without, the picture is flat and a tenth of the size.
        areas: Whether the places to work are outlined.
        width_px: How wide it will be shown: text is made large enough for it, and names go below where it is narrow.
        text_scale: How much larger than usual text is wanted, such as 2 for 200 %.

    Returns:
        The document, with no reference to anything outside itself.
    """
    words = dict(labels or {})
    shown = {zone.kind for zone in atlas.zones.values()}
    if "personal" not in shown:
        words.pop("personal", None)
    layout = laid_out(atlas, words, _DRAWN if areas else (), width_px, text_scale)
    parts = [
        _opening(layout, theme, width_px),
        f'<title id="back-title">{escape(words.get("title", ""))}</title>',
        f'<desc id="back-description">{escape(words.get("description", ""))}</desc>',
        f"<style>{style(theme, layout.text_mm)}</style>",
        definitions(atlas, relief=relief),
        _ground(layout),
        body(atlas, relief=relief),
        _zones(atlas),
        _areas(atlas) if areas else "",
        *overlay,
        _left_alone(atlas),
        layout.drawn(),
        "</svg>",
    ]
    return "\n".join(part for part in parts if part)


def _opening(layout: Layout, theme: Theme, width_px: int | None) -> str:
    box = f"{layout.left_mm:.0f} {layout.top_mm:.0f} {layout.width_mm:.0f} {layout.height_mm:.0f}"
    size = f'width="{width_px}" height="{round(width_px * layout.height_mm / layout.width_mm)}" ' if width_px else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {size}class="back {theme}" '
        'role="img" aria-labelledby="back-title back-description">'
    )


def _ground(layout: Layout) -> str:
    # A little more than the picture, so that rounding leaves no seam at its edge.
    x, y, width, height = layout.left_mm - 4, layout.top_mm - 4, layout.width_mm + 8, layout.height_mm + 8
    return f'<rect class="ground" x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}"/>'


def _zones(atlas: Atlas) -> str:
    drawn = []
    for zone in atlas.zones.values():
        if zone.kind in {"never", "personal"} or zone.id in _UNDRAWN_ZONES:
            continue
        fill = "dots" if zone.kind == "caution" else "hatch"
        drawn += [
            f'<path class="zone" data-zone="{escape(zone.id)}" fill="url(#{fill})" d="{ring(shape)}"/>'
            for shape in zone.polygons
        ]
    return f'<g class="zones" clip-path="url(#body-shape)">{"".join(drawn)}</g>'


def _left_alone(atlas: Atlas) -> str:
    """Draw a person's own places over all else: where nobody goes must be seen whatever is shown."""
    drawn = []
    for zone in (one for one in atlas.zones.values() if one.kind == "personal"):
        (shape,) = zone.polygons
        d, middle = ring(shape), shape.centroid
        drawn.append(
            f'<path class="own-ground" d="{d}"/><path class="own" data-zone="{escape(zone.id)}" fill="url(#hatch)" '
            f'd="{d}"/><circle class="own-middle" cx="{middle.x:.1f}" cy="{middle.y:.1f}" r="2.6"/>'
        )
    return f'<g class="left-alone">{"".join(drawn)}</g>' if drawn else ""


def _areas(atlas: Atlas) -> str:
    drawn = []
    for name in _DRAWN:
        kind = "area dashed" if name in _DASHED else "area"
        for side, shape in atlas.areas[name].items():
            path = closed(list(shape.exterior.coords)[:-1])
            drawn.append(f'<path class="{kind}" data-area="{name}" data-side="{side}" d="{path}"/>')
    return f'<g class="areas">{"".join(drawn)}</g>'
