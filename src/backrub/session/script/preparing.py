"""What is said before the first touch, in under half a minute of words, and the list the plan page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from backrub.routine import Message, Routine, message
from backrub.session.script.catalogue import LINES
from backrub.session.script.drafting import footing, line, to_receiver
from backrub.session.script.talking import heard
from backrub.session.timeline import CueDraft, Setting
from backrub.units import ms

__all__ = ["Icon", "Preparation", "preparation", "preparations"]

Icon = Literal["room", "ring", "oil", "mat", "head", "cover", "cushion", "towel"]

_GAP_S = 2.0
"""Silence between two preparations, in which people do them [s]. Certainty: ENG."""

_PER_WORD_S = 0.45
"""Time a calm voice takes for a word, about 135 a minute [s]. Certainty: ENG."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """One thing to see to before hands are oily.

    Attributes:
        what: The sentence.
        icon: Name of its drawing.
    """

    what: Message
    icon: Icon


def preparation(setting: Setting, routine: Routine) -> tuple[CueDraft, ...]:
    """Give what is said between `start` and `ready`, at offsets from `start`.

    The words take under 30 s; the gaps between them are for doing. A hug is told how to end, then left alone.

    Args:
        setting: How the coach speaks here.
        routine: The plan; its first place is where the giver settles.
    """
    drafts = tuple(_hug() if setting.position == "hug" else _lines(setting, routine))
    kept = heard(drafts, setting.talk)
    lengths_s = [LINES[draft.what.id].words * _PER_WORD_S + _GAP_S if draft.kind == "say" else 0.0 for draft in kept]
    starts_s = accumulate(lengths_s[:-1], initial=0.0)
    return tuple(
        CueDraft(ms(start_s), draft.kind, draft.what, draft.to, draft.weight)
        for start_s, draft in zip(starts_s, kept, strict=True)
    )


def preparations(setting: Setting) -> tuple[Preparation, ...]:
    """Give the list of what to see to, for the page of the plan; what this setting has no use for is left out."""
    return tuple(_checks(setting))


def _hug() -> Iterator[CueDraft]:
    yield line(0, "prepare-hug")
    yield line(0, "prepare-hug-end")


def _lines(setting: Setting, routine: Routine) -> Iterator[CueDraft]:
    yield to_receiver(line(0, "prepare-lie", position=setting.position))
    yield to_receiver(line(0, "prepare-words"))
    yield line(0, "prepare-hands", glide=setting.lubricant)
    yield line(0, "prepare-place", position=setting.position, surface=footing(setting))
    yield line(0, "prepare-ask")
    if any(step.technique != "hug-rub" for step in routine.steps):
        yield line(0, "prepare-warm")
    yield line(0, "prepare-ready")


def _checks(setting: Setting) -> Iterator[Preparation]:
    nuts = "yes" if setting.nut_allergy else "no"
    if setting.position == "hug":
        return
    yield Preparation(message("check-room"), "room")
    yield Preparation(message("check-nails"), "ring")
    yield Preparation(message("check-glide", glide=setting.lubricant, nuts=nuts), "oil")
    if setting.surface in ("mat", "bed"):
        yield Preparation(message("check-surface", surface=setting.surface), "mat")
    yield Preparation(message("check-support", position=setting.position), "head")
    if setting.lubricant != "clothed":
        yield Preparation(message("check-cover"), "cover")
    yield Preparation(message("check-place", position=setting.position, surface=footing(setting)), "cushion")
    if setting.lubricant in ("oil", "lotion"):
        yield Preparation(message("check-towel"), "towel")
    yield Preparation(message("check-ask"), "head")
