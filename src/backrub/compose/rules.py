"""What every routine must obey, each as one plain test of a finished routine.

These say the promises again without any of the composer's own reckoning, so that the two can disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType

from backrub.anatomy import SIDES, parts_of
from backrub.check import all_rules, stations, subject_of
from backrub.compose.done import Done, presses
from backrub.compose.marked import marked_places
from backrub.compose.shape import tapping_wished
from backrub.compose.strokes import settled
from backrub.compose.terms import OneSide, Terms, terms_for
from backrub.compose.walk import STEPS_BETWEEN, Station, stations_of
from backrub.person import Wishes, minutes_of
from backrub.routine import Routine, Step
from backrub.technique import limits, techniques

__all__ = ["RULES", "broken", "moves_of"]

Rule = Callable[[Terms, Routine], bool]

_ALIKE_UP_TO_S = 600
"""Up to here both sides may get the same although one is marked, where twice as much would leave no time for either."""

_SHORT_TECHNIQUES = frozenset({"resting-hands", "effleurage", "clothed-rub", "caress"})
_HOMES = {"lower-back": "gutters-lower", "gutters": "gutters-upper"}
"""Areas that composites count as."""

_LINKS = frozenset({"why-re-warm", "why-close-side", "why-after-hold", "why-light"})
"""Reasons of strokes in the work that are no work: they join, close or fill."""


def broken(wishes: Wishes, routine: Routine) -> tuple[str, ...]:
    """Name every rule a routine breaks for some wishes; empty when it obeys them all."""
    terms = settled(terms_for(wishes))
    return tuple(name for name, rule in RULES.items() if not rule(terms, routine))


def moves_of(routine: Routine) -> int:
    """Count how often the giver changes station."""
    followed = stations(subject_of(routine).acts)
    return sum(before != after for (_, before), (_, after) in pairwise(followed))


def _keeps(code: str) -> Rule:
    """Give the promise that a rule of the checker finds nothing, where both mean the same."""

    def kept(_terms: Terms, routine: Routine) -> bool:
        return not any(True for _ in all_rules()[code].check(subject_of(routine)))

    return kept


def _exact(terms: Terms, routine: Routine) -> bool:
    return routine.duration_s == 60 * minutes_of(terms.wishes) == sum(step.duration_s for step in routine.steps)


def _only_strokes_when_short(terms: Terms, routine: Routine) -> bool:
    used = {step.technique for step in _timed(routine)}
    return not terms.strokes_only or used <= _SHORT_TECHNIQUES


def _warm_before_depth(_terms: Terms, routine: Routine) -> bool:
    warm_s = 0
    for step in _timed(routine):
        if step.phase == "work" and step.kind in ("stroke", "hold") and warm_s < limits.WARM_UP_MIN_S:
            return False
        warm_s += step.duration_s if step.phase == "warm-up" else 0
    return warm_s >= limits.WARM_UP_MIN_S


def _within_caps(terms: Terms, routine: Routine) -> bool:
    return all(_cap_kept(terms, step) for step in _timed(routine) if step.pressure is not None)


def _cap_kept(terms: Terms, step: Step) -> bool:
    technique = techniques()[str(step.technique)]
    cap = terms.hold_cap if step.kind == "hold" else terms.cap
    felt = max(step.pressure or (0.0,))
    return felt <= min(cap, limits.CEILING) and felt <= technique.cap_on(step.area or "")


def _sides_fair(terms: Terms, routine: Routine) -> bool:
    """Both sides get the same, or the one marked side about twice as much; never nothing.

    In a short rub they may also be alike where one is marked.
    """
    steps = tuple(step for step in _work(routine) if step.kind == "stroke" and not _is_link(step))
    for technique, area in {(str(step.technique), str(step.area)) for step in steps}:
        if techniques()[technique].both_sides:
            continue  # both hands at once cannot favour a side
        if all(terms.is_open(area, side) for side in SIDES) and not terms.wishes.marks and len(terms.halves) != 1:
            dose = {side: Done(steps).dose_s(area=area, side=side, technique=technique) for side in SIDES}
            if not _fair(terms, area, dose):
                return False
    return True


def _fair(terms: Terms, area: str, dose: Mapping[OneSide, int]) -> bool:
    marked: list[OneSide] = [side for side in SIDES if terms.level(area, side)]
    if min(dose.values()) == 0:
        return False
    if len(marked) != 1:
        return dose["left"] == dose["right"]
    other: OneSide = "left" if marked[0] == "right" else "right"
    ratio = dose[marked[0]] / dose[other]
    return 1.7 <= ratio <= 2.3 or (ratio == 1 and terms.whole_s <= _ALIKE_UP_TO_S)


def _asked_first(terms: Terms, routine: Routine) -> bool:
    """While a marked place gets nothing, no unmarked one is worked, unless the plan says what bars it."""
    work = [step for step in _work(routine) if not _is_link(step)]
    if all(terms.level(str(step.area), "both") for step in work):
        return True
    barred = {value for reason in routine.gave_way if reason.id == "gave-way-not-here" for _, value in reason.args}
    return all(
        any(_HOMES.get(str(step.area), step.area) in place.homes and place.sides & {*_sides(step)} for step in work)
        for place in marked_places(terms)
        if place.area not in barred
    )


def _easier_side_first(terms: Terms, routine: Routine) -> bool:
    seen: set[tuple[str, str, str]] = set()
    for step in _work(routine):
        area, technique = str(step.area), str(step.technique)
        marked = [side for side in SIDES if terms.level(area, side)]
        both_open = all(terms.is_open(area, side) for side in SIDES) and not terms.wishes.marks
        if step.kind == "stroke" and technique != "caress" and both_open and step.side in marked[:1]:
            other = "left" if step.side == "right" else "right"
            alone = len(marked) == 1 and not techniques()[technique].both_sides
            if alone and not terms.halves and (technique, area, other) not in seen:
                return False
        seen |= {(technique, area, side) for side in _sides(step)}
    return True


def _doses_kept(terms: Terms, routine: Routine) -> bool:
    """A pressing technique on a place lasts neither too short nor, before and after the break, too long."""
    rounds = 2 if terms.long else 1
    after_hold = {id(after) for before, after in pairwise(_timed(routine)) if before.kind == "hold"}
    steps = [step for step in _work(routine) if step.kind == "stroke" and id(step) not in after_hold]
    for technique, area, side in {(step.technique, step.area, side) for step in steps for side in _sides(step)}:
        here = [step for step in steps if step.technique == technique and step.area == area and side in _sides(step)]
        dose = techniques()[str(technique)].dose_area
        if any(step.duration_s > dose.most_s for step in here if not presses(step)):
            return False
        worked = sum(step.duration_s for step in here if not _is_link(step))
        if worked and not dose.least_s <= worked <= rounds * dose.most_s:
            return False
    return True


def _is_link(step: Step) -> bool:
    return any(reason.id in _LINKS for reason in step.reasons)


def _kneading_after_warm_up(_terms: Terms, routine: Routine) -> bool:
    late = {"petrissage", "waist-spread", "knuckle-circles", "gutter-glide", "side-pull", "tender-spot-hold"}
    return all(step.phase == "work" for step in _timed(routine) if step.technique in late)


def _holds_kept(terms: Terms, routine: Routine) -> bool:
    holds = sum(step.spots or 0 for step in routine.steps if step.kind == "hold")
    most = limits.FIRST_TIME_MAX_HOLDS if terms.wishes.first_time else limits.MAX_HOLDS
    if holds > (most if terms.care.holds and terms.wishes.holds is not False else 0):
        return False
    return all(
        _hold_kept(terms, routine.steps[:index], step, routine.steps[index + 1])
        for index, step in enumerate(routine.steps)
        if step.kind == "hold"
    )


def _hold_kept(terms: Terms, before: tuple[Step, ...], hold: Step, after: Step) -> bool:
    least, _ = limits.HOLD_AFTER_BROAD_S
    done = Done(before)
    warm = min(done.dose_s(area=str(hold.area), side=side) for side in _sides(hold))
    allowed = hold.area in techniques()["tender-spot-hold"].areas
    followed = after.kind == "stroke" and after.duration_s >= least and after.area == hold.area
    first = terms.wishes.first_time and max(hold.pressure or (0.0,)) > limits.FIRST_TIME_HOLD_CAP
    sore = terms.wishes.intention == "sore" and terms.level(str(hold.area), "both") > 0
    in_time = limits.HOLD_SEARCH_MAX_S + limits.HOLD_MIN_S <= hold.duration_s <= 120
    one_side = hold.side in SIDES
    return (
        allowed
        and one_side
        and followed
        and in_time
        and not first
        and not sore
        and warm >= limits.WARM_WORK_BEFORE_HOLD_S
    )


def _finish_long_enough(terms: Terms, routine: Routine) -> bool:
    finish_s = sum(step.duration_s for step in routine.steps if step.phase == "finish")
    if terms.strokes_only:
        return finish_s >= 0.2 * routine.duration_s
    return finish_s >= max(limits.FINISH_MIN_S, limits.FINISH_MIN_SHARE * routine.duration_s)


def _ends_at_a_touch(_terms: Terms, routine: Routine) -> bool:
    ends = [step.pressure for step in _timed(routine) if step.phase == "finish" and step.pressure]
    rest = _timed(routine)[-1]
    return rest.technique == "resting-hands" and max(ends[-1]) <= 2 and ends[-2][1] <= 2


def _no_thumbs(_terms: Terms, routine: Routine) -> bool:
    return all(step.contact != "thumbs" for step in routine.steps)


def _pressing_kept(_terms: Terms, routine: Routine) -> bool:
    pressing = [step for step in _timed(routine) if presses(step)]
    if sum(step.duration_s for step in pressing) > limits.PRESSING_MAX_S:
        return False
    areas = {part for step in pressing for part in parts_of(str(step.area))}
    return all(Done(tuple(pressing)).pressing_on(area) <= limits.PRESSING_MAX_ON_AREA_S for area in areas)


def _break_when_long(terms: Terms, routine: Routine) -> bool:
    paused = any(step.kind == "turn" and 60 <= step.duration_s <= 120 for step in routine.steps)
    return paused or (routine.duration_s <= limits.BREAK_AFTER_S and len(terms.halves) < 2)


def _left_alone(terms: Terms, routine: Routine) -> bool:
    return all(terms.is_open(str(step.area), side) for step in _timed(routine) if step.area for side in _sides(step))


def _suits(terms: Terms, routine: Routine) -> bool:
    """Each technique works in this position, on this skin or cloth, from this place, with this contact."""
    for step in _timed(routine):
        if step.kind == "turn":
            continue
        technique = techniques()[str(step.technique)]
        cloth = {"glide": terms.glide in ("oil", "lotion"), "cloth": terms.glide == "clothed", "any": True}
        places = technique.places_for(str(step.contact), terms.position)
        contact = step.contact in technique.contacts_on(str(step.area))
        both = step.side != "both" or step.kind == "hold" or technique.works_both_sides(str(step.place))
        if not (cloth[technique.lubricant] and contact and both and step.place in places):
            return False
    return True


def _careful(terms: Terms, routine: Routine) -> bool:
    """Nothing that health forbids: no lean, no pointed contact, no waist, not on the front, not undressed."""
    care = terms.care
    for step in _timed(routine):
        technique = techniques().get(str(step.technique))
        if technique is None:
            continue
        pointed = technique.breadth_of(str(step.contact)) == "pointed"
        leans = technique.lean and technique.id != "effleurage"
        if (leans and not care.lean) or (pointed and not care.pointed) or (step.area == "waist" and not care.waist):
            return False
    dressed = not care.clothed or routine.lubricant == "clothed"
    return dressed and (care.prone or routine.position != "prone")


def _left_to_partners(terms: Terms, routine: Routine) -> bool:
    return all(terms.is_welcome(str(step.area)) for step in _timed(routine) if step.area)


def _few_strokes(_terms: Terms, routine: Routine) -> bool:
    used = {step.technique for step in _work(routine) if not _is_link(step)}
    return routine.duration_s > 20 * 60 or len(used) <= 6


def _tapping_only_if_woken(terms: Terms, routine: Routine) -> bool:
    taps = [index for index, step in enumerate(_timed(routine)) if step.technique == "tapotement"]
    if not taps:
        return True
    after = _timed(routine)[taps[-1] + 1 :]
    length = sum(_timed(routine)[index].duration_s for index in taps)
    slow = any(step.kind == "stroke" and max(step.pressure or (9.0,)) <= 2 for step in after)
    return tapping_wished(terms) and len(taps) == 1 and 20 <= length <= 40 and slow


def _asks_kept(_terms: Terms, routine: Routine) -> bool:
    asks = [index for index, step in enumerate(routine.steps) if step.kind == "ask"]
    followed = all(
        routine.steps[index + 1].kind == "stroke" and routine.steps[index + 1].phase != "finish" for index in asks
    )
    return followed and 1 <= len(asks) <= limits.check_ins_allowed(routine.duration_s)


def _one_round(terms: Terms, routine: Routine) -> bool:
    """The giver walks round the body at most once in each ten minutes begun."""
    here: Station = routine.giver_side
    corners = 0
    for step in _timed(routine) if terms.position == "prone" else ():
        if step.place is not None and step.side is not None:
            there = min(sorted(stations_of(step.place, step.side)), key=lambda station: STEPS_BETWEEN[here, station])
            here, corners = there, corners + STEPS_BETWEEN[here, there]
    return corners <= 4 * -(-routine.duration_s // limits.ROUND_EVERY_S)


def _says_why(_terms: Terms, routine: Routine) -> bool:
    return all(step.reasons for step in _timed(routine))


def _timed(routine: Routine) -> list[Step]:
    return [step for step in routine.steps if step.duration_s > 0]


def _work(routine: Routine) -> Iterable[Step]:
    return (step for step in _timed(routine) if step.phase == "work" and step.kind in ("stroke", "hold"))


def _sides(step: Step) -> tuple[str, ...]:
    return SIDES if step.side == "both" else (str(step.side),)


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "exact": _exact,
        "phases-in-order": _keeps("RUB335"),
        "only-strokes-when-short": _only_strokes_when_short,
        "warm-before-depth": _warm_before_depth,
        "within-caps": _within_caps,
        "rises-in-each-place": _keeps("RUB304"),
        "sides-fair": _sides_fair,
        "asked-first": _asked_first,
        "easier-side-first": _easier_side_first,
        "doses-kept": _doses_kept,
        "kneading-after-warm-up": _kneading_after_warm_up,
        "holds-kept": _holds_kept,
        "finish-long-enough": _finish_long_enough,
        "ends-at-a-touch": _ends_at_a_touch,
        "no-thumbs": _no_thumbs,
        "pressing-kept": _pressing_kept,
        "break-when-long": _break_when_long,
        "left-alone": _left_alone,
        "suits": _suits,
        "careful": _careful,
        "left-to-partners": _left_to_partners,
        "few-strokes": _few_strokes,
        "tapping-only-if-woken": _tapping_only_if_woken,
        "asks-kept": _asks_kept,
        "one-walk": _keeps("RUB331"),
        "one-round": _one_round,
        "says-why": _says_why,
    },
)
"""Every promise, by name."""
