"""The servers in memory that other tests use keep to the contract of real ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from backrub.app.ports import SessionStore
from tests.adapters.peers_contract import Neighbour, PeersContract
from tests.fakes.clock import FakeClock
from tests.fakes.peers import TERM_S, Commons, FakePeers


class TestMemoryPeers(PeersContract):
    """The contract, in memory."""

    @pytest.fixture
    def commons(self) -> Commons:
        """Give what they share."""
        return Commons()

    @pytest.fixture
    def neighbour(self, commons: Commons) -> Neighbour:
        """Make servers."""
        return lambda name: FakePeers(commons, name)

    @pytest.fixture
    def store(self, commons: Commons) -> SessionStore:
        """Give the shared sessions."""
        return FakePeers(commons, "nobody").store

    @pytest.fixture
    def pass_term(self, commons: Commons) -> Callable[[], None]:
        """Let a term pass."""
        clock = commons.clock
        assert isinstance(clock, FakeClock)
        return lambda: clock.pass_ms(round(TERM_S * 1000) + 1)
