"""Stage three: sharing out whole units so that nothing is lost and no share is further off than it must be."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["apportion"]


def apportion(total: int, weights: Sequence[float], least: int = 0) -> tuple[int, ...]:
    """Share out a total in whole units, in proportion to weights.

    The parts add up to the total exactly, and the sum of squared distances from the exact shares is the smallest
    possible; equal claims go to the earlier part.

    Args:
        total: What to share out.
        weights: One for each part, not all 0.
        least: The least each part gets, where the total allows it.

    Raises:
        ValueError: There is nothing to share among.
    """
    whole = sum(weights)
    if not weights or whole <= 0:
        raise ValueError("no weights to share by")
    least = min(least, total // len(weights))
    exact = [total * weight / whole for weight in weights]
    parts = [max(least, int(share)) for share in exact]
    while sum(parts) != total:
        step = 1 if sum(parts) < total else -1
        free = [index for index, part in enumerate(parts) if step > 0 or part > least]
        best = max(free, key=lambda index: (step * (exact[index] - parts[index]), -index))
        parts[best] += step
    return tuple(parts)
