"""What some wishes come to tonight: position, caps, open places and how many holds, with what gave way to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from backrub.anatomy import SIDES, parts_of, sides_of
from backrub.compose.weights import intention_row, overlapping, section
from backrub.person import Avoid, Care, Wishes, care_of, minutes_of
from backrub.routine import Glide, Position, Reason, Surface, message
from backrub.technique import limits

__all__ = ["Effects", "OneSide", "Terms", "terms_for"]

OneSide = Literal["left", "right"]
CapFrom = Literal["usual", "care", "first-time", "seated", "liked", "learnt"]

STROKES_ONLY_UP_TO_S = 240
"""Up to here a rub is one long stroke and rests: kneading and its warm-up do not fit. Source: our reading of
"three minutes are long strokes only", a minute wider. Certainty: ENG."""

SIDE_LYING_FROM_S = 600
"""Shorter, turning over would take more than it gives: sitting instead. Source: our guess. Certainty: ENG."""

SEATED_CAP = 4.0
"""Highest pressure sitting: only hands and forearms weigh. Source: teaching. Certainty: H."""

_FLANK = frozenset({"sides", "waist"})

SORE_CAP = 4.0
"""Highest pressure on sore places. Source: one teacher's plan for a sore back. Certainty: L."""


@dataclass(frozen=True, slots=True)
class Effects:
    """What a running session has learnt since it began.

    Attributes:
        cap: Highest pressure from now on, or None.
        no_holds: Whether no tender spot is held any more.
        hush: Whether nothing new and nothing deep is begun: asleep, or tears.
        tired: Whether the giver's hands need a rest from kneading.
        avoid: Places to leave alone from now on.
    """

    cap: float | None = None
    no_holds: bool = False
    hush: bool = False
    tired: bool = False
    avoid: tuple[Avoid, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything decided before any minute is given out.

    Attributes:
        wishes: What was asked.
        care: What health allows.
        effects: What the running session has learnt.
        total_s: Seconds to fill.
        whole_s: Length of the whole rub, which its parts are measured against.
        position: How the receiver lies or sits.
        surface: On what.
        glide: On the skin, or clothed.
        cap: Highest felt pressure of a stroke.
        cap_from: What the cap comes from: usual, care, first-time, seated, liked so, or learnt in the session.
        hold_cap: Highest felt pressure of a hold.
        max_holds: Most tender spots.
        gentle: Whether the arc is the longer, softer one.
        strokes_only: Whether there is time for one long stroke only.
        levels: How tense each open side of an area is, 1 to 3; what is missing is not marked.
        shut: Areas' sides that no stroke may touch.
        halves: For side-lying: which side is worked first and second; else empty.
        rested: Whether a running rub has already had its break.
        unreachable: Technique, area and side of strokes found not to get round the person's own spots.
        gave_way: What gave way to what.
    """

    wishes: Wishes
    care: Care
    effects: Effects
    total_s: int
    whole_s: int
    position: Position
    surface: Surface
    glide: Glide
    cap: float
    cap_from: CapFrom
    hold_cap: float
    max_holds: int
    gentle: bool
    strokes_only: bool
    levels: Mapping[tuple[str, str], int]
    shut: frozenset[tuple[str, str]]
    halves: tuple[OneSide, ...] = ()
    rested: bool = False
    unreachable: frozenset[tuple[str, str, str]] = frozenset()
    gave_way: tuple[Reason, ...] = ()

    def level(self, area: str, side: str) -> int:
        """Give how tense a place is, 0 where nobody marked it; a composite is as tense as its tensest part."""
        return max(self.levels.get((part, one), 0) for part in parts_of(area) for one in _sides(side))

    def tension(self, side: str) -> int:
        """Give how tense a whole side is: its levels together."""
        return sum(level for (_, one), level in self.levels.items() if one == side)

    def is_welcome(self, area: str) -> bool:
        """Tell whether hands may work an area: between friends and in a family the flanks only where marked tense.

        A tender spot there is no such yes, since none is held there.
        """
        parts = {*parts_of(area)}
        marked = any(parts & {*parts_of(place.area)} for place in self.wishes.tense)
        return marked or self.wishes.relation == "partners" or not parts <= _FLANK

    def is_open(self, area: str, side: str) -> bool:
        """Tell whether every part of an area may be touched on a side."""
        return not any((part, one) in self.shut for part in parts_of(area) for one in _sides(side))

    @property
    def long(self) -> bool:
        """Tell whether the rub still wants a break in the middle."""
        return self.whole_s > limits.BREAK_AFTER_S and not self.rested

    @property
    def pauses(self) -> bool:
        """Tell whether a half of a side-lying rub may be so long that hands rest in its middle."""
        return len(self.halves) > 1 and self.total_s > limits.BREAK_AFTER_S

    @property
    def firm(self) -> bool:
        """Tell whether firm work is wanted and allowed."""
        return (self.wishes.firm or self.wishes.deep) and not self.gentle and self.cap >= limits.FIRST_TIME_CAP


def terms_for(
    wishes: Wishes, total_s: int | None = None, effects: Effects | None = None, whole_s: int | None = None
) -> Terms:
    """Settle what some wishes come to.

    Args:
        wishes: What was asked, already validated.
        total_s: Seconds to fill; by default all of the wished minutes.
        effects: What a running session has learnt.
        whole_s: Length of the whole rub; by default the wished minutes.

    Raises:
        NotTonight: A health answer forbids a rub today.
    """
    care, effects = care_of(wishes), effects or Effects()
    wished_s = minutes_of(wishes) * 60
    settled, moved = _position(wishes, care)
    shut = _shut((*wishes.avoid, *effects.avoid))
    cap, cap_from = _cap(wishes, care, effects, settled)
    calm = intention_row(wishes.intention).firmness < 0
    gentle = cap <= limits.SHY_CAP or calm or effects.hush
    terms = Terms(
        wishes=wishes,
        care=care,
        effects=effects,
        total_s=wished_s if total_s is None else total_s,
        whole_s=wished_s if whole_s is None else whole_s,
        position=settled,
        surface="chair" if settled == "seated" else wishes.surface,
        glide="clothed" if care.clothed else wishes.glide,
        cap=cap,
        cap_from=cap_from,
        hold_cap=min(limits.CEILING, limits.FIRST_TIME_HOLD_CAP if wishes.first_time else limits.CEILING),
        max_holds=0,
        gentle=gentle,
        strokes_only=(wished_s if whole_s is None else whole_s) <= STROKES_ONLY_UP_TO_S,
        levels={place: level for place, level in _levels(wishes).items() if place not in shut},
        shut=shut,
        halves=("right", "left") if settled == "side-lying" else (),
        gave_way=(*moved, *_dressed(wishes, care), *_shorter(wishes)),
    )
    return replace(terms, max_holds=_max_holds(terms))


def _sides(side: str) -> tuple[str, ...]:
    return SIDES if side == "both" else (side,)


def _position(wishes: Wishes, care: Care) -> tuple[Position, tuple[Reason, ...]]:
    wanted = wishes.position or ("seated" if wishes.surface == "chair" else "prone")
    got: Position = wanted
    if got == "prone" and not care.prone:
        got = "side-lying"
    if got != "seated" and wishes.surface == "chair":
        got = "seated"
    if got == "side-lying" and minutes_of(wishes) * 60 < SIDE_LYING_FROM_S:
        got = "seated"
    asked = wishes.position is not None or not care.prone
    moved = (message("gave-way-position", position=got),) if got != wanted and asked else ()
    return got, moved


def _dressed(wishes: Wishes, care: Care) -> tuple[Reason, ...]:
    return (message("gave-way-clothed"),) if care.clothed and wishes.glide != "clothed" else ()


def _shorter(wishes: Wishes) -> tuple[Reason, ...]:
    """Say why it is shorter than wished."""
    minutes = minutes_of(wishes)
    if minutes == wishes.minutes:
        return ()
    of_hands = wishes.lasts_min == minutes
    return (message("gave-way-hands" if of_hands else "gave-way-length", minutes=minutes),)


def _cap(wishes: Wishes, care: Care, effects: Effects, position: Position) -> tuple[float, CapFrom]:
    """Give the highest pressure of a stroke, and what it comes from."""
    caps: list[tuple[float, CapFrom]] = [
        (limits.STROKE_CAP if wishes.firm or wishes.deep else limits.FIRST_TIME_CAP, "usual"),
        (care.cap, "care"),
    ]
    if wishes.first_time:
        caps.append((limits.FIRST_TIME_CAP, "first-time"))
        if wishes.glide == "clothed" and wishes.relation != "partners":
            caps.append((limits.SHY_CAP, "first-time"))
    if wishes.soft:
        caps.append((limits.SHY_CAP, "liked"))
    if position == "seated":
        caps.append((SEATED_CAP, "seated"))
    if effects.cap is not None:
        caps.append((effects.cap, "learnt"))
    if effects.hush:
        caps.append((limits.FRAIL_CAP, "learnt"))
    cap, cause = min(caps, key=lambda each: each[0])
    return float(cap), cause


def _levels(wishes: Wishes) -> dict[tuple[str, str], int]:
    levels: dict[tuple[str, str], int] = {}
    for place in wishes.tense:
        worked = {near for part in parts_of(place.area) for near in (part, *section("neighbours").get(part, ()))}
        for key in ((area, side) for area in sorted(worked) for side in sides_of(place.side)):
            levels[key] = max(place.level, levels.get(key, 0))
    for spot in wishes.tender:  # its place is worked first, and so is a little tense at least
        for part in parts_of(spot.area):
            levels[part, spot.side] = max(1, levels.get((part, spot.side), 0))
    return levels


def _shut(avoided: Iterable[Avoid]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (near, side)
        for place in avoided
        for part in parts_of(place.area)
        for near in overlapping(part)
        for side in sides_of(place.side)
    )


def _max_holds(terms: Terms) -> int:
    """Count the tender spots that time, care and wishes leave room for."""
    wishes, care = terms.wishes, terms.care
    settling = wishes.intention in ("sleep", "comfort") or terms.effects.hush or terms.effects.no_holds
    if not care.holds or settling or terms.strokes_only or wishes.holds is False or terms.cap < limits.SHY_CAP:
        return 0
    by_time: int = sum(terms.whole_s >= 60 * minutes for minutes in section("holding")["minutes"])
    if wishes.holds or wishes.tender:
        by_time = max(by_time, 1)
    elif (not wishes.tense and not wishes.deep) or terms.gentle:
        return 0
    return min(by_time, limits.FIRST_TIME_MAX_HOLDS if wishes.first_time else limits.MAX_HOLDS)
