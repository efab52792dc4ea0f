"""A hand seen from above as SVG: its outline, light and shade, nails, and the patch that bears, for each contact.

*Conventions* mm, a right hand palm down with the fingers towards -y; it is drawn about the place where it bears, and
then turned to its heading by whoever puts it into a picture. *Based on* `hands.toml`, the pages' own modelled hands.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from backrub.anatomy.curves import through
from backrub.data import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from backrub.technique.stroke import Hand

__all__ = ["HandFigure", "drawn_dots", "drawn_hand", "figure_of", "hand_definitions", "look_of"]

_Line = tuple[tuple[float, float], ...]
_REACH_MM = 400.0
_CURVE = 3
_SHADE_SIGMA_MM, _LIGHT_SIGMA_MM = 5.0, 1.6
_NAIL = (0.62, 0.72, 1.24, 1.6, 0.55)  # of its size: how far left and up, width, height, rounding


@dataclass(frozen=True, slots=True)
class HandFigure:
    """What a right hand looks like with one part of it bearing.

    Attributes:
        contact: The part that bears.
        anchor: Where it bears [mm].
        fade: Between which heights the forearm thins out [mm].
        outline: The outline's rings [mm].
        weight: The rings of the patches that bear [mm].
        creases: Lines on knuckles [mm].
        nails: Each as x, y [mm], degrees turned, and size [mm].
    """

    contact: str
    anchor: tuple[float, float]
    fade: tuple[float, float]
    outline: tuple[_Line, ...]
    weight: tuple[_Line, ...]
    creases: tuple[_Line, ...]
    nails: tuple[tuple[float, float, float, float], ...]


@cache
def figure_of(contact: str) -> HandFigure:
    """Return how a hand looks that bears with this part, or a look that `look_of` names."""
    row: dict[str, Any] = load("hands")[contact]
    (x, y), (start, end) = row["anchor"], row["fade"]
    nails = tuple((nail[0], nail[1], nail[2], nail[3]) for nail in row["nails"])
    lines = {key: _lines(row[key]) for key in ("outline", "weight", "creases")}
    return HandFigure(contact, (x, y), (start, end), nails=nails, **lines)


def look_of(contact: str, *, beside: bool) -> str:
    """Return which figure shows a contact, with the thumb along the hand where the other hand is close beside it."""
    close = f"{contact}-beside"
    return close if beside and close in load("hands") else contact


def hand_definitions(contacts: Iterable[str]) -> str:
    """Return what hands with these looks need once: soft light and shade, how forearms fade, edges to shade within."""
    soft = _blur("soft-shade", _SHADE_SIGMA_MM) + _blur("soft-light", _LIGHT_SIGMA_MM)
    return soft + "".join(_definition(figure_of(contact)) for contact in sorted(set(contacts)))


def drawn_hand(contact: str, hand: Hand, length_mm: float, weight: float, *, rests: bool = False) -> str:
    """Return a hand about the place where it bears, fingers towards -y.

    Args:
        contact: The part that bears.
        hand: Whose hand of the giver's two.
        length_mm: Wrist crease to middle finger tip.
        weight: How strongly the bearing patch is lit, 0 to 1.
        rests: Whether it only lies there: as solid as the other, in the shade.
    """
    figure = figure_of(contact)
    mirrored = 1 if hand == "right" else -1
    outline = _path(figure.outline, closed=True)
    # Lit from the head end and the left, wherever the fingers point: near enough for a picture that moves.
    light = f'<path class="hand-light" d="{outline}" transform="translate({2.4 * mirrored},2.8)"/>'
    return (
        f'<g transform="{_about(figure, hand, length_mm)}">'
        f'<g mask="url(#arm-{contact})"><path class="hand" d="{outline}"/>'
        f'<g clip-path="url(#edge-{contact})"><path class="hand-shade" d="{outline}"/>{light}</g>'
        f'<path class="hand-line" d="{_path(figure.creases)}"/>{"".join(_nail(*nail) for nail in figure.nails)}'
        f'{_shade(outline) if rests else ""}<path class="hand-edge" d="{outline}"/></g>'
        f'<path class="core" fill-rule="evenodd" d="{_patches(figure.weight)}" opacity="{weight:.2f}"/></g>'
    )


def drawn_dots(contact: str, hand: Hand, length_mm: float) -> str:
    """Return the dotted outline of a hand in the air, on its way to where it will work; light is dotted."""
    figure = figure_of(contact)
    outline = _path(figure.outline, closed=True)
    return (
        f'<g transform="{_about(figure, hand, length_mm)}"><g mask="url(#arm-{contact})">'
        f'<path class="trail air" fill="none" stroke-width="2.2" stroke-linecap="round" stroke-dasharray="0.01 7" '
        f'd="{outline}"/></g></g>'
    )


def _about(figure: HandFigure, hand: Hand, length_mm: float) -> str:
    """Return the transform that puts a figure about its anchor, as large as this giver's hand."""
    scale = length_mm / load("hands")["length_mm"]
    x, y = figure.anchor
    return f"scale({scale if hand == 'right' else -scale:.3f},{scale:.3f}) translate({-x:.1f},{-y:.1f})"


def _shade(outline: str) -> str:
    return f'<path class="veil resting" d="{outline}"/>'


def _definition(figure: HandFigure) -> str:
    start, end = figure.fade
    box = f'x="{-_REACH_MM:g}" y="{-_REACH_MM:g}" width="{2 * _REACH_MM:g}" height="{2 * _REACH_MM:g}"'
    return (
        f'<linearGradient id="arm-fade-{figure.contact}" gradientUnits="userSpaceOnUse" x1="0" x2="0" '
        f'y1="{start:g}" y2="{end:g}"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/>'
        f'</linearGradient><mask id="arm-{figure.contact}" maskUnits="userSpaceOnUse" {box}>'
        f'<rect {box} fill="url(#arm-fade-{figure.contact})"/></mask>'
        f'<clipPath id="edge-{figure.contact}"><path d="{_path(figure.outline, closed=True)}"/></clipPath>'
    )


def _blur(name: str, sigma_mm: float) -> str:
    box = 'x="-20%" y="-20%" width="140%" height="140%"'
    return f'<filter id="{name}" {box}><feGaussianBlur stdDeviation="{sigma_mm:g}"/></filter>'


def _nail(x: float, y: float, turn_deg: float, size: float) -> str:
    left, up, width, height, rounding = (size * share for share in _NAIL)
    return (
        f'<rect class="hand-line" x="{-left:.1f}" y="{-up:.1f}" width="{width:.1f}" height="{height:.1f}" '
        f'rx="{rounding:.1f}" transform="translate({x:g},{y:g}) rotate({turn_deg:g})"/>'
    )


def _path(lines: Sequence[_Line], *, closed: bool = False) -> str:
    return "".join(f"M{'L'.join(f'{x:g} {y:g}' for x, y in line)}{'Z' if closed else ''}" for line in lines)


def _patches(rings: Sequence[_Line]) -> str:
    """Return rings with their corners rounded off."""
    return _path([tuple(map(tuple, through(np.array(ring), _CURVE).round(1).tolist())) for ring in rings], closed=True)


def _lines(given: list[list[list[float]]]) -> tuple[_Line, ...]:
    return tuple(tuple((x, y) for x, y in line) for line in given)
