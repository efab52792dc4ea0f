"""Working in the data folder from the command line, while no server does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from backrub.adapters.folder import DataFolder
from backrub.app.ports import SessionStore
from backrub.errors import StoreError
from backrub.wiring import store_in

__all__ = ["owned_store"]


@contextmanager
def owned_store(folder: DataFolder) -> Iterator[SessionStore]:
    """Give the store of a data folder to nobody else for a while.

    Raises:
        StoreError: A server runs there.
    """
    if not folder.claim():
        raise StoreError("backrub is running in this folder", str(folder.path), "Stop it with Ctrl-C, then try again")
    try:
        store = store_in(folder)
        try:
            yield store
        finally:
            store.close()
    finally:
        folder.release()
