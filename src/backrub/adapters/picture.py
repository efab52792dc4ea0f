"""SVG pictures as PNG, by resvg; the text is set in a font of this machine."""

from __future__ import annotations

import resvg_py

__all__ = ["png_of"]


def png_of(svg: str, width_px: int | None = None) -> bytes:
    """Draw an SVG document as PNG, as wide as its own size says or as asked for [px]."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width_px))
