"""What else there could be: another plan, both getting one, fewer wishes where some clash, a lesson."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from backrub.anatomy import Atlas
from backrub.app.planning import Planned, compose_rub, planned
from backrub.compose import Asked, Lesson, compose_swap, conflict, hug_lesson, seen_as, what_if
from backrub.errors import CannotBeDone
from backrub.person import Wishes, back_of, without_health
from backrub.routine import Reason, Routine, Step
from backrub.technique import StrokePath, stroke_path, techniques

__all__ = [
    "Compared",
    "Hug",
    "Share",
    "ShareKind",
    "Swapped",
    "Turn",
    "clash_of",
    "compare_rubs",
    "hug_for",
    "shares",
    "swap_rubs",
]

HUG = "hug-rub"
ShareKind = Literal["area", "step", "phase"]
Turn = Literal["one", "other"]
"""Which of two people: the one named first, or the other."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of two plans a place, or a phase, gets.

    Attributes:
        kind: `area` for a place of the work, `step` for a break or a turn, else `phase`.
        id: Its id.
        before_s: In the plan as it was [s].
        after_s: In the other plan [s].
        why: Why the other plan gives it what it gives, or None.
    """

    kind: ShareKind
    id: str
    before_s: int
    after_s: int
    why: Reason | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """A plan for other wishes beside the one there was.

    Attributes:
        planned: The plan for the other wishes.
        comes: Strokes and holds that only it has.
        goes: Strokes and holds that only the plan before has.
        shares: How much each place and phase gets in both, the largest of the other plan first.
    """

    planned: Planned
    comes: tuple[Reason, ...]
    goes: tuple[Reason, ...]
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Swapped:
    """Two fair halves of an evening.

    Attributes:
        first: The plan of who receives first.
        second: The plan of the other, exactly as long.
        begins: Whose plan is first: of those two that were named first and second.
        minutes_each: How long each half is.
        change_s: Time between them [s].
    """

    first: Planned
    second: Planned
    begins: Turn
    minutes_each: int
    change_s: int


@dataclass(frozen=True, slots=True)
class Hug:
    """A lesson, and what its stroke looks like.

    Attributes:
        lesson: What to know.
        path: The hands over one stroke, on the receiver's back; None where this back does not allow it.
        atlas: That back.
    """

    lesson: Lesson
    path: StrokePath | None
    atlas: Atlas


def compare_rubs(now: Wishes, then: Wishes) -> Compared:
    """Plan for other wishes, and say what would be different.

    Raises:
        NotTonight: A health answer forbids a rub today.
        UsageError: A wish is out of its range, or leaves nothing to do.
    """
    before = _standing(without_health(now))
    private = without_health(then)
    found = what_if(before, private)
    return Compared(
        planned(private, found.routine),
        comes=tuple(each for each in found.more if _is_news(each)),
        goes=tuple(each for each in found.less if _is_news(each)),
        shares=shares(before, found.routine),
    )


@lru_cache(maxsize=8)
def _standing(private: Wishes) -> Routine:
    """Give the plan as it stands, which is asked about again with every move of a slider."""
    return compose_rub(private, more=False).routine


def _is_news(reason: Reason) -> bool:
    """Tell a stroke or a hold that comes from one that only gets longer: that is in the shares."""
    return reason.id in ("more-stroke", "more-holds")


def shares(before: Routine, after: Routine) -> tuple[Share, ...]:
    """Give how much each place of the work and each other phase gets in two plans."""
    then, now = _seconds(before), _seconds(after)
    ranked = sorted(then | now, key=lambda key: (key[0] != "area", -now[key], -then[key], key[1]))
    return tuple(Share(kind, name, then[kind, name], now[kind, name], _why(after, kind, name)) for kind, name in ranked)


def _seconds(routine: Routine) -> Counter[tuple[ShareKind, str]]:
    counted: Counter[tuple[ShareKind, str]] = Counter()
    for step in routine.steps:
        if step.duration_s:
            counted[_part(routine, step)] += step.duration_s
    return counted


def _part(routine: Routine, step: Step) -> tuple[ShareKind, str]:
    if step.kind == "turn":
        return "step", "turn-over" if routine.position == "side-lying" else "break"
    if step.phase == "work" and step.area is not None:
        return "area", seen_as(step.area)
    return "phase", step.phase


def _why(routine: Routine, kind: str, name: str) -> Reason | None:
    """Give why a place gets what it gets: how tense it is, or else what its first stroke is for."""
    if kind == "phase":
        return None
    here = [step for step in routine.steps if step.duration_s and _part(routine, step) == (kind, name)]
    reasons = [reason for step in here for reason in step.reasons]
    tense = [each for each in reasons if each.id == "why-tense"]
    if tense:  # where the sides differ, it is told of the tenser
        return max(tense, key=lambda each: int(dict(each.args)["level"]))
    return reasons[0] if reasons else None


def clash_of(wishes: Wishes) -> tuple[Asked, ...]:
    """Give the fewest wishes that cannot be met together; empty where all can be met.

    Raises:
        NotTonight: A health answer forbids a rub today.
        UsageError: A wish is out of its range.
    """
    return conflict(without_health(wishes))


def swap_rubs(one: Wishes, other: Wishes, minutes: int, seed: int | None = None) -> Swapped:
    """Plan a rub for each of two people, as long for one as for the other.

    Args:
        one: What one of them wishes as the receiver.
        other: What the other wishes.
        minutes: Everything together, the change included.
        seed: Lets a coin decide who begins, and draws other good plans; None: the first begins.

    Raises:
        NotTonight: A health answer of one of them forbids a rub today.
        UsageError: A wish is out of its range, or the minutes are too few for two.
    """
    private = tuple(without_health(each if seed is None else replace(each, seed=seed)) for each in (one, other))
    swap = compose_swap(private[0], private[1], minutes, seed)
    first, second = private if swap.begins == "one" else private[::-1]
    minutes_each = swap.first.duration_s // 60
    return Swapped(
        planned(replace(first, minutes=minutes_each, swap=True), swap.first),
        planned(replace(second, minutes=minutes_each, swap=False), swap.second),
        swap.begins,
        minutes_each,
        swap.change_s,
    )


def hug_for(wishes: Wishes) -> Hug:
    """Give the lesson of a hug with a rub, for these two.

    Raises:
        NotTonight: A health answer forbids it.
    """
    private = without_health(wishes)
    atlas = back_of(private.body, position="hug")
    return Hug(hug_lesson(private), _hug_path(atlas), atlas)


def _hug_path(atlas: Atlas) -> StrokePath | None:
    try:
        return stroke_path(HUG, atlas, techniques()[HUG].areas[0], "both")
    except CannotBeDone:
        return None
