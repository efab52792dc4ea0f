"""The steps around the work: arriving, warming up, light strokes between, the break, and the fading end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backrub.compose.blocks import GRID_S
from backrub.compose.done import WIDE
from backrub.compose.rounding import apportion
from backrub.compose.shape import Shape
from backrub.compose.strokes import Timed, When, Where, long_stroke, skin_spot, spots_for, stroke, where
from backrub.compose.terms import Terms
from backrub.compose.walk import Station
from backrub.compose.weights import arc, section
from backrub.routine import Phase, Side, Step, message
from backrub.technique import limits, techniques

__all__ = ["arrive", "break_steps", "finish_steps", "last_rest", "light_steps", "pause", "turn_over", "warm_up"]

_LEAST_PART = 30 // GRID_S
_DIFFERENT = 2  # places for slow stroking between the work
_SPLIT_FROM = limits.WARM_UP_MIN_S // GRID_S


def arrive(terms: Terms, station: Station, units: int, side: Side = "both") -> Iterator[Timed]:
    """Rest both hands: nothing to do yet."""
    spot = where(terms, "resting-hands", side) or _rest_anywhere(terms, side)
    if units and spot:
        yield stroke(terms, spot, When(station, "open", units * GRID_S), (1.0, 1.5), (message("why-arrive"),))


def warm_up(terms: Terms, station: Station, units: int, side: Side = "both") -> Iterator[Timed]:
    """Stroke the whole back, first lightly, then with more weight; long enough, it is two steps."""
    spot = long_stroke(terms, side)
    if not units or spot is None:
        return
    top = warm_top(terms)
    start = max(1.0, top - limits.RISE_START_BELOW)
    reason = message("why-strokes-only" if terms.strokes_only else "why-warm-up")
    if units < _SPLIT_FROM or terms.strokes_only:
        yield stroke(terms, spot, When(station, "warm-up", units * GRID_S), (start, top), (reason,))
        return
    first, second = apportion(units, (3.0, 2.0))
    middle = (start + top) / 2
    yield stroke(terms, spot, When(station, "warm-up", first * GRID_S), (start, middle), (reason,))
    yield stroke(
        terms, spot, When(station, "warm-up", second * GRID_S), (middle, top), (message("why-warm-up-deeper"),)
    )


def warm_top(terms: Terms) -> float:
    """Give the highest pressure of the warm-up."""
    wished = section("pressure")["warm_top_gentle" if terms.gentle or terms.strokes_only else "warm_top"]
    return float(min(wished, max(2.0, terms.cap - 1)))


def light_steps(terms: Terms, units: int, side: Side = "both") -> tuple[tuple[Where, int], ...]:
    """Cut light filling into goes, each no longer than its technique's longest and unlike the one before.

    The last is not the long stroke that closes.

    Returns:
        What is stroked, and for how many units.
    """
    if not units:
        return ()
    turns = _light_turns(terms, side)
    closing = long_stroke(terms, side)
    orders = [_goes([*turns[first:], *turns[:first]], units) for first in range(len(turns))]
    goes = next((order for order in orders if order[-1] != closing), orders[0])
    parts = apportion(units, [float(_most(spot)) for spot in goes])
    return tuple(zip(goes, parts, strict=True))


def break_steps(terms: Terms, station: Station) -> Iterator[Timed]:
    """Let the receiver sit up in the middle of a long rub, then warm the back again."""
    step = Step(
        kind="turn",
        phase="work",
        duration_s=round(arc("turn_s")),
        place="hip" if station != "behind" else "behind",
        reasons=(message("why-break"),),
    )
    yield Timed(step, station)
    spot = long_stroke(terms)
    if spot:
        pressure = (1.5, 2.5)
        yield stroke(terms, spot, When(station, "work", round(arc("link_s"))), pressure, (message("why-re-warm"),))


def pause(terms: Terms, side: Side) -> tuple[Where, int] | None:
    """Let hands rest in the middle of a long half of a side-lying rub, where it has no other break."""
    spot = where(terms, "resting-hands", side) or _rest_anywhere(terms, side)
    return (spot, round(arc("pause_s")) // GRID_S) if terms.pauses and spot else None


def turn_over() -> Timed:
    """Let a receiver who lies on the side turn to the other."""
    step = Step(
        kind="turn", phase="work", duration_s=round(arc("turn_s")), place="behind", reasons=(message("why-turn-over"),)
    )
    return Timed(step, "behind")


def finish_steps(terms: Terms, shape: Shape, station: Station, seconds: int, side: Side = "both") -> Iterator[Timed]:
    """Let the strokes grow lighter and slower; tapping, if wished, comes before the last slow ones."""
    yield from fading(terms, station, "finish", seconds, side)
    if shape.tapping:
        spots = spots_for(terms, "tapotement", side)
        tapping = next((each for each in spots if each.area == "upper-back"), None)
        smooth = round(arc("smooth_s"))
        if tapping:
            yield stroke(
                terms,
                tapping,
                When(station, "finish", shape.tapping * GRID_S - smooth),
                (2.0, 3.0),
                (message("why-tapping"),),
            )
        spot = long_stroke(terms, side, light=True)
        if spot:
            yield stroke(terms, spot, When(station, "finish", smooth), (2.0, 1.0), (message("why-smooth"),))
    spot = skin_spot(terms, side)
    if shape.skin and spot:
        yield stroke(terms, spot, When(station, "finish", shape.skin * GRID_S), (1.0, 1.0), (message("why-skin"),))


def fading(terms: Terms, station: Station, phase: Phase, seconds: int, side: Side = "both") -> Iterator[Timed]:
    """Stroke lighter and lighter: long strokes first, then, where it stays gentle, slow stroking."""
    long, slow = long_stroke(terms, side), long_stroke(terms, side, light=True)
    if long is None or slow is None or not seconds:
        return
    top = min(
        section("pressure")["finish_top"],
        warm_top(terms),
        2.0 if terms.whole_s > limits.PRESSING_MAX_S or long.area not in WIDE else terms.cap,
    )
    softly = terms.gentle or terms.glide in ("clothed", "dry")
    closing = (message("why-close-side", side=side),) if phase == "work" else ()
    reason = closing or (message("why-finish"),)
    if terms.glide in ("clothed", "dry"):
        long = slow
    if seconds < 2 * _LEAST_PART * GRID_S:
        yield stroke(terms, long, When(station, phase, seconds), (top, 1.0), reason)
        return
    fade = closing or (message("why-finish-lighter"),)
    goes = max(2, -(-seconds // min(long.technique.dose_area.most_s, slow.technique.dose_area.most_s)))
    parts = [units * GRID_S for units in apportion(seconds // GRID_S, [1.0] * goes)]
    yield stroke(terms, long, When(station, phase, parts[0]), (top, 2.0), reason)
    for number, part_s in enumerate(parts[1:]):
        pressure = (2.0 - number / (goes - 1), 2.0 - (number + 1) / (goes - 1))
        yield stroke(terms, slow if softly else long, When(station, phase, part_s), pressure, fade)


def last_rest(terms: Terms, station: Station, seconds: int, side: Side = "both") -> Iterator[Timed]:
    """Let both hands land, stay for a breath, and leave."""
    spot = where(terms, "resting-hands", side) or _rest_anywhere(terms, side)
    if spot and seconds:
        yield stroke(terms, spot, When(station, "finish", seconds), (1.0, 1.0), (message("why-last-rest"),))


def _goes(turns: Sequence[Where], units: int) -> list[Where]:
    goes: list[Where] = []
    room = 0
    while room < units:
        goes.append(turns[len(goes) % len(turns)])
        room += _most(goes[-1])
    return goes


def _light_turns(terms: Terms, side: Side) -> Sequence[Where]:
    """Give the light strokes in turn; a rest among them, so that there is always another.

    None is on one side of a place that may be stroked on both.
    """
    caresses: list[Where] = []
    for spot in spots_for(terms, "caress", side):  # those on both sides come first
        if all(spot.area != other.area for other in caresses):
            caresses.append(spot)
        if len(caresses) == _DIFFERENT:
            break
    long = where(terms, "effleurage", side)
    rest = where(terms, "resting-hands", side) or _rest_anywhere(terms, side)
    turns = [*caresses[:1], *([long] if long else []), *caresses[1:], *([rest] if rest else [])]
    return turns or [spot for spot in (long_stroke(terms, side, light=True),) if spot]


def _most(spot: Where) -> int:
    return spot.technique.dose_area.most_s // GRID_S


def _rest_anywhere(terms: Terms, side: Side) -> Where | None:
    """Rest the hands on what is open where no place of the table is."""
    spot = long_stroke(terms, side, light=True)
    return Where(techniques()["resting-hands"], spot.area, spot.side, "palms") if spot else None
