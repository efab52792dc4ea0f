"""New names from the machine's source of chance."""

from __future__ import annotations

import secrets

__all__ = ["RandomIds"]

SESSION_BYTES = 9
TOKEN_BYTES = 32


class RandomIds:
    """Ids that nobody can guess."""

    def session(self) -> str:
        """Make a public session id of 12 characters."""
        return secrets.token_urlsafe(SESSION_BYTES)

    def token(self) -> str:
        """Make a secret of 256 bits."""
        return secrets.token_urlsafe(TOKEN_BYTES)
