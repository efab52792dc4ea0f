"""How many evenings can be simulated in a minute, with each planner. Run `python -m bench.simulation`.

An evening is one whole session of three random people through the real engine and its one owner, on a network, a disk
and a machine that fail, looked at after every event. All cores are used, one process on each.
"""

from __future__ import annotations

import logging
import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import perf_counter, process_time
from typing import NamedTuple

from bench.report import emit, table
from tests.simulation.trial import tried
from tests.simulation.world import PlannerName

EVENINGS: dict[PlannerName, int] = {"table": 600, "composer": 60}
TARGETS: dict[PlannerName, float] = {"table": 2_000, "composer": 100}
CHUNK = 20
FIRST = 5_000_000
"""Seeds that no test tries."""


class Rates(NamedTuple):
    """Evenings a minute by the clock, evenings a minute of one core's own time, and events a minute by the clock."""

    by_clock: float
    by_core: float
    events: float


def spent_on(planner: PlannerName, first: int, how_many: int) -> tuple[int, float]:
    """Simulate some evenings; give how many events they had and the processor time they took [s].

    Raises:
        AssertionError: Something did not hold.
    """
    logging.disable()
    began_s = process_time()
    events = sum(outcome.events for outcome in tried(first, how_many, planner))
    return events, process_time() - began_s


def per_minute(planner: PlannerName, cores: int) -> Rates:
    """Give how many evenings a minute takes."""
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        warm = [pool.submit(spent_on, planner, FIRST - CHUNK * (core + 1), CHUNK // 4) for core in range(2 * cores)]
        for future in warm:  # the table's plans are made, and everything is loaded
            future.result()
        began_s = perf_counter()
        futures = [pool.submit(spent_on, planner, FIRST + start, CHUNK) for start in range(0, EVENINGS[planner], CHUNK)]
        spent = [future.result() for future in futures]
        minutes = (perf_counter() - began_s) / 60
    core_minutes = sum(seconds for _, seconds in spent) / 60
    evenings = EVENINGS[planner]
    return Rates(evenings / minutes, evenings / core_minutes, sum(events for events, _ in spent) / minutes)


def main() -> None:
    """Measure and say."""
    cores = os.cpu_count() or 1
    figures = {planner: per_minute(planner, cores) for planner in EVENINGS}
    table(
        row
        for planner, rates in figures.items()
        for row in (
            (f"evenings, {planner}", rates.by_clock, TARGETS[planner], "/min"),
            (f"on {cores} cores of its own, {planner}", rates.by_core * cores, TARGETS[planner], "/min"),
            (f"events, {planner}", rates.events, None, "/min"),
        )
    )
    by_clock = {f"{planner}_evenings_per_min": round(rates.by_clock) for planner, rates in figures.items()}
    by_core = {f"{planner}_evenings_per_core_min": round(rates.by_core) for planner, rates in figures.items()}
    emit("simulation", by_clock | by_core | {"cores": cores})


if __name__ == "__main__":
    main()
