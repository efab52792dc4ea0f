"""Stage two: the order of the chosen strokes: fewest moves of the giver first, then the calmest way over the back.

A *station* is where the giver kneels or stands: at the receiver's left or right, at the head, or behind. Hip, beside
and across are the same station when they are on the same side; only a change of station is a move. *Flow* counts how
many areas lie between one stroke and the next: hands that stay near are calmer than hands that jump.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count, pairwise
from types import MappingProxyType

from backrub.check import Station, stations_of
from backrub.compose.weights import hops, section

__all__ = ["STEPS_BETWEEN", "Item", "Station", "Visit", "corners_of", "flow_of", "stations_of", "walk"]

_NEIGHBOURS: Mapping[Station, tuple[Station, ...]] = MappingProxyType(
    {"left": ("head",), "right": ("head",), "head": ("left", "right"), "behind": ()}
)


@dataclass(frozen=True, slots=True)
class Item:
    """One stroke, or a pair that must not be parted, to be put in order.

    Attributes:
        key: Its number; where nothing else decides, lower comes first.
        stage: Every item of a lower stage comes before.
        stations: Where it can be done from.
        after: Keys of items that must come before it.
        area: Where the hands are; empty where it does not matter, as in a break.
    """

    key: int
    stage: int
    stations: frozenset[Station]
    after: frozenset[int] = frozenset()
    area: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """An item and the station it is done from."""

    key: int
    station: Station


@cache
def _steps_between() -> Mapping[tuple[Station, Station], int]:
    """Walk the table of stations once: how many corners lie between any two of them."""
    table: dict[tuple[Station, Station], int] = {}
    for start in _NEIGHBOURS:
        edge, steps = {start}, 0
        while edge:
            table |= {(start, there): steps for there in edge}
            edge = {near for there in edge for near in _NEIGHBOURS[there] if (start, near) not in table}
            steps += 1
    return MappingProxyType(table)


STEPS_BETWEEN = _steps_between()
"""Corners between each two stations, walking round the head; behind is never left."""


def flow_of(areas: Iterable[str]) -> int:
    """Count how many areas lie between each stroke and the next; what has no area is no jump."""
    jumps, here = 0, ""
    for there in areas:
        jumps, here = jumps + _jump(here, there), there
    return jumps


def corners_of(visits: Sequence[Visit], starts: Iterable[Station]) -> int:
    """Count the corners walked, from the nearest station of the starts; four are once round the body."""
    begin = min(STEPS_BETWEEN[start, visits[0].station] for start in starts)
    return begin + sum(STEPS_BETWEEN[here.station, there.station] for here, there in pairwise(visits))


def walk(items: Iterable[Item], starts: Iterable[Station]) -> tuple[Visit, ...]:
    """Order items with the fewest moves; among those, in turn, with the fewest corners and the best flow.

    The low back is never first where anything else of its stage can be. Where all of that is equal, it comes later, and
    then what is nearest to the given order. What can be done on an area where the hands already are is done before they
    leave it: that makes neither a move nor a jump more, whatever comes later.

    Args:
        items: What is to be done.
        starts: Stations the walk may begin at, the preferred one first.

    Raises:
        ValueError: Items wait for each other, or one has no station that can be walked to.
    """
    return _Search(tuple(items)).best(tuple(starts))


_Rank = tuple[bool, int, int, int, int, int, tuple[int, ...]]
"""Whether it begins on the low back, moves, corners, jumps, low back early, start, keys."""


@dataclass(frozen=True, slots=True)
class _State:
    """How far a walk has come: what is done, and where giver and hands are."""

    had: int
    station: Station
    area: str


class _Search:
    """A search for the shortest walk, never going where the fewest moves cannot be reached any more."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        self.items = tuple(sorted(items, key=lambda item: (item.stage, item.key)))
        bit = {item.key: 1 << index for index, item in enumerate(self.items)}
        self.after = tuple(sum(bit[key] for key in item.after) for item in self.items)
        self.all = (1 << len(self.items)) - 1
        self.delicate = frozenset(section("flow")["late"])
        self._ready: dict[int, tuple[int, ...]] = {}
        self._far: dict[tuple[int, Station], tuple[int, int]] = {}

    def best(self, starts: tuple[Station, ...]) -> tuple[Visit, ...]:
        """Give the best walk, looking at the most promising beginnings first."""
        order = count()
        waiting: list[tuple[_Rank, int, _State, tuple[Visit, ...]]] = []
        for rank, start in enumerate(starts):
            moves, corners = self._to_go(0, start)
            heapq.heappush(waiting, ((False, moves, corners, 0, 0, rank, ()), next(order), _State(0, start, ""), ()))
        seen: set[_State] = set()
        while waiting:
            found, _, state, visits = heapq.heappop(waiting)
            if state.had == self.all:
                return visits
            if state in seen:
                continue
            seen.add(state)
            for rank_, there, more in self._onward(found, state, visits):
                heapq.heappush(waiting, (rank_, next(order), there, more))
        raise ValueError("these strokes cannot be put in order")

    def _onward(
        self, found: _Rank, state: _State, visits: tuple[Visit, ...]
    ) -> Iterator[tuple[_Rank, _State, tuple[Visit, ...]]]:
        here = self._to_go(state.had, state.station)
        moves, corners = found[1] - here[0], found[2] - here[1]  # what is behind; the rest was still to come
        low_first, _, _, jumps, late, start, keys = found
        for station, area in self._choices(state):
            had, more = self._all_on(state.had, station, area)
            walked = station != state.station
            left = self._to_go(had, station)
            early = self._others_left(state.had, had) if area in self.delicate else 0
            rank = (
                low_first or (not state.had and early > 0),
                moves + walked + left[0],
                corners + STEPS_BETWEEN[state.station, station] + left[1],
                jumps + _jump(state.area, area),
                late + early,
                start,
                keys + more,
            )
            done = tuple(Visit(key, station) for key in more)
            yield rank, _State(had, station, area), visits + done

    def _choices(self, state: _State) -> list[tuple[Station, str]]:
        ready = [self.items[index] for index in self._may_follow(state.had)]
        staying = (state.station, state.area)
        if any(state.station in item.stations and item.area == state.area for item in ready):
            return [staying]
        return sorted(
            {
                (station, item.area)
                for item in ready
                for station in item.stations
                if (state.station, station) in STEPS_BETWEEN
            }
        )

    def _all_on(self, had: int, station: Station, area: str) -> tuple[int, tuple[int, ...]]:
        """Do everything on an area that a station allows, in the given order."""
        keys: list[int] = []
        again = True
        while again:
            again = False
            for index in self._may_follow(had):
                item = self.items[index]
                if item.area == area and station in item.stations:
                    had |= 1 << index
                    keys.append(item.key)
                    again = True
                    break
        return had, tuple(keys)

    def _may_follow(self, had: int) -> tuple[int, ...]:
        """Give the items that may come next, in order."""
        if had not in self._ready:
            left = [index for index in range(len(self.items)) if not had >> index & 1]
            stage = self.items[left[0]].stage if left else 0
            self._ready[had] = tuple(
                index
                for index in left
                if self.items[index].stage == stage and self.after[index] & had == self.after[index]
            )
        return self._ready[had]

    def _others_left(self, before: int, had: int) -> int:
        """Count what still comes in the stage begun and is not delicate."""
        stage = next(item.stage for index, item in enumerate(self.items) if not before >> index & 1)
        left = (item for index, item in enumerate(self.items) if not had >> index & 1)
        return sum(item.stage == stage and item.area not in self.delicate for item in left)

    def _to_go(self, had: int, station: Station) -> tuple[int, int]:
        """Count the fewest moves, and the fewest corners among those, from here to the end.

        At a station everything possible is done before moving on: nothing done early can make a later move necessary.
        """
        had = self._all_at(had, station)
        if had == self.all:
            return 0, 0
        if (had, station) not in self._far:
            self._far[had, station] = (len(self.items) + 1, 0)  # met again on the way to itself: no way at all
            stations = {there for index in self._may_follow(had) for there in self.items[index].stations}
            ways = [
                (1 + far[0], STEPS_BETWEEN[station, there] + far[1])
                for there in stations
                if there != station and (station, there) in STEPS_BETWEEN
                for far in (self._to_go(had, there),)
            ]
            self._far[had, station] = min(ways, default=(len(self.items) + 1, 0))
        return self._far[had, station]

    def _all_at(self, had: int, station: Station) -> int:
        again = True
        while again:
            again = False
            for index in self._may_follow(had):
                if station in self.items[index].stations:
                    had |= 1 << index
                    again = True
        return had


def _jump(here: str, there: str) -> int:
    return hops(here, there) if here and there else 0
