"""Stage two: in which order the chosen strokes come, so that the giver changes place as seldom as possible.

A *station* is where the giver kneels or stands: at the receiver's left or right, at the head, or behind. Hip, beside
and across are the same station when they are on the same side; only a change of station is a move.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from backrub.routine import Place, Side

__all__ = ["STEPS_BETWEEN", "Item", "Station", "Visit", "stations_of", "walk"]

Station = Literal["left", "right", "head", "behind"]

_OTHER: Mapping[str, Station] = MappingProxyType({"left": "right", "right": "left"})
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
    """

    key: int
    stage: int
    stations: frozenset[Station]
    after: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Visit:
    """An item and the station it is done from."""

    key: int
    station: Station


def stations_of(place: Place, side: Side) -> frozenset[Station]:
    """Give the stations at which a place can be taken for a stroke on a side."""
    if place == "head-end":
        return frozenset({"head"})
    if place == "behind":
        return frozenset({"behind"})
    if place == "hip" or side == "both":
        return frozenset({"left", "right"})
    return frozenset({side if place == "beside" else _OTHER[side]})


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


def walk(items: Iterable[Item], starts: Iterable[Station]) -> tuple[Visit, ...]:
    """Order items with the fewest moves; among those with the fewest corners, then nearest to the given order.

    At a station everything that can be done there is done before moving on: nothing done early can make a later move
    necessary, so no order with fewer moves is missed.

    Args:
        items: What is to be done.
        starts: Stations the walk may begin at, the preferred one first.

    Raises:
        ValueError: Items wait for each other, or one has no station that can be walked to.
    """
    ordered = sorted(items, key=lambda item: (item.stage, item.key))
    waiting: list[tuple[int, int, tuple[int, ...], Station, tuple[Visit, ...]]] = []
    for rank, start in enumerate(starts):
        done = _all_at(ordered, frozenset(), start)
        heapq.heappush(waiting, (0, rank, _keys(done), start, done))
    seen: set[tuple[frozenset[int], Station]] = set()
    while waiting:
        moves, steps, keys, here, visits = heapq.heappop(waiting)
        if len(visits) == len(ordered):
            return visits
        had = frozenset(keys)
        if (had, here) in seen:
            continue
        seen.add((had, here))
        for there in _next_stations(ordered, had, here):
            more = visits + _all_at(ordered, had, there)
            corners = steps + STEPS_BETWEEN[here, there]
            heapq.heappush(waiting, (moves + 1, corners, _keys(more), there, more))
    raise ValueError("these strokes cannot be put in order")


def _keys(visits: tuple[Visit, ...]) -> tuple[int, ...]:
    return tuple(visit.key for visit in visits)


def _all_at(ordered: list[Item], had: frozenset[int], station: Station) -> tuple[Visit, ...]:
    done, found = set(had), list[Visit]()
    again = True
    while again:
        again = False
        for item in _ready(ordered, frozenset(done)):
            if station in item.stations:
                done.add(item.key)
                found.append(Visit(item.key, station))
                again = True
                break
    return tuple(found)


def _ready(ordered: list[Item], had: frozenset[int]) -> list[Item]:
    """Give the items that may come next, in order."""
    left = [item for item in ordered if item.key not in had]
    return [item for item in left if item.stage == left[0].stage and item.after <= had]


def _next_stations(ordered: list[Item], had: frozenset[int], here: Station) -> list[Station]:
    reachable = {station for item in _ready(ordered, had) for station in item.stations}
    return sorted(there for there in reachable if there != here and (here, there) in STEPS_BETWEEN)
