"""Grids of bytes as PNG files, grey or in colour with transparency."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["png"]

_GREY, _COLOUR = 0, 6
_UP = 2  # each row is written as what it differs from the one above by


def png(pixels: NDArray[np.uint8]) -> bytes:
    """Write a picture: rows and columns of grey, or of red, green, blue and opacity."""
    height, width = pixels.shape[:2]
    flat = pixels.reshape(height, -1)
    above = np.vstack((np.zeros_like(flat[:1]), flat[:-1]))
    rows = np.hstack((np.full((height, 1), _UP, np.uint8), flat - above))
    head = struct.pack(">IIBBBBB", width, height, 8, _GREY if pixels.ndim == 2 else _COLOUR, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows.tobytes(), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
