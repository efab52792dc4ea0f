"""What `make_relief` writes: the numbers of the modelled back as a module for the pages."""

from __future__ import annotations

import json
from typing import Any

from backrub.data import load

__all__ = ["PATH", "text"]

PATH = "src/backrub/web/static/lib/relief-figures.js"

HEAD = """/**
 * The numbers the clay back is modelled from: a neutral body, right half, as heights over a smooth torso.
 *
 * Made by tools/make_relief from data/relief.toml and data/atlas.toml: do not edit.
 * Conventions: mm in the back frame for U (C7 to S2) = {u} mm and shoulders (biacromial) {shoulders} mm; `v` is y / U;
 * heights above the base form, sigma its softness. Only x ≥ 0 is given; the left is its mirror.
 * Source: our own construction from landmark levels and muscle attachments (certainty ENG: it must read as a back; it
 * measures nothing). Nothing is sharper than sigma 8 mm: flesh, not bone.
 */

/** @typedef {{import("./geometry.js").Point}} Point */
/** @typedef {{{{points: Point[], sigma: number[], height: number[]}}}} Ridge */
/** @typedef {{{{centre: Point, sigma: Point, height: number, turned_deg?: number}}}} Blob */
"""


def text() -> str:
    """Give the module."""
    rows = load("relief")
    neutral = rows["neutral"]
    outline = [[x, _plain(y * neutral["u_mm"])] for x, y in load("atlas")["outline"]["points"]]
    fades = {key: f"/** @type {{Point}} */ ({_js(value)})" for key, value in rows["fades"].items()}
    parts = [
        HEAD.format(u=neutral["u_mm"], shoulders=neutral["shoulders_mm"]),
        f"export const NEUTRAL = {_object(neutral)};\n",
        "/** From the crown down the right side to below the hips. @type {Point[]} */",
        f"export const OUTLINE = {_js(outline)};\n",
        "/** Where the drawing thins into the ground (y from, y to). */",
        f"export const FADES = {{ {', '.join(f'{key}: {value}' for key, value in fades.items())} }};\n",
        "/** The torso under the muscles: how far its edge rounds off, and the three long swells. */",
        f"export const BASE = {_object(rows['base'])};",
        f"export const CHEST = {_object(rows['chest'])};",
        f"export const SMALL_OF_BACK = {_object(rows['small-of-back'])};",
        "/** @type {Blob} */",
        f"export const SEAT = {_object(rows['seat'])};\n",
        "/** The groove over the spine. Rows are [v, mm]. */",
        f"export const FURROW = {_tables(rows['furrow'])};\n",
        "/** C7 and T1 stand out a little. @type {Blob[]} */",
        f"export const KNOBS = {_list(rows['knobs'])};\n",
        "/** The long muscles either side of it. Rows are [v, mm]. */",
        f"export const COLUMNS = {_tables(rows['columns'])};\n",
        "/** Flat, soft-edged shapes. @type {{height: number, blur: number, points: Point[]}[]} */",
        f"export const PLATES = {_list(rows['plates'])};\n",
        "/** @type {Record<string, Ridge>} */",
        f"export const RIDGES = {{\n{_named(rows['ridges'])}\n}};\n",
        "/** @type {Blob[]} */",
        f"export const BLOBS = {_list(rows['blobs'])};",
    ]
    return "\n".join(parts) + "\n"


def _plain(value: float) -> float:
    """Give a number without the dust of its reckoning."""
    return round(value, 3)


def _js(value: Any) -> str:  # noqa: ANN401 - anything JSON can hold
    return json.dumps(_whole(value))


def _whole(value: Any) -> Any:  # noqa: ANN401 - anything JSON can hold
    """Write 12.0 as 12, as people do."""
    if isinstance(value, list):
        return [_whole(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _object(row: dict[str, Any]) -> str:
    return "{ " + ", ".join(f"{key}: {_js(value)}" for key, value in row.items() if key != "what") + " }"


def _tables(row: dict[str, Any]) -> str:
    lines = "".join(f"  {key}: /** @type {{Point[]}} */ ({_js(value)}),\n" for key, value in row.items())
    return "{\n" + lines + "}"


def _list(rows: list[dict[str, Any]]) -> str:
    lines = (f"  {_object(row)}," + (f" // {row['what']}" if "what" in row else "") for row in rows)
    return "[\n" + "\n".join(lines) + "\n]"


def _named(rows: dict[str, dict[str, Any]]) -> str:
    return "\n".join(f"  {name}: {_object(row)}," for name, row in rows.items())
