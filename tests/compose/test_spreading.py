"""Light strokes are spread evenly, and never part what belongs together."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backrub.compose.blocks import blocks
from backrub.compose.spreading import balanced, parted, spread
from backrub.compose.strokes import Where, spots_for
from backrub.compose.terms import terms_for
from backrub.compose.work import Piece
from backrub.person import Health, Wishes
from backrub.technique import limits

TERMS = terms_for(Wishes(minutes=60, health=Health("none")))
BLOCKS = [block for block in blocks(TERMS) if len(block.sides) > 1]
SPOTS = [*spots_for(TERMS, "caress")][:4]
MOST = limits.BREAK_AFTER_S // 5


def pieces_of(numbers: list[int]) -> list[Piece | None]:
    """Give both sides of some blocks, one after the other, and the end."""
    found: list[Piece | None] = []
    for number in numbers:
        block = BLOCKS[number]
        found += [Piece(len(found) + at, block, side, 1, 20) for at, (side, _) in enumerate(block.sides)]
    return [*found, None]


@given(
    st.lists(st.integers(0, len(BLOCKS) - 1), max_size=6, unique=True),
    st.lists(st.sampled_from(SPOTS), max_size=5),
)
def test_between_places(numbers: list[int], spots: list[Where]) -> None:
    """Every light stroke comes once, in order, and none comes between the two sides of one stroke."""
    pieces = pieces_of(numbers)
    placed = spread([(spot, 30) for spot in spots], pieces)
    assert spots == [spot for index in sorted(placed) for spot, _ in placed[index]]
    assert all(index % 2 == 1 for index in placed) or not numbers


@given(st.lists(st.integers(0, len(BLOCKS) - 1), max_size=2, unique=True), st.integers(36, 60), st.integers(36, 60))
def test_no_stroke_goes_on_too_long(numbers: list[int], units: int, light: int) -> None:
    """Beside work that is the same slow stroking, a light stroke comes elsewhere, or another one comes between."""
    slow = Piece(9, replace(BLOCKS[0], technique="caress", area=SPOTS[0].area), "both", 1, units)
    pieces = [*pieces_of(numbers)[:-1], slow]
    placed = spread([(SPOTS[0], light), (SPOTS[1], light)], pieces)
    order = [
        stroke
        for index, piece in enumerate(pieces)
        for stroke in ((piece and piece.block.area), *(spot.area for spot, _ in placed.get(index, ())))
    ]
    assert {SPOTS[0].area, SPOTS[1].area} <= {*order}
    assert all(before != after for before, after in pairwise(order) if before == SPOTS[0].area)


@given(st.lists(st.integers(10, 60), max_size=6), st.integers(0, 500), st.integers(0, 500))
def test_balanced(lengths: list[int], before: int, after: int) -> None:
    """No other number of light strokes before the break makes the longer part shorter."""
    goes = [(SPOTS[0], units) for units in lengths]
    longer = [max(before + sum(lengths[:count]), after + sum(lengths[count:])) for count in range(len(goes) + 1)]
    assert min(longer) == longer[balanced(goes, before, after)]


@given(st.lists(st.integers(24, 58), min_size=1, max_size=6), st.data())
def test_no_part_is_longer_than_it_may_be(lengths: list[int], data: st.DataObject) -> None:
    """Where both parts can be short enough, a break comes in time: one light stroke is cut, and nothing is lost."""
    whole = 2 * MOST - data.draw(st.integers(24, 100)) - sum(lengths)
    before = data.draw(st.integers(max(0, whole - MOST), min(whole, MOST)))
    goes = [(SPOTS[number % 2], units) for number, units in enumerate(lengths)]
    first, second = parted(goes, before, whole - before)
    assert sum(lengths) == sum(units for _, units in (*first, *second))
    assert min(units for _, units in (*first, *second)) >= 12
    assert before + sum(units for _, units in first) <= MOST
    assert whole - before + sum(units for _, units in second) <= MOST
