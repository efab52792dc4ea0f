"""What `make_hands` writes: the outlines of the pages' modelled hands, for pictures drawn without a browser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from node import node
from shapely import LineString

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["PATH", "text"]

ROOT = Path(__file__).resolve().parent.parent
PATH = "src/backrub/data/hands.toml"

CONTACTS = (
    *("palms", "heels", "knuckles", "forearms", "whole-hand"),
    *("finger-pads", "finger-tips", "thumbs", "cupped-hands"),
)
BESIDE = ("palms", "heels", "finger-pads", "finger-tips")
SHAPES = f"""
const {{ handRings }} = await import("{(ROOT / "src/backrub/web/static/lib/hands.js").as_uri()}");
const {{ HAND_LENGTH }} = await import("{(ROOT / "src/backrub/web/static/lib/hands-figures.js").as_uri()}");
const shapes = Object.fromEntries([
  ...{json.dumps(CONTACTS)}.map((contact) => [contact, handRings(contact)]),
  ...{json.dumps(BESIDE)}.map((contact) => [`${{contact}}-beside`, handRings(contact, true)]),
]);
console.log(JSON.stringify({{ length: HAND_LENGTH, shapes }}));
"""

HEAD = """# How hands look from above, for pictures drawn without a browser: a right hand, palm down, fingers to -y; mm.
# Made by tools/make_hands from the pages' hands-figures.js: do not edit. `anchor` is where the hand bears, `weight` the
# patches that do, `fade` where the forearm thins out, `nails` are x, y, degrees turned and size; `-beside`: the thumb
# lies along the hand.
format = 1
length_mm = {length}
source = "Drawn by this project from the bones of a hand of that length."
certainty = "ENG"
"""


def text() -> str:
    """Give the file."""
    said = subprocess.run([node(), "--input-type=module", "-e", SHAPES], capture_output=True, text=True, check=True)
    found = json.loads(said.stdout)
    parts = [HEAD.format(length=found["length"])]
    parts += [_table(contact, shape) for contact, shape in found["shapes"].items()]
    return "\n".join(parts)


def _table(contact: str, shape: dict[str, Any]) -> str:
    nails = [[*nail["at"], nail["turn_deg"], nail["size"]] for nail in shape["nails"]]
    rows = {
        "anchor": _rounded(shape["anchor"]),
        "fade": shape["fade"],
        "outline": [_ring(ring, 0.35) for ring in shape["outline"]],
        "weight": [_ring(ring, 0.1) for ring in shape["weight"]],
        "creases": [_line(line) for line in shape["creases"]],
        "nails": [_rounded(nail) for nail in nails],
    }
    lines = [f"{key} = {json.dumps(value, separators=(', ', ': '))}" for key, value in rows.items()]
    return "\n".join([f"[{contact}]", *lines, ""])


def _ring(points: list[list[float]], tolerance_mm: float) -> list[list[float]]:
    closed = LineString([*points, points[0]]).simplify(tolerance_mm)
    return [_rounded(point) for point in list(closed.coords)[:-1]]


def _line(points: list[list[float]]) -> list[list[float]]:
    return [_rounded(point) for point in LineString(points).simplify(0.2).coords]


def _rounded(values: Iterable[float]) -> list[float]:
    return [round(float(value), 1) for value in values]
