#!/usr/bin/env python3
"""How far the atlas is from a skeleton that was measured: writes docs/reference/atlas-accuracy.md.

    tools/atlas_accuracy.py            compare and write the page
    tools/atlas_accuracy.py --check    compare and say whether the page is what was committed

The reference lies beside the checkout, in ../shared/anatomy, and is not part of this project: it is only held against
the atlas. Where the folder is not there, this says so and ends well.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from shapely import Polygon, unary_union
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from backrub.anatomy import Body, measures_of  # noqa: E402 - found only after the line above
from backrub.anatomy.atlas import Atlas, built  # noqa: E402
from backrub.anatomy.posture import Shift, shift_of  # noqa: E402
from backrub.anatomy.structures import visible  # noqa: E402

REFERENCE = Path(os.environ.get("BACKRUB_ANATOMY", ROOT.parent / "shared" / "anatomy"))
PAGE = ROOT / "docs" / "reference" / "atlas-accuracy.md"
MEASURED_ON = "back_landmarks_zanatomy.json"
OUTLINES = "back_outlines_zanatomy.json"
PEOPLE = "ansur2_in_atlas_frame.json"

LEVEL_TARGET, CREST_TARGET, BLADE_TARGET, OVERLAP_TARGET, LOW_OVERLAP = 0.03, 0.03, 0.08, 0.6, 0.5


@dataclass(frozen=True)
class Row:
    """One thing compared.

    Attributes:
        name: What.
        ours: The atlas's figure.
        theirs: The reference's.
    """

    name: str
    ours: float
    theirs: float

    @property
    def off(self) -> float:
        """Give how far the atlas is from the reference."""
        return self.ours - self.theirs


@dataclass(frozen=True)
class Overlap:
    """How much an outline of the atlas and one of the reference share: intersection over union.

    Attributes:
        name: Structure id.
        seen: With shoulders as measured on living people.
        placed: With the blade and shoulder where this skeleton carries them.
        part: `whole` outline, or what is `visible` from behind.
        aimed: Whether it counts in the mean that is aimed at.
    """

    name: str
    seen: float
    placed: float
    part: str
    aimed: bool


@dataclass(frozen=True)
class Accuracy:
    """Everything compared."""

    levels: tuple[Row, ...]
    bones: tuple[Row, ...]
    crest: Row
    overlaps: tuple[Overlap, ...]

    def mean(self, *, placed: bool) -> float:
        """Give the mean overlap over the structures aimed at."""
        aimed = [each.placed if placed else each.seen for each in self.overlaps if each.aimed]
        return sum(aimed) / len(aimed)


def is_there() -> bool:
    """Tell whether the reference lies beside the checkout."""
    return all((REFERENCE / name).is_file() for name in (MEASURED_ON, OUTLINES, PEOPLE))


@cache
def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((REFERENCE / name).read_text(encoding="utf-8"))
    return read


def _mark(name: str, axis: str = "y") -> float:
    return float(_read(MEASURED_ON)["landmarks"][name][axis])


def reference_atlas(*, placed: bool) -> Atlas:
    """Give the atlas for the reference's own length, blade gap, ribs and hips, standing.

    Args:
        placed: Whether also the blade's three points are moved to where this skeleton carries them, so that what is
            compared is how outlines are built from attachments, and no longer where this one body holds its shoulders.
    """
    data, proportions = _read(MEASURED_ON), _read(MEASURED_ON)["meta"]["proportions"]
    l_mm = 1000 * data["meta"]["L_metres"]
    people = _read(PEOPLE)["male"]
    body = Body(stature_mm=1000 * proportions["stature_skull_top_m"], sex="m")
    measures = replace(
        measures_of(body),
        u_mm=l_mm / share_of_s1(),
        biacromial_mm=2 * l_mm * people["acromion_half_breadth_x"]["mean"],
        bicristal_mm=1000 * proportions["iliac_breadth_m"],
        chest_mm=1000 * proportions["rib_cage_breadth_m"],
        blade_gap_mm=l_mm * _mark("medial_border_right_at_T3_spinous_tip", "x"),
    )
    standing = built(body, measures, shift_of("standing"))
    return built(body, measures, _carried_here(standing, l_mm)) if placed else standing


def share_of_s1() -> float:
    """Give where the atlas has S1, as a share of its own unit, C7 to the dimples."""
    atlas = built(Body(), measures_of(Body()), shift_of("standing"))
    return atlas.level_y_mm("S1") / atlas.u_mm


def _carried_here(standing: Atlas, l_mm: float) -> Shift:
    """Give the shift of the blade that puts its root, lower corner and shoulder point on the reference's."""
    root_y = _mark("T3_body_centre") + (_mark("T3_spinous_tip") - _mark("T3_body_centre")) / 2
    wanted = {
        "blade-root": (_mark("medial_border_right_at_T3_body_centre", "x"), root_y),
        "blade-lower-corner": (
            _mark("scapula_inferior_angle_right", "x"),
            _mark("scapula_inferior_angle_right"),
        ),
        "shoulder-point": (_mark("acromion_lateral_right", "x"), _mark("acromion_lateral_right")),
    }
    moves = []
    for (name, (x, y)), before in zip(wanted.items(), shift_of("standing").moves, strict=True):
        x_mm, y_mm = standing.landmarks[f"{name}-right"]
        moves.append((before[0] + l_mm * x - x_mm, before[1] + l_mm * y - y_mm))
    return Shift(tuple(moves))


