"""From a drafted stroke to samples: smooth, closed, at its pace, and never harder than the place allows.

A draft says where a hand goes and how much of the asked pressure it puts there. Tracing draws the curve, bends it round
places left alone, lowers the pressure ahead of every limit, and only then spreads the points over time.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from backrub.anatomy.curves import through
from backrub.technique.ground import Ground

__all__ = ["Draft", "Knot", "NoWayError", "Timing", "Track", "trace"]

_STEP_MM = 2.0
_SAME_MM = 0.5
_RATE_PER_S = 25
_TAP_RATE_PER_S = 40
_SLOPE_PER_MM = 0.12  # felt pressure never changes faster than this along the skin
_FULL_PACE_FROM = 2.5  # felt pressure from which the pace of the technique holds
_BEND_REACH_MM = 70.0
_BENDS = 4
_SPARE_MM = 4.0  # how far round such a place the curve keeps besides
_PASSING = 3.0


class NoWayError(ValueError):
    """Of a stroke's whole way one point is left."""


@dataclass(frozen=True, slots=True)
class Knot:
    """A place on a stroke.

    Attributes:
        x_mm: Outward from the midline.
        y_mm: Towards the feet.
        share: How much of the asked pressure is put here, 0 to 1; 0 lifts the hand.
        heading_deg: Where the fingers point: 0 to the head, 90 outward.
        ceiling: Highest felt pressure here, whatever is asked.
        speed: Speed as a multiple of the pace; counts only where the touch is light.
        at: For beats, when in the stroke, 0 to 1.
    """

    x_mm: float
    y_mm: float
    share: float = 1.0
    heading_deg: float = 0.0
    ceiling: float = 10.0
    speed: float = 1.0
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Draft:
    """One hand's stroke before it is timed.

    Attributes:
        ground: The side and contact it is for.
        knots: Where it goes, once round.
        kind: `glide` runs along the curve at a speed; `beat` meets its knots at set times.
        cycles: How many strokes the loop holds.
        smooth: Whether a glide's knots are joined by a curve; dense loops need none.
    """

    ground: Ground
    knots: tuple[Knot, ...]
    kind: Literal["glide", "beat"] = "glide"
    cycles: int = 1
    smooth: bool = True


@dataclass(frozen=True, slots=True)
class Timing:
    """How fast a loop is.

    Attributes:
        pace_cm_per_s: The speed of a glide while it presses.
        cycle_s: The whole loop's length; with a pace too, the loop is stretched or hurried evenly to fill it.
    """

    pace_cm_per_s: float | None = None
    cycle_s: float | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """One hand's loop as arrays over time, in the back frame."""

    t_s: NDArray[np.float64]
    x_mm: NDArray[np.float64]
    y_mm: NDArray[np.float64]
    heading_deg: NDArray[np.float64]
    pressure: NDArray[np.float64]
    asked: NDArray[np.float64] = field(repr=False)

    @property
    def cycle_s(self) -> float:
        """Return how long the loop takes [s]."""
        return float(self.t_s[-1])


