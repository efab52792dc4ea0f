"""The order of strokes has the fewest moves there can be."""

from __future__ import annotations

from itertools import pairwise, permutations, product, takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backrub.compose.walk import STEPS_BETWEEN, Item, Station, Visit, flow_of, stations_of, walk
from backrub.compose.weights import hops, section
from tests.counts import count

PRONE: tuple[Station, ...] = ("left", "right", "head")
AREAS = ("shoulders", "blades", "gutters-upper", "gutters-lower", "waist", "upper-back")
STARTS: tuple[Station, ...] = ("left", "right")
LATE = frozenset(section("flow")["late"])


def corners(visits: tuple[Visit, ...], starts: tuple[Station, ...]) -> int:
    """Count the corners walked, from the station of the starts that is nearest."""
    first = min(STEPS_BETWEEN[start, visits[0].station] for start in starts)
    return first + sum(STEPS_BETWEEN[before.station, after.station] for before, after in pairwise(visits))


def moves(visits: tuple[Visit, ...], starts: tuple[Station, ...]) -> int:
    """Count changes of station, the first one free where the walk may begin there."""
    first = 0 if visits[0].station in starts else 1
    return first + sum(before.station != after.station for before, after in pairwise(visits))


def begins_low(visits: tuple[Visit, ...], items: list[Item]) -> bool:
    """Tell whether the low back is worked first although something else of its stage comes later."""
    by_key = {item.key: item for item in items}
    order = [by_key[visit.key] for visit in visits]
    at_once = len([*takewhile(lambda item: item.area == order[0].area, order)])
    later = [item for item in order[at_once:] if item.stage == order[0].stage]
    return order[0].area in LATE and any(item.area not in LATE for item in later)


def cost(visits: tuple[Visit, ...], items: list[Item], starts: tuple[Station, ...]) -> tuple[bool, int, int, int]:
    """Give what is to be least, in this order: beginning low, moves, corners and jumps."""
    area = {item.key: item.area for item in items}
    return (
        begins_low(visits, items),
        moves(visits, starts),
        corners(visits, starts),
        flow_of(area[visit.key] for visit in visits),
    )


def least(items: list[Item], starts: tuple[Station, ...]) -> tuple[bool, int, int, int]:
    """Try every order and every station."""
    best = (True, 10**6, 0, 0)
    for order in permutations(items):
        stages = [item.stage for item in order]
        if stages != sorted(stages):
            continue
        if any(not item.after <= {done.key for done in order[:index]} for index, item in enumerate(order)):
            continue
        for stations in product(*(sorted(item.stations) for item in order)):
            visits = tuple(Visit(item.key, station) for item, station in zip(order, stations, strict=True))
            best = min(best, cost(visits, items, starts))
    return best


@st.composite
def some_items(draw: st.DrawFn) -> list[Item]:
    """Give up to five items in up to two stages, some waiting for an earlier one."""
    items: list[Item] = []
    for key in range(draw(st.integers(1, 5))):
        stations = frozenset(draw(st.sets(st.sampled_from(PRONE), min_size=1, max_size=3)))
        stage = draw(st.integers(1, 2))
        earlier = [item.key for item in items if item.stage <= stage]
        after = frozenset(draw(st.sets(st.sampled_from(earlier), max_size=1))) if earlier else frozenset[int]()
        items.append(Item(key, stage, stations, after, draw(st.sampled_from(AREAS))))
    return items


@settings(max_examples=count("brute-force"))
@given(some_items())
def test_shortest_walk(items: list[Item]) -> None:
    """No order has fewer moves, nor as few with fewer corners, nor as few of both with a better flow.

    Every item is done once, and nothing too early.
    """
    visits = walk(items, STARTS)
    done = [visit.key for visit in visits]
    by_key = {item.key: item for item in items}
    assert sorted(by_key) == sorted(done)
    assert [by_key[key].stage for key in done] == sorted(item.stage for item in items)
    assert all(by_key[key].after <= set(done[:index]) for index, key in enumerate(done))
    assert all(visit.station in by_key[visit.key].stations for visit in visits)
    assert least(items, STARTS) == cost(visits, items, STARTS)


def test_no_back_and_forth() -> None:
    """Where the giver must change flank, the place stays the same: blade, low back, low back, blade."""
    right, left = frozenset[Station]({"right"}), frozenset[Station]({"left"})
    visits = walk(
        [
            Item(0, 1, right, area="blades"),
            Item(1, 1, left, area="blades"),
            Item(2, 1, left, area="waist"),
            Item(3, 1, right, area="waist"),
        ],
        STARTS,
    )
    assert [1, 2, 3, 0] == [visit.key for visit in visits]


def test_hops() -> None:
    """Areas that touch are one border apart, and none is out of reach of another."""
    assert (0, 1, 2) == (hops("blades", "blades"), hops("shoulders", "blades"), hops("shoulders", "gutters-upper"))
    assert all(hops(one, other) == hops(other, one) for one, other in product(AREAS, AREAS))


def test_given_order_where_nothing_else_decides() -> None:
    """Among orders with as few moves, the one nearest to the given order is taken."""
    anywhere = frozenset(PRONE)
    visits = walk([Item(2, 1, anywhere), Item(0, 1, anywhere), Item(1, 1, anywhere)], STARTS)
    assert [(0, "left"), (1, "left"), (2, "left")] == [(visit.key, visit.station) for visit in visits]


def test_round_the_head() -> None:
    """From one flank to the other there are two corners, past the head; behind is left for nothing."""
    assert (2, 1) == (STEPS_BETWEEN["left", "right"], STEPS_BETWEEN["left", "head"])
    assert ("behind", "left") not in STEPS_BETWEEN


def test_circular_waiting_is_refused() -> None:
    """Items that wait for each other have no order."""
    here = frozenset(STARTS)
    with pytest.raises(ValueError, match="cannot be put in order"):
        walk([Item(0, 1, here, frozenset({1})), Item(1, 1, here, frozenset({0}))], STARTS)


@pytest.mark.parametrize(
    ("place", "side", "stations"),
    [
        ("hip", "both", {"left", "right"}),
        ("beside", "right", {"right"}),
        ("across", "right", {"left"}),
        ("head-end", "left", {"head"}),
        ("behind", "both", {"behind"}),
    ],
)
def test_stations(place: str, side: str, stations: set[str]) -> None:
    """Beside is the worked side, across the other, and hip either."""
    assert stations == stations_of(place, side)
