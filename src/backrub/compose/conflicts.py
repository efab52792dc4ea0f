"""Which wishes cannot be met together: the fewest of them, so that dropping any one lets the others be met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any

from backrub.compose.barring import irreducible
from backrub.compose.planning import compose
from backrub.errors import UsageError
from backrub.person import Wishes, validate
from backrub.routine import Reason, message

__all__ = ["Asked", "asked", "conflict", "only"]

_LISTED = ("tense", "tender", "avoid", "marks")
_WISHED = (
    "minutes",
    "firm",
    "deep",
    "holds",
    "woken",
    "position",
    "surface",
    "glide",
    "intention",
    "first_time",
    "soft",
    "lasts_min",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One wish that can be dropped.

    Attributes:
        field: The field of the wishes.
        index: Its number, where the field is a list; else 0.
    """

    field: str
    index: int = 0


def asked(wishes: Wishes) -> tuple[Asked, ...]:
    """List what was asked beyond what everybody gets, the easiest to do without last."""
    return tuple(_asked(wishes))


def only(wishes: Wishes, kept: tuple[Asked, ...]) -> Wishes:
    """Give the wishes with everything but some of what was asked dropped; who they are stays as it is."""
    plain = Wishes()
    changes: dict[str, Any] = {name: getattr(wishes if Asked(name) in kept else plain, name) for name in _WISHED}
    for name in _LISTED:
        listed = enumerate(getattr(wishes, name))
        changes[name] = tuple(each for index, each in listed if Asked(name, index) in kept)
    return replace(wishes, **changes)


def conflict(wishes: Wishes) -> tuple[Asked, ...]:
    """Give the fewest wishes that cannot be met together; empty when the plan can meet them all.

    Dropping any one of them lets the rest of them be met. What gives way is decided by `compose`: a plan that reports
    nothing as given way, and no marked place as left out, meets every wish. What would give way with nothing asked,
    which is health's doing, is no clash: no wish that is dropped would change it.

    Raises:
        NotTonight: A health answer forbids a rub today.
        UsageError: A wish cannot be read.
    """
    validate(wishes)
    anyway = _unmet(only(wishes, ()))
    return irreducible(asked(wishes), cache(lambda kept: not _unmet(only(wishes, kept)) <= anyway))


_NO_PLAN = frozenset({message("gave-way-avoid", area="whole-back")})


def _unmet(wishes: Wishes) -> frozenset[Reason]:
    try:
        plan = compose(wishes, 0)  # what can be met does not hang on which plan is drawn
    except UsageError:
        return _NO_PLAN
    return frozenset((*plan.gave_way, *plan.left_out))


def _asked(wishes: Wishes) -> Iterator[Asked]:
    plain = {each.name: getattr(Wishes(), each.name) for each in fields(Wishes)}
    for name in _WISHED:
        if getattr(wishes, name) != plain[name]:
            yield Asked(name)
    for name in _LISTED:
        for index in range(len(getattr(wishes, name))):
            yield Asked(name, index)
