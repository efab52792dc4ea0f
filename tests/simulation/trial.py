"""Trying seeds, with a fault planted or not, and saying how to see again what was found."""

from __future__ import annotations

from contextlib import nullcontext

from tests.simulation.judge import WatchedEngine
from tests.simulation.mutations import MUTATIONS
from tests.simulation.world import Outcome, PlannerName, play

__all__ = ["played", "replay_of", "tried"]


def played(
    seed: int,
    planner: PlannerName = "table",
    mutation: str | None = None,
    engine: type[WatchedEngine] = WatchedEngine,
) -> Outcome:
    """Live one evening, with a fault planted if one is named."""
    fault = MUTATIONS[mutation] if mutation else None
    with fault.plant() if fault else nullcontext():
        return play(seed, planner, unsynced=bool(fault and fault.unsynced), engine=engine)


def replay_of(outcome: Outcome, planner: PlannerName = "table", mutation: str | None = None) -> str:
    """Say what did not hold in an evening, and the command that shows it again."""
    planted = f" --mutation {mutation}" if mutation else ""
    found = "\n  ".join(outcome.broken)
    command = f"python -m tests.simulation {outcome.seed} --planner {planner}{planted} --story"
    return f"seed {outcome.seed}:\n  {found}\nsee it again with\n  {command}"


def tried(first: int, how_many: int, planner: PlannerName = "table") -> list[Outcome]:
    """Live many evenings.

    Raises:
        AssertionError: Something did not hold; it says how to see it again.
    """
    outcomes = []
    for seed in range(first, first + how_many):
        outcome = played(seed, planner)
        assert not outcome.broken, replay_of(outcome, planner)
        outcomes.append(outcome)
    return outcomes
