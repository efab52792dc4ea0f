"""The colours of the drawn back, by day and by candle, as one style sheet inside the picture."""

from __future__ import annotations

__all__ = ["style"]

_SHARED = """
text{font-family:ui-sans-serif,system-ui,"Segoe UI",Roboto,"DejaVu Sans Condensed",sans-serif}
.area{fill:none;stroke-width:1.7;stroke-linejoin:round}
.dashed{stroke-dasharray:6 4}
.zone{stroke:none}
.own{stroke-width:2.6}
.own-ground{stroke:none}
.mark{stroke-width:1.15;fill:none}
.leader{stroke-width:1;fill:none}
.swatch{stroke-width:1}
.edge{fill:none;stroke-width:1.2}
.tag{stroke-width:1.2}
.here{stroke-width:2.2;stroke-linejoin:round}
.hand-shade,.hand-light,.hand-line,.hand-edge{fill:none;stroke-linejoin:round;stroke-linecap:round}
.hand-shade{stroke-width:13;stroke-opacity:.75;filter:url(#soft-shade)}
.hand-light{stroke-width:3.2;stroke-opacity:.5;filter:url(#soft-light)}
.hand-line{stroke-width:.7;stroke-opacity:.5}
.hand-edge{stroke-width:1.2}
.number{text-anchor:middle;font-weight:600}
"""

_DAY = {
    "ground": "#f8f2e8",
    "clay": "clay-day",
    "hand": "#dcae8e",
    "shade": "#8a523a",
    "light": "#fbe9d8",
    "edge_of_hand": "#5a3424",
    "veil_opacity": "0.42",
    "ember": "#a02c10",
    "skin": "#dba67c",
    "edge": "#9a6446",
    "line": "#a0462a",
    "ink": "#3a261d",
    "mark": "#4a2a1c",
    "mark_opacity": "0.66",
}
_CANDLE = {
    "ground": "#050202",
    "clay": "clay-candle",
    "hand": "#7a3a18",
    "shade": "#2c1006",
    "light": "#c9793f",
    "edge_of_hand": "#e09a5e",
    "veil_opacity": "0.4",
    "ember": "#e1561b",
    "skin": "#341305",
    "edge": "#7c3f18",
    "line": "#e1783a",
    "ink": "#d8834d",
    "mark": "#a5552c",
    "mark_opacity": "0.85",
}


def style(theme: str, text_mm: float) -> str:
    """Return the style sheet for a theme, with text of a height; `auto` follows the reader's colour scheme."""
    size = f".name,.key{{font-size:{text_mm:.1f}px}}"
    if theme == "auto":
        return f"{_SHARED}{size}{_rules(_DAY)}@media (prefers-color-scheme: dark){{{_rules(_CANDLE)}}}"
    return _SHARED + size + _rules(_CANDLE if theme == "candle" else _DAY)


def _rules(colour: dict[str, str]) -> str:
    return (
        f".ground{{fill:{colour['ground']}}}"
        f".skin{{fill:{colour['skin']}}}.clay{{filter:url(#{colour['clay']})}}"
        f".edge{{stroke:{colour['edge']}}}"
        f".area{{stroke:{colour['line']}}}"
        f".mark{{stroke:{colour['mark']};stroke-opacity:{colour['mark_opacity']}}}"
        f".dot{{fill:{colour['mark']};fill-opacity:{colour['mark_opacity']}}}"
        f".own-ground{{fill:{colour['ground']};fill-opacity:.72}}.own-middle{{fill:{colour['ink']}}}"
        f".own{{stroke:{colour['ink']}}}.swatch,.tag{{stroke:{colour['mark']}}}.tag{{fill:{colour['ground']}}}"
        f".leader{{stroke:{colour['mark']};stroke-opacity:.6}}.pin{{fill:{colour['mark']}}}"
        f".name,.key,.number{{fill:{colour['ink']}}}"
        f".veil{{fill:{colour['ground']};fill-opacity:{colour['veil_opacity']}}}"
        f".here{{stroke:{colour['ember']};fill:{colour['ember']};fill-opacity:.13}}"
        f".trail{{stroke:{colour['ink']}}}.hand{{fill:{colour['hand']}}}.hand-shade{{stroke:{colour['shade']}}}"
        f".hand-light{{stroke:{colour['light']}}}.hand-line,.hand-edge{{stroke:{colour['edge_of_hand']}}}"
        f".core{{fill:{colour['ember']}}}"
    )
