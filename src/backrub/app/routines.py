"""Written routines: the library that comes with the coach, and what it takes to lead one that somebody wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol, cast

from backrub.anatomy import SIDES, Body
from backrub.app.planning import Planned, setting_for
from backrub.app.replanning import wishes_behind
from backrub.app.texts import Examined, examine
from backrub.check import Facts, facts_in
from backrub.errors import UsageError
from backrub.person import CONDITIONS, Avoid, Care, Health, Mark, Talk, Wishes, care_for
from backrub.routine import Glide, Position, Routine, Side, Surface
from backrub.routine.notation import Written, read_written, routine_of
from backrub.technique import techniques

__all__ = ["Library", "Shelved", "planned_as_written", "planned_from", "planned_of", "shelf", "shelved"]

SECONDS_PER_MINUTE = 60

_TRAITS: Mapping[str, str] = {
    "first-time": "first_time",
    "ticklish": "ticklish",
    "wants-waking": "woken",
    "likes-light": "soft",
    "allergy-nuts": "nut_allergy",
    "allergy-scent": "scent_free",
    "latex-later": "latex",
}
"""What a header says of the receiver, as the field of a wish."""

_GIVER: Mapping[str, tuple[str, object]] = {
    "sore-thumbs": ("sore_thumbs", True),
    "cannot-kneel": ("kneels", False),
    "weak-hands": ("weak_hands", True),
    "novice": ("experience", "new"),
    "practised": ("experience", "practised"),
}
"""What a header says of the giver, as the field of a wish and its value."""


class Library(Protocol):
    """Where the routines are that come with the coach."""

    def names(self) -> tuple[str, ...]:
        """Give the names of all, in alphabetical order."""

    def text(self, name: str) -> str:
        """Give the text of one; raise `UsageError` where there is none."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A routine of the library, as it is listed.

    Attributes:
        name: What it is asked for by.
        title: What its writer called it.
        minutes: How long, rounded to the nearest minute, at least 1.
        position: How the receiver lies or sits.
        surface: On what.
        lubricant: With what on the skin.
    """

    name: str
    title: str
    minutes: int
    position: Position
    surface: Surface
    lubricant: Glide


def shelf(library: Library) -> tuple[Shelved, ...]:
    """List the library, the shortest first; what cannot be read is not on the list."""
    found = (shelved(name, library.text(name)) for name in library.names())
    return tuple(sorted((each for each in found if each is not None), key=lambda each: (each.minutes, each.name)))


def shelved(name: str, text: str) -> Shelved | None:
    """Say of a text what its line on the list says, or None when it cannot be led."""
    written = read_written(text)
    routine = routine_of(written).routine
    if routine is None:
        return None
    title = next((header.text for header in written.headers("title")), name)
    minutes = max(1, round(routine.duration_s / SECONDS_PER_MINUTE))
    return Shelved(name, title, minutes, routine.position, routine.surface, routine.lubricant)


def planned_from(text: str, talk: Talk = "guide", body: Body | None = None) -> Planned:
    """Make of a text a plan that can be led, after it was checked.

    Args:
        text: The routine.
        talk: How much the coach says.
        body: Who receives it, where that is known.

    Raises:
        UsageError: It cannot be led as it is: something is unclear, could hurt, or is a hug, which is learnt.
        NotTonight: What it says of the receiver forbids a rub today.
    """
    return planned_of(examine(text, body=body), talk, body)


def planned_of(examined: Examined, talk: Talk = "guide", body: Body | None = None) -> Planned:
    """Make of a text that was checked a plan that can be led; as `planned_from`."""
    routine = _leadable(examined)
    wishes = _wishes(routine, examined.written, talk)
    if body is not None:
        wishes = replace(wishes, body=body)
    return Planned(wishes, routine, setting_for(wishes, routine), ())


def planned_as_written(routine: Routine) -> Planned:
    """Make of a routine that has no text, and was checked, a plan that can be led.

    Raises:
        UsageError: It is a hug, which is learnt.
    """
    _refuse_a_hug(routine)
    wishes = wishes_behind(routine)
    return Planned(wishes, routine, setting_for(wishes, routine), ())


def _leadable(examined: Examined) -> Routine:
    first = next((each for each in examined.findings if each.severity == "error"), None)
    if first is not None:
        where = f"line {first.span.line}"
        raise UsageError(f"{first.code} ({first.slug}) stands in the way", where, "Mend it, and it can be led")
    if examined.routine is None or not examined.is_whole:
        raise UsageError("there is nothing to lead yet", "text", "Write at least one stroke with its time")
    _refuse_a_hug(examined.routine)
    return examined.routine


def _refuse_a_hug(routine: Routine) -> None:
    known = techniques()
    named = {step.technique for step in routine.steps} & set(known)
    if routine.position == "hug" or any(known[one or ""].unled for one in named):
        raise UsageError("a hug is learnt, not led", "for", "Read it, then put it away")


def _wishes(routine: Routine, written: Written, talk: Talk) -> Wishes:
    """Give the wishes that the rest of it is planned by when something changes; health is only in its effects."""
    facts = facts_in(written)
    behind = wishes_behind(routine)
    said: dict[str, Any] = {field: True for trait, field in _TRAITS.items() if facts.has(trait)}
    said |= {field: value for trait, (field, value) in _GIVER.items() if trait in facts.giver}
    said |= {field: value for field in ("intention", "relation") if (value := getattr(facts, field)) is not None}
    return replace(
        behind,
        care=_care(facts, behind.care or Care()),
        marks=tuple(Mark(cast("Any", one.kind), one.x_mm, one.y_mm, one.radius_mm) for one in facts.spots),
        avoid=_avoided(facts),
        talk=talk,
        **said,
    )


def _care(facts: Facts, written: Care) -> Care:
    """Allow what both the text and what it says of the receiver's health allow."""
    named = tuple(trait for trait in facts.traits if trait in CONDITIONS)
    if not named:
        return written
    care = care_for(Health("something", named))
    return replace(care, cap=min(care.cap, written.cap), holds=care.holds and written.holds)


def _avoided(facts: Facts) -> tuple[Avoid, ...]:
    areas = sorted({area for area, _ in facts.kept_off})
    return tuple(Avoid(area, _side(facts, area)) for area in areas)


def _side(facts: Facts, area: str) -> Side:
    kept = [side for side in SIDES if (area, side) in facts.kept_off]
    return cast("Side", kept[0]) if len(kept) == 1 else "both"
