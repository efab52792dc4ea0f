"""The hold of the hand-written plan of twenty minutes: when its stages begin, and how it stands."""

from __future__ import annotations

from backrub.session import Engine
from backrub.session.script import hold_times
from tests.session.plans import slot

__all__ = ["BEGINS_S", "BROAD_S", "EASING_S", "HOLD", "RELEASE_S", "SINK_S", "STILL_S", "end_s", "held", "stage"]

HOLD = "14"
BEGINS_S = 780
TIMES = hold_times(78)
SINK_S, STILL_S, RELEASE_S = (round(BEGINS_S + there) for there in (TIMES.sink_s, TIMES.still_s, TIMES.release_s))
BROAD_S, EASING_S = BEGINS_S + 78, 6


def stage(engine: Engine) -> str | None:
    """Give the stage of the hold."""
    hold = engine.view().hold
    return hold.stage if hold else None


def held(engine: Engine) -> float:
    """Give the pressure asked for now."""
    return engine.view().pressure


def end_s(engine: Engine) -> float:
    """Give when the slot of the hold ends, from first touch."""
    return slot(engine, HOLD).end_ms / 1_000
