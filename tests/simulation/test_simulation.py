"""Whole evenings of random people, on a network, a disk and a machine on which everything goes wrong."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.counts import count
from tests.simulation.disk import Crash
from tests.simulation.mutations import MUTATIONS
from tests.simulation.trial import played, replay_of, tried
from tests.simulation.world import play

ROOT = Path(__file__).resolve().parents[2]
CHUNKS = 4
COMPOSED_CHUNKS = 2
TRIES = 600
"""Evenings in which a planted fault has to show itself."""

CRASHING_SEED = 23


@pytest.fixture(autouse=True)
def in_silence() -> Iterator[None]:
    """Keep what a server logs of a full disk out of the report."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_what_must_hold_holds_in_every_evening(chunk: int) -> None:
    """Whatever is tapped, lost, sent twice, cut off, full or killed, no promise is broken, after no event."""
    how_many = count("evenings") // CHUNKS
    outcomes = tried(chunk * how_many, how_many)
    assert all(outcome.looked for outcome in outcomes)
    assert any(outcome.processes > 1 for outcome in outcomes)
    assert any(outcome.status == "finished" for outcome in outcomes)


@pytest.mark.parametrize("chunk", range(COMPOSED_CHUNKS))
def test_it_holds_with_the_composer_too(chunk: int) -> None:
    """The same, with plans and remainders as they are really composed and checked."""
    how_many = count("composed evenings") // COMPOSED_CHUNKS
    tried(1_000_000 + chunk * how_many, how_many, "composer")


def test_a_process_may_die_at_any_write() -> None:
    """Killed just before what it writes is on the disk, or just after, at every write in turn: nothing told is lost."""
    whole = play(CRASHING_SEED, calm=True)
    assert () == whole.broken
    step = max(1, 2 * whole.writes // count("crashes"))
    for write in range(4, whole.writes + 1, step):
        crashes: tuple[Crash, ...] = ("before", "after")
        for crash in crashes:
            outcome = play(CRASHING_SEED, calm=True, crashes={write: crash})
            assert () == outcome.broken, f"died {crash} write {write}: {outcome.broken}"
            assert 2 == outcome.processes


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_planted_fault_is_found(mutation: str) -> None:
    """Each promise broken on purpose is seen for what it is, and the report says how to see it again."""
    first = MUTATIONS[mutation].first
    for seed in range(first, first + TRIES):
        outcome = played(seed, mutation=mutation)
        if any(MUTATIONS[mutation].shows in what for what in outcome.broken):
            assert f"python -m tests.simulation {seed} " in replay_of(outcome, mutation=mutation)
            return
    pytest.fail(f"{mutation} was not found in {TRIES} evenings")


def test_a_seed_is_the_same_evening_again() -> None:
    """The command that a report prints plays the same evening to the byte, in another process."""
    outcome = play(CRASHING_SEED)
    done = subprocess.run(
        [sys.executable, "-m", "tests.simulation", str(CRASHING_SEED)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "" == done.stderr
    assert f"the last: {outcome.status} {outcome.digest}\n" == done.stdout.partition("; ")[2]
