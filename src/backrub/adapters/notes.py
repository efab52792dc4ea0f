"""Notes between servers, as PostgreSQL carries them: text on channels, handed over at commit."""

from __future__ import annotations

import json
from typing import Any, get_args

import sqlalchemy as sa

from backrub.app.ports import Note, NoteKind

__all__ = ["CHANNEL", "LONGEST", "channel_of", "noting", "spoken", "understood"]

CHANNEL = "backrub"
"""Where all servers listen."""

LONGEST = 7_900
"""The longest note [bytes]: PostgreSQL's own limit is 8,000."""

KINDS = frozenset(get_args(NoteKind))


def channel_of(server: str) -> str:
    """Give where one server listens."""
    return f"{CHANNEL}-{server}"


def spoken(note: Note) -> str:
    """Write a note."""
    said = {"kind": note.kind, "session": note.session, "sender": note.sender, "body": dict(note.body)}
    return json.dumps(said, separators=(",", ":"))


def understood(text: str) -> Note | None:
    """Read a note; None when it is not one that this version knows."""
    try:
        said = json.loads(text)
        note = Note(said["kind"], str(said["session"]), str(said["sender"]), dict(said["body"]))
    except (ValueError, KeyError, TypeError):
        return None
    return note if note.kind in KINDS else None


def noting(kind: NoteKind, session: str = "", sender: str = "") -> sa.Select[Any]:
    """Give what tells all servers something when, and only when, the transaction it is part of is committed."""
    return sa.select(sa.func.pg_notify(CHANNEL, spoken(Note(kind, session, sender))))
