"""What was kept, as one archive that people and programs can read."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from backrub.app.cards import KeptCard
from backrub.app.ports import Entry, SessionRecord, SessionStore
from backrub.person import card_text
from backrub.routine import message
from backrub.units import MS_PER_S, clock_text
from backrub.words import Words

__all__ = ["export_data"]

FORMAT = 1
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""A ZIP file knows no earlier day; all entries carry it, so that equal data give equal bytes."""


def export_data(store: SessionStore, words: Words, cards: Iterable[KeptCard] = ()) -> tuple[int, bytes]:
    """Give how many sessions there are, and a ZIP file with a log and a readable account of each, and every card."""
    records = store.sessions()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(
            archive,
            "sessions.json",
            json.dumps({"format": FORMAT, "sessions": [_about(one) for one in records]}, indent=1),
        )
        for record in records:
            log = store.log(record.id)
            _put(archive, f"{record.id}/log.jsonl", "".join(f"{_line(entry)}\n" for entry in log))
            _put(archive, f"{record.id}/account.txt", _account(record, log, words))
        for card in cards:
            _put(archive, f"cards/{card.id}.txt", f"{card.name}\n{card_text(card.card)}\n")
    return len(records), buffer.getvalue()


def _put(archive: zipfile.ZipFile, name: str, text: str) -> None:
    archive.writestr(zipfile.ZipInfo(name, EARLIEST), text, zipfile.ZIP_DEFLATED)


def _about(record: SessionRecord) -> Mapping[str, Any]:
    fields = asdict(record)
    fields.pop("token_sha256")
    fields["wishes"].pop("health")
    return fields


def _line(entry: Entry) -> str:
    return json.dumps(dict(entry.record) | {"recorded_utc_ms": entry.recorded_utc_ms}, ensure_ascii=False)


def _account(record: SessionRecord, log: tuple[Entry, ...], words: Words) -> str:
    opened = datetime.fromtimestamp(record.created_utc_ms / MS_PER_S, UTC)
    head = words.text(message("cli-account-head", day=f"{opened:%Y-%m-%d %H:%M} UTC"))
    lines = [f"{clock_text(entry.at_ms / MS_PER_S):>7}  {entry.record['kind']}" for entry in log]
    return "\n".join((head, "", *lines, ""))
