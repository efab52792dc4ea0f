"""The rest of a running rub, planned anew; and what a longer one would add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from backrub.compose.allowed import HOLD
from backrub.compose.done import Done
from backrub.compose.marked import seen_as
from backrub.compose.planning import compose, plan
from backrub.compose.terms import Effects, OneSide, Terms, terms_for
from backrub.compose.walk import Station, stations_of
from backrub.errors import UsageError
from backrub.person import Wishes
from backrub.routine import Argument, Reason, Routine, Step, message
from backrub.technique import limits

__all__ = ["Difference", "replan", "what_if", "with_more"]

_LEAST_S = 10
_IN_MINUTES_FROM_S = 90
_SECOND_HALF_LEAST_S = 300
"""With less left, a receiver who lies on the side is not turned any more. Source: our guess. Certainty: ENG."""


def replan(  # noqa: PLR0913 - each is told by the running session and has a use of its own
    wishes: Wishes,
    routine_so_far: tuple[Step, ...],
    remaining_s: int,
    current: Step | None = None,
    reason: str = "",
    effects: Effects | None = None,
    *,
    giver_side: OneSide = "left",
) -> Routine:
    """Plan the rest of a running rub.

    It begins where the giver is, ends in its finish, keeps what the session has learnt, gives the second side what the
    first had, and lasts the remaining time exactly.

    Args:
        wishes: What was asked at first, or is asked now.
        routine_so_far: Steps done, with the lengths they had.
        remaining_s: Seconds to fill, after the current step where it goes on.
        current: The step under way, which goes on to its end before the new plan begins, whether or not it already
            stands last among the steps done; or None.
        reason: Why it is planned anew; the first reason of its first step where it is given.
        effects: What the session has learnt.
        giver_side: The receiver's side at which the giver was at the first touch.

    Raises:
        UsageError: Less than ten seconds are left, or every place is to be left alone.
        NotTonight: A health answer forbids a rub.
    """
    if remaining_s < _LEAST_S:
        raise UsageError(f"{remaining_s} s are left", "remaining_s", f"Give at least {_LEAST_S} s")
    under_way = () if current is None or routine_so_far[-1:] == (current,) else (current,)
    done = Done((*routine_so_far, *under_way))
    terms = _terms(wishes, done, remaining_s, effects or Effects())
    station = _station(done, terms, giver_side)
    found = _moved(plan(terms, done, station), station)
    return _told(found, reason) if reason else found


def with_more(wishes: Wishes, minutes: int = 5, now: Routine | None = None) -> tuple[Reason, ...]:
    """Say what some more minutes would add, the largest gain first; nothing past the longest rub.

    Args:
        wishes: What is wished.
        minutes: How many more.
        now: The plan for the wishes as they are, where it is known.

    Raises:
        NotTonight: A health answer forbids a rub today.
        UsageError: A wish cannot be read.
    """
    longer = wishes.minutes + minutes
    if longer * 60 > limits.SESSION_MAX_S:
        return ()
    then = compose(replace(wishes, minutes=longer))
    return tuple(_gains(_minutes_of(now or compose(wishes)), _minutes_of(then)))


@dataclass(frozen=True, slots=True)
class Difference:
    """What other wishes would change.

    Attributes:
        routine: The plan for them.
        more: What there would be more of, the largest first.
        less: What there would be less of, in the same words.
    """

    routine: Routine
    more: tuple[Reason, ...]
    less: tuple[Reason, ...]


def what_if(now: Routine, wishes: Wishes, seed: int | None = None) -> Difference:
    """Plan for other wishes and say what would be different.

    Args:
        now: The plan as it stands.
        wishes: What might be wished instead.
        seed: The seed of the plan as it stands.

    Raises:
        NotTonight: A health answer forbids a rub today.
        UsageError: A wish cannot be read.
    """
    then = compose(wishes, seed)
    before, after = _minutes_of(now), _minutes_of(then)
    return Difference(then, tuple(_gains(before, after)), tuple(_gains(after, before)))


def _terms(wishes: Wishes, done: Done, remaining_s: int, effects: Effects) -> Terms:
    whole_s = done.duration_s + remaining_s
    terms = terms_for(wishes, remaining_s, effects, whole_s=whole_s)
    turned = any(step.kind == "turn" and step.duration_s for step in done.steps)
    halves = _in_their_order(terms.halves, done)
    if halves and turned:
        halves = halves[1:]
    elif halves and done.begun and remaining_s < _SECOND_HALF_LEAST_S:
        halves = halves[:1]
    break_too_late = remaining_s < 2 * _SECOND_HALF_LEAST_S
    return replace(terms, halves=halves, rested=turned or (done.begun and break_too_late))


def _in_their_order(halves: tuple[OneSide, ...], done: Done) -> tuple[OneSide, ...]:
    """Give the halves of a side-lying rub in the order in which it began."""
    sides = (step.side for step in done.steps if step.duration_s and step.side in halves)
    return halves[::-1] if next(sides, None) in halves[1:] else halves


def _station(done: Done, terms: Terms, giver_side: OneSide) -> Station | None:
    """Give where the last placed step left the giver."""
    if terms.position != "prone":
        return "behind"
    here: Station = giver_side
    for step in done.steps:
        if step.place is None or step.side is None or step.kind == "turn":
            continue
        options = stations_of(step.place, step.side)
        if here not in options:
            here = min(options)
    return here if done.begun else None


def _moved(found: Routine, station: Station | None) -> Routine:
    """Send the giver to where the first stroke is done from, if they are not there yet."""
    first = next(index for index, step in enumerate(found.steps) if step.duration_s)
    step, before = found.steps[first], found.steps[:first]
    if station is None or step.place is None or any(ride.kind == "move" for ride in before):
        return found
    if station in stations_of(step.place, step.side):
        return found
    move = Step("move", step.phase, place=step.place, side=step.side)
    return replace(found, steps=(move, *found.steps))


def _told(found: Routine, reason: str) -> Routine:
    first = next(index for index, step in enumerate(found.steps) if step.duration_s)
    told = replace(found.steps[first], reasons=(message("why-replanned", reason=reason), *found.steps[first].reasons))
    return replace(found, steps=(*found.steps[:first], told, *found.steps[first + 1 :]))


def _minutes_of(routine: Routine) -> Counter[tuple[str, str]]:
    counted: Counter[tuple[str, str]] = Counter()
    for step in routine.steps:
        if step.kind == "hold":
            counted[HOLD, ""] += step.spots or 0
        elif step.kind == "stroke" and step.phase == "work":
            counted[str(step.technique), str(step.area)] += step.duration_s
        elif step.phase in ("warm-up", "finish"):
            counted[step.phase, ""] += step.duration_s
    return counted


def _lasting(seconds: int) -> dict[str, Argument]:
    """Give a length as people say it: seconds, and from a minute and a half on whole minutes."""
    if seconds < _IN_MINUTES_FROM_S:
        return {"count": seconds, "unit": "seconds"}
    return {"count": round(seconds / 60), "unit": "minutes"}


def _gains(now: Counter[tuple[str, str]], then: Counter[tuple[str, str]]) -> Iterator[Reason]:
    gained: Counter[tuple[str, str]] = Counter()
    for (technique, area), after in then.items():
        before = now[technique, area]
        key = ("", seen_as(area)) if area and before else (technique, area)  # strokes there were, once for their place
        gained[key] += after - before
    for (technique, area), gain in sorted((+gained).items(), key=lambda each: (-each[1], each[0])):
        if technique == HOLD:
            yield message("more-holds", count=gain)
        elif technique in ("warm-up", "finish"):
            yield message(f"more-{technique}", **_lasting(gain))
        elif technique:
            yield message("more-stroke", area=area, technique=technique)
        else:
            yield message("more-time", area=area, **_lasting(gain))
