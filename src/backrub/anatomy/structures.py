"""What lies under the skin: muscles, sheets and bones as layered outlines, built from where they attach.

*Conventions* back frame, mm. Layer 1 lies nearest the skin; a structure hides what has a larger number.
*Based on* `structures.toml`. These are where things are, not where hands may work: for that see areas and limits.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from shapely import Polygon
from shapely.affinity import scale as stretched
from shapely.ops import unary_union

from backrub.anatomy.curves import through
from backrub.anatomy.scale import Scale
from backrub.data import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from backrub.anatomy.body import Measures
    from backrub.anatomy.posture import Shift

__all__ = ["Structure", "StructureKind", "structures_of", "visible"]

StructureKind = Literal["muscle", "bone"]
_Points = list[list[float]]
_STEPS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """A muscle or a bone.

    Attributes:
        id: Its id.
        kind: `muscle` or `bone`.
        layer: How deep it lies, from 1 under the skin.
        whole: Its outline by side [mm].
        sheet: By side, the part of a muscle that is flat tendon; empty where it is all flesh [mm].
        source: What it is built from.
        certainty: How sure that is: H, M, L or ENG.
    """

    id: str
    kind: StructureKind
    layer: int
    whole: Mapping[str, Polygon]
    sheet: Mapping[str, Polygon]
    source: str
    certainty: str

    def fleshy(self, side: str) -> BaseGeometry:
        """Return the part that is flesh on one side [mm]."""
        return self.whole[side].difference(self.sheet[side])


def visible(structures: Mapping[str, Structure], name: str, side: str) -> BaseGeometry:
    """Return what nearer layers leave to be seen of a structure from behind, on one side [mm]."""
    one = structures[name]
    over = [each.whole[side] for each in structures.values() if each.layer < one.layer]
    return one.whole[side].difference(unary_union(over)) if over else one.whole[side]


@lru_cache(maxsize=32)
def structures_of(measures: Measures, shift: Shift) -> Mapping[str, Structure]:
    """Build every structure of a person in a posture, the uppermost layer first."""
    scale = Scale(measures, shift)
    rows = {name: row for name, row in load("structures").items() if isinstance(row, dict) and "layer" in row}
    inward = sorted(rows, key=lambda name: rows[name]["layer"])
    return {name: _structure(scale, name, rows[name]) for name in inward}


def _structure(scale: Scale, name: str, row: dict[str, Any]) -> Structure:
    whole = _ring(scale, row["edges"])
    sheet = _ring(scale, row["sheet"]).intersection(whole) if "sheet" in row else Polygon()
    return Structure(
        id=name,
        kind=row["kind"],
        layer=row["layer"],
        whole=_pair(whole),
        sheet=_pair(sheet if isinstance(sheet, Polygon) else Polygon()),
        source=row["source"],
        certainty=row["certainty"],
    )


def _ring(scale: Scale, edges: list[list[Any]]) -> Polygon:
    parts = [_edge(scale.points([_point(point) for point in edge])) for edge in edges]
    return Polygon(np.concatenate([part[:-1] for part in parts]))


def _edge(points: NDArray[np.float64]) -> NDArray[np.float64]:
    return points if len(points) == 2 else through(points, _STEPS, closed=False)


def _point(given: str | list[float]) -> list[float]:
    """Return a named or written point as neutral (x in mm, y as a fraction of U)."""
    if not isinstance(given, str):
        return given
    atlas = load("atlas")
    level, _, out_mm = given.partition("+")
    if level in atlas["levels"]:
        return [float(out_mm or 0), atlas["levels"][level]]
    named: list[float] = atlas["landmarks"].get(given) or load("structures")["points"][given]
    return named


def _pair(right: Polygon) -> dict[str, Polygon]:
    return {"left": Polygon(stretched(right, xfact=-1.0, yfact=1.0, origin=(0.0, 0.0)).exterior), "right": right}
