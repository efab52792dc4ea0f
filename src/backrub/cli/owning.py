"""Working from the command line with what is kept: in the data folder while no server does, or in a shared database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from backrub.adapters.folder import DataFolder
from backrub.app.ports import SessionStore
from backrub.errors import StoreError
from backrub.wiring import store_at, store_in

__all__ = ["owned_store"]


@contextmanager
def owned_store(folder: DataFolder, address: str | None = None) -> Iterator[SessionStore]:
    """Give the store of a data folder to nobody else for a while, or that of a database, which servers share.

    Raises:
        StoreError: A server runs in the folder, or the database cannot be used.
    """
    if address is not None:
        shared = store_at(address)
        try:
            yield shared
        finally:
            shared.close()
        return
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
