"""The modelled back reads as a back, is lit from the head end and the left, and has the colours of the pages."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
import relief_figures

from backrub.anatomy import Body, atlas_for
from backrub.anatomy.lighting import lit, ramp
from backrub.anatomy.pixels import png
from backrub.anatomy.relief import HeightField, height_field
from backrub.data import load

CLAY = Path(__file__).resolve().parents[2] / "src/backrub/web/static/lib/clay.js"


def at(field: HeightField, x_mm: float, y_mm: float) -> float:
    """Give the height at a place of the right half."""
    return float(field.values[round((y_mm - field.top_mm) / field.step_mm), round(x_mm / field.step_mm)])


def test_the_spine_lies_in_a_furrow_and_the_flanks_fall_away() -> None:
    """At each level the midline is lower than the long muscle beside it, and the flank lower still."""
    field = height_field(atlas_for())
    for y_mm in (200, 300, 400):
        assert at(field, 0, y_mm) < at(field, 36, y_mm)
        assert at(field, 130, y_mm) < at(field, 50, y_mm)
    assert at(field, 40, 415) < at(field, 40, 130)


def test_the_blade_stands_where_the_posture_puts_it() -> None:
    """With the arms up the swelling at the blade's lower corner lies nearer the feet."""
    lying, raised = (height_field(atlas_for(posture=posture)) for posture in ("prone", "prone-arms-up"))
    change = raised.values - lying.values
    y_mm = atlas_for(posture="prone-arms-up").landmarks["blade-lower-corner-right"][1] + 6
    row = round((y_mm - raised.top_mm) / raised.step_mm)
    assert 0.5 < change[row, 40:50].max()


def test_a_broad_person_is_modelled_broader() -> None:
    """Where a narrow person's arm has ended a broad one's still stands up."""
    narrow, broad = (height_field(atlas_for(body)) for body in (Body(sex="f", mass_kg=50), Body(sex="m", mass_kg=110)))
    assert at(narrow, 244, 130) + 8 < at(broad, 244, 130)


def test_light_comes_from_the_head_end_and_the_left() -> None:
    """The left shoulder is lighter than the right one."""
    grey = _pixels(lit(atlas_for()).png)
    shoulders = grey[230:280, :]
    assert shoulders[:, 100:250].mean() > shoulders[:, -250:-100].mean() + 8


def test_a_picture_can_be_read_back() -> None:
    """What is written as PNG comes out as it went in."""
    grey = np.arange(120, dtype=np.uint8).reshape(10, 12) * 2
    assert np.array_equal(grey, _pixels(png(grey)))


def _pixels(data: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    width, height = struct.unpack(">II", data[16:24])
    start = data.index(b"IDAT") + 4
    (length,) = struct.unpack(">I", data[start - 8 : start - 4])
    rows = np.frombuffer(zlib.decompress(data[start : start + length]), np.uint8).reshape(height, width + 1)
    return np.cumsum(rows[:, 1:], axis=0, dtype=np.uint8)


@pytest.mark.parametrize("palette", ["day", "candle"])
def test_colours_rise_evenly_with_the_tone(palette: str) -> None:
    """From shadow to light every colour gets lighter, and none burns out."""
    for band in ramp("day" if palette == "day" else "candle"):
        assert sorted(band) == list(band)
        assert 0 <= band[0] < band[-1] <= 1


def test_the_figures_of_the_pages_are_these() -> None:
    """relief-figures.js is what tools/make_relief writes today."""
    root = Path(__file__).resolve().parents[2]
    assert relief_figures.text() == (root / relief_figures.PATH).read_text(encoding="utf-8")


@pytest.mark.parametrize("palette", ["day", "candle"])
def test_the_clay_is_that_of_the_pages(palette: str) -> None:
    """The picture and the page have the same tones."""
    back = CLAY.read_text(encoding="utf-8").split("back: {")[1]
    stops = re.search(rf"{palette}: (\[\[.*?\]\]),", back)
    assert stops is not None
    shown = [float(part) for part in re.findall(r"[\d.]+", stops[1])]
    assert shown == [value for stop in load("relief")["clay"][palette] for value in stop]
