"""The first thing an engine receives: the plan of its session."""

from __future__ import annotations

from dataclasses import dataclass

from backrub.routine import Routine
from backrub.session.commands import AdoptPlan, Command
from backrub.session.timeline import Setting

__all__ = ["Begin", "Wish"]


@dataclass(frozen=True, slots=True)
class Begin:
    """Take the plan of a session that is to be started.

    Attributes:
        plan: The whole plan.
        setting: How the coach speaks here.
        cycles_s: For each step of the plan, how long one stroke lasts [s]; where it is missing or None, the engine
            takes the usual length of the technique's stroke.
    """

    plan: Routine
    setting: Setting
    cycles_s: tuple[float | None, ...] = ()


Wish = Command | AdoptPlan | Begin
"""Everything the engine receives."""