def compared() -> Accuracy:
    """Hold the atlas against the reference."""
    standing, placed = reference_atlas(placed=False), reference_atlas(placed=True)
    l_mm = standing.level_y_mm("S1")
    tips = ["C7", *(f"T{n}" for n in range(1, 13)), *(f"L{n}" for n in range(1, 6))]
    levels = tuple(Row(name, standing.level_y_mm(name) / l_mm, _mark(f"{name}_spinous_tip")) for name in tips)
    crest = Row("iliac crest", standing.landmarks["hip-bone-top-right"][1] / l_mm, _mark("iliac_crest_top_right"))
    return Accuracy(levels, _bones(standing, l_mm), crest, tuple(_overlaps(standing, placed, l_mm)))


def _bones(atlas: Atlas, l_mm: float) -> tuple[Row, ...]:
    people = _read(PEOPLE)["male"]
    tip, corner, upper, root = (
        atlas.landmarks[f"{name}-right"]
        for name in ("shoulder-point", "blade-lower-corner", "blade-upper-corner", "blade-root")
    )
    border = "medial_border_right_at_T3_spinous_tip"
    return (
        Row("blade, upper corner, across", upper[0] / l_mm, _mark("scapula_superior_angle_right", "x")),
        Row("blade, upper corner, down", upper[1] / l_mm, _mark("scapula_superior_angle_right")),
        Row("blade, inner border at T3, across", root[0] / l_mm, _mark(border, "x")),
        Row("blade, inner border at T3, down", root[1] / l_mm, _mark(border)),
        Row("blade, lower corner, across", corner[0] / l_mm, _mark("scapula_inferior_angle_right", "x")),
        Row("blade, lower corner, down", corner[1] / l_mm, _mark("scapula_inferior_angle_right")),
        Row("shoulder point, across (people)", tip[0] / l_mm, people["acromion_half_breadth_x"]["mean"]),
        Row("shoulder point, down (people)", tip[1] / l_mm, people["acromion_y_below_C7"]["mean"]),
    )


@dataclass(frozen=True)
class _Pair:
    ours: str
    theirs: tuple[str, ...]
    visible: bool = False
    aimed: bool = True


