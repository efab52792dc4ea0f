"""A plan as the pages show it: the routine with names and times beside each step, and what else to say about it."""

from __future__ import annotations

from collections.abc import Iterable

from backrub.app.certainty import guesses
from backrub.app.planning import Planned
from backrub.errors import NotTonight
from backrub.routine import Message, Position, Routine, Step, message, step_starts_s
from backrub.session import Setting
from backrub.session.script import preparations
from backrub.wire.mapping import JsonObject
from backrub.wire.routine import routine_to_json
from backrub.words import Words

__all__ = ["five_more", "labelled_routine", "labels", "not_tonight_to_json", "planned_to_json"]

MOST_GAINS = 4
"""How many of the things that more minutes would add are told, the largest first."""


def labelled_routine(routine: Routine, words: Words) -> JsonObject:
    """Give the routine's JSON with, for each step, when it starts and what people call it."""
    fields = routine_to_json(routine, words)
    starts_s = step_starts_s(routine.steps)
    for step, start_s, shown in zip(routine.steps, starts_s, fields["steps"], strict=True):
        shown |= {"start_s": start_s, **labels(step, words, routine.position)}
    return fields


def labels(step: Step, words: Words, position: Position = "prone") -> dict[str, str]:
    """Give what people call a step's technique, area, side and pressure; empty where it has none.

    Args:
        step: A step.
        words: The language.
        position: How the receiver lies or sits, which decides what a turn of the whole body is.
    """
    return {
        "label": _step_name(step, words, position),
        "area_label": words.text(message(f"area-{step.area}")) if step.area else "",
        "side_label": words.text(message(f"side-{step.side}")) if step.side else "",
        "contact_label": words.text(message(f"contact-{step.contact}")) if step.contact else "",
        "pressure_words": _pressure_words(step, words),
    }


def _step_name(step: Step, words: Words, position: Position) -> str:
    if step.technique:
        return words.text(message(f"technique-{step.technique}"))
    if step.kind == "turn" and step.duration_s:
        return words.text(message("step-turn-over" if position == "side-lying" else "step-break"))
    return words.text(step.says) if step.says else words.text(message(f"step-{step.kind}"))


def _pressure_words(step: Step, words: Words) -> str:
    """Name the pressure by its words, from start to end where they differ."""
    if step.pressure is None:
        return ""
    first, last = (words.text(message(f"pressure-{max(1, round(value))}")) for value in step.pressure)
    return first if first == last else words.text(message("plan-pressure-range", first=first, last=last))


def planned_to_json(planned: Planned, words: Words) -> JsonObject:
    """Give everything the plan page shows."""
    routine = planned.routine
    return {
        "routine": labelled_routine(routine, words),
        "title": words.text(routine.title),
        "summary": words.text(_summary(routine)),
        "preparations": _preparations(planned.setting, words),
        "gave_way": _texts(routine.gave_way, words),
        "left_out": _texts(routine.left_out, words),
        "notes": _texts(routine.notes, words),
        "with_five_more": five_more(planned, words),
        "guesses": _texts(guesses(routine, planned.wishes), words),
        "seed": planned.wishes.seed,
    }


def five_more(planned: Planned, words: Words) -> str | None:
    """Say in one sentence what five more minutes would bring, or None when there are none to have."""
    if not planned.more:
        return None
    *rest, last = _texts(planned.more[:MOST_GAINS], words)
    joined = words.text(message("list-and", last=last, rest=", ".join(rest))) if rest else last
    return words.text(message("list-sentence", text=joined[:1].upper() + joined[1:]))


def not_tonight_to_json(refusal: NotTonight, words: Words) -> JsonObject:
    """Give the kind words for an evening without a rub."""
    texts = [words.text(message(reason)) for reason in refusal.reasons]
    return {"not_tonight": {"emergency": refusal.emergency, "texts": texts}}


def _summary(routine: Routine) -> Message:
    return message(
        "plan-summary",
        minutes=round(routine.duration_s / 60),
        surface=routine.surface,
        glide=routine.lubricant,
        position=routine.position,
    )


def _preparations(setting: Setting, words: Words) -> list[JsonObject]:
    return [{"id": one.what.id, "text": words.text(one.what), "icon": one.icon} for one in preparations(setting)]


def _texts(messages: Iterable[Message], words: Words) -> list[str]:
    return [words.text(one) for one in messages]
