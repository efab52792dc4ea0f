"""What gave way, what was left out, and what these two should know: the plain answers beside a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backrub.anatomy import parts_of, sides_of
from backrub.compose.allowed import HOLD
from backrub.compose.blocks import LOW, Block
from backrub.compose.marked import Marked, marked_places
from backrub.compose.shape import tapping_wished
from backrub.compose.terms import Terms
from backrub.person import hem_of
from backrub.routine import Message, Reason, message
from backrub.technique import limits

__all__ = ["gave_way", "left_out", "notes", "title"]

_ENOUGH_FOR_TENSE_MIN = 12
"""A rub in which two tense places find room. Source: one teacher's answer. Certainty: L."""


def title(terms: Terms) -> Message:
    """Name the plan by its length and what it is for."""
    return message("title", intention=terms.wishes.intention, minutes=-(-terms.total_s // 60))


def gave_way(terms: Terms, candidates: Iterable[Block], chosen: Iterable[Block]) -> tuple[Reason, ...]:
    """Say what gave way to what, and what would be needed instead."""
    return (*terms.gave_way, *_gave_way(terms, tuple(candidates), tuple(chosen)))


def left_out(terms: Terms, candidates: Iterable[Block], chosen: Iterable[Block]) -> tuple[Reason, ...]:
    """Name the marked places that found no room, although they could be worked."""
    if terms.strokes_only:
        return ()
    possible, worked = tuple(candidates), tuple(chosen)
    return tuple(
        message("left-out-area", area=place.area)
        for place in _each_once(terms)
        if place.served_among(possible) and not place.served_among(worked)
    )


def notes(terms: Terms, chosen: Iterable[Block]) -> tuple[Message, ...]:
    """Give advice for this pair that is not a step."""
    return tuple(_notes(terms, tuple(chosen)))


def _gave_way(terms: Terms, possible: tuple[Block, ...], chosen: tuple[Block, ...]) -> Iterator[Reason]:
    wishes = terms.wishes
    if terms.strokes_only and (wishes.tense or wishes.deep or wishes.firm or wishes.holds):
        yield message("gave-way-short", enough=_ENOUGH_FOR_TENSE_MIN, minutes=wishes.minutes)
    for area in _wished_and_barred(terms):
        yield message("gave-way-avoid", area=area)
    if wishes.deep:
        yield message("gave-way-deep", cap=terms.cap)
    elif wishes.firm and terms.cap < limits.STROKE_CAP:
        yield message("gave-way-firm", cap=terms.cap)
    held = {(block.area, side) for block in chosen if block.technique == HOLD for side, _ in block.sides}
    if wishes.holds and not held:
        yield message("gave-way-holds")
    left = {spot.area for spot in wishes.tender if (spot.area, spot.side) not in held}
    yield from (message("gave-way-tender", area=area) for area in sorted(left))
    if wishes.woken and not tapping_wished(terms):
        yield message("gave-way-tapping")
    for place in _each_once(terms) if not terms.strokes_only else ():
        serving = place.served_among(possible)
        if not serving:
            yield message("gave-way-not-here", area=place.area)
        elif all(block.last_resort for block in serving):
            yield message("gave-way-stroked", area=place.area)


def _each_once(terms: Terms) -> list[Marked]:
    """Give the places marked tense; the low back, which people see as one, once."""
    by_homes = {place.homes & LOW or place.area: place for place in reversed(marked_places(terms))}
    return list(reversed(by_homes.values()))


def _wished_and_barred(terms: Terms) -> Iterator[str]:
    for place in terms.wishes.tense:
        parts = parts_of(place.area)
        if not any(terms.is_open(part, side) for part in parts for side in sides_of(place.side)):
            yield place.area


def _notes(terms: Terms, chosen: tuple[Block, ...]) -> Iterator[Message]:
    wishes = terms.wishes
    yield from (message(effect) for effect in terms.care.effects)
    yield from _of_glide(terms)
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
    yield from _of_pair(terms)
    yield from _of_giver(terms)


def _of_glide(terms: Terms) -> Iterator[Message]:
    wishes, without = terms.wishes, terms.care.without
    yield message(f"note-glide-{terms.glide}", nuts="no" if wishes.nut_allergy or "nuts" in without else "yes")
    if wishes.scent_free and "scent" not in without:  # care has said it already
        yield message("note-no-scent")
    if terms.glide in ("oil", "lotion") and wishes.latex and "latex" not in without:
        yield message("note-latex")
    if terms.glide != "clothed" and wishes.room == "cool":
        yield message("note-cool-room")


def _of_pair(terms: Terms) -> Iterator[Message]:
    wishes = terms.wishes
    if wishes.first_time:
        yield message("note-first-time")
    if hem_of(wishes):
        yield message("note-waistband")


def _of_giver(terms: Terms) -> Iterator[Message]:
    wishes = terms.wishes
    if wishes.weak_hands:
        yield message("note-weak-hands")
    elif wishes.small_hands:
        yield message("note-small-hands")
    if wishes.sore_thumbs:
        yield message("note-sore-thumbs")
    if wishes.sore_back:
        yield message("note-giver-back")
    if wishes.swap and not terms.long:
        yield message("note-your-turn")