_PAIRS = (
    _Pair("trapezius-upper", ("trapezius_descending",)),
    _Pair("trapezius-middle", ("trapezius_transverse",)),
    _Pair("trapezius-lower", ("trapezius_ascending",)),
    _Pair("latissimus", ("latissimus_dorsi",), visible=True),
    _Pair("infraspinatus", ("infraspinatus",)),
    _Pair("rhomboid-minor", ("rhomboid_minor",)),
    _Pair("rhomboid-major", ("rhomboid_major",)),
    _Pair("erector-spinae", ("erector_spinae",)),
    _Pair("quadratus-lumborum", ("quadratus_lumborum",)),
    _Pair("infraspinatus", ("infraspinatus",), visible=True, aimed=False),
    _Pair("latissimus", ("latissimus_dorsi",), aimed=False),
    _Pair("teres-major", ("teres_major",), aimed=False),
    _Pair("teres-minor", ("teres_minor",), aimed=False),
    _Pair("levator", ("levator_scapulae",), aimed=False),
    _Pair("deltoid-back", ("deltoid",), aimed=False),
    _Pair("scapula", ("scapula_left", "scapula_right"), aimed=False),
    _Pair("last-rib", ("rib_left_12", "rib_right_12"), aimed=False),
    _Pair("sacrum", ("sacrum",), aimed=False),
)


def _overlaps(standing: Atlas, placed: Atlas, l_mm: float) -> list[Overlap]:
    found = []
    for pair in _PAIRS:
        theirs = _shape(pair)
        seen, there = (_shared(_ours(atlas, pair, l_mm), theirs) for atlas in (standing, placed))
        found.append(Overlap(pair.ours, seen, there, "visible" if pair.visible else "whole", pair.aimed))
    return found


def _shape(pair: _Pair) -> BaseGeometry:
    key = "visible_from_behind" if pair.visible else "outline"
    rings = [ring for name in pair.theirs for ring in _read(OUTLINES)["structures"][name][key]]
    return unary_union([Polygon(ring["exterior"], ring["holes"]).buffer(0) for ring in rings])


def _ours(atlas: Atlas, pair: _Pair, l_mm: float) -> BaseGeometry:
    one = atlas.structures[pair.ours]
    sides = ("left", "right")
    shapes = [visible(atlas.structures, pair.ours, side) if pair.visible else one.whole[side] for side in sides]
    return _shrunk(unary_union(shapes), 1 / l_mm)


def _shrunk(shape: BaseGeometry, factor: float) -> BaseGeometry:
    from shapely.affinity import scale

    return scale(shape, factor, factor, origin=(0, 0)).buffer(0)


def _shared(one: BaseGeometry, other: BaseGeometry) -> float:
    return float(one.intersection(other).area / one.union(other).area)


WHY = {
    ("teres-major", "whole"): "a band 2 to 4 cm wide that hangs from the shoulder, which this body carries 4 cm higher",
    ("teres-minor", "whole"): "a band 1 to 2 cm wide, and the same 4 cm",
    ("levator", "whole"): "a strip 1 to 2 cm wide; its lower end follows the blade's upper corner, 1.5 cm higher here",
    ("deltoid-back", "whole"): "only its back part is in the atlas, the reference has the whole muscle",
    ("last-rib", "whole"): "a rib's breadth of outline; its length varies from 3 to 20 cm between people",
}
"""Why an outline shares less than half with the reference's, by structure and part."""

HEAD = """# How accurate the atlas is

<!-- Written by tools/atlas_accuracy.py: change that, not this. -->

The atlas is built from landmarks, attachments and lengths measured on people: see
[the back frame](../topics/back-frame.md). This page holds it against a body it was *not* made from: one man's skeleton
and muscles, standing, from Z-Anatomy (CC BY-SA 4.0, derived from BodyParts3D, (c) The Database Center for Life
Science). Nothing of it is in this project; nothing was traced. Where the reference lies beside the checkout, a test
compares again and holds the figures below.

One body is no norm: two such skeletons agree in their levels to about .03 of C7-S1, in their blades to about .06. This
one carries its shoulders 4 cm higher and 2 cm further in than the 4,082 men of ANSUR II, so the shoulder point is
compared with theirs.

**How it was set.** The atlas standing, with the reference's own length (C7-S1 straight), blade gap, chest and hips, and
shoulders as people have them. All lengths are shares of C7-S1. *As people* compares that. *Placed* first moves three
points of the blade (root, lower corner, shoulder point) to where this skeleton carries them, so that what remains is
whether outlines are rightly built from their attachments.
"""

