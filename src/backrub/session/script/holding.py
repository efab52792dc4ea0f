"""The hold on a tender spot as it is led without a tap: each branch is said as an if, answers pass between the two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backrub.session.script.drafting import asked, line, to_receiver, where
from backrub.session.timeline import CueDraft, PlacedStep, Setting
from backrub.technique.limits import CEILING
from backrub.units import seconds

__all__ = ["AFTER_HALF_TIME", "HoldTimes", "hold", "hold_times"]

SINK_S = 8.0
"""Two slow breaths into the spot [s]. Source: one teacher's script. Certainty: L."""

RELEASE_S = 6.0
"""Easing out over one to two breaths [s]. Source: one teacher's script. Certainty: L."""

STILL_USUAL_S = 60.0
"""How long the hold lies still where the slot allows [s]. Source: Hodgson and Fryer 2006. Certainty: M."""

SEEK_S = (20.0, 45.0)
"""Least and most time to look for the spot [s]. Source: one teacher's script. Certainty: L."""

AFTER_HALF_TIME = frozenset({"hold-half-time", "hold-if-easing"})
"""Lines that keep their distance from half time, wherever that has moved to; others keep it from the stillness."""


@dataclass(frozen=True, slots=True)
class HoldTimes:
    """When each part of a planned hold begins, from the start of its step [s].

    Attributes:
        sink_s: Stop on the spot and sink in.
        still_s: Keep still.
        half_s: Ask how it is, at half time.
        release_s: Ease out; the step ends when it is done.
    """

    sink_s: float
    still_s: float
    half_s: float
    release_s: float


def hold_times(length_s: float) -> HoldTimes:
    """Share out the time of a planned hold: the usual stillness first, what is left goes to finding the spot."""
    least_s, most_s = SEEK_S
    sink_s = min(most_s, max(least_s, length_s - SINK_S - STILL_USUAL_S - RELEASE_S))
    still_s, release_s = sink_s + SINK_S, length_s - RELEASE_S
    return HoldTimes(sink_s, still_s, (still_s + release_s) / 2, release_s)


def hold(setting: Setting, placed: PlacedStep, seen: frozenset[str]) -> Iterator[CueDraft]:
    """Lead a hold; the second one tonight drops what the first has taught, never the numbers and what is sharp."""
    step, new = placed.step, "tender-spot-hold" not in seen
    times = hold_times(seconds(placed.duration_ms))
    ceiling = min(CEILING, round(step.pressure[1])) if step.pressure is not None else CEILING
    yield line(0.5, "hold-where", contact=step.contact or "knuckles", **where(setting, step))
    yield to_receiver(line(7, "hold-say-when"))
    if new and times.sink_s >= 22:
        yield line(13, "hold-lump")
    yield line(times.sink_s - 4, "hold-if-found")
    yield line(times.sink_s + 3, "hold-sink")
    yield line(times.still_s + 1, "hold-numbers", ceiling=ceiling)
    if new:
        # After the numbers have been said, and where there is room not close upon them; done before half time is asked.
        sharp_s = min(9.0, max(7.5, times.half_s - times.still_s - 6))
        yield to_receiver(line(times.still_s + sharp_s, "hold-sharp"))
    if new and times.half_s - times.still_s > 22:
        yield to_receiver(line(times.still_s + 17, "hold-breath-out"))
    yield asked(line(times.half_s, "hold-half-time"))
    yield line(times.half_s + 5, "hold-if-easing")
    yield line(times.release_s, "hold-release")
