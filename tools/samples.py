"""Strokes as the pages get them, thinned, for the gallery and for pictures of the map."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "src" / "backrub" / "web" / "static"
if str(ROOT / "src") not in sys.path:
    sys.path.insert(0, str(ROOT / "src"))

if TYPE_CHECKING:
    from backrub.anatomy import Atlas, Posture, Side

PRESSURE = (2.0, 4.0)
LONGEST_S = 20
SAMPLES_EACH_S = 8


class Shown(NamedTuple):
    """What hands do, where; None leaves the choice to the technique."""

    technique: str
    area: str
    side: Side
    contact: str | None = None
    place: str | None = None


def neutral_atlas(posture: Posture = "prone") -> tuple[Atlas, dict[str, Any]]:
    """Give the neutral body's atlas, and the same as the pages get it."""
    from backrub.anatomy import Body, atlas_for
    from backrub.wire.atlas import atlas_to_json
    from backrub.words import Words

    atlas = atlas_for(Body(), posture)
    return atlas, atlas_to_json(atlas, Words("en"))


def whole(atlas: Atlas, shown: Shown, pressure: tuple[float, float] = PRESSURE) -> dict[str, Any]:
    """Give one stroke as the pages get it."""
    from backrub.technique import stroke_path

    technique, area, side, contact, place = shown
    return stroke_path(technique, atlas, area, side, contact=contact, pressure=pressure, place=place).as_json()


def sample(atlas: Atlas, shown: Shown, pressure: tuple[float, float] = PRESSURE) -> dict[str, Any]:
    """Give one stroke as the pages get it, with fewer samples."""
    path = whole(atlas, shown, pressure)
    return path | {"hands": {name: _thinned(hand) for name, hand in path["hands"].items()}}


def _thinned(hand: dict[str, Any]) -> dict[str, Any]:
    """Keep the first, the last and every so many samples of each list."""
    count = len(hand["t_s"])
    every = max(1, round(count / (SAMPLES_EACH_S * min(LONGEST_S, hand["t_s"][-1]))))
    kept = [*range(0, count - 1, every), count - 1]
    return {name: [value[at] for at in kept] if isinstance(value, list) else value for name, value in hand.items()}
