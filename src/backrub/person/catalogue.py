"""Every message id this room can emit, with the names of its arguments."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from backrub.data import load
from backrub.person.care import CONDITIONS, screen
from backrub.person.learning import LEARNT

__all__ = ["MESSAGES"]


def _effects() -> list[str]:
    answers = load("health")["answers"].values()
    return [effect for row in (*answers, *CONDITIONS.values()) for effect in row.get("effects", ())]


def _says(row: Mapping[str, object]) -> str:
    return "tonight" if row.get("tonight", True) else "not-tonight"


MESSAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {f"health-{name}": () for name in CONDITIONS}
    | {f"health-group-{group}": () for group in screen()}
    | {f"{_says(row)}-{name}": () for name, row in CONDITIONS.items()}
    | {f"health-action-{name}": () for name in load("health")["actions"]}
    | dict.fromkeys(_effects(), ())
    | dict(LEARNT)
)
"""Labels of the conditions, what each leads to, what care changes, what a card has learnt: id to argument names."""
