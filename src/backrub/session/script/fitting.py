"""Room between lines: where one more fits without touching what is said before and after it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

__all__ = ["Spoken", "Stretches", "room_for"]

PER_LINE_S = 40.0
"""Beyond what a new stroke needs, about one line in this time [s]. Source: practice note F26. Certainty: M."""

_PER_LINE_MS = round(PER_LINE_S * 1000)
_OVERLAPPING = 3
"""How many lines may run into each other: an answer comes at once, whatever is being said."""


def room_for(duration_ms: int) -> int:
    """Give how many lines a step has room for beyond what its stroke needs; one at least."""
    return max(1, duration_ms // _PER_LINE_MS)


class Spoken:
    """What is said or shown so far, and until when each line of it lasts."""

    __slots__ = ("_ends", "_gives_way", "_starts")

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._gives_way: list[bool] = []

    def add(self, at_ms: int, length_ms: int, *, gives_way: bool = False) -> None:
        """Take a line in; one that gives way, an answer, cuts short what has begun before it."""
        place = bisect_right(self._starts, at_ms)
        self._starts.insert(place, at_ms)
        self._ends.insert(place, at_ms + length_ms)
        self._gives_way.insert(place, gives_way)

    def first_free(self, due_ms: int, length_ms: int, last_ms: int) -> int | None:
        """Give the first moment, from one to another, at which a line fits; None when there is none."""
        at_ms = due_ms
        while at_ms <= last_ms:
            later_ms = self._until(at_ms, length_ms)
            if later_ms is None:
                return at_ms
            at_ms = later_ms
        return None

    def _until(self, at_ms: int, length_ms: int) -> int | None:
        """Give when what is in the way of a line is over, or None when nothing is."""
        place = bisect_right(self._starts, at_ms)
        over_ms = max(self._ends[max(0, place - _OVERLAPPING) : place], default=at_ms)
        if over_ms > at_ms:
            return over_ms
        for later in range(place, len(self._starts)):
            if self._starts[later] >= at_ms + length_ms:
                return None
            if not self._gives_way[later]:
                return self._ends[later]
        return None


class Stretches:
    """The steps that take time, and how much room for lines each still has."""

    __slots__ = ("_ends", "_room", "_starts")

    def __init__(self, steps: Sequence[tuple[int, int]]) -> None:
        """Take the start and the end of each step, in order [ms]."""
        self._starts = [start_ms for start_ms, _ in steps]
        self._ends = [end_ms for _, end_ms in steps]
        self._room = [room_for(end_ms - start_ms) for start_ms, end_ms in steps]

    def at(self, at_ms: int) -> int | None:
        """Give the place of the step that lasts at a moment, or None."""
        place = bisect_right(self._starts, at_ms) - 1
        return place if place >= 0 and at_ms < self._ends[place] else None

    def end_ms(self, place: int) -> int:
        """Give when a step ends."""
        return self._ends[place]

    def use(self, place: int | None) -> bool:
        """Take room for a line in a step; tell whether there was any."""
        if place is None:
            return True
        self._room[place] -= 1
        return self._room[place] >= 0
