"""The minutes chosen are the best there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backrub.compose.blocks import Block, blocks
from backrub.compose.done import NOTHING
from backrub.compose.minutes import LIGHT_LEAST, choose, total_units
from backrub.compose.scores import (
    Minutes,
    bends_of_arc,
    bends_of_area,
    bends_of_light,
    bends_of_stroke,
    from_least,
    score_of,
    worth_at,
)
from backrub.compose.shape import Shape, shape_of
from backrub.compose.terms import terms_for
from backrub.compose.weights import most_strokes, stroke_rows
from backrub.person import Health, Tense, Wishes
from tests.counts import count

WISHES = Wishes(minutes=8, tense=(Tense("shoulders", "both", 1),), holds=False, health=Health("none"))
TERMS = terms_for(WISHES)
WHOLE_SHAPE = shape_of(TERMS)
SHAPE = replace(  # so narrow that every choice can be tried
    WHOLE_SHAPE,
    warm_least=36,
    warm_usual=38,
    warm_most=48,
    finish_least=10,
    finish_usual=14,
    finish_most=60,
)
EVERY = [block for block in blocks(TERMS) if block.pressure[0] < block.pressure[1] and block.home]


@st.composite
def some_blocks(draw: st.DrawFn) -> tuple[Block, ...]:
    """Give two or three candidates with little room each."""
    chosen = draw(st.lists(st.sampled_from(EVERY), min_size=2, max_size=3, unique=True))
    return tuple(
        replace(
            block,
            value=draw(st.floats(0.0, 2.0)),
            least=(least := draw(st.integers(3, 6))),
            usual=least + draw(st.integers(0, 3)),
            most=least + draw(st.integers(4, 8)),
        )
        for block in chosen
    )


def everything(shape: Shape, candidates: tuple[Block, ...]) -> Iterator[Minutes]:
    """Give every choice that fits."""
    free = total_units(TERMS) - shape.fixed
    spans = [(0, *range(block.least, block.most + 1)) for block in candidates]
    for units in product(*spans):
        chosen = {block: each for block, each in zip(candidates, units, strict=True) if each}
        if len(chosen) > most_strokes(TERMS.total_s):
            continue
        left = free - sum(block.ratio * each for block, each in chosen.items())
        for warm in range(shape.warm_least, shape.warm_most + 1):
            for finish in range(shape.finish_least, min(shape.finish_most, left - warm) + 1):
                light = left - warm - finish
                if light == 0 or light >= LIGHT_LEAST:
                    yield Minutes(chosen, warm, finish, light, 0.0)


@given(st.sampled_from(sorted({block.home for block in EVERY})), st.floats(1, 40), st.floats(0, 1), st.floats(0, 140))
def test_less_than_the_least_is_worth_its_share(area: str, least: float, share: float, more: float) -> None:
    """From the least dose on an area is worth what it was; below that, and only there, its share, which is no more."""
    curve = bends_of_area(TERMS, area)
    line = from_least(curve, least)
    assert worth_at(curve, least + more) == pytest.approx(worth_at(line, least + more))
    assert share * worth_at(curve, least) == pytest.approx(worth_at(line, share * least))
    assert worth_at(line, share * least) <= worth_at(curve, share * least) + 1e-9
    assert all(before[1] >= after[1] - 1e-9 for before, after in pairwise(line))


@settings(max_examples=count("brute-force"))
@given(some_blocks())
def test_nothing_scores_higher(candidates: tuple[Block, ...]) -> None:
    """Trying every choice finds none that scores higher than the one chosen."""
    found = choose(TERMS, SHAPE, candidates, NOTHING)
    assert found.optimal
    assert score_of(TERMS, SHAPE, found) == pytest.approx(found.score, abs=1e-6)
    best = max(score_of(TERMS, SHAPE, each) for each in everything(SHAPE, candidates))
    assert best == pytest.approx(found.score, abs=1e-6)


def test_worth_bends_down() -> None:
    """The more there is of anything, the less each further unit is worth: the programme relies on it."""
    bends = [
        bends_of_arc(TERMS, 30),
        bends_of_light(TERMS),
        *(bends_of_stroke(block) for block in EVERY),
        *(bends_of_area(TERMS, block.home) for block in EVERY),
    ]
    for pieces in bends:
        worths = [worth for _, worth in pieces]
        assert sorted(worths, reverse=True) == worths
        assert min(width for width, _ in pieces) > 0


def test_impossible() -> None:
    """What cannot fit is an error of the caller, never a wrong plan."""
    with pytest.raises(ValueError, match="no minutes fit"):
        choose(TERMS, replace(SHAPE, warm_least=500, warm_most=600), (), NOTHING)


@given(st.integers(180, 5400))
def test_strokes_allowed(total_s: int) -> None:
    """The longer the rub, the more different strokes it may have, from one to fourteen."""
    assert 1 <= most_strokes(total_s) <= most_strokes(total_s + 60) <= 14


def test_table_of_strokes() -> None:
    """Each stroke is in the table once."""
    names = [(row.technique, row.area) for row in stroke_rows()]
    assert len(set(names)) == len(names)
