"""Every message id this room can emit, with the names of its arguments."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from backrub.check.book import all_rules

__all__ = ["MESSAGES"]

MESSAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {f"rule-{rule.slug}": tuple(sorted(rule.args)) for rule in all_rules().values() if not rule.code.startswith("RUB4")}
    | {f"rule-{rule.slug}-hint": () for rule in all_rules().values() if not rule.code.startswith("RUB4")},
)
"""What is wrong and what instead, for each rule; those about the notation speak with its own messages."""
