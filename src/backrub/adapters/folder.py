"""The data folder: where it is, who owns it now, and the address of the server that does.

Only one process at a time works in a data folder: it holds an exclusive lock on a file there, which the system lets
go of when the process ends, however it ends.
"""

from __future__ import annotations

import fcntl
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from backrub.errors import StoreError

__all__ = ["DataFolder", "default_folder"]

LOCK_NAME = "lock"
ADDRESS_NAME = "address.json"
DATABASE_NAME = "backrub.sqlite3"


def default_folder() -> Path:
    """Give the folder of this user on this machine (`BACKRUB_DATA` wins over the platform's usual place)."""
    if named := os.environ.get("BACKRUB_DATA"):
        return Path(named)
    from platformdirs import user_data_path  # noqa: PLC0415 - `--help` does not need it

    return user_data_path("backrub", appauthor=False)


@dataclass(slots=True)
class DataFolder:
    """One data folder.

    Attributes:
        path: Where it is.
    """

    path: Path
    _lock: TextIO | None = None

    @property
    def database(self) -> Path:
        """The file that holds the sessions."""
        return self.path / DATABASE_NAME

    def make(self) -> None:
        """Make the folder, readable by its owner only.

        Raises:
            StoreError: It cannot be made or written to.
        """
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            probe = self.path / ".probe"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise StoreError(
                f"this folder cannot be written ({error.strerror})", str(self.path), "Choose another with --data DIR"
            ) from error

    def claim(self) -> bool:
        """Become the folder's owner until `release` or the end of the process; False when another process is."""
        self.make()
        lock = (self.path / LOCK_NAME).open("a", encoding="ascii")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            return False
        self._lock = lock
        (self.path / ADDRESS_NAME).unlink(missing_ok=True)  # of an owner that was killed
        return True

    def release(self) -> None:
        """Let another process own the folder."""
        if self._lock is not None:
            (self.path / ADDRESS_NAME).unlink(missing_ok=True)
            self._lock.close()
            self._lock = None

    def announce(self, address: str) -> None:
        """Leave the address of the running server where a second start finds it."""
        fresh = self.path / f"{ADDRESS_NAME}.new"
        fresh.write_text(json.dumps({"address": address}), encoding="utf-8")
        fresh.replace(self.path / ADDRESS_NAME)

    def announced(self) -> str | None:
        """Give the address the folder's owner left, or None."""
        try:
            return str(json.loads((self.path / ADDRESS_NAME).read_text(encoding="utf-8"))["address"])
        except (OSError, ValueError, KeyError):
            return None
