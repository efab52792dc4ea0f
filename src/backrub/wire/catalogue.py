"""Every message id that the border itself can emit: the server's pages, the terminal, the archive."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

from backrub.routine import StepKind
from backrub.session import Status
from backrub.wire.alternatives import ASKED

__all__ = ["MESSAGES"]

_COLUMNS = ("cli-when", "cli-long", "cli-what", "cli-where", "cli-pressure", "cli-why")

MESSAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {f"cli-status-{status}": () for status in get_args(Status)}
    | dict.fromkeys(_COLUMNS, ())
    | {f"step-{kind}": () for kind in get_args(StepKind)}
    | {f"asked-{field.replace('_', '-')}": names for field, names in ASKED.items()}
    | {
        "title-as-written": ("text",),
        "plan-summary": ("glide", "minutes", "position", "surface"),
        "plan-pressure-range": ("first", "last"),
        "step-turn-over": (),
        "step-break": (),
        "guess-shares": (),
        "guess-area": ("area",),
        "guess-intention": ("intention",),
        "guess-hands": ("hands",),
        "list-and": ("last", "rest"),
        "list-sentence": ("text",),
        "start-data-note": (),
        "start-voice-name": (),
        "start-voice-sample": (),
        "refused-not-saved": (),
        "cli-left": ("all", "step"),
        "cli-next": ("what",),
        "cli-keys": (),
        "cli-keys-preparing": (),
        "cli-clash": ("count", "wishes"),
        "cli-five-more": ("what",),
        "cli-swap": ("change", "first", "minutes"),
        "cli-no-player": (),
        "cli-no-voice": (),
        "cli-account-head": ("day",),
        "page-technique": (
            *("certainty", "hands", "how", "id", "least", "most", "name", "places"),
            *("quickest", "seconds", "slowest", "source", "unit"),
        ),
    }
)
"""Message id to the names of its arguments."""
