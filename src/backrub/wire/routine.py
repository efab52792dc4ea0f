"""The routine as JSON, the shape that other programs rely on, and back to an equal routine."""

from __future__ import annotations

from typing import Any

from backrub.anatomy import AREAS, COMPOSITES
from backrub.errors import UsageError
from backrub.routine import Message, Routine, Step
from backrub.technique import techniques
from backrub.wire.mapping import JsonObject, read, write
from backrub.words import Words

__all__ = ["FORMAT", "TITLE_AS_WRITTEN", "routine_from_json", "routine_to_json", "seed_of", "step_to_json"]

FORMAT = 1
TITLE_AS_WRITTEN = "title-as-written"
ONLY_WRITTEN = ("format", "title_message", "seed")
NUMBERED = "note-seed"
"""Id of the note by which a plan that is not the best one says its number."""


def step_to_json(step: Step, words: Words) -> JsonObject:
    """Give one step; strokes and holds always name their area, which is null for spots not found yet."""
    fields = write(Step, step, sparse=True)
    if step.kind in {"stroke", "hold"}:
        fields.setdefault("area", None)
    if step.says is not None:
        fields["text"] = words.text(step.says)
    return fields | {"why": " ".join(words.text(reason) for reason in step.reasons)}


def routine_to_json(routine: Routine, words: Words) -> JsonObject:
    """Give a routine.

    Args:
        routine: The plan.
        words: The language of its title and reasons.
    """
    fields = write(Routine, routine)
    title = {"title": words.text(routine.title), "title_message": fields.pop("title")}
    steps = [step_to_json(step, words) for step in routine.steps]
    return {"format": FORMAT} | title | fields | {"steps": steps, "seed": seed_of(routine)}


def seed_of(routine: Routine) -> int:
    """Give the number by which the same wishes lead to this plan again; 0 for the best, and for what was written."""
    numbers = (dict(note.args)["seed"] for note in routine.notes if note.id == NUMBERED)
    return int(next(numbers, 0))


def routine_from_json(data: object) -> Routine:
    """Read a routine that this or another program wrote.

    What only people read (`why`, `text`) is passed over; a title without `title_message` is kept as it is written.

    Raises:
        UsageError: It is not a routine, is of a later format, names a technique or place that is not known, or its
            steps do not add up.
    """
    if not isinstance(data, dict):
        raise UsageError("a routine is a JSON object", "", "Write one with: backrub compose --minutes 15 -o rub.json")
    if data.get("format") != FORMAT:
        raise UsageError(f"format is {data.get('format')!r}", "format", f"This backrub reads format {FORMAT}")
    routine = read(Routine, _fields(data), "a routine")
    for index, step in enumerate(routine.steps):
        _require_known(step, f"steps[{index}]")
    return routine


def _require_known(step: Step, where: str) -> None:
    """Raise a clear error for a technique or a place that nobody could lead."""
    for field, named, known in (
        ("technique", step.technique, tuple(techniques())),
        ("area", step.area, (*AREAS, *COMPOSITES)),
    ):
        if named is not None and named not in known:
            raise UsageError(f"{field} {named!r} is not known", f"{where}.{field}", f"Use one of: {', '.join(known)}")


def _fields(data: dict[str, Any]) -> dict[str, Any]:
    fields = {key: value for key, value in data.items() if key not in ONLY_WRITTEN}
    title = data.get("title_message") or {"id": TITLE_AS_WRITTEN, "args": {"text": str(data.get("title", ""))}}
    steps = data.get("steps")
    if not isinstance(steps, list) or not all(isinstance(step, dict) for step in steps):
        raise UsageError("the steps are missing", "steps", "Each step is an object with kind, phase and duration_s")
    bare = [{key: value for key, value in step.items() if key not in {"why", "text"}} for step in steps]
    return fields | {"title": title, "steps": bare}


def as_written(text: str) -> Message:
    """Give the title that a person wrote."""
    return Message(TITLE_AS_WRITTEN, (("text", text),))
