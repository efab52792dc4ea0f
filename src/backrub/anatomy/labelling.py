"""Where names and legend stand beside the drawn back, so that no two ever touch.

*Conventions* picture units are mm of the back frame. Wide pictures have names at the right, each with a line to its
place; narrow ones, or ones with large text, have numbers on the places and the names below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from shapely import Polygon
from shapely.geometry import LineString
from shapely.ops import unary_union

from backrub.anatomy.atlas import largest_part
from backrub.data import load

if TYPE_CHECKING:
    from backrub.anatomy.atlas import Atlas

__all__ = ["LETTER", "Layout", "laid_out"]

LETTER = 0.56
"""About the widest a letter is on average, in text heights. Source: our measuring of common screen fonts."""

_MARGIN_MM = 22.0
_INDENT_MM = 10.0
_PLAIN_TEXT_MM = 18.0
_LEAST_TEXT_MM = 12.0
_TEXT_PX = 15.0
_LINE = 1.3  # from one line of a text to the next, in text heights
_ROW = 1.65  # from one text to the next
_SIDE_SHARE = 0.45  # names at the side may take as much of the width
_TURNS = 8
_LEGEND = (
    *(("no-press", "hatch"), ("caution", "dots"), ("personal", "hatch")),
    *(("coverage", "cover"), ("pressure", "felt")),
)

_Point = tuple[float, float]
_Placed = tuple[_Point, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """The picture's box and everything written on it.

    Attributes:
        left_mm: The left edge.
        top_mm: The upper edge.
        width_mm: The whole width.
        height_mm: The whole height.
        text_mm: Height of the text.
        written: SVG elements.
    """

    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float
    text_mm: float
    written: tuple[str, ...]

    def drawn(self) -> str:
        """Return names and legend as one group."""
        return f'<g class="labels">{"".join(self.written)}</g>' if self.written else ""


@dataclass(frozen=True, slots=True)
class _Box:
    """What the body takes up, with a margin."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left


def laid_out(
    atlas: Atlas,
    words: Mapping[str, str],
    drawn: Sequence[str],
    width_px: int | None = None,
    text_scale: float = 1.0,
) -> Layout:
    """Place the names of drawn areas and the legend.

    Args:
        atlas: The back.
        words: Names by area id; `no-press`, `caution`, `personal`, `coverage` and `pressure` for the legend.
        drawn: Ids of the areas that are drawn.
        width_px: How wide the picture will be shown, if that is known.
        text_scale: How much larger than usual text is wanted.
    """
    box = _around(atlas)
    named = _anchors(atlas, [name for name in drawn if words.get(name)], drawn)
    longest = max((len(words[name]) for _, name in named), default=0)
    text_mm = _text_mm(box.width, longest, width_px, text_scale)
    beside = longest * LETTER * text_mm + _INDENT_MM if longest else 0.0
    if beside > _SIDE_SHARE * (box.width + beside):
        return _below(words, named, box, _text_mm(box.width, 0, width_px, text_scale))
    return _at_side(words, named, box, text_mm, beside)


def _around(atlas: Atlas) -> _Box:
    along = atlas.u_mm / load("relief")["neutral"]["u_mm"]
    widest = max(x for x, _y in atlas.outline) + _MARGIN_MM
    return _Box(-widest, (load("relief")["fades"]["crown"][0] + 8.0) * along, widest, 1.21 * atlas.u_mm)


def _text_mm(body_mm: float, letters: int, width_px: int | None, text_scale: float) -> float:
    """Return a height of text that is read at the picture's width; the wider the names, the wider the picture."""
    if width_px is None:
        return _PLAIN_TEXT_MM * text_scale
    height = _PLAIN_TEXT_MM
    for _ in range(_TURNS):
        height = max(_LEAST_TEXT_MM, _TEXT_PX * text_scale * (body_mm + letters * LETTER * height) / width_px)
    return height


def _at_side(words: Mapping[str, str], named: list[_Placed], box: _Box, text_mm: float, beside_mm: float) -> Layout:
    """Write each name to the right, no two closer than a line, with a leader to its area."""
    x_text = box.right - _MARGIN_MM + 16.0
    heights = _spread([y for (_x, y), _name in named], _ROW * text_mm)
    named = _uncrossed(named, heights, x_text)
    written = []
    for (place, name), y_at in zip(named, heights, strict=True):
        path = f"M{place[0]:.0f} {place[1]:.0f}L{x_text - 6:.0f} {y_at:.0f}"
        written.append(f'<circle class="pin" cx="{place[0]:.0f}" cy="{place[1]:.0f}" r="3.2"/>')
        written.append(f'<path class="leader" d="{path}"/>')
        written += _text("name", x_text, y_at + 0.33 * text_mm, [words[name]], text_mm)
    whole = box.width + beside_mm
    legend, bottom = _legend(words, (box.left + _INDENT_MM, box.bottom + 0.4 * text_mm), whole, text_mm)
    lowest = max([bottom, *(y + text_mm for y in heights)])
    highest = min([box.top, *(y - text_mm for y in heights)])
    return Layout(box.left, highest, whole, lowest - highest, text_mm, (*written, *legend))


