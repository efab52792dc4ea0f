"""JSON Schemas of everything that crosses the border, made from the classes themselves."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Literal

from pydantic import TypeAdapter

from backrub.person import Wishes
from backrub.routine import Routine
from backrub.wire import alternatives, messages, person, shapes, written
from backrub.wire.doors import DoorAsked
from backrub.wire.live import CommandIn, HelloIn, PingIn
from backrub.wire.mapping import JsonObject, adapter
from backrub.wire.routine import FORMAT

__all__ = ["DIALECT", "SHAPES", "components", "schema"]

_Wanted = tuple[str, Literal["serialization"], TypeAdapter[Any]]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
REFERENCE = "#/$defs/{model}"

SHAPES: Mapping[str, type] = {
    "routine": Routine,
    "wishes": Wishes,
    "start": shapes.StartJson,
    "map": shapes.AtlasJson,
    "path": shapes.PathJson,
    "plan": shapes.PlanJson,
    "not-tonight": shapes.NotTonightJson,
    "what-if-sent": alternatives.WhatIfSent,
    "what-if": alternatives.WhatIfJson,
    "clash": alternatives.ClashJson,
    "swap-sent": alternatives.SwapSent,
    "swap": alternatives.SwapJson,
    "half-not-tonight": alternatives.HalfNotTonightJson,
    "lesson": alternatives.LessonJson,
    "session-opened": shapes.OpenedJson,
    "session-plan": shapes.SessionPlanJson,
    "text-sent": written.TextSent,
    "cursor-sent": written.CursorSent,
    "lead-sent": written.LeadSent,
    "checked": written.CheckedJson,
    "mended": written.MendedJson,
    "offers": written.OffersJson,
    "help": written.HelpJson,
    "line-paths": written.LinePathsJson,
    "shelf": written.ShelfJson,
    "text": written.TextJson,
    "rule": written.RuleJson,
    "screen": person.ScreenJson,
    "card-text-sent": person.CardTextSent,
    "card-sent": person.CardSent,
    "card-keep": person.CardKeep,
    "card-said": person.CardSaid,
    "card-wishes": person.CardWishes,
    "card-shown": person.CardShownJson,
    "card-kept": person.CardKeptJson,
    "cards": person.CardsJson,
    "wishes-filled": person.WishesJson,
    "learn-from": person.LearnFrom,
    "learnt-from": person.LearntFromJson,
    "door-asked": DoorAsked,
    "door": shapes.DoorJson,
    "problem": shapes.ProblemJson,
    "hello-in": HelloIn,
    "hello": messages.HelloOut,
    "ping": PingIn,
    "pong": messages.Pong,
    "command": CommandIn,
    "ack": messages.Ack,
    "refused": messages.Refused,
    "event": messages.EventJson,
    "view": messages.ViewJson,
    "timeline": messages.TimelineJson,
    "patch": messages.PatchJson,
}
"""The class behind each schema file."""

_MESSAGE: JsonObject = {
    "title": "Message",
    "description": "A sentence not yet in words: its id, and what fills it.",
    "type": "object",
    "required": ["id", "args"],
    "properties": {
        "id": {"type": "string"},
        "args": {"type": "object", "additionalProperties": {"type": ["string", "number"]}},
    },
}


def components() -> tuple[Mapping[str, str], JsonObject]:
    """Give every schema once.

    Returns:
        For each name of a file the name of its definition, and all definitions.
    """
    labels: _Wanted = ("labels", "serialization", adapter(shapes.StepLabels))
    wanted: list[_Wanted] = [(name, "serialization", adapter(kind)) for name, kind in SHAPES.items()]
    found, document = TypeAdapter.json_schemas([*wanted, labels], ref_template=REFERENCE)
    definitions: JsonObject = deepcopy(document["$defs"])
    names = {name: found[name, "serialization"]["$ref"].rpartition("/")[2] for name in SHAPES}
    definitions["Message"] = _MESSAGE
    _as_written(definitions)
    needed = sorted({one for name in names.values() for one in _needed(name, definitions)})
    return names, {name: _tidy(definitions[name]) for name in needed}


def schema(name: str) -> JsonObject:
    """Give one schema with the definitions it needs.

    Args:
        name: As its file is called, such as `routine`.
    """
    names, definitions = components()
    needed = _needed(names[name], definitions)
    return {"$schema": DIALECT, "$ref": f"#/$defs/{names[name]}", "$defs": {one: definitions[one] for one in needed}}


def _as_written(definitions: JsonObject) -> None:
    """Bring routine and step from how rooms hold them to how they are written: see `wire.routine`."""
    routine, step = definitions["Routine"], definitions["Step"]
    routine["properties"] = {
        "format": {"const": FORMAT},
        "title": {"type": "string"},
        "title_message": {"$ref": "#/$defs/Message"},
        "seed": {"type": "integer"},
    } | {name: value for name, value in routine["properties"].items() if name != "title"}
    routine["required"] = ["format", *routine["required"]]
    labels = definitions.pop("StepLabels")
    step["properties"] |= {"why": {"type": "string"}, "text": {"type": "string"}} | labels["properties"]
    step["required"] = [*step["required"], "duration_s", "why"]
    definitions["Wishes"]["properties"].pop("care")


def _tidy(value: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Leave out what says nothing: titles that repeat a field's name, defaults, and the layout of docstrings."""
    if isinstance(value, list):
        return [_tidy(one) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _tidy(one) for key, one in value.items() if not _is_noise(key, one)}
    if isinstance(kept.get("description"), str):
        kept["description"] = kept["description"].split("\n\n")[0].replace("\n", " ").strip()
    return kept


def _is_noise(key: str, value: object) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and not isinstance(value, dict | list))


def _needed(name: str, definitions: JsonObject) -> list[str]:
    """Give a definition and all it refers to, in alphabetical order."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += _references(definitions[one])
    return sorted(found)


def _references(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"].rpartition("/")[2]] if isinstance(value.get("$ref"), str) else []
        return own + [name for one in value.values() for name in _references(one)]
    return [name for one in value for name in _references(one)] if isinstance(value, list) else []
