"""What is said after the last touch: nothing for half a minute, then little; to somebody asleep, nothing."""

from __future__ import annotations

from collections.abc import Iterator

from backrub.session.script.drafting import line, shown, to_receiver
from backrub.session.script.talking import heard
from backrub.session.timeline import CueDraft, Setting

__all__ = ["QUIET_S", "aftercare"]

QUIET_S = 30.0
"""Silence after the last touch [s]. Source: one teacher's script. Certainty: L."""

RISE_S = 180.0
"""When rising slowly is spoken of, if nobody has moved before [s]. Source: one teacher's script. Certainty: L."""


def aftercare(setting: Setting, asleep: bool) -> tuple[CueDraft, ...]:  # noqa: FBT001 - a state the engine has
    """Give what is said after the last touch, at offsets from it.

    Args:
        setting: How the coach speaks here.
        asleep: Whether the receiver sleeps: then one line is shown, and nothing is said.
    """
    if asleep:
        return (shown(line(QUIET_S, "after-asleep")),)
    if setting.position == "hug":
        return ()
    return heard(_lines(setting), setting.talk)


def _lines(setting: Setting) -> Iterator[CueDraft]:
    yield to_receiver(line(QUIET_S, "after-stay"))
    yield line(QUIET_S + 5, "after-cover")
    yield to_receiver(line(RISE_S, "after-rise", position=setting.position))
    yield to_receiver(line(RISE_S + 9, "after-water"))
    if setting.lubricant in ("oil", "lotion"):
        yield line(RISE_S + 14, "after-wipe")
