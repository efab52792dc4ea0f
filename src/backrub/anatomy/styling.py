"""The colours of the drawn back, by day and by candle, as one style sheet inside the picture."""

from __future__ import annotations

__all__ = ["style"]

_SHARED = """
text{font-family:ui-sans-serif,system-ui,"Segoe UI",Roboto,"DejaVu Sans Condensed",sans-serif;font-size:18px}
.line{fill:none;stroke-linecap:round;stroke-linejoin:round}
.area{fill:none;stroke-width:1.7;stroke-linejoin:round}
.dashed{stroke-dasharray:6 4}
.zone{stroke:none}
.own{stroke-width:1.6}
.mark{stroke-width:1.15;fill:none}
.leader{stroke-width:1;fill:none}
.swatch{stroke-width:1}
.edge{fill:none;stroke-width:1.2}
"""

_DAY = {
    "ground": "#f8f2e8",
    "skin": "#dba67c",
    "lift": "#f8e3c6",
    "hollow": "#8f4f31",
    "edge": "#9a6446",
    "line": "#a0462a",
    "ink": "#3a261d",
    "mark": "#4a2a1c",
    "mark_opacity": "0.66",
}
_CANDLE = {
    "ground": "#050202",
    "skin": "#341305",
    "lift": "#94501f",
    "hollow": "#070201",
    "edge": "#7c3f18",
    "line": "#e1783a",
    "ink": "#d8834d",
    "mark": "#a5552c",
    "mark_opacity": "0.85",
}


def style(theme: str) -> str:
    """Return the style sheet for a theme; `auto` follows the reader's colour scheme."""
    if theme == "auto":
        return f"{_SHARED}{_rules(_DAY)}@media (prefers-color-scheme: dark){{{_rules(_CANDLE)}}}"
    return _SHARED + _rules(_CANDLE if theme == "candle" else _DAY)


def _rules(colour: dict[str, str]) -> str:
    return (
        f".ground{{fill:{colour['ground']}}}"
        f".skin{{fill:{colour['skin']}}}"
        f".lift{{fill:{colour['lift']}}}.lift.line{{fill:none;stroke:{colour['lift']}}}"
        f".hollow{{fill:{colour['hollow']}}}.hollow.line{{fill:none;stroke:{colour['hollow']}}}"
        f".edge{{stroke:{colour['edge']}}}"
        f".area{{stroke:{colour['line']}}}"
        f".mark{{stroke:{colour['mark']};stroke-opacity:{colour['mark_opacity']}}}"
        f".dot{{fill:{colour['mark']};fill-opacity:{colour['mark_opacity']}}}"
        f".own,.swatch{{stroke:{colour['mark']}}}"
        f".leader{{stroke:{colour['mark']};stroke-opacity:.6}}.pin{{fill:{colour['mark']}}}"
        f".name,.key{{fill:{colour['ink']}}}"
    )
