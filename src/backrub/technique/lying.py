"""How somebody lies and what they wear, as SVG over a drawn back: a shirt, and the dusk and mat under a lower side.

*Conventions* mm of the back frame; figures are those of the neutral body and stretch with length and shoulders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from backrub.anatomy import Atlas

__all__ = ["drawn_mat", "drawn_shirt"]

_NEUTRAL_U_MM, _NEUTRAL_SHOULDERS_MM = 500.0, 390.0
_FAR_MM = 900.0
_NECK = (63.0, -52.0, -18.0)
_HEM = (200.0, 462.0, 478.0)
_SLEEVE = ((176.0, 132.0), (262.0, 152.0))
_STITCH_MM = 9.0
_MAT_MM = 172.0
_SEEN_TO = 1.18

_WEAVE = (
    '<defs><pattern id="weave" width="8" height="8" patternUnits="userSpaceOnUse">'
    '<path class="trail thread" d="M.5 2H3.5M4.5 6H7.5M6 .5V3.5M2 4.5V7.5"/></pattern></defs>'
)


def drawn_shirt(atlas: Atlas) -> str:
    """Return a shirt over the back: fine weave, the ribbed neck, stitched hems."""
    along, across = _stretch(atlas)

    def at(x: float, y: float) -> str:
        return f"{x * across:.1f} {y * along:.1f}"

    def arch(curve: tuple[float, float, float], down: float = 0.0) -> str:
        x, y, middle = curve
        return f"M{at(-x, y + down)}Q{at(0, 2 * middle - y + down)} {at(x, y + down)}"

    def sleeves(up: float) -> str:
        (x0, y0), (x1, y1) = _SLEEVE
        return "".join(f"M{at(side * x0, y0 - up)}L{at(side * x1, y1 - up)}" for side in (1, -1))

    edge = [(_FAR_MM, _NECK[1]), (_FAR_MM, _SLEEVE[1][1]), _SLEEVE[1], _SLEEVE[0], (_SLEEVE[0][0], _HEM[1])]
    down, up = (f"L{at(x, y)}" for x, y in edge), (f"L{at(-x, y)}" for x, y in reversed(edge))
    cloth = f"{arch(_NECK)}{''.join(down)}Q{at(0, 2 * _HEM[2] - _HEM[1])} {''.join(up)[1:]}Z"
    hems, stitches = arch(_HEM) + sleeves(0.0) + arch(_NECK), arch(_HEM, -_STITCH_MM) + sleeves(_STITCH_MM)
    return (
        f'{_WEAVE}<g class="shirt" clip-path="url(#body-shape)"><path class="cloth" fill="url(#weave)" d="{cloth}"/>'
        f'<path class="trail hem" d="{hems}"/>'
        f'<path class="trail hem" stroke-dasharray="5 4" d="{stitches}{arch(_NECK, _STITCH_MM)}"/></g>'
    )


def drawn_mat(atlas: Atlas, upper: Literal["left", "right"]) -> str:
    """Return the mat under somebody who lies on their side, and the dusk their lower half lies in."""
    _along, across = _stretch(atlas)
    down = -1 if upper == "right" else 1
    edge = down * _MAT_MM * across
    top, bottom = min(y for _x, y in atlas.outline), _SEEN_TO * atlas.u_mm
    out = down * (max(x for x, _y in atlas.outline) + _STITCH_MM)
    lower, mat = (f"M{x0:.1f} {top:.1f}H{x1:.1f}V{bottom:.1f}H{x0:.1f}Z" for x0, x1 in ((0.0, edge), (edge, out)))
    return (
        f'<g class="mat" data-upper="{upper}"><path class="veil" clip-path="url(#body-shape)" d="{lower}"/>'
        f'<path class="ground" d="{mat}"/><path class="trail hem" d="M{edge:.1f} {top:.1f}V{bottom:.1f}"/></g>'
    )


def _stretch(atlas: Atlas) -> tuple[float, float]:
    """Return how much longer and broader than the neutral body this person is."""
    return atlas.u_mm / _NEUTRAL_U_MM, atlas.measures.biacromial_mm / _NEUTRAL_SHOULDERS_MM
