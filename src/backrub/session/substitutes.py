"""What hands do instead: a gentle stroke elsewhere, a narrower place, a short finish the engine makes by itself."""

from __future__ import annotations

from dataclasses import replace

from backrub.anatomy import AREAS, COMPOSITES, parts_of
from backrub.routine import Contact, Glide, Phase, Step
from backrub.session.placing import cycle_ms, strokes_in
from backrub.session.pressing import is_left
from backrub.session.state import Slot, State
from backrub.technique import Technique, techniques
from backrub.technique.limits import FINISH_SHORT_S, HOLD_AFTER_BROAD_S
from backrub.units import ms, seconds

__all__ = ["broad_over", "elsewhere", "gentle", "left_with", "short_finish", "slot_of", "slower", "still_hands"]

GENTLE = 2.0
"""Pressure of a stroke nobody planned: a relaxed hand's own weight. Source: practice table 3b. Certainty: M."""

SHORT_REST_S = 5
"""How long hands rest at the end of the short finish [s]. Certainty: ENG."""

_BY_GLIDE: dict[Glide, tuple[str, ...]] = {
    "oil": ("effleurage", "caress"),
    "lotion": ("effleurage", "caress"),
    "dry": ("caress", "clothed-rub"),
    "clothed": ("clothed-rub", "caress"),
}
_PLACES = ("upper-back", "whole-back", "lower-back", *AREAS)


def slot_of(uid: str, step: Step, duration_ms: int) -> Slot:
    """Give a slot for a step the engine made; its place in time follows from those before it."""
    stroke_ms = cycle_ms(step)
    return Slot(uid, step, 0, duration_ms, stroke_ms, strokes_in(duration_ms, stroke_ms))


def left_with(area: str) -> tuple[str, ...]:
    """Give what is left alone when somebody says "not there" about an area.

    Of the whole back nobody can know which place was meant; the more delicate half is left.
    """
    return ("lower-back",) if area == "whole-back" else (area,)


def gentle(state: State, like: Step, duration_ms: int, among: tuple[str, ...] | None = None) -> Step | None:
    """Make a gentle broad stroke where nothing is left alone, or None when there is no such place.

    Args:
        state: Where the session stands.
        like: The step it stands in for: its phase, and the giver's place, stay.
        duration_ms: How long.
        among: Areas to choose from, best first.
    """
    for area in among if among is not None else _PLACES:
        if not _is_open(state, area):
            continue
        for name in (*_BY_GLIDE[state.setting.lubricant], "resting-hands"):
            technique = techniques()[name]
            if area in technique.areas and _works_in(technique, state) and _works_from(technique, like):
                return _made(technique, area, like.phase, duration_ms, like)
    return None


def broad_over(state: State, hold: Step, uid: str) -> Slot:
    """Make the broad strokes that follow a hold the plan did not have."""
    duration_ms = ms(HOLD_AFTER_BROAD_S[0])
    name = (
        "clothed-rub"
        if state.setting.lubricant == "clothed" and hold.area in techniques()["clothed-rub"].areas
        else "caress"
    )
    step = _made(techniques()[name], hold.area or "upper-back", "work", duration_ms, hold)
    return slot_of(uid, replace(step, side=hold.side), duration_ms)


def elsewhere(state: State, slot: Slot) -> Slot | None:
    """Give a slot that keeps off what is left alone: the same stroke on a narrower place, or a gentle one elsewhere.

    A slot that touches nothing left alone is given back as it is; None means there is nowhere left to go.
    """
    step = slot.step
    if not is_left(state, step.area):
        return slot
    if not slot.duration_ms:
        return None
    narrower = _narrower(state, step)
    made = narrower if narrower is not None else gentle(state, step, slot.duration_ms)
    return None if made is None else slot_of(f"{slot.uid}'", made, slot.duration_ms)


def short_finish(state: State, length_ms: int, uid: str) -> tuple[Slot, ...]:
    """Make a finish of any length: long strokes down to barely there, then hands at rest.

    Args:
        state: Where the session stands.
        length_ms: How long, `FINISH_SHORT_S` at least.
        uid: Where the names of its slots start.
    """
    length_ms = max(length_ms, ms(FINISH_SHORT_S))
    rest_ms = ms(SHORT_REST_S) if length_ms < ms(60) else ms(2 * SHORT_REST_S)
    like = Step("stroke", "finish", place=state.slot.step.place)
    strokes = gentle(state, like, length_ms - rest_ms, ("whole-back", *_PLACES))
    if strokes is None:
        return (slot_of(f"{uid}.0", _resting(state, state.slot.step.area, length_ms, like), length_ms),)
    return (
        slot_of(f"{uid}.0", replace(strokes, pressure=(GENTLE, 1.0)), length_ms - rest_ms),
        slot_of(f"{uid}.1", _resting(state, strokes.area, rest_ms, replace(like, side="both")), rest_ms),
    )


