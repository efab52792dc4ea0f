"""How a file or a database says that there is no room left: then nothing is wrong with what is kept."""

from __future__ import annotations

import errno

__all__ = ["is_full"]

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_POSTGRES, _SQLITE = "53100", "disk is full"


def is_full(error: BaseException) -> bool:
    """Tell whether an error means that there is no room left."""
    original = getattr(error, "orig", None) or error
    if isinstance(original, OSError):
        return original.errno in _NO_ROOM
    return getattr(original, "sqlstate", None) == _POSTGRES or _SQLITE in str(original)
