"""The composition root: which adapter fills which port."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from backrub.adapters.card_files import CardFiles
from backrub.adapters.clock import SystemClock
from backrub.adapters.folder import DataFolder, default_folder
from backrub.adapters.ids import RandomIds
from backrub.adapters.library import FileLibrary
from backrub.app.ports import Ports, SessionStore, Speech

__all__ = [
    "cards_in",
    "data_folder",
    "library",
    "place_of_store",
    "ports",
    "shared_ports",
    "speech",
    "store_at",
    "store_in",
]


def data_folder(path: Path | None) -> DataFolder:
    """Give the data folder named, or the user's own."""
    return DataFolder((path or default_folder()).expanduser().absolute())


def store_in(folder: DataFolder) -> SessionStore:
    """Open the session store of a data folder this process has claimed.

    Raises:
        StoreError: It cannot be read or written.
    """
    from backrub.adapters.sqlite_store import SQLiteStore  # noqa: PLC0415 - most commands need no database

    return SQLiteStore(folder.database)


def store_at(address: str) -> SessionStore:
    """Open the session store in a database that several servers may share.

    Args:
        address: Such as `postgresql://name@host/database`; what opens it is never shown again.

    Raises:
        UsageError: It is no address of a PostgreSQL database, or a library is missing.
        StoreError: It cannot be reached, or may not be changed.
    """
    from backrub.adapters.postgres_url import url_of  # noqa: PLC0415 - few need it, and fewer have its library

    url = url_of(address)
    from backrub.adapters.postgres_link import Link  # noqa: PLC0415
    from backrub.adapters.postgres_store import PostgresStore  # noqa: PLC0415

    return PostgresStore(Link(url))


def place_of_store(address: str) -> str:
    """Give host, port and database of an address that `store_at` takes, and nothing that opens it.

    Raises:
        UsageError: It is no address of a PostgreSQL database, or a library is missing.
    """
    from backrub.adapters.postgres_url import place_of, url_of  # noqa: PLC0415 - few need it

    return place_of(url_of(address))


def cards_in(folder: DataFolder) -> CardFiles:
    """Give the person cards kept in a data folder."""
    return CardFiles(folder.path)


@cache
def library() -> FileLibrary:
    """Give the routines that come with the coach."""
    return FileLibrary()


def speech() -> Speech:
    """Give this machine's voice, which may turn out not to be available."""
    from backrub.adapters.speech import EspeakSpeech  # noqa: PLC0415 - most commands say nothing

    return EspeakSpeech()


def ports(folder: DataFolder, rate: float = 1.0) -> Ports:
    """Fill every port for a server that owns a data folder.

    Args:
        folder: A data folder this process has claimed.
        rate: How much faster than the wall a session goes, to rehearse it.

    Raises:
        StoreError: The folder cannot be read or written.
    """
    return Ports(store_in(folder), SystemClock(rate), RandomIds(), speech(), cards=cards_in(folder))


def shared_ports(address: str, rate: float = 1.0) -> Ports:
    """Fill every port for one of several servers on one database.

    Args:
        address: The database, as `store_at` takes it.
        rate: How much faster than the wall a session goes; it must be the same for all of them.

    Raises:
        UsageError: It is no address of a PostgreSQL database, or a library is missing.
        StoreError: It cannot be reached, or may not be changed.
    """
    from backrub.adapters.postgres_url import url_of  # noqa: PLC0415 - few need it, and fewer have its library

    url = url_of(address)
    from backrub.adapters.clock import SharedClock  # noqa: PLC0415
    from backrub.adapters.no_cards import NoCards  # noqa: PLC0415
    from backrub.adapters.postgres_link import Link  # noqa: PLC0415
    from backrub.adapters.postgres_peers import PostgresPeers  # noqa: PLC0415
    from backrub.adapters.postgres_store import PostgresStore  # noqa: PLC0415

    link, clock, ids = Link(url), SharedClock(rate), RandomIds()
    peers = PostgresPeers(link, url, ids.session(), clock)
    return Ports(PostgresStore(link), clock, ids, speech(), peers=peers, cards=NoCards())