def _below(words: Mapping[str, str], named: list[_Placed], box: _Box, text_mm: float) -> Layout:
    """Number the places, and write the names in a list under the back."""
    radius = min(0.62 * text_mm, 22.0)
    heights = _spread([y for (_x, y), _name in named], 2.1 * radius)
    written, y = [], box.bottom + 0.4 * text_mm
    x_tag, x_text = box.left + _INDENT_MM + radius, box.left + _INDENT_MM + 2 * radius + 0.5 * text_mm
    for number, ((place, name), y_at) in enumerate(zip(named, heights, strict=True), 1):
        lines = _wrapped(words[name], box.right - x_text, text_mm)
        written.append(_number(number, (place[0], y_at), radius))
        written.append(_number(number, (x_tag, y + 0.6 * text_mm), radius))
        written += _text("name", x_text, y + 0.95 * text_mm, lines, text_mm)
        y += max(_ROW * text_mm + _LINE * text_mm * (len(lines) - 1), 2.2 * radius)
    legend, bottom = _legend(words, (box.left + _INDENT_MM, y + 0.3 * text_mm), box.width, text_mm)
    return Layout(box.left, box.top, box.width, bottom - box.top, text_mm, (*written, *legend))


def _legend(words: Mapping[str, str], start: _Point, width_mm: float, text_mm: float) -> tuple[list[str], float]:
    """Return the rows of the legend and where they end."""
    (x, y), high = start, min(1.1 * text_mm, 40.0)
    x_text = x + 2 * high + 0.6 * text_mm
    rows = []
    for key, fill in _LEGEND:
        if words.get(key):
            rows.append(_swatch(x, y, high, fill, disc=key == "personal"))
            lines = _wrapped(words[key], width_mm - (x_text - x) - _INDENT_MM, text_mm)
            rows += _text("key", x_text, y + 0.5 * high + 0.33 * text_mm, lines, text_mm)
            y += max((_ROW + _LINE * (len(lines) - 1)) * text_mm, 1.3 * high)
    return rows, y + 0.4 * text_mm


def _swatch(x: float, y: float, high: float, fill: str, *, disc: bool) -> str:
    if disc:
        place = f'cx="{x + high:.1f}" cy="{y + high / 2:.1f}" r="{high / 2:.1f}"'
        return f'<circle class="swatch" fill="url(#{fill})" {place}/>'
    return (
        f'<rect class="swatch" fill="url(#{fill})" x="{x:.1f}" y="{y:.1f}" width="{2 * high:.1f}" height="{high:.1f}" '
        'rx="6"/>'
    )


def _anchors(atlas: Atlas, named: Sequence[str], drawn: Sequence[str]) -> list[_Placed]:
    """Return a point of each area that no other drawn area covers, from the head down."""
    found = []
    for name in named:
        others = unary_union([atlas.areas[each]["right"] for each in drawn if each != name])
        own = largest_part(atlas.areas[name]["right"].difference(others))
        found.append((_within(own), name))
    return sorted(found, key=lambda item: item[0][1])


def _within(shape: Polygon) -> _Point:
    """Return a point well inside a shape, towards its outer side."""
    middle = shape.centroid.y
    across = shape.intersection(LineString([(0.0, middle), (500.0, middle)]))
    inner, _top, outer, _bottom = across.bounds
    return inner + 0.6 * (outer - inner), middle


def _uncrossed(named: list[_Placed], heights: list[float], x_text: float) -> list[_Placed]:
    """Change the order of names at their heights until no leader crosses the next."""
    ordered = list(named)
    for _ in range(len(ordered)):
        for i in range(len(ordered) - 1):
            leaders = [LineString([ordered[i + k][0], (x_text, heights[i + k])]) for k in (0, 1)]
            if leaders[0].crosses(leaders[1]):
                ordered[i], ordered[i + 1] = ordered[i + 1], ordered[i]
    return ordered


def _spread(wanted: Sequence[float], apart: float) -> list[float]:
    """Move heights apart to a line's distance, keeping their order and middle."""
    placed: list[float] = []
    for y in wanted:
        placed.append(max(y, placed[-1] + apart) if placed else y)
    drift = sum(at - y for at, y in zip(placed, wanted, strict=True)) / max(1, len(placed))
    return [y - drift for y in placed]


def _wrapped(words: str, width_mm: float, text_mm: float) -> list[str]:
    """Break a text into lines that fit a width."""
    room = max(6, int(width_mm / (LETTER * text_mm)))
    lines = [""]
    for word in words.split():
        fits = len(lines[-1]) + 1 + len(word) <= room
        lines[-1:] = [f"{lines[-1]} {word}".strip()] if fits or not lines[-1] else [lines[-1], word]
    return lines


def _text(kind: str, x: float, y: float, lines: Sequence[str], text_mm: float) -> list[str]:
    return [
        f'<text class="{kind}" x="{x:.1f}" y="{y + i * _LINE * text_mm:.1f}">{escape(line)}</text>'
        for i, line in enumerate(lines)
    ]


def _number(number: int, place: _Point, radius: float) -> str:
    x, y = place
    return (
        f'<circle class="tag" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
        f'<text class="number" x="{x:.1f}" y="{y + 0.44 * radius:.1f}" font-size="{1.25 * radius:.1f}">{number}</text>'
    )
