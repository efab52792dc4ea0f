"""Names that count up."""

from __future__ import annotations

from itertools import count

__all__ = ["CountingIds"]


class CountingIds:
    """Ids one can foretell."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def session(self) -> str:
        """Give `session-1` and so on."""
        return f"session-{next(self._numbers)}"

    def token(self) -> str:
        """Give `token-1` and so on."""
        return f"token-{next(self._numbers)}"
