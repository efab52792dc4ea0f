"""Every message a session can say, with its arguments, how long its sentence may be and how much it matters.

`words` holds the sentences; a test there sees to it that each text takes exactly these arguments and is no longer
than the English length given here, so that the script can count words without ever seeing one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from backrub.routine import Message

__all__ = ["ASK_AS_WRITTEN", "LINES", "MESSAGES", "SAYS_AS_WRITTEN", "Group", "Line", "line_of"]

Group = Literal["prepare", "hands", "hold", "answer", "finish", "after", "refusal", "check"]


@dataclass(frozen=True, slots=True)
class Line:
    """What the script knows of a sentence without knowing its words.

    Attributes:
        group: The part of the session it belongs to.
        words: The most words its English text has.
        weight: 0 is the first to be shown instead of said when words are short; 8 is said whatever the budget, 9
            also to people who want to hear next to nothing.
        args: Names of its arguments.
    """

    group: Group
    words: int
    weight: int
    args: tuple[str, ...] = ()


_WHERE = ("area", "near", "side")

_PREPARE = {
    "prepare-lie": Line("prepare", 12, 9, ("position",)),
    "prepare-words": Line("prepare", 11, 9),
    "prepare-hands": Line("prepare", 8, 6, ("glide",)),
    "prepare-place": Line("prepare", 10, 7, ("position", "surface")),
    "prepare-ask": Line("prepare", 10, 9),
    "prepare-warm": Line("prepare", 8, 6),
    "prepare-ready": Line("prepare", 8, 9),
    "prepare-hug": Line("prepare", 10, 9),
    "prepare-hug-end": Line("prepare", 11, 9),
}

_CHECKS = {
    "check-room": Line("check", 8, 5),
    "check-nails": Line("check", 9, 5),
    "check-glide": Line("check", 16, 5, ("glide", "nuts")),
    "check-surface": Line("check", 15, 5, ("surface",)),
    "check-support": Line("check", 17, 5, ("position",)),
    "check-cover": Line("check", 18, 5),
    "check-towel": Line("check", 7, 5),
    "check-place": Line("check", 17, 5, ("position", "surface")),
    "check-ask": Line("check", 18, 5),
}

_CHANGES = {
    "next-stroke": Line("hands", 12, 9, ("area", "lead", "near", "side", "technique")),
    "next-other-side": Line("hands", 12, 9, ("lead", "near", "side")),
    "next-feather": Line("finish", 10, 9, ("contact", "lead")),
    "next-smooth": Line("finish", 10, 9, ("lead",)),
    "next-rest": Line("hands", 11, 9, ("lead",)),
    "next-hold": Line("hands", 10, 9, ("lead",)),
    "move-to": Line("hands", 12, 9, ("lead", "station")),
    "move-change-knees": Line("hands", 9, 5, ("stance",)),
    "turn-head": Line("hands", 10, 8),
    "turn-over": Line("hands", 9, 9),
    "turn-over-help": Line("hands", 11, 9),
    "turn-over-back": Line("hands", 11, 9),
    "sit-up": Line("hands", 10, 9, ("position",)),
    "sit-up-back": Line("hands", 11, 9),
    "oil-first": Line("hands", 11, 9, ("glide",)),
    "oil-more": Line("hands", 11, 8, ("glide",)),
    "ask-pressure": Line("hands", 6, 9),
    "ask-here": Line("hands", 9, 9),
}

_HOWS = {
    "how-resting-hands": Line("hands", 11, 9, ("area", "position")),
    "how-resting-hands-weight": Line("hands", 10, 5),
    "how-resting-hands-breath": Line("hands", 7, 4),
    "how-effleurage": Line("hands", 12, 8, ("area", "place", "side")),
    "how-effleurage-out": Line("hands", 12, 7, ("area", "place")),
    "how-effleurage-home": Line("hands", 11, 7, ("area", "place", "side")),
    "how-petrissage": Line("hands", 11, 8, ("contact",)),
    "how-knuckle-circles": Line("hands", 12, 8, ("area",)),
    "how-gutter-glide": Line("hands", 11, 8, ("contact",)),
    "how-blade-circles": Line("hands", 12, 8, ("area", "contact")),
    "how-waist-spread": Line("hands", 11, 8),
    "how-side-pull": Line("hands", 10, 8),
    "how-tapotement": Line("finish", 10, 6),
    "how-clothed-rub": Line("hands", 11, 8),
    "how-caress": Line("hands", 9, 8),
    "how-palm-press": Line("hands", 11, 8),
    "care-petrissage": Line("hands", 10, 5, ("area",)),
    "care-knuckle-circles": Line("hands", 11, 4),
    "care-gutter-glide": Line("hands", 11, 5, ("area",)),
    "care-blade-circles": Line("hands", 11, 5),
    "care-waist-spread": Line("hands", 11, 5),
    "care-side-pull": Line("hands", 8, 4),
    "care-clothed-rub": Line("hands", 9, 4),
    "care-palm-press": Line("hands", 9, 5),
    "care-caress": Line("hands", 8, 3),
    "again": Line("hands", 6, 3),
    "posture": Line("hands", 11, 4, ("stance", "technique")),
    "weight": Line("hands", 8, 5, ("level", "technique")),
    "ramp-long": Line("hands", 9, 5),
    "breath-pace": Line("hands", 9, 3),
    "change-path": Line("hands", 7, 3),
}

_FINISH = {
    "finish-lighter": Line("finish", 7, 8),
    "finish-slower": Line("finish", 4, 5),
    "finish-half": Line("finish", 6, 5),
    "finish-rest": Line("finish", 5, 6),
    "finish-last": Line("finish", 7, 9),
    "finish-leave": Line("finish", 7, 9),
}

_HOLD = {
    "hold-where": Line("hold", 12, 9, (*_WHERE, "contact")),
    "hold-say-when": Line("hold", 8, 9),
    "hold-lump": Line("hold", 9, 7),
    "hold-if-found": Line("hold", 11, 9),
    "hold-sink": Line("hold", 9, 9),
    "hold-numbers": Line("hold", 11, 9, ("ceiling",)),
    "hold-sharp": Line("hold", 10, 9),
    "hold-breath-out": Line("hold", 5, 4),
    "hold-half-time": Line("hold", 6, 9),
    "hold-if-easing": Line("hold", 11, 9),
    "hold-release": Line("hold", 7, 9),
    "hold-broad": Line("hold", 9, 9),
    "hold-broad-round": Line("hold", 8, 9),
    "spot-here": Line("answer", 8, 9),
    "spot-lump": Line("answer", 6, 9),
    "spot-lump-later": Line("hold", 12, 5),
    "spot-not-found": Line("answer", 7, 9),
    "spot-low": Line("answer", 6, 9),
    "spot-enough": Line("answer", 5, 9),
    "spot-good": Line("answer", 6, 9),
    "spot-eight": Line("answer", 6, 9),
    "spot-nine": Line("answer", 6, 9),
    "hold-easing": Line("answer", 7, 9),
    "hold-same": Line("answer", 7, 9),
    "hold-worse": Line("answer", 6, 9),
    "hold-eased": Line("answer", 9, 9),
    "hold-radiates": Line("answer", 11, 9),
    "hold-radiates-later": Line("hold", 10, 5),
    "breath-held": Line("answer", 5, 9),
    "breath-back": Line("answer", 4, 9),
    "breath-not-back": Line("answer", 4, 9),
}

_ANSWERS = {
    "softer": Line("answer", 1, 9),
    "firmer": Line("answer", 4, 9),
    "firmer-cap": Line("answer", 8, 9),
    "firmer-later": Line("answer", 8, 9),
    "just-right": Line("answer", 4, 9),
    "stay": Line("answer", 4, 9),
    "stay-none": Line("answer", 11, 9),
    "not-there": Line("answer", 7, 9),
    "next": Line("answer", 7, 9),
    "next-soon": Line("answer", 6, 9),
    "back": Line("answer", 9, 9),
    "pause-giver": Line("answer", 6, 9),
    "resume": Line("answer", 6, 9),
    "stop-receiver": Line("answer", 3, 9),
    "stop-hands-away": Line("answer", 3, 9),
    "stop-quiet": Line("answer", 6, 9),
    "stop-giver": Line("answer", 6, 9),
    "too-much": Line("answer", 2, 9),
    "hurts": Line("answer", 4, 9),
    "rate-ok": Line("answer", 4, 9),
    "hush": Line("answer", 11, 5),
    "tired": Line("answer", 9, 9),
    "more-minutes": Line("answer", 4, 9),
    "end-in": Line("answer", 5, 9),
    "replanned": Line("answer", 8, 5),
    "re-warm": Line("answer", 6, 9),
    "no-room": Line("answer", 9, 9),
}

_AFTER = {
    "after-stay": Line("after", 6, 8),
    "after-cover": Line("after", 7, 7),
    "after-rise": Line("after", 10, 9, ("position",)),
    "after-water": Line("after", 6, 5),
    "after-wipe": Line("after", 8, 5),
    "after-asleep": Line("after", 10, 9),
}

_REFUSALS = {
    f"refused-{code}": Line("refusal", 24, 9)
    for code in (
        "not-running",
        "not-started",
        "already-started",
        "not-preparing",
        "not-paused",
        "stopped",
        "finished",
        "stale",
        "not-yours",
        "no-hold",
        "no-spots-left",
        "not-warm-yet",
        "not-a-place",
        "no-time",
        "hush",
        "cap",
        "first-step",
        "last-step",
        "finishing",
        "out-of-range",
        "announced",
        "holding",
        "long-enough",
        "left-alone",
        "unknown",
    )
}

LINES: Mapping[str, Line] = MappingProxyType(
    _PREPARE | _CHECKS | _CHANGES | _HOWS | _FINISH | _HOLD | _ANSWERS | _AFTER | _REFUSALS
)
"""Every message of a session, by id."""

SAYS_AS_WRITTEN = "says-as-written"
"""A sentence that whoever wrote the routine wants said; `routine` has its text."""

ASK_AS_WRITTEN = "ask-as-written"
"""A check-in in the words of whoever wrote the routine."""

_FRAMES: Mapping[str, int] = MappingProxyType({SAYS_AS_WRITTEN: 0, ASK_AS_WRITTEN: 1})
"""How many words stand round what somebody wrote."""

MESSAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name: tuple(sorted(line.args)) for name, line in LINES.items()} | {ASK_AS_WRITTEN: ("text",)}
)
"""The names of each message's arguments, by message id."""


def line_of(what: Message) -> Line:
    """Give what the script knows of a message; what somebody wrote is as long as it is, and said whatever the budget.

    Raises:
        KeyError: It is no message of a session.
    """
    if what.id not in _FRAMES:
        return LINES[what.id]
    written = sum(len(str(value).split()) for name, value in what.args if name == "text")
    return Line("hands", _FRAMES[what.id] + written, 9, ("text",))