ON_LEVELS = """
{near} of {all} lie within {target:g}{far}; the worst is {worst:.3f} off. Each is the mean of two rulers that do not
know of each other, both in `atlas.toml`: levels felt on 22 living people along the skin (Ernst 2013), and the heights
of bodies and discs stacked up (Panjabi 1991 and 1992, Kunkel 2011), with the tips where 15 bodies have them (Geelhoed
2006). A test does the sum again. Neither ruler's figures were touched; that the two are averaged, and equally, was
decided after either alone had been seen to be off by up to .05, the felt one too low in the chest, the stacked one too
high. One generic walking model was left out, being a single body: counted as a third, it would put T4 and L1 to L4
.001 to .008 outside."""

ON_BONES = """
Aimed at: the crest within {crest:g}, the blade within {blade:g}. The blade lies a little lower in the atlas because T8
is where most people have its lower corner (T7 to T9 in 68 %); on this skeleton it is between T7 and T8."""

BEFORE_OUTLINES = """
## Outlines

Overlap is intersection over union, both sides together; *visible* is what nearer layers leave to be seen from behind.

| structure | part | as people | placed | aimed at |
|---|---|---|---|---|"""

ON_OUTLINES = """
Aimed at: {target:g} on average, with shoulders as people have them. *Placed* says what the posture of this one body
costs or gives: it bends outlines about three points only, so that a muscle on the blade, which is turned as well, may
fit worse for it. Below one half *as people*:
"""


def page(found: Accuracy) -> str:
    """Give the page."""
    return "\n".join((HEAD, *_levels_section(found), *_bones_section(found), *_overlap_section(found), ""))


def _table(first: str, rows: tuple[Row, ...]) -> list[str]:
    head = [f"| {first} | atlas | reference | off |", "|---|---|---|---|"]
    return [*head, *(f"| {row.name} | {row.ours:.3f} | {row.theirs:.3f} | {row.off:+.3f} |" for row in rows)]


def _levels_section(found: Accuracy) -> list[str]:
    far = [row for row in found.levels if abs(row.off) > LEVEL_TARGET]
    worst = max(abs(row.off) for row in found.levels)
    near, every = len(found.levels) - len(far), len(found.levels)
    said = ON_LEVELS.format(near=near, all=every, target=LEVEL_TARGET, far=_not_near(far), worst=worst)
    return ["## Levels", "", *_table("level", found.levels), said]


def _not_near(far: list[Row]) -> str:
    listed = ", ".join(f"{row.name} ({row.off:+.3f})" for row in far)
    return f", not {listed}" if far else ""


def _bones_section(found: Accuracy) -> list[str]:
    said = ON_BONES.format(crest=CREST_TARGET, blade=BLADE_TARGET)
    return ["", "## Bones", "", *_table("landmark", (found.crest, *found.bones)), said]


def _overlap_section(found: Accuracy) -> list[str]:
    means = (found.mean(placed=False), found.mean(placed=True))
    low = [each for each in found.overlaps if each.seen < LOW_OVERLAP]
    return [
        BEFORE_OUTLINES,
        *(_overlap_row(each) for each in found.overlaps),
        f"| **mean of those aimed at** | | **{means[0]:.2f}** | **{means[1]:.2f}** | {OVERLAP_TARGET:g} |",
        ON_OUTLINES.format(target=OVERLAP_TARGET),
        *(f"- {each.name}, {each.part} ({each.seen:.2f}): {WHY[each.name, each.part]}." for each in low),
    ]


def _overlap_row(each: Overlap) -> str:
    return f"| {each.name} | {each.part} | {each.seen:.2f} | {each.placed:.2f} | {'yes' if each.aimed else ''} |"


def main() -> int:
    """Compare, and write or check the page; return 1 when it is not what was committed."""
    if not is_there():
        print(f"No reference in {os.path.relpath(REFERENCE, ROOT)}: nothing was compared.")
        return 0
    found = compared()
    text = page(found)
    print(f"mean overlap {found.mean(placed=False):.2f} as people, {found.mean(placed=True):.2f} placed")
    if "--check" in sys.argv:
        return int(PAGE.read_text(encoding="utf-8") != text)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
