"""What gave way, what was left out, and what these two should know: the plain answers beside a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backrub.anatomy import parts_of, sides_of
from backrub.compose.blocks import HOLD, LOW, Block
from backrub.compose.shape import tapping_wished
from backrub.compose.terms import Terms
from backrub.compose.weights import section
from backrub.routine import Message, Reason, message
from backrub.technique import limits

__all__ = ["gave_way", "left_out", "notes", "title"]

_ENOUGH_FOR_TENSE_MIN = 12
"""A rub in which two tense places find room. Source: one teacher's answer. Certainty: L."""


def title(terms: Terms) -> Message:
    """Name the plan by its length and what it is for."""
    return message("title", intention=terms.wishes.intention, minutes=-(-terms.total_s // 60))


def gave_way(terms: Terms, chosen: Iterable[Block]) -> tuple[Reason, ...]:
    """Say what gave way to what, and what would be needed instead."""
    return (*terms.gave_way, *_gave_way(terms, tuple(chosen)))


def left_out(terms: Terms, chosen: Iterable[Block]) -> tuple[Reason, ...]:
    """Name the marked places that found no room, although nothing forbids them."""
    if terms.strokes_only:
        return ()
    worked = {part for block in chosen for part in parts_of(block.area)}
    near = section("neighbours")
    marked = dict.fromkeys(part for place in terms.wishes.tense for part in parts_of(place.area))
    open_ = [part for part in marked if any(terms.is_open(part, side) for side in ("left", "right"))]
    return tuple(
        message("left-out-area", area=part)
        for part in open_
        if not worked & {part, *near.get(part, ())} and not _not_for(terms, part)
    )


def notes(terms: Terms, chosen: Iterable[Block]) -> tuple[Message, ...]:
    """Give advice for this pair that is not a step."""
    return tuple(_notes(terms, tuple(chosen)))


def _gave_way(terms: Terms, chosen: tuple[Block, ...]) -> Iterator[Reason]:
    wishes = terms.wishes
    if terms.strokes_only and (wishes.tense or wishes.deep or wishes.firm or wishes.holds):
        yield message("gave-way-short", enough=_ENOUGH_FOR_TENSE_MIN, minutes=wishes.minutes)
    for area in _wished_and_barred(terms):
        yield message("gave-way-avoid", area=area)
    if wishes.deep:
        yield message("gave-way-deep", cap=terms.cap)
    elif wishes.firm and terms.cap < limits.STROKE_CAP:
        yield message("gave-way-firm", cap=terms.cap)
    held = any(block.technique == HOLD for block in chosen)
    if wishes.holds and not held:
        yield message("gave-way-holds")
    if wishes.woken and not tapping_wished(terms):
        yield message("gave-way-tapping")
    for area in dict.fromkeys(part for place in wishes.tense for part in parts_of(place.area)):
        if _not_for(terms, area):
            yield message("gave-way-not-here", area=area)


def _wished_and_barred(terms: Terms) -> Iterator[str]:
    for place in terms.wishes.tense:
        parts = parts_of(place.area)
        if not any(terms.is_open(part, side) for part in parts for side in sides_of(place.side)):
            yield place.area


def _not_for(terms: Terms, area: str) -> bool:
    """Tell whether a place cannot be worked for this receiver or in this position."""
    barred = not terms.care.waist and area == "waist"
    seated = terms.position != "prone" and area in ("waist", "sides")
    return (barred or seated) and any(terms.is_open(area, side) for side in ("left", "right"))


def _notes(terms: Terms, chosen: tuple[Block, ...]) -> Iterator[Message]:
    wishes = terms.wishes
    yield from (message(effect) for effect in terms.care.effects)
    yield message(f"note-glide-{terms.glide}", nuts="no" if wishes.nut_allergy else "yes")
    if terms.surface == "bed":
        yield message("note-mattress")
    if not wishes.kneels and terms.position == "prone":
        yield message("note-no-kneeling", surface=terms.surface)
    if terms.position in ("seated", "side-lying"):
        yield message(f"note-{terms.position}")
    if wishes.intention == "sore" or wishes.deep:
        yield message("note-therapist")
    if terms.long:
        yield message("note-swap")
    if any(block.area in LOW and terms.level(block.area, "both") for block in chosen):
        yield message("note-leg-signs")
    if terms.level("neck-base", "both"):
        yield message("note-neck")
    if wishes.marks:
        yield message("note-marks", count=len(wishes.marks))
    if wishes.first_time:
        yield message("note-first-time")
