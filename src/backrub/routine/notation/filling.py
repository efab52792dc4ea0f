"""What a step line leaves out: filled from the technique, and named as inferred.

*Conventions* durations are whole seconds, pressures felt 1-10; left and right are the receiver's.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, cast

from backrub.anatomy import Body, atlas_for
from backrub.errors import CannotBeDone, UsageError
from backrub.routine.model import Contact, Glide, Message, Phase, Place, Position, Side, Step, Surface
from backrub.routine.notation.vocabulary import figure
from backrub.routine.notation.written import Pace, Ramp, Spots, StepLine, Time
from backrub.technique import Technique, stroke_path, techniques
from backrub.technique.limits import HOLD_USUAL_S

__all__ = ["MOST_COUNTED", "Counted", "Ground", "Running", "filled", "position_of"]

MOST_COUNTED = 60
"""So many different strokes are drawn to know how long one lasts, 3 ms each. Source: our guess. Certainty: ENG."""

_Timed = Literal["stroke", "hold", "rest"]


@dataclass(frozen=True, slots=True)
class Ground:
    """What holds for the whole routine.

    Attributes:
        position: How the receiver lies or sits.
        surface: On what.
        lubricant: What is on the skin.
        cap: The highest pressure asked for in the header, or None.
    """

    position: Position
    surface: Surface
    lubricant: Glide
    cap: float | None = None


@dataclass(slots=True)
class Running:
    """Where the giver is, and whether anybody said so."""

    place: Place | None = None
    said: bool = False


@dataclass(slots=True)
class Counted:
    """How long the strokes last that were counted instead of timed [s]: each is drawn once, and not too many are."""

    lasts_s: dict[Step, float] = field(default_factory=dict)
    refused: int = 0

    def stroke_s(self, step: Step) -> float:
        """Give how long one stroke of a step lasts [s]; once there are too many, what another one may last."""
        bare = replace(step, reasons=(), side=step.side or "both")
        if bare not in self.lasts_s:
            if len(self.lasts_s) >= MOST_COUNTED:
                self.refused += 1
                return float(figure("stroke_s"))
            self.lasts_s[bare] = _stroke_s(bare)
        return self.lasts_s[bare]


@dataclass(slots=True)
class _Draft:
    """A step in the making, with the names of what was not written."""

    line: StepLine
    technique: Technique
    phase: Phase
    ground: Ground
    inferred: list[str]
    counted: Counted


def position_of(position: Position) -> str:
    """Give what the tables of techniques call a position."""
    return "standing" if position == "hug" else position


def filled(
    line: StepLine, phase: Phase, ground: Ground, running: Running, why: tuple[Message, ...], counted: Counted
) -> list[Step]:
    """Give the steps that a line of strokes, rest or holds stands for: one for each side and spot.

    Args:
        line: A line with a technique we know and nothing that is never led.
        phase: The phase it stands in.
        ground: What holds for the whole routine.
        running: Where the giver is; changed when this line takes them elsewhere.
        why: Reasons written below the line.
        counted: How long counted strokes last.
    """
    technique = techniques()[cast("str", getattr(line.word("technique"), "id", ""))]
    draft = _Draft(line, technique, phase, ground, [], counted)
    area = _area(draft)
    contact = _contact(draft, area)
    side = line.word("side")
    place = _place(draft, contact, running, both=side is not None and side.id == "both")
    pace_cm, cycles = _pace(draft)
    step = Step(
        kind=cast("_Timed", line.kind),
        phase=phase,
        technique=technique.id,
        area=area,
        contact=contact,
        pressure=_pressure(draft, area),
        pace_cm_per_s=pace_cm,
        cycles_per_min=cycles,
        place=place,
        reasons=why,
    )
    return [_timed(draft, one, share) for one, share in _each_side(draft, step)]


def _timed(draft: _Draft, step: Step, share: tuple[int, int]) -> Step:
    duration_s = _duration_s(draft, step)
    part, parts = share
    own_s = duration_s // parts + (part < duration_s % parts)
    spots = draft.line.one(Spots)
    many = spots.count if spots is not None and draft.line.kind == "hold" and _time_leads(draft) else 1
    return replace(
        step,
        duration_s=own_s,
        spots=many if draft.line.kind == "hold" else None,
        inferred=tuple(draft.inferred),
    )


def _time_leads(draft: _Draft) -> bool:
    time = draft.line.one(Time)
    return time is not None and time.leads


def _each_side(draft: _Draft, step: Step) -> list[tuple[Step, tuple[int, int]]]:
    """Give the step for each side and spot, with its share of the time: (which part, of how many)."""
    written = draft.line.word("side")
    whole = (0, 1)
    sides: list[tuple[Side, tuple[int, int]]]
    if written is None:
        sides = _unsaid_sides(draft, step)
    elif written.id in ("each", "left-first"):
        order: tuple[Side, Side] = ("right", "left") if written.id == "each" else ("left", "right")
        sides = [(side, whole) for side in order]
    else:
        sides = [(cast("Side", written.id), whole)]
    spots = draft.line.one(Spots)
    if draft.line.kind == "hold" and spots is None:
        draft.inferred.append("spots")
    often = spots.count if spots is not None and draft.line.kind == "hold" and not _time_leads(draft) else 1
    return [(replace(step, side=side), share) for side, share in sides for _ in range(often)]


def _unsaid_sides(draft: _Draft, step: Step) -> list[tuple[Side, tuple[int, int]]]:
    technique = draft.technique
    if technique.both_sides:
        return [("both", (0, 1))]  # nothing else is possible, so nothing was inferred
    draft.inferred.append("side")
    if draft.line.kind == "hold" or technique.works_both_sides(step.place or ""):
        return [("both", (0, 1))]
    return [("right", (0, 2)), ("left", (1, 2))]


def _area(draft: _Draft) -> str | None:
    word = draft.line.word("area")
    if word is not None:
        return word.id
    if draft.line.kind == "hold":
        return None  # wherever it is tender
    draft.inferred.append("area")
    return draft.technique.areas[0]


def _contact(draft: _Draft, area: str | None) -> Contact:
    word = draft.line.word("contact")
    if word is not None:
        return cast("Contact", word.id)
    draft.inferred.append("contact")
    allowed = draft.technique.contacts if area is None else draft.technique.contacts_on(area)
    return cast("Contact", allowed[0])


def _place(draft: _Draft, contact: str, running: Running, *, both: bool) -> Place | None:
    """Give where the giver is: as said here, as said before where that will do, else where the technique is done."""
    word = draft.line.word("place")
    if word is not None:
        running.place, running.said = cast("Place", word.id), True
        return running.place
    technique = draft.technique
    places = technique.places_for(contact, position_of(draft.ground.position))
    if both and not technique.both_sides:
        places = tuple(place for place in places if technique.works_both_sides(place)) or places
    if running.place not in places:
        first = places[0] if places else (technique.places[0] if technique.places else None)
        running.place, running.said = cast("Place | None", first), False
    if not running.said:
        draft.inferred.append("place")
    return running.place


def _pressure(draft: _Draft, area: str | None) -> tuple[float, float]:
    ramp = draft.line.one(Ramp)
    if ramp is not None:
        return ramp.start, ramp.end
    draft.inferred.append("pressure")
    technique = draft.technique
    low, high = (float(value) for value in technique.felt)
    top = min(high, technique.cap if area is None else technique.cap_on(area), draft.ground.cap or high)
    if technique.constant_pressure:
        return top, top
    if draft.phase == "finish":
        return (1.0, 1.0) if draft.line.kind == "rest" else (top, 1.0)
    return min(low, top), top


def _pace(draft: _Draft) -> tuple[float | None, float | None]:
    """Give cm/s or cycles a minute, whichever the technique counts in or the line says."""
    said, word, band = draft.line.one(Pace), draft.line.word("pace"), draft.technique.pace
    if said is not None:
        return (said.amount, None) if said.unit == "cm_per_s" else (None, said.amount)
    if band.unit == "still":
        return None, None
    closing = draft.technique.pace_closing if draft.phase == "finish" else None
    value = (closing or band).usual
    if word is not None:
        value = {"slow": band.least, "steady": band.usual}.get(word.id, band.most)
    else:
        draft.inferred.append("pace_cm_per_s" if band.unit == "cm_per_s" else "cycles_per_min")
    return (value, None) if band.unit == "cm_per_s" else (None, value)


def _duration_s(draft: _Draft, step: Step) -> int:
    time = draft.line.one(Time)
    if time is None:
        if "duration_s" not in draft.inferred:
            draft.inferred.append("duration_s")
        return HOLD_USUAL_S if draft.line.kind == "hold" else draft.technique.dose_area.usual_s
    if time.unit == "s":
        return max(1, round(time.amount))
    one_s = figure("breath_s") if time.unit == "breaths" else draft.counted.stroke_s(step)
    return max(1, round(time.amount * one_s))


def _stroke_s(step: Step) -> float:
    """Give how long one stroke of a step lasts [s], on a back of usual size, as it would be led."""
    try:
        path = stroke_path(
            step.technique or "",
            atlas_for(Body()),
            step.area or "",
            step.side or "both",
            contact=step.contact,
            pressure=step.pressure,
            pace=step.pace_cm_per_s or step.cycles_per_min,
            place=step.place,
        )
    except (CannotBeDone, UsageError):
        return 60.0 / step.cycles_per_min if step.cycles_per_min else float(figure("stroke_s"))
    return path.cycle_s / path.cycles
