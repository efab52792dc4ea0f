"""What a person's answers teach about them: how firm each area may be, and which strokes they like.

*Based on* `data/learning.toml`: a normal prior for pressure and a beta prior for liking, both stated there. Nothing
else is reckoned, so that a person can follow, correct or forget each belief.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal, get_args

from backrub.anatomy import AREAS, COMPOSITES
from backrub.data import load
from backrub.errors import UsageError
from backrub.routine import Message, message
from backrub.technique import techniques

__all__ = ["LEARNT", "Liked", "Likes", "Pressed", "Said", "Spoken", "Stated", "learn", "learnt", "stated"]

Said = Literal["softer", "firmer", "just-right", "too-much", "hurts", "liked", "disliked", "stay", "next", "not-there"]
Stated = Literal["softer", "as-planned", "firmer", "less", "more"]

LEARNT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"learnt-liking": ("answers", "liking", "technique"), "learnt-pressure": ("answers", "area", "direction")}
)
"""Messages that say what was learnt: id to argument names."""

_NOTICED = 0.25
"""A belief nearer to usual than this is said to be as usual [points, or share of a stroke's worth]. Certainty: ENG."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something a person said of a stroke: softer, firmer, liked, ...; `rated` turns a number into it."""

    said: Said
    area: str | None = None
    technique: str | None = None

    @classmethod
    def rated(cls, number: int, area: str | None = None, technique: str | None = None) -> Spoken:
        """Give what a number from 1 to 10 says: eight is too much, nine hurts, less is just right.

        Raises:
            UsageError: The number is not on the scale.
        """
        if number not in range(1, 11):
            raise UsageError(f"{number} is not on the scale", "rating", "Use 1 to 10")
        said: Said = "just-right" if number <= 7 else "too-much" if number == 8 else "hurts"
        return cls(said, area, technique)


@dataclass(frozen=True, slots=True)
class Pressed:
    """Belief about one area.

    Attributes:
        area: Area id.
        total: Sum of what the answers said [points of the scale].
        answers: How many there were.
    """

    area: str
    total: float
    answers: int

    @property
    def offset(self) -> float:
        """Give how much firmer than usual this person likes it, as far as is known [points of the scale]."""
        row = _table("pressure")
        doubt = (row["answer_sd"] / row["prior_sd"]) ** 2
        believed = (row["prior_mean"] * doubt + self.total) / (doubt + self.answers)
        return float(max(-row["most"], min(row["most"], believed)))


@dataclass(frozen=True, slots=True)
class Liked:
    """Belief about one technique: how much spoke for it, and against it."""

    technique: str
    pro: float
    contra: float

    @property
    def share(self) -> float:
        """Give the share of answers that will be for it, as far as is known."""
        row = _table("liking")
        pro, contra = self.pro + row["prior_for"], self.contra + row["prior_against"]
        return float(pro / (pro + contra))

    @property
    def factor(self) -> float:
        """Give how many times its usual worth the stroke has in a plan."""
        least, most = _table("liking")["factor"]
        return float(least + (most - least) * self.share)


@dataclass(frozen=True, slots=True)
class Likes:
    """What has been learnt of a person; empty for somebody new."""

    pressed: tuple[Pressed, ...] = ()
    liked: tuple[Liked, ...] = ()

    def offset_on(self, area: str) -> float:
        """Give how much firmer than usual an area may be; 0 where nothing is known [points of the scale]."""
        return next((each.offset for each in self.pressed if each.area == area), 0.0)

    def factor_of(self, technique: str) -> float:
        """Give how many times its usual worth a stroke has; 1 where nothing is known."""
        return next((each.factor for each in self.liked if each.technique == technique), 1.0)

    def without(self, *, area: str | None = None, technique: str | None = None) -> Likes:
        """Forget what was learnt of an area or a technique."""
        return Likes(
            tuple(each for each in self.pressed if each.area != area),
            tuple(each for each in self.liked if each.technique != technique),
        )


def learn(likes: Likes, spoken: Iterable[Spoken]) -> Likes:
    """Add what was said to what is known.

    Raises:
        UsageError: An area, a technique or what was said is not known.
    """
    for one in spoken:
        _check(one)
        likes = _of_pressure(_of_liking(likes, one), one)
    return likes


def stated(likes: Likes, what: Stated, *, area: str | None = None, technique: str | None = None) -> Likes:
    """Put what a person states outright in place of what was learnt of an area's pressure or a technique.

    Raises:
        UsageError: An area or a technique is not known, or it is not stated of such a thing.
    """
    said: Said = _OUTRIGHT[what]
    fits = ("less", "more") if area is None else ("softer", "firmer")
    if what not in (*fits, "as-planned"):
        raise UsageError(f"{what!r} is not said of that", "said", f"Use one of: {', '.join((*fits, 'as-planned'))}")
    answers = _table("stated")["liking_answers" if area is None else "pressure_answers"]
    return learn(likes.without(area=area, technique=technique), [Spoken(said, area, technique)] * answers)


def learnt(likes: Likes) -> tuple[Message, ...]:
    """Say what has been learnt, each belief with how many answers it rests on."""
    firmness = (
        message(
            "learnt-pressure", answers=each.answers, area=each.area, direction=_way(each.offset, ("firmer", "softer"))
        )
        for each in likes.pressed
    )
    liking = (
        message(
            "learnt-liking",
            answers=round(each.pro + each.contra),
            liking=_way(each.factor - 1.0, ("more", "less")),
            technique=each.technique,
        )
        for each in likes.liked
    )
    return (*firmness, *liking)


_OUTRIGHT: Mapping[Stated, Said] = MappingProxyType(
    {"softer": "softer", "as-planned": "just-right", "firmer": "firmer", "less": "disliked", "more": "liked"}
)


def _way(amount: float, words: tuple[str, str]) -> str:
    up, down = words
    return up if amount >= _NOTICED else down if amount <= -_NOTICED else "same"


def _of_pressure(likes: Likes, one: Spoken) -> Likes:
    says = _table("pressure")["says"]
    if one.area is None or one.said not in says:
        return likes
    old = next((each for each in likes.pressed if each.area == one.area), Pressed(one.area, 0.0, 0))
    new = replace(old, total=old.total + says[one.said], answers=old.answers + 1)
    others = (each for each in likes.pressed if each.area != one.area)
    return replace(likes, pressed=tuple(sorted((*others, new), key=lambda each: each.area)))


def _of_liking(likes: Likes, one: Spoken) -> Likes:
    says = _table("liking")["says"]
    if one.technique is None or one.said not in says:
        return likes
    pro, contra = says[one.said]
    old = next((each for each in likes.liked if each.technique == one.technique), Liked(one.technique, 0.0, 0.0))
    new = replace(old, pro=old.pro + pro, contra=old.contra + contra)
    others = (each for each in likes.liked if each.technique != one.technique)
    return replace(likes, liked=tuple(sorted((*others, new), key=lambda each: each.technique)))


def _check(one: Spoken) -> None:
    allowed: tuple[tuple[str, str | None, Iterable[str]], ...] = (
        ("said", one.said, get_args(Said)),
        ("area", one.area, (*AREAS, *COMPOSITES)),
        ("technique", one.technique, techniques()),
    )
    for where, value, known in allowed:
        if value is not None and value not in known:
            raise UsageError(f"{value!r} is not known", where, f"Use one of: {', '.join(known)}")


def _table(name: str) -> Mapping[str, Any]:
    group: Mapping[str, Any] = load("learning")[name]
    return group
