"""How a change is announced before it comes, and what rides between strokes: moves, oil, head turns, questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from backrub.routine import Message, Step, StepKind
from backrub.session.script.catalogue import ASK_AS_WRITTEN, LINES, SAYS_AS_WRITTEN
from backrub.session.script.drafting import (
    Lead,
    asked,
    lead_after,
    line,
    moves,
    over_a_spot,
    stance,
    station,
    to_receiver,
    where,
    written,
)
from backrub.session.timeline import CueDraft, PlacedStep, Setting
from backrub.units import seconds

__all__ = ["change", "interlude"]

ANNOUNCED_S = -11.0
"""When a change is announced, while the stroke before it still goes on [s]. Practice note F28. Certainty: M."""

MOVE_ANNOUNCED_S = -14.0
"""When a change of place is announced, so that the stroke can be named before it begins [s]. Certainty: ENG."""

KNEES_BEFORE_HOLD_S = -24.0
"""When knees may be shifted before a hold, in which nothing moves [s]. Certainty: ENG."""

THEN_S = -5.0
"""When a stroke is named that follows a rest or a move already announced [s]. Certainty: ENG."""

LAST_STROKE_S = -8.0
"""When the last stroke is announced: it is the slowest of all [s]. Certainty: ENG."""

SAID_S = 9.0
"""When a written sentence is said, after what the hands do [s]. Certainty: ENG."""

_UNTIMED = ("prepare", "aftercare")
_DELICATE = frozenset({"lower-back", "gutters-lower", "waist", "sides", "neck-base"})


def change(setting: Setting, placed: PlacedStep, before: PlacedStep | None) -> Iterator[CueDraft]:
    """Announce a step that takes time; not the first one, nor one that only goes on, nor the strokes over a spot."""
    if before is None or over_a_spot(before, placed.step) or _goes_on(before.step, placed.step):
        return
    step = placed.step
    moved = moves(setting, before.step, step)
    lead: Lead = "then" if moved else lead_after(before)
    at_s = _not_before(before, ANNOUNCED_S if lead == "stroke" else THEN_S)
    if step.kind == "hold":
        yield line(at_s, "next-hold", lead=lead)
    elif step.kind == "rest" and step.phase == "finish":
        yield line(_not_before(before, LAST_STROKE_S), "finish-last")
    elif step.kind == "rest":
        yield line(at_s, "next-rest", lead=lead)
    elif before.step.technique == "tapotement":
        yield line(at_s, "next-smooth", lead=lead)
    elif step.technique == "feather-strokes":
        yield line(at_s, "next-feather", lead=lead, contact=step.contact or "finger-tips")
    elif _other_side(before.step, step):
        yield line(at_s, "next-other-side", lead=lead, side=step.side or "both", near=where(setting, step)["near"])
    else:
        yield line(at_s, "next-stroke", lead=lead, technique=step.technique or "", **where(setting, step))


def interlude(
    setting: Setting, placed: PlacedStep, before: PlacedStep | None, after: PlacedStep | None
) -> Iterator[CueDraft]:
    """Give what is said for a step that rides in others, or that changes how the receiver lies."""
    told = _INTERLUDES.get(placed.step.kind)
    if told is not None:
        yield from told(setting, placed, before, after)


def _ask(
    _setting: Setting, placed: PlacedStep, _before: PlacedStep | None, after: PlacedStep | None
) -> Iterator[CueDraft]:
    at_s = _within(after, 25.0, 0.45)
    says = placed.step.says
    if says is not None and says.id in LINES:
        yield asked(line(at_s, says.id))
    elif says is not None and says.id == SAYS_AS_WRITTEN:
        yield asked(written(at_s, Message(ASK_AS_WRITTEN, says.args)))
    elif after is not None and after.step.area in _DELICATE:
        yield asked(line(at_s, "ask-here"))
    else:
        yield asked(line(at_s, "ask-pressure"))


def _oil(
    setting: Setting, _placed: PlacedStep, before: PlacedStep | None, after: PlacedStep | None
) -> Iterator[CueDraft]:
    if setting.lubricant in ("clothed", "dry"):
        return
    if before is None or before.step.phase == "open":
        yield line(_not_before(before, MOVE_ANNOUNCED_S), "oil-first", glide=setting.lubricant)
    else:
        yield line(_within(after, 38.0, 0.6), "oil-more", glide=setting.lubricant)


def _turn(
    setting: Setting, placed: PlacedStep, _before: PlacedStep | None, after: PlacedStep | None
) -> Iterator[CueDraft]:
    if placed.duration_ms == 0:
        if setting.position == "prone":
            yield to_receiver(line(_within(after, 30.0, 0.5), "turn-head"))
        return
    back_s = seconds(placed.duration_ms) - 14.0
    if setting.position == "side-lying":
        yield to_receiver(line(0, "turn-over"))
        yield line(8, "turn-over-help")
        yield line(max(16.0, back_s), "turn-over-back")
    else:
        yield to_receiver(line(0, "sit-up", position=setting.position))
        yield line(max(10.0, back_s), "sit-up-back")


def _move(
    setting: Setting, _placed: PlacedStep, before: PlacedStep | None, after: PlacedStep | None
) -> Iterator[CueDraft]:
    if after is not None and (before is None or moves(setting, before.step, after.step)):
        at_s = _not_before(before, MOVE_ANNOUNCED_S)
        yield line(at_s, "move-to", lead=lead_after(before), station=station(setting, after.step) or "hip")
    elif after is not None and after.step.kind == "hold":
        yield line(_not_before(before, KNEES_BEFORE_HOLD_S), "move-change-knees", stance=stance(setting))
    elif after is not None and after.step.phase != "finish":
        yield line(_within(after, 18.0, 0.5), "move-change-knees", stance=stance(setting))


def _say(
    _setting: Setting, placed: PlacedStep, _before: PlacedStep | None, after: PlacedStep | None
) -> Iterator[CueDraft]:
    said = placed.step.says
    if said is None or placed.step.phase in _UNTIMED:  # before the first touch and after the last the coach has its own
        return
    if said.id in LINES:
        yield line(0, said.id, **dict(said.args))
    elif said.id == SAYS_AS_WRITTEN:
        yield written(_within(after, SAID_S, 0.3), said)


_Interlude = Callable[[Setting, PlacedStep, PlacedStep | None, PlacedStep | None], Iterator[CueDraft]]
_INTERLUDES: Mapping[StepKind, _Interlude] = MappingProxyType(
    {"ask": _ask, "oil": _oil, "turn": _turn, "move": _move, "say": _say}
)


def _goes_on(before: Step, step: Step) -> bool:
    """Tell whether the hands simply go on: the same stroke in the same place, lighter or heavier."""
    same = (before.kind, before.technique, before.area, before.side) == (
        step.kind,
        step.technique,
        step.area,
        step.side,
    )
    return same and step.kind == "stroke"


def _other_side(before: Step, step: Step) -> bool:
    same = (before.kind, before.technique, before.area) == (step.kind, step.technique, step.area)
    return same and {before.side, step.side} == {"left", "right"}


def _not_before(before: PlacedStep | None, offset_s: float) -> float:
    """Give the offset, but never in the first half of a short step before."""
    return offset_s if before is None else max(offset_s, -seconds(before.duration_ms) / 2)


def _within(after: PlacedStep | None, usual_s: float, share: float) -> float:
    """Give a time into the step in which an interlude rides, earlier in a short one."""
    return usual_s if after is None else min(usual_s, seconds(after.duration_ms) * share)
