"""A short way to say where a point of the back is, and the ids of every text this room can ask for.

*Conventions* messages are (id, arguments): this room makes no sentences. Distances are in fingers and hands of the
giver, because those are what the giver has with them: four fingers are a hand's breadth.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from shapely import Point

from backrub.anatomy.posture import POSTURES
from backrub.data import load

if TYPE_CHECKING:
    from backrub.anatomy.atlas import Atlas

__all__ = ["MARKS", "MESSAGES", "Said", "place_of"]

Said = tuple[str, dict[str, str | int]]
"""A message: its id, and its arguments by name."""

_FINGERS = 4  # in a hand's breadth
_ON_SPINE_MM = 7.0

MARKS: tuple[str, ...] = ("neck-bone", "blade-root", "blade-corner", "last-ribs", "hip-bones", "dimples")
"""What can be felt through the skin, from the head down: heights are said by the nearest of them."""


def place_of(atlas: Atlas, x_mm: float, y_mm: float) -> Said:
    """Say where a point of the back frame is: so many fingers from the spine, level with what can be felt.

    Args:
        atlas: The back; its hand breadth makes the fingers.
        x_mm: Towards the receiver's right.
        y_mm: Towards the feet.

    Returns:
        `where-on-spine`, `where-beside-spine` (fingers), `where-far-out` (half hands) or `where-off-back`; `down` says
        how many fingers below `mark` it lies, negative above.
    """
    if not atlas.back.covers(Point(x_mm, y_mm)):
        return "where-off-back", {}
    finger_mm = atlas.measures.hand_breadth_mm / _FINGERS
    mark, mark_mm = min(_heights(atlas).items(), key=lambda item: abs(item[1] - y_mm))
    height: dict[str, str | int] = {"mark": mark, "down": round((y_mm - mark_mm) / finger_mm)}
    if abs(x_mm) < _ON_SPINE_MM:
        return "where-on-spine", height
    side = "right" if x_mm > 0 else "left"
    fingers = max(1, round(abs(x_mm) / finger_mm))
    if fingers <= _FINGERS:
        return "where-beside-spine", {**height, "side": side, "fingers": fingers}
    return "where-far-out", {**height, "side": side, "halves": round(2 * abs(x_mm) / (_FINGERS * finger_mm))}


def _heights(atlas: Atlas) -> dict[str, float]:
    marks = atlas.landmarks
    return {
        "neck-bone": 0.0,
        "blade-root": marks["blade-root-right"][1],
        "blade-corner": marks["blade-lower-corner-right"][1],
        "last-ribs": marks["last-rib-tip-right"][1],
        "hip-bones": marks["hip-bone-top-right"][1],
        "dimples": marks["dimple-right"][1],
    }


def _messages() -> dict[str, tuple[str, ...]]:
    rows = load("structures")
    named = {
        "structure": [name for name, row in rows.items() if isinstance(row, dict) and "layer" in row],
        "zone": [*load("atlas")["zones"], "personal"],
        "posture": POSTURES,
    }
    height = ("down", "mark")
    return {
        "where-on-spine": height,
        "where-beside-spine": (*height, "fingers", "side"),
        "where-far-out": (*height, "halves", "side"),
        "where-off-back": (),
        "where-level": ("level",),
        **dict.fromkeys(("map-title", "map-no-press", "map-caution", "map-personal"), ()),
        "map-description": ("posture",),
        **{f"{kind}-{name}": () for kind, names in named.items() for name in names},
    }


MESSAGES: Mapping[str, tuple[str, ...]] = _messages()
"""Every message id of this room, with the names of its arguments."""
