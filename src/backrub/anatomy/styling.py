"""The colours of the drawn back, by day and by candle, as one style sheet inside the picture."""

from __future__ import annotations

__all__ = ["style"]

_SHARED = """
text{font-family:ui-sans-serif,system-ui,"Segoe UI",Roboto,"DejaVu Sans Condensed",sans-serif}
.area{fill:none;stroke-width:1.7;stroke-linejoin:round}
.dashed{stroke-dasharray:6 4}
.zone{stroke:none}
.own{stroke-width:1.6}
.mark{stroke-width:1.15;fill:none}
.leader{stroke-width:1;fill:none}
.swatch{stroke-width:1}
.edge{fill:none;stroke-width:1.2}
.tag{stroke-width:1.2}
.number{text-anchor:middle;font-weight:600}
"""

_DAY = {
    "ground": "#f8f2e8",
    "clay": "clay-day",
    "hand": "#c98a63",
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
    "hand": "#9a5a2e",
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
        f".own,.swatch,.tag{{stroke:{colour['mark']}}}.tag{{fill:{colour['ground']}}}"
        f".leader{{stroke:{colour['mark']};stroke-opacity:.6}}.pin{{fill:{colour['mark']}}}"
        f".name,.key,.number{{fill:{colour['ink']}}}"
        f".trail{{stroke:{colour['ink']}}}.hand{{fill:{colour['hand']};stroke:{colour['ink']}}}"
        f".core{{fill:{colour['ember']}}}.fingers{{stroke:{colour['hand']}}}"
    )
