"""A hug with a rub in it: learnt beforehand from a page, never led, since nobody wants a voice in a hug."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from backrub.person import Wishes, care_of
from backrub.routine import Message, message
from backrub.technique import limits, techniques

__all__ = ["LESSONS", "Lesson", "hug_lesson"]

LESSONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "lesson-hug": (),
        "lesson-hug-ask": ("sad",),
        "lesson-hug-stand": (),
        "lesson-hug-one-hand": (),
        "lesson-hug-slowly": ("pressure",),
        "lesson-hug-quiet": ("sad",),
        "lesson-hug-let-go": ("seconds",),
        "lesson-hug-beside": ("minutes",),
    }
)
"""Messages of a lesson: id to argument names."""

_BESIDE_S = 180
"""Longest rub sitting beside somebody after a hug [s]. Source: teaching. Certainty: M."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Something to be learnt before it is done, without a voice and without a clock.

    Attributes:
        title: What it is called.
        points: What to know, in the order it will happen.
        most_s: How long it lasts at most [s]; they end it when they loosen.
    """

    title: Message
    points: tuple[Message, ...]
    most_s: int


def hug_lesson(wishes: Wishes) -> Lesson:
    """Teach a hug with a rub, for these two.

    Raises:
        NotTonight: A health answer forbids it.
    """
    return Lesson(message("lesson-hug"), tuple(_points(wishes)), limits.HUG_MAX_S)


def _points(wishes: Wishes) -> Iterator[Message]:
    sad = "yes" if wishes.intention == "comfort" else "no"
    cap = min(care_of(wishes).cap, techniques()["hug-rub"].cap)
    yield message("lesson-hug-ask", sad=sad)
    yield message("lesson-hug-stand")
    yield message("lesson-hug-one-hand")
    yield message("lesson-hug-slowly", pressure=cap)
    yield message("lesson-hug-quiet", sad=sad)
    yield message("lesson-hug-let-go", seconds=limits.HUG_MAX_S)
    yield message("lesson-hug-beside", minutes=_BESIDE_S // 60)
