"""The live session: a pure engine that is told time and wishes, and says events, cues and what a screen shows."""

from __future__ import annotations

from backrub.session.begin import Begin, Wish
from backrub.session.codec import from_record, to_record
from backrub.session.commands import (
    COMMAND_KINDS,
    HONOURED_WHEN_STALE,
    STALE_AFTER_MS,
    AdoptPlan,
    Command,
    CommandKind,
    Role,
    is_stale,
)
from backrub.session.engine import GAP_MS, Engine
from backrub.session.events import EVENTS, Event, PlanAdopted, ReplanWanted
from backrub.session.patching import Patch, patch_between, patched
from backrub.session.timeline import (
    Audience,
    Cue,
    CueDraft,
    CueKind,
    HoldStage,
    HoldView,
    PlacedStep,
    Setting,
    Status,
    Target,
    Timeline,
    View,
)
from backrub.session.transitions import REFUSALS

__all__ = [
    "COMMAND_KINDS",
    "EVENTS",
    "GAP_MS",
    "HONOURED_WHEN_STALE",
    "REFUSALS",
    "STALE_AFTER_MS",
    "AdoptPlan",
    "Audience",
    "Begin",
    "Command",
    "CommandKind",
    "Cue",
    "CueDraft",
    "CueKind",
    "Engine",
    "Event",
    "HoldStage",
    "HoldView",
    "Patch",
    "PlacedStep",
    "PlanAdopted",
    "ReplanWanted",
    "Role",
    "Setting",
    "Status",
    "Target",
    "Timeline",
    "View",
    "Wish",
    "from_record",
    "is_stale",
    "patch_between",
    "patched",
    "to_record",
]
