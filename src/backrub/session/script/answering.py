"""What is said at once when somebody asks for something: a word or two, so that hands can follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from backrub.routine import Argument
from backrub.session.script.catalogue import LINES
from backrub.session.script.drafting import line, shown, to_receiver
from backrub.session.script.talking import SHOWN_FROM
from backrub.session.timeline import CueDraft, Setting

__all__ = ["MOMENTS", "moment"]

HANDS_AWAY_S = 1.5
"""After a receiver's stop: when hands are told to leave, so that they are away within 3 s [s]. Certainty: H."""

STOP_QUIET_S = 10.0
"""After a receiver's stop: when the one line for the receiver comes; then silence [s]. Certainty: L."""


def moment(name: str, setting: Setting, **context: Argument) -> tuple[CueDraft, ...]:
    """Give the answer to a command or a turn of events, at offsets from that moment.

    Args:
        name: One of `MOMENTS`.
        setting: How the coach speaks here.
        **context: What the answer's messages need; more is ignored.

    Raises:
        KeyError: There is no such moment.
    """
    if setting.position == "hug":
        return ()
    drafts = MOMENTS[name](context)
    return tuple(draft for draft in drafts if draft.kind != "show" or draft.weight >= SHOWN_FROM[setting.talk])


Context = Mapping[str, Argument]
_Moment = Callable[[Context], Iterator[CueDraft]]


def _said(name: str) -> _Moment:
    """Answer with one line."""

    def say(context: Context) -> Iterator[CueDraft]:
        args = {key: context[key] for key in LINES[name].args}
        yield line(0, name, **args)

    return say


def _shown(name: str) -> _Moment:
    """Answer without a sound."""

    def show(_context: Context) -> Iterator[CueDraft]:
        yield shown(line(0, name))

    return show


def _stop(_context: Context) -> Iterator[CueDraft]:
    yield line(0, "stop-receiver")
    yield line(HANDS_AWAY_S, "stop-hands-away")
    yield to_receiver(line(STOP_QUIET_S, "stop-quiet"))


def _spot_here(context: Context) -> Iterator[CueDraft]:
    yield line(0, "spot-here")
    yield line(4.5, "hold-sink")
    yield line(13, "hold-numbers", ceiling=context.get("ceiling", 7))


def _and_later(name: str, later: str) -> _Moment:
    """Answer with one line, and show what is worth reading afterwards."""

    def both(_context: Context) -> Iterator[CueDraft]:
        yield line(0, name)
        yield shown(line(3, later))

    return both


def _one_by_one(first: str, then: str, then_s: float) -> _Moment:
    """Answer with two lines: what is wanted, and what the hand on a spot does."""

    def both(_context: Context) -> Iterator[CueDraft]:
        yield line(0, first)
        yield line(then_s, then)

    return both


_SAID = (
    *(
        "softer",
        "firmer",
        "firmer-cap",
        "firmer-later",
        "just-right",
        "stay",
        "stay-none",
        "not-there",
        "next",
        "next-soon",
        "back",
    ),
    *("pause-giver", "resume", "stop-giver", "too-much", "hurts", "rate-ok", "tired", "more-minutes", "end-in"),
    *("re-warm", "no-room", "spot-not-found", "spot-low", "spot-enough", "spot-good", "spot-eight", "spot-nine"),
    *("hold-easing", "hold-same", "hold-worse", "hold-eased", "hold-release", "hold-broad", "hold-broad-round"),
    *("breath-held", "breath-back", "breath-not-back"),
)

MOMENTS: Mapping[str, _Moment] = MappingProxyType(
    {name: _said(name) for name in _SAID}
    | {name: _shown(name) for name in ("hush", "replanned")}
    | {
        "tired-held": _one_by_one("hold-release", "tired", 4.5),
        "end-in-held": _one_by_one("end-in", "hold-release", 2.4),
        "stop-receiver": _stop,
        "spot-here": _spot_here,
        "spot-lump": _and_later("spot-lump", "spot-lump-later"),
        "hold-radiates": _and_later("hold-radiates", "hold-radiates-later"),
    }
)
"""Every moment there is an answer for, by name."""
