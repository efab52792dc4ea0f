"""Where light strokes come in the work: spread evenly, in their order, and unlike what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby

from backrub.compose.blocks import GRID_S
from backrub.compose.strokes import Where
from backrub.compose.work import Piece
from backrub.technique import limits

__all__ = ["Go", "balanced", "parted", "spread"]

_LONGEST = limits.SAME_STROKE_MAX_S // GRID_S
_PART = limits.BREAK_AFTER_S // GRID_S

Go = tuple[Where, int]
"""What is stroked lightly, and for how many units."""


def spread(goes: Sequence[Go], pieces: Sequence[Piece | None]) -> dict[int, list[Go]]:
    """Give the light strokes that come after each piece of the work, in their order.

    They never part the two sides of one stroke; each comes where the even spread would have it, or a little off where
    the same stroke on the same place would stand beside it. None makes one stroke go on too long where another place
    for it, or another order of those that come together, prevents that.

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
        orders = {index: _joined(placed.get(index, []), go, pieces[index], there[index]) for index in later}
        cost = {index: (orders[index][0], abs(worked[index] - at) + dear * (index in alike), index) for index in later}
        best = min(later, key=cost.__getitem__)
        placed[best] = orders[best][1]
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


def parted(goes: Sequence[Go], before: int, after: int) -> tuple[list[Go], list[Go]]:
    """Give the light strokes before a break and those after it; one is cut where a part would else be too long.

    Args:
        goes: The light strokes, in order.
        before: Units of everything else before the break.
        after: Units of everything else after it.
    """
    count = balanced(goes, before, after)
    first, second = [*goes[:count]], [*goes[count:]]
    if second and (pieces := _cut(second[0], after + _length(second) - _PART)):
        return [*first, pieces[0]], [pieces[1], *second[1:]]
    if first and (pieces := _cut(first[-1], before + _length(first) - _PART)):
        return [*first[:-1], pieces[1]], [pieces[0], *second]
    return first, second


def _cut(go: Go, over: int) -> tuple[Go, Go] | None:
    """Cut a piece off a light stroke that has so many units too many, or give None where there is no need or room.

    Neither piece is shorter than the least that is done of the stroke at one time.
    """
    spot, units = go
    least = -(-spot.technique.dose_area.least_s // GRID_S)
    piece = max(over, least)
    return ((spot, piece), (spot, units - piece)) if over > 0 and units - piece >= least else None


def _length(goes: Iterable[Go]) -> int:
    return sum(units for _, units in goes)


def _joined(there: list[Go], go: Go, before: Piece | None, after: Piece | None) -> tuple[int, list[Go]]:
    """Put a light stroke with those there already so that the fewest go on too long, and say how many more do.

    It comes last where that is as good, and always where the pieces before and after are other strokes.
    """
    if not any(_is_like(spot, before, after) for spot, _ in (*there, go)):
        return 0, [*there, go]
    ways = ([*there[:at], go, *there[at:]] for at in range(len(there), -1, -1))
    more, way = min(((_too_long(way, before, after), way) for way in ways), key=lambda found: found[0])
    return more - _too_long(there, before, after), way


def _too_long(goes: Sequence[Go], before: Piece | None, after: Piece | None) -> int:
    """Count the strokes that go on too long, from one piece over some light strokes to the next piece."""
    strokes = [(spot.technique.id, spot.area, units) for spot, units in goes]
    ends = [[(piece.block.technique, piece.block.area, piece.units)] if piece else [] for piece in (before, after)]
    runs = groupby([*ends[0], *strokes, *ends[1]], key=lambda stroke: stroke[:2])
    return sum(sum(units for *_, units in run) > _LONGEST for _, run in runs)


def _is_like(spot: Where, *beside: Piece | None) -> bool:
    stroke = (spot.technique.id, spot.area)
    return any(piece is not None and (piece.block.technique, piece.block.area) == stroke for piece in beside)


def _goes_on(piece: Piece | None, following: Piece | None) -> bool:
    return piece is not None and following is not None and piece.block is following.block
