"""What goes over the socket of a running session."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Annotated, Literal

from pydantic import Field

from backrub.app.conducting import Sent
from backrub.app.ports import Answer, Entry
from backrub.app.speaking import Shelf
from backrub.routine import message
from backrub.session import Command, CommandKind, Cue, HoldView, Patch, Role, Target, Timeline, View
from backrub.wire.mapping import JsonObject, read
from backrub.words import Words

__all__ = [
    "LONGEST_NAME",
    "PROTOCOL",
    "CommandIn",
    "HelloIn",
    "PingIn",
    "answer_to_json",
    "entry_to_json",
    "hello_to_json",
    "patch_to_json",
    "sent_from_json",
    "text_of",
    "timeline_to_json",
    "view_to_json",
]

PROTOCOL = 1

_FIELDS = {kind: tuple(field.name for field in fields(kind)) for kind in (View, HoldView, Target)}

LONGEST_NAME = 64
"""Characters of the longest id a client may give."""

Text = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
Moment = Annotated[int, Field(ge=0, le=2**53)]


@dataclass(frozen=True, slots=True)
class HelloIn:
    """The first message of a client.

    Attributes:
        token: The secret that proves the role.
        session: Which session.
        protocol: The version it speaks.
        locale: The language it shows, or None for the session's own.
        played_at_ms: Logical time up to which it has played cues, or None.
        patches: Whether it takes what changed in a timeline in place of the whole, and a list of messages in one.
    """

    token: Annotated[str, Field(min_length=1, max_length=128)]
    session: Text
    protocol: Literal[1] = 1
    locale: Annotated[str, Field(max_length=35)] | None = None
    played_at_ms: Moment | None = None
    patches: bool = False


@dataclass(frozen=True, slots=True)
class PingIn:
    """A question for the server's time.

    Attributes:
        ping: Anything the client wants back.
    """

    ping: float


@dataclass(frozen=True, slots=True)
class CommandIn:
    """A command as a client sends it.

    Attributes:
        id: The client's own name for it; the same id always gets the same answer.
        at_ms: Logical time when it was sent.
        seen: Version of the timeline the client saw.
        kind: What is wanted.
        value: For `rate` the number, for `more-minutes` and `end-in` the minutes.
        step: Index of the step the client saw, or None.
        by: Whose wish it is, when the giver's device passes on the receiver's.
    """

    id: Text
    at_ms: Moment
    seen: Moment
    kind: CommandKind
    value: Annotated[int, Field(ge=0, le=120)] | None = None
    step: Annotated[int, Field(ge=0)] | None = None
    by: Literal["giver", "receiver"] | None = None


def sent_from_json(data: object, role: Role) -> Sent:
    """Read a command.

    Args:
        data: What the client sent.
        role: The role its token proves; only a giver's device speaks for both.

    Raises:
        Unreadable: It is not a command.
    """
    one = read(CommandIn, data, "a command")
    by = one.by if one.by and role == "giver" else role
    return Sent(one.id, Command(one.kind, by=by, value=one.value, step=one.step), one.at_ms, one.seen)


def hello_to_json(session: str, role: Role, locale: str, rate: float) -> JsonObject:
    """Greet a client that was let in."""
    return {"protocol": PROTOCOL, "session": session, "role": role, "locale": locale, "rate": rate}


def answer_to_json(answer: Answer, words: Words, shelf: Shelf | None = None) -> JsonObject:
    """Acknowledge or refuse a command; with a shelf a refusal has the address of its clip."""
    if answer.seq is not None:
        return {"ack": answer.command, "seq": answer.seq}
    text = words.text(message(answer.message or "refused-unknown"))
    clip = None if shelf is None else shelf.clip_id(text, words.locale)
    return {"refused": answer.command, "code": answer.code, "message": text, "clip": clip}


def entry_to_json(entry: Entry) -> JsonObject:
    """Give an event; the plan inside one is sent by itself, as pages show it."""
    bare = {key: value for key, value in entry.record.items() if key not in {"plan", "setting"}}
    return bare | {"recorded_at": entry.recorded_utc_ms}


def text_of(message: JsonObject) -> str:
    """Give a message as it goes over the line."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


def view_to_json(view: View, words: Words) -> JsonObject:
    """Give what a screen shows; its steps by their place in time only, since the plan is sent when it changes."""
    shown = _flat(view)
    shown["steps"] = [
        {
            "index": placed.index,
            "start_ms": placed.start_ms,
            "duration_ms": placed.duration_ms,
            "pressure": placed.step.pressure,
        }
        for placed in view.steps
    ]
    if view.hold is not None:
        shown["hold"] = _flat(view.hold)
    if view.asking is not None:
        shown["asking"] = {"id": view.asking.id, "args": dict(view.asking.args), "text": words.text(view.asking)}
    return shown


def timeline_to_json(timeline: Timeline, words: Words, shelf: Shelf | None) -> JsonObject:
    """Give the cues to come, in words, with the addresses of their clips; without a shelf there are none."""
    cues = [cue_to_json(cue, words, shelf) for cue in timeline.cues]
    return {"version": timeline.version, "cues": cues, "ends_at_ms": timeline.ends_at_ms}


def patch_to_json(patch: Patch, words: Words, shelf: Shelf | None) -> JsonObject:
    """Give what has changed from one timeline to the next."""
    return {
        "since": patch.since,
        "version": patch.version,
        "gone": patch.gone,
        "moved": patch.moved,
        "cues": [cue_to_json(cue, words, shelf) for cue in patch.cues],
        "ends_at_ms": patch.ends_at_ms,
    }


def cue_to_json(cue: Cue, words: Words, shelf: Shelf | None) -> JsonObject:
    """Give one cue; what is only shown has no clip."""
    text = words.text(cue.what)
    return {
        "id": cue.id,
        "at_ms": cue.at_ms,
        "kind": cue.kind,
        "to": cue.to,
        "step": cue.step,
        "text": text,
        "clip": None if cue.kind == "show" or shelf is None else shelf.clip_id(text, words.locale),
        "target": _flat(cue.target) if cue.target else None,
    }


def _flat(value: View | HoldView | Target) -> JsonObject:
    """Give the fields of a value by name; what a field holds is JSON already, or is put in its place afterwards."""
    return {name: getattr(value, name) for name in _FIELDS[type(value)]}
