"""What is wrong with some wishes, field by field."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import get_args

from backrub.anatomy import AREAS, COMPOSITES, SIDES
from backrub.errors import UsageError
from backrub.person.care import CONDITIONS, Answered
from backrub.person.wishes import Experience, Intention, Level, MarkKind, Relation, Room, Talk, Wishes
from backrub.routine import Glide, Position, Side, Surface
from backrub.technique import techniques
from backrub.technique.limits import SESSION_MAX_S, SESSION_MIN_S

__all__ = ["problems", "validate"]

_FURTHEST_MM = 1000.0
_RADIUS_MM = (3.0, 150.0)
_MOST_SAID = 1e6
"""More answers than anybody gives in a life: beyond it a sum is a slip, or meant to do harm. Certainty: ENG."""
_HIGHEST_SEED = 2**31 - 1


def problems(wishes: Wishes) -> tuple[UsageError, ...]:
    """List everything that is wrong, in the order of the fields; empty when all is well."""
    found = []
    for check in _CHECKS:
        try:
            check(wishes)
        except UsageError as error:
            found.append(error)
    return tuple(found)


def validate(wishes: Wishes) -> None:
    """Refuse wishes that cannot be read.

    Raises:
        UsageError: The first thing that is wrong; `problems` lists all.
    """
    for check in _CHECKS:
        check(wishes)


def _minutes(wishes: Wishes) -> None:
    least, most = SESSION_MIN_S // 60, SESSION_MAX_S // 60
    if isinstance(wishes.minutes, bool) or wishes.minutes not in range(least, most + 1):
        raise UsageError(
            f"{wishes.minutes} minutes is out of range", "minutes", f"Use whole minutes, {least} to {most}"
        )


def _tense(wishes: Wishes) -> None:
    for place in wishes.tense:
        _area(place.area, "tense")
        _one_of(place.side, get_args(Side), "tense")
        _one_of(place.level, get_args(Level), "tense")


def _tender(wishes: Wishes) -> None:
    for spot in wishes.tender:
        _one_of(spot.area, AREAS, "tender")
        _one_of(spot.side, SIDES, "tender")


def _avoid(wishes: Wishes) -> None:
    for place in wishes.avoid:
        _area(place.area, "avoid")
        _one_of(place.side, get_args(Side), "avoid")


def _marks(wishes: Wishes) -> None:
    least, most = _RADIUS_MM
    for mark in wishes.marks:
        _one_of(mark.kind, get_args(MarkKind), "marks")
        at = (mark.x_mm, mark.y_mm)
        if not all(math.isfinite(value) and abs(value) <= _FURTHEST_MM for value in at):
            raise UsageError(f"({mark.x_mm:g}, {mark.y_mm:g}) is not on a back", "marks", "Give millimetres from C7")
        if not least <= mark.radius_mm <= most:  # false for not-a-number too
            raise UsageError(f"a radius of {mark.radius_mm:g} mm", "marks", f"Use {least:g} to {most:g} mm")


def _position(wishes: Wishes) -> None:
    if wishes.position is not None:
        _one_of(wishes.position, get_args(Position), "position")
    if wishes.position == "hug":
        raise UsageError("a hug is learnt beforehand, not led", "position", "Leave it out, or use seated")


def _words(wishes: Wishes) -> None:
    _one_of(wishes.intention, get_args(Intention), "intention")
    _one_of(wishes.glide, get_args(Glide), "glide")
    _one_of(wishes.surface, get_args(Surface), "surface")
    _one_of(wishes.relation, get_args(Relation), "relation")
    _one_of(wishes.talk, get_args(Talk), "talk")


def _health(wishes: Wishes) -> None:
    _one_of(wishes.health.answered, get_args(Answered), "health")
    for name in wishes.health.conditions:
        _one_of(name, tuple(CONDITIONS), "health")


def _giver(wishes: Wishes) -> None:
    least, most = SESSION_MIN_S // 60, SESSION_MAX_S // 60
    lasts = wishes.lasts_min
    if lasts is not None and (isinstance(lasts, bool) or lasts not in range(least, most + 1)):
        raise UsageError(f"{lasts} minutes is out of range", "lasts_min", f"Use whole minutes, {least} to {most}")
    _one_of(wishes.experience, get_args(Experience), "experience")
    _one_of(wishes.room, get_args(Room), "room")


def _seed(wishes: Wishes) -> None:
    if isinstance(wishes.seed, bool) or wishes.seed not in range(_HIGHEST_SEED + 1):
        raise UsageError(f"{wishes.seed} is not the number of a plan", "seed", f"Use 0 to {_HIGHEST_SEED}")


def _likes(wishes: Wishes) -> None:
    for pressed in wishes.likes.pressed:
        _area(pressed.area, "likes")
        if not (abs(pressed.total) <= _MOST_SAID and 0 <= pressed.answers <= _MOST_SAID):  # false for not-a-number too
            raise UsageError(f"{pressed.total:g} from {pressed.answers} answers", "likes", "Give what was answered")
    for liked in wishes.likes.liked:
        _one_of(liked.technique, tuple(techniques()), "likes")
        if not (0 <= liked.pro <= _MOST_SAID and 0 <= liked.contra <= _MOST_SAID):
            raise UsageError(f"{liked.pro:g} for and {liked.contra:g} against", "likes", "Give what was answered")


def _known(wishes: Wishes) -> None:
    for name in wishes.known:
        _one_of(name, tuple(techniques()), "known")


def _area(area: str, where: str) -> None:
    _one_of(area, (*AREAS, *COMPOSITES), where)


def _one_of(value: object, allowed: tuple[object, ...], where: str) -> None:
    if value not in allowed:
        raise UsageError(f"{value!r} is not known", where, f"Use one of: {', '.join(map(str, allowed))}")


_CHECKS: tuple[Callable[[Wishes], None], ...] = (
    _minutes,
    _tense,
    _tender,
    _avoid,
    _marks,
    _position,
    _words,
    _health,
    _giver,
    _seed,
    _likes,
    _known,
)
