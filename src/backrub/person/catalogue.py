"""Every message id this room can emit, with the names of its arguments."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from backrub.data import load
from backrub.person.care import CONDITIONS

__all__ = ["MESSAGES"]


def _effects() -> list[str]:
    answers = load("health")["answers"].values()
    return [effect for row in (*answers, *CONDITIONS.values()) for effect in row.get("effects", ())]


MESSAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {f"health-{name}": () for name in CONDITIONS}
    | {f"not-tonight-{name}": () for name, row in CONDITIONS.items() if not row.get("tonight", True)}
    | dict.fromkeys(_effects(), ()),
)
"""Labels of the conditions, reasons for no rub today, and what care changes: message id to argument names."""
