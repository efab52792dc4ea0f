"""Why each step is there: message ids with arguments, the most important first."""

from __future__ import annotations

from collections.abc import Iterator

from backrub.compose.allowed import HOLD
from backrub.compose.blocks import Block
from backrub.compose.terms import Terms
from backrub.routine import Reason, Side, message
from backrub.technique import techniques

__all__ = ["block_reasons"]


def block_reasons(terms: Terms, block: Block, side: Side, ratio: int) -> tuple[Reason, ...]:
    """Say why a stroke or a hold is in the work."""
    return tuple(_block_reasons(terms, block, side, ratio))


def _block_reasons(terms: Terms, block: Block, side: Side, ratio: int) -> Iterator[Reason]:
    level = terms.level(block.area, side)
    unequal = len({each for _, each in block.sides}) > 1
    if level:
        yield message("why-tense", area=block.area, level=level, side=side)
    if block.fixed and block.technique != HOLD:
        yield message("why-owed", side=side)
    elif unequal and ratio > 1:
        yield message("why-more-here", side=side)
    elif unequal:
        yield message("why-easier-first", side=side)
    elif len(block.sides) > 1 and block.technique != HOLD:
        yield message("why-both-alike")
    yield message(f"why-{block.technique}", area=block.area)
    if terms.wishes.intention == "sore" and level:
        yield message("why-sore-lighter")
    elif block.pressure[1] == terms.cap < techniques()[block.technique].felt[1]:
        yield message("why-no-firmer", pressure=block.pressure[1])
