"""The connections of one server to its PostgreSQL database: one that writes, in batches, and a few that read."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

import sqlalchemy as sa

from backrub.adapters.postgres_url import engine_to, place_of
from backrub.adapters.schema import bring_database_up_to_date
from backrub.adapters.writer import Writer, explained, reason_of
from backrub.errors import StoreError

__all__ = ["Link"]

T = TypeVar("T")
INSTEAD = "See that PostgreSQL runs there and lets this server in"
READERS = 4
PATIENCE_S = 1.0
"""How long a write waits for a database that is started again: less than the term of a lease, after which another
server may lead."""


class Link:
    """Everything this server has to do with one database goes through here.

    Args:
        url: Where it is.

    Raises:
        StoreError: It cannot be reached, may not be changed, or is of a later version.
    """

    def __init__(self, url: sa.URL) -> None:
        self.place = place_of(url)
        self._reading = engine_to(url, connections=READERS)
        try:
            with self._reading.begin() as connection:
                bring_database_up_to_date(connection)
            self._writer = Writer(engine_to(url), self.place, instead=INSTEAD, patience_s=PATIENCE_S)
        except (sa.exc.SQLAlchemyError, LookupError) as error:
            self._reading.dispose()
            reason = f"it cannot be used ({reason_of(error)})"
            raise StoreError(reason, self.place, INSTEAD) from None  # what came before may know the password

    def write(
        self,
        work: Callable[[sa.Connection], None],
        *,
        settled: Callable[[sa.Connection], bool] | None = None,
        expendable: bool = False,
    ) -> Future[None]:
        """Write something, in one transaction with whatever else waits.

        Args:
            work: Writes it. It may run twice.
            settled: Tells whether exactly this is written already, as after a commit whose end nobody heard of.
            expendable: Whether it may be left out where too much waits.
        """
        return self._writer.submit(work, settled=settled, expendable=expendable)

    def ask(self, work: Callable[[sa.Connection], T]) -> T:
        """Do something at once, in a transaction of its own, and wait for it.

        Raises:
            StoreError: The database cannot be reached, or refused.
        """
        try:
            with self._reading.begin() as connection:
                return work(connection)
        except sa.exc.SQLAlchemyError as error:
            raise explained(error, self.place, INSTEAD) from None

    def close(self) -> None:
        """Write what is waiting and let go of the connections."""
        self._writer.close()
        self._reading.dispose()
