"""Person cards on a server of many households: none are kept, since nobody there is "this machine's own people"."""

from __future__ import annotations

from backrub.app.cards import KeptCard
from backrub.errors import UsageError

__all__ = ["NoCards"]


class NoCards:
    """A place where no card lies."""

    keeps = False

    def all(self) -> tuple[KeptCard, ...]:
        """Give none."""
        return ()

    def find(self, card: str) -> KeptCard | None:  # noqa: ARG002 - as the port has it
        """Find none."""
        return None

    def keep(self, kept: KeptCard) -> None:  # noqa: ARG002
        """Refuse to keep one.

        Raises:
            UsageError: Always.
        """
        raise UsageError("a server of many households keeps no cards", "card", "Save it as a file of your own")

    def forget(self, card: str) -> bool:  # noqa: ARG002
        """Know of none."""
        return False
