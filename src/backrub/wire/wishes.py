"""Wishes as JSON, and back."""

from __future__ import annotations

from backrub.person import Wishes, problems
from backrub.wire.mapping import JsonObject, Unreadable, read, write

__all__ = ["wishes_from_json", "wishes_to_json"]


def wishes_to_json(wishes: Wishes) -> JsonObject:
    """Give wishes as JSON; `care` is the server's own and is left out."""
    fields = write(Wishes, wishes)
    fields.pop("care", None)
    return fields


def wishes_from_json(data: object) -> Wishes:
    """Read wishes; whatever is left out has its default.

    Raises:
        Unreadable: A field is unknown, of the wrong kind or out of range; every such field is named.
    """
    if isinstance(data, dict) and "care" in data:
        raise Unreadable("care follows from health", "care", "Leave it out", (("care", "It follows from health."),))
    wishes = read(Wishes, data, "wishes")
    if found := problems(wishes):
        first = found[0]
        fields = tuple((one.where, f"{one.what}. {one.instead}.") for one in found)
        raise Unreadable(first.what, first.where, first.instead, fields)
    return wishes
