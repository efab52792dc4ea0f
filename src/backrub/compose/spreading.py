"""Where light strokes come in the work: spread evenly, in their order, and unlike what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from backrub.compose.strokes import Where
from backrub.compose.work import Piece

__all__ = ["Go", "balanced", "spread"]

Go = tuple[Where, int]
"""What is stroked lightly, and for how many units."""


def spread(goes: Sequence[Go], pieces: Sequence[Piece | None]) -> dict[int, list[Go]]:
    """Give the light strokes that come after each piece of the work, in their order.

    They never part the two sides of one stroke; each comes where the even spread would have it, or a little off where
    the same stroke on the same place would stand beside it.

    Args:
        goes: The light strokes.
        pieces: The work in order; None where nothing is done, as at the end.
    """
    there = [*pieces[1:], None]
    real = [index for index, piece in enumerate(pieces) if piece] or [0]
    fit = [index for index in real if not _goes_on(pieces[index], there[index])]
    worked = list(accumulate(piece.units if piece else 0 for piece in pieces))
    placed: dict[int, list[Go]] = {}
    for number, go in enumerate(goes):
        at = worked[-1] * (number + 1) / len(goes)
        last = max(placed, default=0)
        later = [index for index in fit if index >= last]
        alike = {index for index in later if _is_like(go[0], pieces[index], there[index])} - {*placed}
        dear = worked[-1] / (len(goes) + 1)
        best = min(later, key=lambda index: (abs(worked[index] - at) + dear * (index in alike), index))
        placed.setdefault(best, []).append(go)
    return placed


def balanced(goes: Sequence[Go], before: int, after: int) -> int:
    """Give how many light strokes come before a break, so that the longer part is the shortest.

    Args:
        goes: The light strokes, in order.
        before: Units of everything else before the break.
        after: Units of everything else after it.
    """
    lengths = [units for _, units in goes]
    return min(range(len(goes) + 1), key=lambda count: max(before + sum(lengths[:count]), after + sum(lengths[count:])))


def _is_like(spot: Where, *beside: Piece | None) -> bool:
    stroke = (spot.technique.id, spot.area)
    return any(piece is not None and (piece.block.technique, piece.block.area) == stroke for piece in beside)


def _goes_on(piece: Piece | None, following: Piece | None) -> bool:
    return piece is not None and following is not None and piece.block is following.block
