"""Both want one: two plans of the same length, with time to change between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from backrub.compose.planning import compose
from backrub.errors import UsageError
from backrub.person import Wishes, minutes_of, validate
from backrub.routine import Routine
from backrub.technique import limits

__all__ = ["CHANGE_S", "Swap", "compose_swap"]

CHANGE_S = 180
"""Time to change, wash and warm the hands [s]. Source: one teacher's answer. Certainty: L."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Two fair halves of one evening.

    Attributes:
        first: The plan of who receives first.
        second: The plan of the other, exactly as long.
        begins: Whose plan is first: the one whose wishes were given first, or the other. A coin, by the seed.
        change_s: Time between the two; with both plans it makes the minutes exactly.

    Each plan is what `compose` makes of that person's wishes with the minutes of a half.
    """

    first: Routine
    second: Routine
    begins: Literal["one", "other"]
    change_s: int


def compose_swap(one: Wishes, other: Wishes, minutes: int, seed: int | None = None) -> Swap:
    """Plan a rub for each of two people, as long for one as for the other.

    Args:
        one: What one of them wishes as a receiver.
        other: What the other wishes.
        minutes: Everything together, the change included.
        seed: Who begins, and another good plan for each; None for the plans the wishes name, and the first begins.

    Raises:
        NotTonight: A health answer forbids one of the rubs.
        UsageError: A wish cannot be read, or the minutes are too few for two.
    """
    validate(one)
    validate(other)
    half = _half(one, other, minutes)
    other_begins = (seed or 0) % 2 == 1
    begins, follows = (other, one) if other_begins else (one, other)
    first = compose(replace(begins, minutes=half, swap=True), seed)
    second = compose(replace(follows, minutes=half, swap=False), seed)
    return Swap(first, second, "other" if other_begins else "one", 60 * (minutes - 2 * half))


def _half(one: Wishes, other: Wishes, minutes: int) -> int:
    """Give the longest half that both can give and take [min]."""
    wished = (60 * minutes - CHANGE_S) // 2 // 60
    most = min(minutes_of(replace(wishes, minutes=limits.SESSION_MAX_S // 60)) for wishes in (one, other))
    half = min(wished, most)
    if 60 * half < limits.SESSION_MIN_S:
        least = (2 * limits.SESSION_MIN_S + CHANGE_S) // 60
        raise UsageError(f"{minutes} minutes are too few for two", "minutes", f"Use {least} or more")
    return half
