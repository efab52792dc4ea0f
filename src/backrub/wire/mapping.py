"""Between the frozen dataclasses and JSON: one adapter per class, and messages whose arguments read as an object.

The dataclass is the model; nothing here repeats its fields, so a field added in its room appears on the wire by itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json

from backrub.errors import UsageError

__all__ = ["JsonObject", "Unreadable", "adapter", "parsed", "read", "write"]

T = TypeVar("T")
JsonObject = dict[str, Any]


@dataclass(eq=False, slots=True)
class Unreadable(UsageError):
    """JSON that does not fit its class.

    Attributes:
        fields: Each field that is wrong, as a dotted path, and what is wrong with it.
    """

    fields: tuple[tuple[str, str], ...] = ()


_adapters: dict[type, TypeAdapter[Any]] = {}


def adapter(kind: type[T]) -> TypeAdapter[T]:
    """Give the adapter of a class, made once."""
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def write(kind: type[T], value: T, *, sparse: bool = False) -> JsonObject:
    """Turn a value into what `json.dumps` takes.

    Args:
        kind: Its class.
        value: The value.
        sparse: Whether fields that are None are left out.
    """
    return cast("JsonObject", _objects(adapter(kind).dump_python(value, mode="json", exclude_none=sparse)))


def parsed(text: str | bytes) -> object:
    """Read JSON that somebody sent.

    Raises:
        UsageError: It is none: numbers without end, half a character and what is nested without measure included.
    """
    try:
        data: object = from_json(text, allow_inf_nan=False)
    except ValueError:
        raise UsageError("this is not JSON", "body", "Send an object") from None
    return data


def read(kind: type[T], data: object, what: str) -> T:
    """Turn JSON back into a value.

    Args:
        kind: The class wanted.
        data: What `parsed` gave.
        what: What it should be, for the error: `wishes`, `a routine`.

    Raises:
        Unreadable: A field is missing, unknown, or out of its range.
    """
    try:
        text = json.dumps(_pairs(data), allow_nan=False)
    except ValueError:
        raise Unreadable(f"this is not {what}: a number in it has no end") from None
    try:
        return adapter(kind).validate_json(text, strict=True, extra="forbid")
    except ValidationError as error:
        fields = tuple((_path(one["loc"]), one["msg"]) for one in error.errors(include_url=False, include_input=False))
        first = f"{fields[0][0]}: {fields[0][1]}" if fields[0][0] else fields[0][1]
        raise Unreadable(f"this is not {what}: {first}", "", "", fields) from None


def _path(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location)


def _is_message(value: object, arguments: type) -> bool:
    return isinstance(value, dict) and value.keys() == {"id", "args"} and isinstance(value["args"], arguments)


def _objects(value: object) -> object:
    """Turn each message's pairs into an object."""
    if isinstance(value, dict):
        if _is_message(value, list):
            return {"id": value["id"], "args": dict(value["args"])}
        return {key: _objects(inner) for key, inner in value.items()}
    return [_objects(inner) for inner in value] if isinstance(value, list) else value


def _pairs(value: object) -> object:
    """Turn each message's object back into pairs, in the order that makes equal messages equal."""
    if isinstance(value, dict):
        if _is_message(value, dict):
            return {"id": value["id"], "args": sorted(value["args"].items())}
        return {key: _pairs(inner) for key, inner in value.items()}
    return [_pairs(inner) for inner in value] if isinstance(value, list) else value