def still_hands(state: State, like: Step, duration_ms: int, uid: str) -> Slot:
    """Let hands lie still in place of a stroke, where they are."""
    step = _resting(state, like.area, duration_ms, like)
    return replace(slot_of(uid, step, duration_ms), announced=True)


def slower(slot: Slot) -> Slot:
    """Give a stroke at the slowest pace of its technique."""
    step, technique = slot.step, techniques().get(slot.step.technique or "")
    if technique is None or not slot.cycle_ms:
        return slot
    least = technique.pace.least
    glides = technique.pace.unit == "cm_per_s"
    pace = step.pace_cm_per_s if glides else step.cycles_per_min
    if pace is None or pace <= least:
        return slot
    slow = replace(step, pace_cm_per_s=least) if glides else replace(step, cycles_per_min=least)
    stroke_ms = round(slot.cycle_ms * pace / least)
    strokes = strokes_in(slot.duration_ms, stroke_ms)
    return replace(slot, uid=f"{slot.uid}'", step=slow, cycle_ms=stroke_ms, strokes=strokes)


def _resting(state: State, area: str | None, duration_ms: int, like: Step) -> Step:
    resting = techniques()["resting-hands"]
    here = area in resting.areas or area in resting.areas_when_there
    there = area if here else next((other for other in resting.areas if _is_open(state, other)), area)
    return Step(
        "rest",
        like.phase,
        _whole_s(duration_ms),
        technique="resting-hands",
        area=there,
        side=like.side if there == area else "both",
        contact="palms",
        pressure=(1.0, 1.0),
        place=like.place,
    )


def _narrower(state: State, step: Step) -> Step | None:
    """Keep a long stroke on the part of its place that is not left alone."""
    technique = techniques().get(step.technique or "")
    if technique is None or step.area not in COMPOSITES:
        return None
    whole = set(parts_of(step.area))
    for area in technique.areas:
        if area != step.area and set(parts_of(area)) <= whole and not is_left(state, area):
            pressure = step.pressure and (
                min(step.pressure[0], technique.cap_on(area)),
                min(step.pressure[1], technique.cap_on(area)),
            )
            return replace(step, area=area, pressure=pressure)
    return None


def _is_open(state: State, area: str) -> bool:
    """Tell whether hands may go to an area nobody planned now: it is not left alone, and the plan itself goes there.

    A plan says by where it goes what two people agreed on; what it leaves out may have been asked to be left out.
    """
    if is_left(state, area):
        return False
    planned = {part for slot in state.slots if slot.step.area is not None for part in parts_of(slot.step.area)}
    return planned.issuperset(parts_of(area))


def _works_in(technique: Technique, state: State) -> bool:
    position = "standing" if state.setting.position == "hug" else state.setting.position
    return position in technique.positions and (
        technique.lubricant != "glide" or state.setting.lubricant in ("oil", "lotion")
    )


def _works_from(technique: Technique, like: Step) -> bool:
    """Tell whether both sides can be worked from where the giver is: nobody is sent round for what stands in."""
    return like.place is None or technique.works_from(like.place, "both")


def _made(technique: Technique, area: str, phase: Phase, duration_ms: int, like: Step) -> Step:
    contact: Contact = "palms"
    still = technique.pace.unit == "still"
    end = 1.0 if phase == "finish" else min(GENTLE, technique.cap_on(area))
    return Step(
        "rest" if still else "stroke",
        phase,
        _whole_s(duration_ms),
        technique=technique.id,
        area=area,
        side="both",
        contact=contact,
        pressure=(min(GENTLE, technique.cap_on(area)), end),
        pace_cm_per_s=technique.pace.least if technique.pace.unit == "cm_per_s" else None,
        cycles_per_min=technique.pace.least if technique.pace.unit == "per_min" else None,
        place=like.place,
    )


def _whole_s(duration_ms: int) -> int:
    return max(1, round(seconds(duration_ms)))
