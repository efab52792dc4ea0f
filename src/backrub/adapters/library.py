"""The routines that come with the coach: `routines/` of a checkout, or where an installed package put it."""

from __future__ import annotations

from functools import cached_property
from importlib import metadata
from pathlib import Path

from backrub.errors import UsageError

__all__ = ["FileLibrary"]

ENDING = ".rub"
PACKAGE = "backrub"
CHECKOUT = Path(__file__).resolve().parents[3] / "routines"


class FileLibrary:
    """Reads the routines of one folder.

    Args:
        folder: The folder; without it the checkout's own, or the one the package was installed with.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._named = folder

    @cached_property
    def _files(self) -> dict[str, Path]:
        if self._named is None and not CHECKOUT.is_dir():
            return {path.stem: path for path in sorted(_installed())}
        return {path.stem: path for path in sorted((self._named or CHECKOUT).glob(f"*{ENDING}"))}

    def names(self) -> tuple[str, ...]:
        """Give the names of all routines, in alphabetical order."""
        return tuple(self._files)

    def text(self, name: str) -> str:
        """Give the text of a routine.

        Raises:
            UsageError: There is none of that name.
        """
        if name not in self._files:
            raise UsageError(f"no routine is called {name!r}", "NAME", "List them with: backrub routines")
        return self._files[name].read_text(encoding="utf-8")


def _installed() -> list[Path]:
    """Give the routines that were installed beside the package."""
    try:
        files = metadata.files(PACKAGE) or []
    except metadata.PackageNotFoundError:
        return []
    return [Path(str(file.locate())).resolve() for file in files if file.suffix == ENDING]
