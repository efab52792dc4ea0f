"""Taps that come twice: what a finger or an elbow says again in a moment is the same wish."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from backrub.session.commands import Command
from backrub.session.deciding import Desk
from backrub.units import ms

__all__ = ["MERGED_MS", "is_repeated"]

MERGED_MS = ms(2)
"""Taps so close together are one wish. Certainty: ENG."""

_SAID: Mapping[tuple[str, int | None], frozenset[str]] = MappingProxyType(
    {
        ("next", None): frozenset({"next", "next-soon", "hold-release"}),
        ("stay", None): frozenset({"stay", "stay-none"}),
        ("back", None): frozenset({"back"}),
        ("not-there", None): frozenset({"not-there"}),
        ("tired", None): frozenset({"tired", "tired-held"}),
        ("spot-here", None): frozenset({"spot-here"}),
        ("rate", 8): frozenset({"too-much", "spot-eight"}),
        ("rate", 9): frozenset({"hurts", "spot-nine"}),
    }
)
"""With what each wish is answered that would do more if it were carried out twice. Softer and firmer see to it."""


def is_repeated(desk: Desk, command: Command) -> bool:
    """Tell whether this was asked, by whomever, and answered a moment ago."""
    said = _SAID.get((command.kind, command.value if command.kind == "rate" else None), frozenset())
    return any(answer.what.id in said and desk.at_ms - answer.at_ms <= MERGED_MS for answer in desk.state.answers)
