"""Which places left alone leave nothing to stroke: the fewest that do so together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from backrub.compose.strokes import long_stroke, settled
from backrub.compose.terms import Terms, terms_for
from backrub.person import Avoid, Mark

__all__ = ["barring", "irreducible"]

_T = TypeVar("_T", bound=Hashable)


def barring(terms: Terms) -> tuple[str, ...]:
    """Name places to leave alone, and spots, that leave no stroke: opening any one of them leaves one again.

    A place that is left alone on one side only is named with it, as in `shoulders:left`.
    """
    together: tuple[Avoid | Mark, ...] = (*terms.wishes.avoid, *terms.effects.avoid, *terms.wishes.marks)
    return tuple(_named(each) for each in irreducible(together, lambda left: not _leaves_one(terms, left)))


def _named(each: Avoid | Mark) -> str:
    if isinstance(each, Mark):
        return each.kind
    return each.area if each.side == "both" else f"{each.area}:{each.side}"


def irreducible(wishes: Iterable[_T], clash: Callable[[tuple[_T, ...]], bool]) -> tuple[_T, ...]:
    """Give wishes that clash together, but no longer when any one of them is dropped; empty when they do not clash.

    Args:
        wishes: Everything asked, the last dropped first where there is a choice.
        clash: Whether some of them cannot be met together.
    """
    kept = tuple(wishes)
    if not clash(kept):
        return ()
    again = True
    while again:  # till a whole round drops nothing: dropping one may make another needed
        again = False
        for one in reversed(kept):
            fewer = tuple(each for each in kept if each is not one)
            if clash(fewer):
                kept, again = fewer, True
    return kept


def _leaves_one(terms: Terms, left: tuple[Avoid | Mark, ...]) -> bool:
    avoid = tuple(each for each in left if isinstance(each, Avoid))
    marks = tuple(each for each in left if isinstance(each, Mark))
    wishes = replace(terms.wishes, avoid=avoid, marks=marks)
    tried = terms_for(wishes, terms.total_s, replace(terms.effects, avoid=()), terms.whole_s)
    return long_stroke(settled(tried)) is not None
