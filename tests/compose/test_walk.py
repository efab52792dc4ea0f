"""The order of strokes has the fewest moves there can be."""

from __future__ import annotations

from itertools import pairwise, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backrub.compose.walk import STEPS_BETWEEN, Item, Station, Visit, stations_of, walk
from tests.counts import count

PRONE: tuple[Station, ...] = ("left", "right", "head")
STARTS: tuple[Station, ...] = ("left", "right")


def moves(visits: tuple[Visit, ...], starts: tuple[Station, ...]) -> int:
    """Count changes of station, the first one free where the walk may begin there."""
    first = 0 if visits[0].station in starts else 1
    return first + sum(before.station != after.station for before, after in pairwise(visits))


def fewest(items: list[Item], starts: tuple[Station, ...]) -> int:
    """Try every order and every station."""
    best = 10**6
    for order in permutations(items):
        stages = [item.stage for item in order]
        if stages != sorted(stages):
            continue
        if any(not item.after <= {done.key for done in order[:index]} for index, item in enumerate(order)):
            continue
        for stations in product(*(sorted(item.stations) for item in order)):
            visits = tuple(Visit(item.key, station) for item, station in zip(order, stations, strict=True))
            best = min(best, moves(visits, starts))
    return best


@st.composite
def some_items(draw: st.DrawFn) -> list[Item]:
    """Give up to six items in up to two stages, some waiting for an earlier one."""
    items: list[Item] = []
    for key in range(draw(st.integers(1, 6))):
        stations = frozenset(draw(st.sets(st.sampled_from(PRONE), min_size=1, max_size=3)))
        stage = draw(st.integers(1, 2))
        earlier = [item.key for item in items if item.stage <= stage]
        after = frozenset(draw(st.sets(st.sampled_from(earlier), max_size=1))) if earlier else frozenset[int]()
        items.append(Item(key, stage, stations, after))
    return items


@settings(max_examples=count("brute-force"))
@given(some_items())
def test_fewest_moves(items: list[Item]) -> None:
    """No order has fewer moves, every item is done once, and nothing is done too early."""
    visits = walk(items, STARTS)
    done = [visit.key for visit in visits]
    by_key = {item.key: item for item in items}
    assert sorted(by_key) == sorted(done)
    assert [by_key[key].stage for key in done] == sorted(item.stage for item in items)
    assert all(by_key[key].after <= set(done[:index]) for index, key in enumerate(done))
    assert all(visit.station in by_key[visit.key].stations for visit in visits)
    assert fewest(items, STARTS) == moves(visits, STARTS)


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
    assert stations == stations_of(place, side)  # type: ignore[arg-type]
