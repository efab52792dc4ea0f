"""A stroke as SVG over a drawn back: the line it takes, and two hands that follow it at true pace.

*Conventions* picture units are mm of the back frame. Hands are drawn about the place where they bear with the fingers
towards -y, and then turned to their heading. The place that is worked is lit, the rest veiled. The motion is CSS, so
that who asks for reduced motion gets the hands where they press most, standing still.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from backrub.anatomy import COMPOSITES, SIDES, Atlas
from backrub.technique.ground import Core, core_of
from backrub.technique.hands import drawn_dots, drawn_hand, hand_definitions, look_of
from backrub.technique.lying import drawn_mat, drawn_shirt
from backrub.technique.model import techniques
from backrub.technique.signs import drawn_sign, sign_of
from backrub.technique.stroke import Hand, Samples, StrokePath

__all__ = ["draw_stroke"]

_MOST_FRAMES = 150
_ARROW_EVERY_MM = 90.0
_EVERYWHERE = "whole-back"  # where everything is lit, nothing is
_THUMBS_SHARE = 0.8  # of a hand's length: closer, and two thumbs held away would meet
_ALIKE_DEG = 35.0
_STYLE = (
    ".sign{fill:none;stroke-width:2.8;stroke-linecap:round;stroke-linejoin:round}.air{opacity:0}"
    ".veil.resting{fill-opacity:.5}.hem,.thread{fill:none}.hem{stroke-opacity:.6;stroke-width:1.7}"
    ".thread{stroke-opacity:.3;stroke-width:.9}"
)


def draw_stroke(path: StrokePath, atlas: Atlas) -> list[str]:
    """Return one stroke as SVG elements to lay over a drawn back of the same atlas."""
    length_mm = atlas.measures.hand_length_mm
    looks = _looks(path, length_mm)
    defined = f"<defs>{hand_definitions(looks.values())}</defs>"
    drawn = [f"<style>{_STYLE}{_motion(path)}</style>", defined]
    if path.clothed or sign_of(path.technique, path.contact) == "shirt":
        drawn.append(drawn_shirt(atlas))
    drawn.append(_worked(path, atlas))
    if path.upper:
        drawn.append(drawn_mat(atlas, path.upper))
    for samples in path.hands.values():
        if samples.works:
            drawn += _trail(path, samples, _core(path, samples, atlas))
    at = {hand: int(np.searchsorted(samples.t_s, _still_s(path))) for hand, samples in path.hands.items()}
    # The hand with the weight lies over the other, and the one that works over the one that rests.
    order = sorted(path.hands, key=lambda hand: (path.hands[hand].works, path.hands[hand].pressure[at[hand]]))
    drawn += [_hand(path, hand, at[hand], looks[hand], length_mm) for hand in order]
    return drawn


def _still_s(path: StrokePath) -> float:
    """Return the moment a picture that stands still shows: where a working hand presses most."""
    lead = next(samples for samples in path.hands.values() if samples.works)
    return lead.t_s[int(np.argmax(lead.pressure))]


def _core(path: StrokePath, samples: Samples, atlas: Atlas) -> Core:
    if not samples.works:
        return core_of(samples.contact, atlas, "still")
    breadth = techniques()[path.technique].breadth_of(samples.contact)
    return core_of(samples.contact, atlas, "hold" if path.technique == "tender-spot-hold" else "gliding", breadth)


def _trail(path: StrokePath, samples: Samples, core: Core) -> list[str]:
    """Return the band a bearing core goes over, broken where hands lift; of a stroke that travels, which way it goes.

    A stroke that stays on its place has a sign round the hand instead: arrows on its way would be a knot.
    """
    runs = _touching(samples)
    wide = 2.0 * min(core.half_width_mm, core.half_length_mm)
    bands = "".join(f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in run)}" for run in runs)
    if not bands:
        return []
    soft = f'stroke-width="{wide:.0f}" stroke-opacity="0.13" stroke-linecap="round" stroke-linejoin="round"'
    band = f'<path class="trail" fill="none" {soft} d="{bands}"/>'
    if sign_of(path.technique, samples.contact):
        return [band]
    arrows = "".join(_arrow(*place) for run in runs for place in _arrows(np.array(run)))
    return [band, f'<path class="trail" fill="none" stroke-width="1.3" stroke-opacity="0.75" d="{bands}{arrows}"/>']


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
            moves.append(f"{at}{{transform:{_place(samples, i, float(turns[i]), 'px', 'deg')}}}")
            weights.append(f"{at}{{opacity:{_weight(samples.pressure[i]):.2f}}}")
        loop = f"linear {path.cycle_s:.2f}s infinite"
        rules.append(
            f"@keyframes move-{hand}{{{''.join(moves)}}}@keyframes lean-{hand}{{{''.join(weights)}}}"
            f".hand-{hand}{{animation:move-{hand} {loop}}}"
            f".hand-{hand} .core,.hand-{hand} .sign{{animation:lean-{hand} {loop}}}"
        )
        if _lifts(path, samples):
            rules.append(_lifting(hand, samples, frames, loop))
    moving = ".hand-left,.hand-right,.core,.sign,.clay-hand,.air"
    still = f"@media (prefers-reduced-motion:reduce){{{moving}{{animation:none!important}}}}"
    return "".join(rules) + still


def _lifts(path: StrokePath, samples: Samples) -> bool:
    """Tell whether a hand comes and goes; one that taps is there too often to."""
    return samples.works and not all(samples.down) and sign_of(path.technique, samples.contact) != "tap"


def _lifting(hand: Hand, samples: Samples, frames: list[int], loop: str) -> str:
    """Return the rules by which a hand in the air is its dots, and on the skin itself."""
    at = [(f"{100 * samples.t_s[i] / samples.t_s[-1]:.2f}%", int(samples.down[i])) for i in frames]
    clay = "".join(f"{when}{{opacity:{down}}}" for when, down in at)
    dots = "".join(f"{when}{{opacity:{1 - down}}}" for when, down in at)
    return (
        f"@keyframes skin-{hand}{{{clay}}}@keyframes air-{hand}{{{dots}}}"
        f".hand-{hand} .clay-hand{{animation:skin-{hand} {loop}}}.hand-{hand} .air{{animation:air-{hand} {loop}}}"
    )


def _place(samples: Samples, i: int, turn_deg: float, length: str, angle: str) -> str:
    return f"translate({samples.x_mm[i]:.1f}{length},{samples.y_mm[i]:.1f}{length}) rotate({turn_deg:.0f}{angle})"


def _weight(pressure: float) -> float:
    """Return how strongly the bearing part is lit: the deeper, the stronger."""
    return min(0.95, 0.12 + 0.125 * pressure) if pressure > 0 else 0.0


def _hand(path: StrokePath, hand: Hand, i: int, look: str, length_mm: float) -> str:
    """Return a hand where it is at a sample, its bearing part lit, with its sign; the style sheet moves it."""
    samples = path.hands[hand]
    shape = drawn_hand(look, hand, length_mm, _weight(samples.pressure[i]), rests=not samples.works)
    name = sign_of(path.technique, samples.contact) if samples.works else None
    sign = drawn_sign(name, hand, samples, shown=samples.pressure[i] > max(samples.pressure) / 2) if name else ""
    dots = drawn_dots(look, hand, length_mm) if _lifts(path, samples) else ""
    place = _place(samples, i, samples.heading_deg[i], "", "")
    return f'<g class="hand-{hand}" transform="{place}"><g class="clay-hand">{shape}</g>{dots}{sign}</g>'


def _looks(path: StrokePath, length_mm: float) -> dict[Hand, str]:
    """Return how each hand is drawn: where the two come close side by side, thumbs lie along the hand."""
    left, right = path.hands["left"], path.hands["right"]
    moments = np.linspace(0.0, path.cycle_s, 16)
    across, along, turned = (
        np.abs(np.interp(moments, left.t_s, one) - np.interp(moments, right.t_s, other))
        for one, other in (
            (left.x_mm, right.x_mm),
            (left.y_mm, right.y_mm),
            (left.heading_deg, right.heading_deg),
        )
    )
    alike = np.minimum(turned, 360.0 - turned) < _ALIKE_DEG
    close = bool(np.any((across < _THUMBS_SHARE * length_mm) & (along < length_mm / 2) & alike))
    return {hand: look_of(samples.contact, beside=close) for hand, samples in path.hands.items()}


def _worked(path: StrokePath, atlas: Atlas) -> str:
    """Light the place that is worked: everything else steps back under a veil."""
    if path.area == _EVERYWHERE:
        return ""
    shapes = [atlas.areas[path.area][side] for side in (SIDES if path.side == "both" else (path.side,))]
    here = "".join(_ring(shape.convex_hull if path.area in COMPOSITES else shape) for shape in shapes)
    around = f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in atlas.outline)}Z"
    return f'<path class="veil" fill-rule="evenodd" d="{around}{here}"/><path class="here" d="{here}"/>'


def _ring(shape: BaseGeometry) -> str:
    points = shape.exterior.coords[:-1] if isinstance(shape, Polygon) else ()
    return f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in points)}Z" if points else ""
