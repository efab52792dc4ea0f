"""Events as records that JSON can hold, and back, read off the dataclasses so that no field is forgotten."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, ClassVar, Union, cast, get_args, get_origin, get_type_hints

from backrub.session.events import EVENTS, Event
from backrub.session.upcasts import lifted

__all__ = ["from_record", "to_record"]

_KINDS: Mapping[str, type[Event]] = {event.kind: event for event in EVENTS}


def to_record(event: Event) -> dict[str, Any]:
    """Write an event down.

    Returns:
        What `json.dumps` takes: `kind`, `v` and the event's fields; tuples have become lists.
    """
    return {"kind": event.kind, "v": event.v, **_written(cast("Any", type(event)))(event)}


def from_record(record: Mapping[str, Any]) -> Event:
    """Read an event, an old one lifted to what its kind is now.

    Raises:
        ValueError: The kind is unknown, or newer than this program.
    """
    now = lifted(record)
    kind = _KINDS.get(now["kind"])
    if kind is None:
        raise ValueError(f"unknown event kind {now['kind']!r}")
    if now["v"] != kind.v:
        raise ValueError(f"event {kind.kind!r} of version {now['v']}, this program reads {kind.v}")
    return cast("Event", _reader(cast("Any", kind))(now))


@cache
def _written(kind: Any) -> Callable[[Any], dict[str, Any]]:  # noqa: ANN401 - a dataclass
    writers = tuple((name, _writer(hint)) for name, hint in _hints(kind))

    def write(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any of our dataclasses
        return {
            name: getattr(value, name) if writer is None else writer(getattr(value, name)) for name, writer in writers
        }

    return write


@cache
def _writer(hint: Any) -> Callable[[Any], Any] | None:  # noqa: ANN401 - a type, or a form of typing
    """Give what turns a value into JSON, or None when it is JSON already."""
    if is_dataclass(hint):
        return _written(cast("type", hint))
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple:
        one = _writer(inner[0])
        if len(inner) == 2 and inner[1] is ... and one is not None:
            return lambda value: [one(item) for item in value]
        deep = any(get_origin(part) is tuple for part in inner)
        return (lambda value: [list(item) if isinstance(item, tuple) else item for item in value]) if deep else list
    if origin in (Union, types.UnionType):
        some = [writer for part in inner if (writer := _writer(part)) is not None]
        if some:
            return lambda value: None if value is None else some[0](value)
    return None


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - a type, or a form of typing
    """Give what turns JSON into a value of a type."""
    if is_dataclass(hint):
        return _built(cast("type", hint))
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple and len(inner) == 2 and inner[1] is ...:
        one = _reader(inner[0])
        return lambda value: tuple([one(item) for item in value])
    if origin is tuple:
        parts = tuple(_reader(part) for part in inner)
        return lambda value: tuple(part(item) for part, item in zip(parts, value, strict=True))
    if origin in (Union, types.UnionType):
        some = [part for part in inner if part is not types.NoneType]
        if len(some) > 1:
            return _as_it_is
        read = _reader(some[0])
        return lambda value: None if value is None else read(value)
    return _as_it_is


def _built(kind: type) -> Callable[[Any], Any]:
    readers = tuple((name, _reader(hint)) for name, hint in _hints(kind))

    def build(record: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any of our dataclasses
        return kind(**{name: read(record[name]) for name, read in readers if name in record})

    return build


def _as_it_is(value: Any) -> Any:  # noqa: ANN401 - JSON's own
    return value


@cache
def _hints(kind: Any) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401 - a dataclass
    hints = get_type_hints(kind)
    return tuple(
        (field.name, hints[field.name]) for field in fields(kind) if get_origin(hints[field.name]) is not ClassVar
    )
