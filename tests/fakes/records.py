"""Small values that tests of the store and of sessions share."""

from __future__ import annotations

from backrub.app.ports import Entry, SessionRecord
from backrub.person import Care, Tense, Wishes

__all__ = ["entry", "record"]


def record(session: str = "one", created_utc_ms: int = 1_000, locale: str = "en") -> SessionRecord:
    """Give a session as it is opened."""
    wishes = Wishes(minutes=10, tense=(Tense("shoulders", "right", 3),), care=Care(cap=5, holds=False))
    return SessionRecord(session, "0" * 64, locale, wishes, created_utc_ms)


def entry(seq: int, text: str = "plain") -> Entry:
    """Give an event as it is written."""
    return Entry(
        seq, seq * 100, seq * 100 + 7, {"kind": "noted", "v": 1, "seq": seq, "text": text, "list": [1, 2.5, None]}
    )
