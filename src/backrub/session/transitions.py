"""The tables of a session: who may ask, what each wish does in each status, and what time does by itself.

Handlers are named, not imported, so that this file stays data; `decide` looks them up and a test sees that each name
is there. The diagram of the documentation is drawn from these tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from backrub.session.commands import COMMAND_KINDS, CommandKind, Role
from backrub.session.timeline import Status

__all__ = ["BY_ITSELF", "REFUSALS", "ROLES", "STATUSES", "TRANSITIONS", "Does", "Refuses"]

STATUSES: tuple[Status, ...] = ("planned", "preparing", "running", "paused", "stopped", "finished")


@dataclass(frozen=True, slots=True)
class Does:
    """A wish is carried out by a handler; `to` are the statuses it may lead to besides the same."""

    handler: str
    to: tuple[Status, ...] = ()


@dataclass(frozen=True, slots=True)
class Refuses:
    """A wish has no meaning here; `code` says why to programs."""

    code: str


REFUSALS: Mapping[str, str] = MappingProxyType(
    {
        "not-running": "refused-not-running",
        "not-started": "refused-not-started",
        "already-started": "refused-already-started",
        "not-preparing": "refused-not-preparing",
        "not-paused": "refused-not-paused",
        "stopped": "refused-stopped",
        "finished": "refused-finished",
        "stale": "refused-stale",
        "not-yours": "refused-not-yours",
        "no-hold": "refused-no-hold",
        "no-spots-left": "refused-no-spots-left",
        "not-warm-yet": "refused-not-warm-yet",
        "not-a-place": "refused-not-a-place",
        "no-time": "refused-no-time",
        "hush": "refused-hush",
        "cap": "refused-cap",
        "first-step": "refused-first-step",
        "last-step": "refused-last-step",
        "finishing": "refused-finishing",
        "out-of-range": "refused-out-of-range",
        "announced": "refused-announced",
        "holding": "refused-holding",
        "long-enough": "refused-long-enough",
        "left-alone": "refused-left-alone",
        "unknown": "refused-unknown",
    }
)
"""Why a wish is refused: a word for programs, and the id of the sentence for people."""

_ALL: frozenset[Role] = frozenset(("giver", "receiver", "watcher", "coach"))
_PAIR: frozenset[Role] = frozenset(("giver", "receiver", "coach"))

ROLES: Mapping[CommandKind, frozenset[Role]] = MappingProxyType(
    dict.fromkeys(COMMAND_KINDS, _PAIR) | dict.fromkeys(("stop", "pause", "join", "leave"), _ALL)
)
"""Who may ask for what; somebody who only watches may stop it, pause it, come and go."""

_SOCIAL: Mapping[CommandKind, Does] = {"join": Does("join"), "leave": Does("leave")}


def _row(default: str, **does: Does | Refuses) -> Mapping[CommandKind, Does | Refuses]:
    named = {kind.replace("_", "-"): answer for kind, answer in does.items()}
    return MappingProxyType({kind: named.get(kind, _SOCIAL.get(kind, Refuses(default))) for kind in COMMAND_KINDS})


TRANSITIONS: Mapping[Status, Mapping[CommandKind, Does | Refuses]] = MappingProxyType(
    {
        "planned": _row(
            "not-started",
            start=Does("start", ("preparing",)),
            stop=Does("stop", ("stopped",)),
        ),
        "preparing": _row(
            "not-started",
            start=Refuses("already-started"),
            ready=Does("ready", ("running",)),
            stop=Does("stop", ("stopped",)),
        ),
        "running": _row(
            "unknown",
            start=Refuses("already-started"),
            ready=Refuses("not-preparing"),
            resume=Refuses("not-paused"),
            pause=Does("pause", ("paused",)),
            stop=Does("stop", ("stopped",)),
            next=Does("next"),
            back=Does("back"),
            stay=Does("stay"),
            softer=Does("softer"),
            firmer=Does("firmer"),
            just_right=Does("just-right"),
            not_there=Does("not-there", ("stopped",)),
            rate=Does("rate", ("stopped",)),
            spot_here=Does("spot-here"),
            spot_lump=Does("spot-lump"),
            spot_not_found=Does("spot-not-found"),
            easing=Does("easing"),
            eased=Does("eased"),
            same=Does("same"),
            worse=Does("worse"),
            radiates=Does("radiates"),
            breath_held=Does("breath-held"),
            hush=Does("hush"),
            tired=Does("tired"),
            more_minutes=Does("more-minutes"),
            end_in=Does("end-in"),
        ),
        "paused": _row(
            "not-running",
            start=Refuses("already-started"),
            ready=Refuses("not-preparing"),
            pause=Does("pause"),
            resume=Does("resume", ("running",)),
            stop=Does("stop", ("stopped",)),
            softer=Does("softer"),
            not_there=Does("not-there", ("stopped",)),
            rate=Does("rate", ("stopped",)),
            breath_held=Does("softer"),
            radiates=Does("radiates"),
            hush=Does("hush"),
            tired=Does("tired"),
            more_minutes=Does("more-minutes"),
            end_in=Does("end-in"),
        ),
        "stopped": _row(
            "stopped",
            stop=Does("stop"),
            resume=Does("resume", ("running", "preparing")),
            hush=Does("hush"),
        ),
        "finished": _row(
            "finished",
            pause=Does("pause", ("paused",)),
            stop=Does("heard"),
            hush=Does("hush"),
        ),
    }
)
"""What each wish does in each status."""

BY_ITSELF: Mapping[Status, Mapping[str, tuple[Status, ...]]] = MappingProxyType(
    {
        "running": MappingProxyType(
            {
                "hold-stage-ends": (),
                "breath-not-back": (),
                "check-in-due": (),
                "step-ends": ("finished",),
            }
        ),
    }
)
"""What time alone does, and where it may lead; in every other status the engine waits."""
