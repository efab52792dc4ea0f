"""A stroke as SVG over a drawn back: the line it takes, and two hands that follow it at true pace.

*Conventions* picture units are mm of the back frame. Hands are drawn palm down with the fingers towards -y, the bearing
core at the origin, and then turned to their heading. The motion is CSS, so that who asks for reduced motion gets the
hands where they press most, standing still.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from backrub.anatomy import Atlas
from backrub.technique.ground import Core, core_of
from backrub.technique.model import Contact, contacts, techniques
from backrub.technique.stroke import Hand, Samples, StrokePath

__all__ = ["draw_stroke"]

_MOST_FRAMES = 150
_ARROW_EVERY_MM = 90.0
_FINGERS = ((-0.36, 0.36), (-0.12, 0.42), (0.12, 0.40), (0.35, 0.31))  # (across in breadths, length), thumb side first
_CURLED = {"cupped-hands": 0.78, "whole-hand": 0.72, "thumbs": 0.6}  # how long the fingers look, bent


def draw_stroke(path: StrokePath, atlas: Atlas) -> list[str]:
    """Return one stroke as SVG elements to lay over a drawn back of the same atlas."""
    drawn = [f"<style>{_motion(path)}</style>"]
    for samples in path.hands.values():
        if samples.works:
            drawn += _trail(samples, _core(path, samples, atlas))
    drawn += [_hand(path, hand, samples, atlas) for hand, samples in path.hands.items()]
    return drawn


def _core(path: StrokePath, samples: Samples, atlas: Atlas) -> Core:
    if not samples.works:
        return core_of(samples.contact, atlas, "still")
    breadth = techniques()[path.technique].breadth_of(samples.contact)
    return core_of(samples.contact, atlas, "hold" if path.technique == "tender-spot-hold" else "gliding", breadth)


def _trail(samples: Samples, core: Core) -> list[str]:
    """Return the band a bearing core goes over, and a line with arrows along its middle; broken where hands lift."""
    runs = _touching(samples)
    wide = 2.0 * min(core.half_width_mm, core.half_length_mm)
    bands = "".join(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in run)}" for run in runs)
    if not bands:
        return []
    arrows = "".join(_arrow(*place) for run in runs for place in _arrows(np.array(run)))
    soft = f'stroke-width="{wide:.0f}" stroke-opacity="0.13" stroke-linecap="round" stroke-linejoin="round"'
    return [
        f'<path class="trail" fill="none" {soft} d="{bands}"/>',
        f'<path class="trail" fill="none" stroke-width="1.3" stroke-opacity="0.75" d="{bands}{arrows}"/>',
    ]


def _touching(samples: Samples) -> list[list[tuple[float, float]]]:
    """Return the stretches of a path on which the hand is on the skin."""
    runs: list[list[tuple[float, float]]] = [[]]
    for x, y, down in zip(samples.x_mm, samples.y_mm, samples.down, strict=True):
        if down:
            runs[-1].append((x, y))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) > 1]


def _arrows(run: NDArray[np.float64]) -> list[tuple[float, float, float]]:
    """Return where arrows stand on a stretch, and which way they point [deg]."""
    steps = np.hypot(*np.diff(run, axis=0).T)
    along = np.concatenate(([0.0], np.cumsum(steps)))
    if along[-1] < 12.0:
        return []
    found = []
    for at in np.arange(min(0.5 * along[-1], _ARROW_EVERY_MM / 2), along[-1], _ARROW_EVERY_MM):
        x, y = (float(np.interp(at, along, run[:, i])) for i in (0, 1))
        ahead = [float(np.interp(min(at + 4.0, along[-1]), along, run[:, i])) for i in (0, 1)]
        found.append((x, y, math.degrees(math.atan2(ahead[1] - y, ahead[0] - x))))
    return found


def _arrow(x: float, y: float, towards_deg: float) -> str:
    ends = [math.radians(towards_deg + 180 + turn) for turn in (-32, 32)]
    (ax, ay), (bx, by) = ((x + 9 * math.cos(end), y + 9 * math.sin(end)) for end in ends)
    return f"M{ax:.1f} {ay:.1f}L{x:.1f} {y:.1f}L{bx:.1f} {by:.1f}"


def _motion(path: StrokePath) -> str:
    """Return the style sheet that moves the hands along their path, once round in the loop's own time."""
    rules = []
    for hand, samples in path.hands.items():
        frames = np.unique(np.linspace(0, len(samples.t_s) - 1, _MOST_FRAMES).round().astype(int)).tolist()
        turns = np.degrees(np.unwrap(np.radians(samples.heading_deg)))
        moves, weights = [], []
        for i in frames:
            at = f"{100 * samples.t_s[i] / samples.t_s[-1]:.2f}%"
            lifted = 1.0 if samples.down[i] else 0.45
            moves.append(f"{at}{{transform:{_place(samples, i, float(turns[i]), 'px', 'deg')};opacity:{lifted}}}")
            weights.append(f"{at}{{opacity:{_weight(samples.pressure[i]):.2f}}}")
        loop = f"linear {path.cycle_s:.2f}s infinite"
        rules.append(
            f"@keyframes move-{hand}{{{''.join(moves)}}}@keyframes lean-{hand}{{{''.join(weights)}}}"
            f".hand-{hand}{{animation:move-{hand} {loop}}}.hand-{hand} .core{{animation:lean-{hand} {loop}}}"
        )
    still = "@media (prefers-reduced-motion:reduce){.hand-left,.hand-right,.core{animation:none!important}}"
    return "".join(rules) + still


