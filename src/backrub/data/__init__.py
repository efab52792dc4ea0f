"""Tables that people maintain: each file is TOML, starts with `format = 1`, and carries sources."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load"]


@cache
def load(name: str) -> dict[str, Any]:
    """Read one table of the package.

    Args:
        name: The file's name without its ending, such as `techniques`.

    Returns:
        The parsed table. It is shared between callers: do not change it.

    Raises:
        FileNotFoundError: There is no such table.
    """
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
