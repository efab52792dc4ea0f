"""Writing the file that a person named."""

from __future__ import annotations

from pathlib import Path

from backrub.errors import UsageError

__all__ = ["write_file"]


def write_file(path: Path, text: str) -> None:
    """Write a file.

    Raises:
        UsageError: It cannot be written there.
    """
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot be written ({error.strerror})", str(path), "Name another file with -o") from error
