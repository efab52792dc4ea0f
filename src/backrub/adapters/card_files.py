"""Kept person cards as small files in the data folder, each overwritten before it goes.

*Conventions*: a card lies in `cards/<id>.json`. A change is written to `<id>.new` and synced, then the old file is
overwritten with zeros, then replaced; so after a crash at any moment one of the two can be read whole.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from pathlib import Path
from threading import Lock

from backrub.adapters.room import is_full
from backrub.app.cards import KeptCard
from backrub.errors import StoreError, StoreFull, UsageError
from backrub.person import card_from, card_text

__all__ = ["CardFiles"]

FORMAT = 1
NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""An id that is a plain file name; no other leads anywhere."""


class CardFiles:
    """The cards of one data folder.

    Args:
        folder: The data folder; nothing is made in it before a card is kept.
    """

    keeps = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "cards"
        self._lock = Lock()  # two requests at once must not write one file

    def all(self) -> tuple[KeptCard, ...]:
        """Give every card that can be read, by name."""
        found = (self.find(name) for name in self.names())
        return tuple(sorted((one for one in found if one is not None), key=lambda one: (one.name.casefold(), one.id)))

    def names(self) -> tuple[str, ...]:
        """Give the id of every file there is, damaged ones too."""
        return tuple(sorted({path.stem for path in self._paths()}))

    def find(self, card: str) -> KeptCard | None:
        """Give a card, or None when there is none or it is damaged."""
        for path in self._versions(card) if NAME.fullmatch(card) else ():
            with suppress(OSError, ValueError, KeyError, TypeError, UsageError):
                told = json.loads(path.read_text(encoding="utf-8"))
                return KeptCard(card, str(told["name"]), card_from(told["card"]), tuple(map(str, told["learnt_from"])))
        return None

    def keep(self, kept: KeptCard) -> None:
        """Write a card, in place of the one with its id.

        Raises:
            StoreError: It cannot be written.
        """
        fresh, lasting = self._versions(kept.id)
        told = {
            "format": FORMAT,
            "name": kept.name,
            "card": card_text(kept.card),
            "learnt_from": list(kept.learnt_from),
        }
        try:
            with self._lock:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _write_whole(fresh, json.dumps(told, ensure_ascii=False).encode())
                _sync(self._folder)
                _overwrite(lasting)
                fresh.replace(lasting)
                _sync(self._folder)
        except OSError as error:
            kind = StoreFull if is_full(error) else StoreError
            raise kind(
                f"the card cannot be written ({error.strerror})", str(lasting), "Free some space, or use --data DIR"
            ) from error

    def forget(self, card: str) -> bool:
        """Overwrite a card and take it away; tell whether there was one.

        Raises:
            StoreError: It cannot be taken away.
        """
        try:
            with self._lock:
                there = [path for path in self._versions(card) if NAME.fullmatch(card) and path.is_file()]
                for path in there:
                    _overwrite(path)
                    path.unlink()
                if there:
                    _sync(self._folder)
        except OSError as error:
            raise StoreError(
                f"the card cannot be taken away ({error.strerror})", str(self._folder), "Take the file away yourself"
            ) from error
        return bool(there)

    def _paths(self) -> list[Path]:
        if not self._folder.is_dir():
            return []
        return [path for path in self._folder.iterdir() if path.suffix in (".json", ".new")]

    def _versions(self, card: str) -> tuple[Path, Path]:
        """Give where a change of a card lies, and where the card itself does."""
        return self._folder / f"{card}.new", self._folder / f"{card}.json"


def _write_whole(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _overwrite(path: Path) -> None:
    """Put zeros in place of what a file says; a disk that writes elsewhere may still hold the old bytes unlisted."""
    if path.is_file():
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