def _place(samples: Samples, i: int, turn_deg: float, length: str, angle: str) -> str:
    return f"translate({samples.x_mm[i]:.1f}{length},{samples.y_mm[i]:.1f}{length}) rotate({turn_deg:.0f}{angle})"


def _weight(pressure: float) -> float:
    """Return how strongly the bearing part is lit: the deeper, the stronger."""
    return min(0.95, 0.12 + 0.125 * pressure) if pressure > 0 else 0.0


def _hand(path: StrokePath, hand: Hand, samples: Samples, atlas: Atlas) -> str:
    """Return a hand where it presses most, its bearing core lit; the style sheet moves it."""
    i = int(np.argmax(samples.pressure))
    core = _core(path, samples, atlas)
    shape = _figure(contacts()[samples.contact], hand, atlas)
    opacity = 0.86 if samples.works else 0.4
    return (
        f'<g class="hand-{hand}" transform="{_place(samples, i, samples.heading_deg[i], "", "")}">'
        # Outlined first, then filled over: what is left to be seen of the lines is the edge of the whole hand.
        f'<g opacity="{opacity}"><g class="hand" stroke-width="2.4">{shape}</g>'
        f'<g class="hand" stroke-width="0">{shape}</g></g>'
        f'<ellipse class="core" rx="{core.half_width_mm:.1f}" ry="{core.half_length_mm:.1f}" '
        f'opacity="{_weight(samples.pressure[i]):.2f}"/></g>'
    )


def _figure(contact: Contact, hand: Hand, atlas: Atlas) -> str:
    """Return the outline of what touches: an open hand, a fist or a forearm."""
    breadth, length = atlas.measures.hand_breadth_mm, atlas.measures.hand_length_mm
    ahead = -contact.soft_forward * length
    if contact.id == "forearms":
        return _capsule(0.42 * breadth, 0.62 * length, ahead)
    if contact.id == "knuckles":
        return _fist(breadth, length, ahead)
    return _open_hand(contact, hand, breadth, length, ahead)


def _open_hand(contact: Contact, hand: Hand, breadth: float, length: float, ahead: float) -> str:
    """Draw wrist to finger tips about the soft outline's middle; the thumb lies towards the other hand."""
    inward = -1.0 if hand == "right" else 1.0
    bent = _CURLED.get(contact.id, 1.0)
    wrist, knuckles = ahead + 0.48 * length, ahead - 0.05 * length
    palm = [(-0.36, wrist), (-0.50, wrist - 0.24 * length), (-0.48, knuckles), (0.48, knuckles + 0.03 * length)]
    palm += [(0.50, wrist - 0.2 * length), (0.36, wrist)]
    outline = _rounded([(-inward * x * breadth, y) for x, y in palm])
    fingers = "".join(
        _finger(
            (-inward * x * breadth, knuckles + 6),
            (-inward * x * 1.12 * breadth, knuckles - bent * reach * length),
            0.19 * breadth,
        )
        for x, reach in _FINGERS
    )
    thumb = _finger(
        (inward * 0.40 * breadth, wrist - 0.16 * length),
        (inward * 0.72 * breadth, knuckles + 0.02 * length),
        0.21 * breadth,
    )
    return f"{thumb}{fingers}{outline}"


def _finger(start: tuple[float, float], end: tuple[float, float], wide: float) -> str:
    """Draw a finger as a rounded bar."""
    (ax, ay), (bx, by) = start, end
    long = math.hypot(bx - ax, by - ay)
    turn = math.degrees(math.atan2(by - ay, bx - ax))
    half = wide / 2
    return (
        f'<rect x="{-half:.1f}" y="{-half:.1f}" width="{long + wide:.1f}" height="{wide:.1f}" rx="{half:.1f}" '
        f'transform="translate({ax:.1f},{ay:.1f}) rotate({turn:.1f})"/>'
    )


def _fist(breadth: float, length: float, ahead: float) -> str:
    half = 0.25 * length
    back = (
        f'<rect x="{-0.46 * breadth:.1f}" y="{ahead - half:.1f}" width="{0.92 * breadth:.1f}" height="{2 * half:.1f}" '
    )
    joints = "".join(
        f'<circle cx="{x * breadth:.1f}" cy="{ahead - half + 6:.1f}" r="{0.12 * breadth:.1f}"/>' for x, _ in _FINGERS
    )
    return f'{joints}{back}rx="{0.22 * breadth:.1f}"/>'


def _capsule(half_width: float, half_length: float, ahead: float) -> str:
    return (
        f'<rect x="{-half_width:.1f}" y="{ahead - half_length:.1f}" width="{2 * half_width:.1f}" '
        f'height="{2 * half_length:.1f}" rx="{half_width:.1f}"/>'
    )


def _rounded(points: Sequence[tuple[float, float]]) -> str:
    """Draw a closed shape with round corners through the middles of its edges."""
    ring = [*points, points[0]]
    middles = [((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in pairwise(ring)]
    parts = [f"M{middles[-1][0]:.1f} {middles[-1][1]:.1f}"]
    parts += [f"Q{x:.1f} {y:.1f} {mx:.1f} {my:.1f}" for (x, y), (mx, my) in zip(points, middles, strict=True)]
    return f'<path d="{"".join(parts)}Z"/>'
