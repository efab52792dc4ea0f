"""Light on the modelled back: a grey picture of tones, and the colours that day and candle make of them.

*Conventions* tones run from 0, shadow, to 1, highest light; azimuth in degrees on the paper, 0 from the right, 90 from
below; elevation above the paper. Colours are mixed in Oklab (Ottosson 2020), where no step shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import numpy as np

from backrub.anatomy.pixels import png
from backrub.anatomy.relief import blurred, height_field
from backrub.data import load

if TYPE_CHECKING:
    from backrub.anatomy.atlas import Atlas
    from backrub.anatomy.relief import Grid, HeightField

__all__ = ["Palette", "Picture", "lit", "ramp"]

Palette = Literal["day", "candle"]
_STOPS = 33


@dataclass(frozen=True, slots=True)
class Picture:
    """A lit back in grey, one pixel a cell.

    Attributes:
        png: The picture as a PNG file.
        left_mm: Where its left edge lies in the back frame.
        top_mm: Where its upper edge lies.
        width_mm: How wide it is.
        height_mm: How high it is.
    """

    png: bytes
    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float


@lru_cache(maxsize=4)
def lit(atlas: Atlas, px_per_mm: float = 1.0) -> Picture:
    """Model a back, light it, and give it as a grey picture of its tones."""
    field = height_field(atlas)
    grey = np.rint(255 * np.clip(_finer(_tones(field), field.step_mm * px_per_mm), 0.0, 1.0)).astype(np.uint8)
    half = field.step_mm / 2
    return Picture(
        png=png(grey),
        left_mm=-field.right_mm - half,
        top_mm=field.top_mm - half,
        width_mm=2 * field.right_mm + field.step_mm,
        height_mm=field.bottom_mm - field.top_mm + field.step_mm,
    )


def ramp(palette: Palette) -> tuple[tuple[float, ...], ...]:
    """Return a palette's red, green and blue over evenly spaced tones, each from 0 to 1."""
    light = load("relief")["light"]
    tones = _exposed(np.linspace(0.0, 1.0, _STOPS) * light["gain"][palette], light["shoulder"])
    at, lightness, chroma, hue = np.array(load("relief")["clay"][palette]).T
    a, b = chroma * np.cos(np.radians(hue)), chroma * np.sin(np.radians(hue))
    lab = np.stack([np.interp(tones, at, band) for band in (lightness, a, b)])
    return tuple(tuple(np.round(band, 3).tolist()) for band in _srgb(lab))


def _tones(field: HeightField) -> Grid:
    """Return the tone of every cell, both halves side by side."""
    light, hollow = load("relief")["light"], _hollows(field)
    mirrored = np.hstack((field.values[:, :0:-1], field.values))
    dents = np.hstack((hollow[:, :0:-1], hollow))
    down, across = np.gradient(mirrored, field.step_mm)
    key = _direction(light["key_azimuth_deg"], light["key_elevation_deg"])
    fill = _direction(light["key_azimuth_deg"] + 180, light["fill_elevation_deg"])
    level = 1.0 / np.sqrt(across**2 + down**2 + 1.0)
    facing = (key[2] - across * key[0] - down * key[1]) * level
    back = np.maximum(0.0, (fill[2] - across * fill[0] - down * fill[1]) * level)
    struck = np.maximum(0.0, (facing + light["wrap"]) / (1.0 + light["wrap"])) ** 1.75
    sheen = np.maximum(0.0, (facing + level) / 2) ** 22
    shares = light["shares"]
    tones: Grid = shares["key"] * struck + shares["fill"] * back + shares["hollow"] * dents + shares["sheen"] * sheen
    return _softened(tones)


def _hollows(field: HeightField) -> Grid:
    """Return how hollow (below 0) or swollen each cell is, seen at three sizes."""
    sizes = load("relief")["light"]["hollows"]
    parts = [
        share * np.tanh((field.values - blurred(field.values, sigma_mm / field.step_mm)) / full_mm)
        for sigma_mm, full_mm, share in sizes
    ]
    return np.asarray(sum(parts), dtype=np.float64)


def _softened(tones: Grid) -> Grid:
    for axis in (0, 1):
        padded = np.pad(tones, [(1, 1) if each == axis else (0, 0) for each in (0, 1)], mode="edge")
        before, after = (np.take(padded, range(i, i + tones.shape[axis]), axis=axis) for i in (0, 2))
        tones = (before + 2.0 * tones + after) / 4.0
    return tones


def _finer(tones: Grid, times: float) -> Grid:
    """Make a grid finer, straight between its cells."""
    for axis in (0, 1):
        count = tones.shape[axis]
        at = np.clip((np.arange(round(count * times)) + 0.5) / times - 0.5, 0.0, count - 1.001)
        below = at.astype(int)
        share = (at - below)[:, None] if axis == 0 else at - below
        tones = np.take(tones, below, axis=axis) * (1 - share) + np.take(tones, below + 1, axis=axis) * share
    return tones


def _direction(azimuth_deg: float, elevation_deg: float) -> tuple[float, float, float]:
    around, up = np.radians(azimuth_deg), np.radians(elevation_deg)
    return float(np.cos(up) * np.cos(around)), float(np.cos(up) * np.sin(around)), float(np.sin(up))


def _exposed(tones: Grid, shoulder: float) -> Grid:
    over = shoulder + (1 - shoulder) * np.tanh((tones - shoulder) / (1 - shoulder))
    return np.where(tones < shoulder, np.maximum(tones, 0.0), over)


def _srgb(lab: Grid) -> Grid:
    to_lms = np.array(
        [[1, 0.3963377774, 0.2158037573], [1, -0.1055613458, -0.0638541728], [1, -0.0894841775, -1.291485548]]
    )
    to_rgb = np.array(
        [
            [4.0767416621, -3.3077115913, 0.2309699292],
            [-1.2684380046, 2.6097574011, -0.3413193965],
            [-0.0041960863, -0.7034186147, 1.707614701],
        ]
    )
    linear = np.clip(to_rgb @ (to_lms @ lab) ** 3, 0.0, 1.0)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
