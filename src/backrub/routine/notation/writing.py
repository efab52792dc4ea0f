"""A routine into text, so that reading the text gives the routine again.

What the text cannot say is left out: ids of reasons (their sentences are kept as `why`), and the composer's account of
itself (whether it was optimal, what gave way, what was left out). `sayable` gives a routine without those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from backrub.routine.model import Message, Routine, Step, message
from backrub.routine.notation.building import AS_WRITTEN, UNTITLED, routine_of, usual_cap
from backrub.routine.notation.filling import Running, position_of
from backrub.routine.notation.heads import escaped
from backrub.routine.notation.layout import layout
from backrub.routine.notation.quantities import number_text, seconds_text
from backrub.routine.notation.reading import read_written
from backrub.routine.notation.vocabulary import first_name
from backrub.technique import techniques

__all__ = ["Say", "sayable", "text_of"]

Say = Callable[[Message], str]
"""Puts a message into words; handed in, since sentences live above this room."""

_REFILLED = frozenset({"area", "contact", "pressure", "pace_cm_per_s", "cycles_per_min", "place", "spots"})


def text_of(routine: Routine, say: Say) -> str:
    """Write a routine as text, in the canonical layout.

    What was inferred is left out again where reading would infer the same; else it is written out.

    Args:
        routine: What to write.
        say: Puts its title, reasons and notes into words.
    """
    kept = sayable(routine, say)
    lean = layout(read_written("\n".join(_lines(kept, lean=True))))
    if routine_of(read_written(lean)).routine == kept:
        return lean
    return layout(read_written("\n".join(_lines(kept, lean=False))))


def sayable(routine: Routine, say: Say) -> Routine:
    """Give the same routine with its sentences as they would be written, and without what text cannot say.

    A side, time or phase that was inferred counts as written, since the text states it.
    """
    untitled = routine.title.id == UNTITLED
    return replace(
        routine,
        title=routine.title if untitled else _as_written("title", routine.title, say),
        steps=tuple(_sayable_step(step, say) for step in routine.steps),
        optimal=True,
        gap=0.0,
        gave_way=(),
        left_out=(),
        notes=tuple(_as_written("note", note, say) for note in routine.notes if _words(say(note))),
    )


def _sayable_step(step: Step, say: Say) -> Step:
    own = all(reason.id == AS_WRITTEN["why"] for reason in step.reasons)
    texts = [_words(say(reason)) for reason in step.reasons]
    reasons = texts if own else [" ".join(text for text in texts if text)]
    says = _as_written("says", step.says, say) if step.says is not None else None
    return replace(
        step,
        says=says,
        reasons=tuple(message(AS_WRITTEN["why"], text=text) for text in reasons if text),
        inferred=tuple(name for name in step.inferred if name in _REFILLED),
    )


def _as_written(kind: str, said: Message, say: Say) -> Message:
    return message(AS_WRITTEN[kind], text=_words(say(said)))


def _words(text: str) -> str:
    return " ".join(text.split())


def _text(said: Message) -> str:
    return escaped(str(dict(said.args).get("text", "")))


def _lines(routine: Routine, *, lean: bool) -> Iterator[str]:
    yield from _header(routine)
    running, phase = Running(), None
    for step in routine.steps:
        if step.phase != phase:
            phase = step.phase
            yield first_name("phase", phase)
        yield "  " + _line(step, routine, running, lean=lean)
        yield from (f"  why {_text(reason)}" for reason in step.reasons)


def _header(routine: Routine) -> Iterator[str]:
    if routine.title.id != UNTITLED:
        yield f"title: {_text(routine.title)}"
    usual = "seated" if routine.surface == "chair" else "prone"
    kinds = [("surface", routine.surface), ("glide", routine.lubricant), ("position", routine.position)]
    shown = [first_name(kind, key) for kind, key in kinds if key != usual]
    yield ", ".join([f"for: {seconds_text(routine.duration_s)}", *shown])
    if routine.giver_side != "left":
        yield f"giver: {first_name('giver', routine.giver_side)}"
    if routine.cap != usual_cap(routine.steps):
        yield f"cap: {number_text(routine.cap)}"
    yield from (f"note: {_text(note)}" for note in routine.notes)
    yield ""


def _line(step: Step, routine: Routine, running: Running, *, lean: bool) -> str:
    if step.kind in ("ask", "say"):
        return f"{step.kind} {_text(step.says)}" if step.says is not None else step.kind
    if step.kind in ("move", "turn", "oil"):
        return ", ".join(_ride(step, running))
    skipped = _REFILLED.intersection(step.inferred) if lean else frozenset[str]()
    fields = list(_fields(step, routine, running, skipped))
    if step.kind == "hold" and step.spots == 1:  # the time of one spot stands behind it
        return ", ".join([*fields, seconds_text(step.duration_s)])
    return f"{seconds_text(step.duration_s)} " + ", ".join(fields)


def _ride(step: Step, running: Running) -> Iterator[str]:
    if step.kind == "turn" and step.duration_s:
        yield f"{seconds_text(step.duration_s)} {first_name('ride', 'turn-over')}"
    else:
        yield first_name("ride", {"turn": "turn-head"}.get(step.kind, step.kind))
    if step.place is not None:
        yield first_name("place", step.place).removeprefix("at ")
        if step.kind in ("move", "turn"):
            running.place, running.said = step.place, True
    if step.side is not None:
        yield first_name("side", step.side)


def _fields(step: Step, routine: Routine, running: Running, skipped: frozenset[str]) -> Iterator[str]:
    technique = techniques().get(step.technique or "")
    yield first_name("technique", step.technique or "")
    if step.kind == "hold" and "spots" not in skipped:
        count = step.spots or 1
        yield f"up to {count} tender spots" if count > 1 else "1 tender spot"
    if step.area is not None and "area" not in skipped:
        yield first_name("area", step.area)
    if step.side is not None and not (step.side == "both" and technique is not None and technique.both_sides):
        yield first_name("side", step.side)
    if step.contact is not None and "contact" not in skipped:
        yield first_name("contact", step.contact)
    if step.pressure is not None and "pressure" not in skipped:
        start, end = (number_text(value) for value in step.pressure)
        yield f"pressure {start}" if start == end else f"pressure {start} to {end}"
    if step.pace_cm_per_s is not None and "pace_cm_per_s" not in skipped:
        yield f"{number_text(step.pace_cm_per_s)} cm/s"
    if step.cycles_per_min is not None and "cycles_per_min" not in skipped:
        yield f"{number_text(step.cycles_per_min)} a minute"
    yield from _place(step, routine, running, skipped)


def _place(step: Step, routine: Routine, running: Running, skipped: frozenset[str]) -> Iterator[str]:
    """Give the place unless it goes without saying: the giver was said to be there, and stays."""
    if step.place is None or "place" in skipped:
        return
    technique = techniques().get(step.technique or "")
    here = technique.places_for(step.contact or "", position_of(routine.position)) if technique is not None else ()
    if not (running.said and running.place == step.place and step.place in here):
        yield first_name("place", step.place)
    running.place, running.said = step.place, True