@dataclass(slots=True)
class _Line:
    """A closed curve with what belongs to each point; the last point repeats the first."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    heading: NDArray[np.float64]
    asked: NDArray[np.float64]
    speed: NDArray[np.float64]
    along: NDArray[np.float64]


def trace(draft: Draft, felt: float, timing: Timing, shift: float = 0.0) -> Track:
    """Draw a draft at a felt pressure.

    Args:
        draft: The stroke, for one side.
        felt: The pressure asked for, 1-10.
        timing: Its speed or length.
        shift: How far round the loop it starts, 0 to 1: two hands that alternate differ by a half.

    Returns:
        The samples; the last repeats the first at the end of the loop.

    Raises:
        NoWayError: Limits and spots leave one point of the whole way.
    """
    track = _glide(draft, felt, timing, shift) if draft.kind == "glide" else _beat(draft, felt, timing, shift)
    limits = draft.ground.limits(track.x_mm, track.y_mm, track.heading_deg)
    pressure = np.minimum(track.pressure, limits)
    sign = draft.ground.sign
    return Track(
        t_s=track.t_s,
        x_mm=sign * track.x_mm,
        y_mm=track.y_mm,
        heading_deg=sign * track.heading_deg % 360.0,
        pressure=pressure,
        asked=track.asked,
    )


def _glide(draft: Draft, felt: float, timing: Timing, shift: float) -> Track:
    line = _curve(draft, felt)
    _bend(line, draft.ground)
    if line.along[-1] <= _SAME_MM:
        raise NoWayError
    limits = draft.ground.limits(line.x, line.y, line.heading)
    pressure = _eased(np.minimum(line.asked, limits), line.along)
    t = _times(line, pressure, timing)
    count = max(8, math.ceil(t[-1] * _RATE_PER_S)) + 1
    at = np.linspace(0.0, t[-1], count)
    source = (at + shift * t[-1]) % t[-1]
    source[-1] = source[0]

    def over(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(np.interp(source, t, values), dtype=np.float64)

    return Track(at, over(line.x), over(line.y), over(line.heading), over(pressure), over(line.asked))


def _curve(draft: Draft, felt: float) -> _Line:
    """Join the knots to a closed curve with even steps."""
    apart = _apart(draft.knots)
    knots = (*apart, apart[0])
    place = np.array([(knot.x_mm, knot.y_mm) for knot in knots])
    if draft.smooth and len(apart) > 2:
        steps = 12
        place = np.concatenate((through(place[:-1], steps), place[:1]))
    else:
        steps = 1
    index = np.arange(len(place)) / steps
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(place, axis=0).T))))
    count = max(16, math.ceil(along[-1] / _STEP_MM)) + 1
    even = np.linspace(0.0, along[-1], count)
    at_index = np.interp(even, along, index)

    def spread(values: list[float]) -> NDArray[np.float64]:
        return np.asarray(np.interp(at_index, np.arange(len(values)), values), dtype=np.float64)

    asked = np.minimum(spread([knot.share * felt for knot in knots]), spread([knot.ceiling for knot in knots]))
    return _Line(
        x=np.interp(even, along, place[:, 0]),
        y=np.interp(even, along, place[:, 1]),
        heading=spread([knot.heading_deg for knot in knots]),
        asked=asked,
        speed=spread([knot.speed for knot in knots]),
        along=even,
    )


def _apart(knots: tuple[Knot, ...]) -> tuple[Knot, ...]:
    """Drop knots that fell onto the one before, because no curve can be drawn through a point twice."""
    kept = [knots[0]]
    for knot in knots[1:]:
        if math.hypot(knot.x_mm - kept[-1].x_mm, knot.y_mm - kept[-1].y_mm) > _SAME_MM:
            kept.append(knot)
    while len(kept) > 1 and math.hypot(kept[-1].x_mm - kept[0].x_mm, kept[-1].y_mm - kept[0].y_mm) <= _SAME_MM:
        kept.pop()
    return tuple(kept)


def _bend(line: _Line, ground: Ground) -> None:
    """Move the curve sideways off places left alone, then smooth what was moved."""
    if not ground.atlas.personal:
        return
    for _ in range(_BENDS):
        if not _pushed_off(line, ground):
            break
        _soften(line)
    _pushed_off(line, ground)
    line.along = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(line.x), np.diff(line.y)))))


def _pushed_off(line: _Line, ground: Ground) -> bool:
    """Move each point that may not be touched to the nearest that may; tell whether there was any."""
    spare = (_SPARE_MM, _SPARE_MM)
    shut = (ground.limits(line.x, line.y, line.heading, spare) < 1) & (line.asked > 0)
    for i in np.flatnonzero(shut).tolist():
        # Round it where the stroke can go on as it was, so not over the spine; 3 is enough in passing.
        wanted = max(1.0, min(float(line.asked[i]), _PASSING))
        line.x[i], line.y[i] = ground.near(
            line.x[i], line.y[i], wanted, heading_deg=line.heading[i], reach_mm=_BEND_REACH_MM, grow_mm=spare
        )
    line.x[-1], line.y[-1] = line.x[0], line.y[0]
    return bool(shut.any())


def _soften(line: _Line) -> None:
    """Average each point of the closed curve with its neighbours, over about 3 cm."""
    reach = 7
    for values in (line.x, line.y):
        ring = np.concatenate((values[-1 - reach : -1], values, values[1 : reach + 1]))
        values[:] = np.convolve(ring, np.full(2 * reach + 1, 1 / (2 * reach + 1)), mode="valid")
        values[-1] = values[0]


def _eased(pressure: NDArray[np.float64], along: NDArray[np.float64]) -> NDArray[np.float64]:
    """Lower the pressure ahead of and after each lighter place, so that it changes gently along the skin."""
    slope = _SLOPE_PER_MM * along
    length = _SLOPE_PER_MM * float(along[-1])
    # Twice round each way: a place near the loop's end also eases its beginning.
    twice, rise = np.concatenate((pressure, pressure)), np.concatenate((slope, slope + length))
    after = np.minimum.accumulate(twice - rise) + rise
    before = (np.minimum.accumulate((twice + rise)[::-1]) - rise[::-1])[::-1]
    count = len(pressure)
    eased: NDArray[np.float64] = np.minimum(after[count:], before[:count])
    eased[0] = eased[-1] = min(eased[0], eased[-1])
    return eased


def _times(line: _Line, pressure: NDArray[np.float64], timing: Timing) -> NDArray[np.float64]:
    steps = np.diff(line.along)
    if timing.pace_cm_per_s is None:
        if timing.cycle_s is None:
            raise ValueError("a loop needs a pace or a length")
        return np.asarray(line.along / line.along[-1] * timing.cycle_s, dtype=np.float64)
    light = np.clip((_FULL_PACE_FROM - pressure) / 0.5, 0.0, 1.0)
    factor = 1.0 + (line.speed - 1.0) * light
    pace_mm_per_s = 10.0 * timing.pace_cm_per_s
    speeds = pace_mm_per_s * (factor[:-1] + factor[1:]) / 2
    # A stretch that presses at either end runs at the pace throughout.
    pressing = np.maximum(pressure[:-1], pressure[1:]) >= _FULL_PACE_FROM
    t_s = np.concatenate(([0.0], np.cumsum(steps / np.where(pressing, pace_mm_per_s, speeds))))
    return t_s * (timing.cycle_s / t_s[-1]) if timing.cycle_s else t_s


def _beat(draft: Draft, felt: float, timing: Timing, shift: float) -> Track:
    whole_s = timing.cycle_s or 1.0
    rate = _TAP_RATE_PER_S if draft.ground.motion == "tapping" else _RATE_PER_S
    count = max(8, math.ceil(whole_s * rate)) + 1
    at = np.linspace(0.0, whole_s, count)
    source = (at / whole_s + shift) % 1.0
    source[-1] = source[0]
    knots = _closed(draft.knots)

    def over(values: list[float]) -> NDArray[np.float64]:
        return _cosine(source, [knot.at for knot in knots], values)

    asked = np.minimum(over([knot.share * felt for knot in knots]), over([knot.ceiling for knot in knots]))
    x, y = over([knot.x_mm for knot in knots]), over([knot.y_mm for knot in knots])
    return Track(at, x, y, over([knot.heading_deg for knot in knots]), asked.copy(), asked)


def _closed(knots: tuple[Knot, ...]) -> tuple[Knot, ...]:
    first = knots[0]
    last = Knot(first.x_mm, first.y_mm, first.share, first.heading_deg, first.ceiling, first.speed, at=1.0)
    return (*knots, last) if knots[-1].at < 1.0 else knots


def _cosine(at: NDArray[np.float64], knots_at: list[float], values: list[float]) -> NDArray[np.float64]:
    """Interpolate with a standstill at every knot."""
    found = np.full(len(at), values[0])
    for (start, before), (end, after) in pairwise(zip(knots_at, values, strict=True)):
        here = (at >= start) & (at <= end)
        share = (at[here] - start) / (end - start) if end > start else np.ones(int(here.sum()))
        found[here] = before + (after - before) * (1 - np.cos(np.pi * share)) / 2
    return found
