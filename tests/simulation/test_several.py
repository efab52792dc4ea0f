"""Whatever happens to servers that share a store, one leads, nothing acknowledged is lost, and a stop is heard."""

from __future__ import annotations

import pytest

from tests.counts import count
from tests.simulation.several import Unfenced, play_shared

SEEDS_OF_A_FAULT = 12


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Leave out what servers complain of: that they are cut off is the point."""
    caplog.set_level("CRITICAL")


def test_evenings_on_servers_that_fail_hold() -> None:
    """Killed, ended, cut off, deaf or late: each log is whole, of one owner at a time, and every answer stays one."""
    changed_hands = 0
    for seed in range(count("shared evenings")):
        outcome = play_shared(seed)
        assert () == outcome.broken, f"seed {seed}: python -m tests.simulation.several {seed}"
        assert outcome.answered > 10
        changed_hands += outcome.generations
    assert changed_hands > 5 * count("shared evenings")


def test_a_seed_is_an_evening() -> None:
    """The same seed gives the same log, written by the same owners."""
    assert play_shared(4) == play_shared(4)


def test_a_database_without_a_fence_is_found_out() -> None:
    """If deposed owners could write, this simulation would say so."""
    assert any("a deposed owner wrote" in play_shared(seed, Unfenced).broken for seed in range(1, SEEDS_OF_A_FAULT))
