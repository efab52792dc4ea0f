"""The store in memory keeps to the contract of stores."""

from __future__ import annotations

import pytest

from backrub.adapters.memory_store import MemoryStore
from tests.adapters.store_contract import StoreContract


class TestMemoryStore(StoreContract):
    """The contract, in memory."""

    @pytest.fixture
    def store(self) -> MemoryStore:
        """Give an empty store."""
        return MemoryStore()
