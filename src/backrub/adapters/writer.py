"""One thread that owns a connection: it drains a bounded queue, one transaction per batch, then acknowledges.

Several callers who wait at once share one sync to disk. With SQLite everything, reads included, goes through it, so
there is no lock to wait for, and no reader that could keep a checkpoint from emptying the write-ahead log.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from backrub.adapters.room import is_full
from backrub.errors import LeaseLost, StoreError, StoreFull

__all__ = ["Writer", "explained", "reason_of"]

T = TypeVar("T")
WAITING_AT_MOST = 4096
BATCH_AT_MOST = 256
RETRY_S = 0.1
TURNS_AT_MOST = 5
"""How often a write that the database undid for another is done again, before whoever waits for it is told.

An engineering guess: one turn is enough unless a third comes between, and a database's `deadlock_timeout` (a second
unless set otherwise) goes by in each.
"""
UNDONE = frozenset({"40001", "40P01"})
"""SQLSTATEs by which PostgreSQL undoes one of two transactions that stand in each other's way, to be done again."""

FREE_SPACE = "Free some space, or use --data DIR"


@dataclass(slots=True)
class _Job:
    work: Callable[[Connection], Any]
    scrub: bool = False
    settled: Callable[[Connection], bool] | None = None
    done: Future[Any] = field(default_factory=Future)
    result: Any = None
    trouble: Exception | None = None
    turns: int = 0


class Writer:
    """The owner of one connection.

    Args:
        engine: Where to connect; it is let go of in the end.
        place: The file or database, as people may read it.
        instead: What people can do when nothing can be written there.
        scrub: Called after a commit that must leave no trace; gives what went wrong, or None.
        patience_s: How long to go on trying when the connection was cut [s].

    Raises:
        SQLAlchemyError: There is no connection to be had.
    """

    def __init__(
        self,
        engine: Engine,
        place: str,
        *,
        instead: str = FREE_SPACE,
        scrub: Callable[[Connection], Exception | None] | None = None,
        patience_s: float = 0.0,
    ) -> None:
        self._engine = engine
        self._place = place
        self._instead = instead
        self._scrub = scrub
        self._tries = round(patience_s / RETRY_S)
        self._jobs: queue.Queue[_Job | None] = queue.Queue(WAITING_AT_MOST)
        self._closed = threading.Event()
        self._connection = engine.connect()
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    def submit(
        self,
        work: Callable[[Connection], T],
        *,
        scrub: bool = False,
        settled: Callable[[Connection], bool] | None = None,
        expendable: bool = False,
    ) -> Future[T]:
        """Do something with the database.

        Args:
            work: What to do, given the connection inside a transaction. It may run twice: it must only use the
                connection. When it raises `LeaseLost` it has changed nothing.
            scrub: Whether it deletes what must leave no trace.
            settled: Tells whether exactly this work is done already. It is asked after a connection was cut while a
                commit was under way, and when something is in the way of the work.
            expendable: Whether nothing is lost when it is not done because too much waits.

        Returns:
            Done once the work is on disk; failed at once where too much waits already.
        """
        if self._closed.is_set():
            raise StoreError("the store is closed", self._place, "Start backrub again")
        job = _Job(work, scrub, settled)
        try:
            if expendable and self._jobs.qsize() > WAITING_AT_MOST // 2:
                raise queue.Full  # noqa: TRY301 - the same answer for both
            self._jobs.put_nowait(job)
        except queue.Full:
            job.done.set_exception(StoreError("too much waits to be written", self._place, "Try again in a moment"))
        return job.done

    def close(self) -> None:
        """Finish what waits, then let go of the connection."""
        if not self._closed.is_set():
            self._closed.set()
            self._jobs.put(None)
            self._thread.join()

    def _run(self) -> None:
        with self._connection as connection:
            going = True
            while going:
                batch, going = self._next_batch()
                self._write(connection, batch)
        self._engine.dispose()

    def _next_batch(self) -> tuple[list[_Job], bool]:
        batch: list[_Job] = []
        job = self._jobs.get()
        while job is not None:
            if job.done.set_running_or_notify_cancel():  # from here on nobody can take it back
                batch.append(job)
            try:
                job = self._jobs.get_nowait() if len(batch) < BATCH_AT_MOST else None
            except queue.Empty:
                return batch, True
            if job is None and len(batch) >= BATCH_AT_MOST:
                return batch, True
        return batch, False

    def _write(self, connection: Connection, batch: list[_Job], *, unsure: bool = False) -> None:
        """Write all in one transaction; if one spoils it, each in its own, so that only that one fails."""
        if not batch:
            return
        try:
            self._commit(connection, batch, unsure=unsure)
        except Exception as error:  # noqa: BLE001 - whatever failed is handed to whoever waits for it
            self._recover(connection, batch, error, unsure=unsure)
            return
        self._acknowledge(connection, batch)

    def _commit(self, connection: Connection, batch: list[_Job], *, unsure: bool) -> None:
        with connection.begin():
            for job in batch:
                job.trouble = None
                if unsure and job.settled is not None and job.settled(connection):
                    continue
                try:
                    job.result = job.work(connection)
                except LeaseLost as lost:  # found out before anything was changed: it spoils nothing for the others
                    job.trouble = lost

    def _recover(self, connection: Connection, batch: list[_Job], error: Exception, *, unsure: bool) -> None:
        connection.rollback()
        if _was_cut(error) or connection.invalidated:
            if self._connects(connection):
                self._write(connection, batch, unsure=True)
            else:
                _fail(batch, self._explain(error))
        elif len(batch) == 1:
            if isinstance(error, IntegrityError) and not unsure:  # what is in the way may be this very write
                self._write(connection, batch, unsure=True)
            elif _was_undone(error) and batch[0].turns < TURNS_AT_MOST:
                batch[0].turns += 1
                self._closed.wait(RETRY_S)  # or it could take again what it was undone for, before the other has it
                self._write(connection, batch, unsure=unsure)
            else:
                _fail(batch, self._explain(error))
        else:
            for job in batch:
                self._write(connection, [job], unsure=unsure)

    def _connects(self, connection: Connection) -> bool:
        """Connect anew, as long as there is patience."""
        for _ in range(self._tries):
            try:
                connection.exec_driver_sql("SELECT 1")
                connection.rollback()
            except SQLAlchemyError:
                connection.rollback()
                if self._closed.wait(RETRY_S):
                    return False
            else:
                return True
        return False

    def _acknowledge(self, connection: Connection, batch: list[_Job]) -> None:
        trouble = self._scrubbed(connection) if any(job.scrub for job in batch) else None
        for job in batch:
            failed = job.trouble or (trouble if job.scrub else None)
            if failed:
                job.done.set_exception(failed)
            else:
                job.done.set_result(job.result)

    def _scrubbed(self, connection: Connection) -> Exception | None:
        try:
            return self._scrub(connection) if self._scrub else None
        except Exception as error:  # noqa: BLE001 - whatever failed is handed to whoever waits for it
            return self._explain(error)

    def _explain(self, error: Exception) -> Exception:
        return explained(error, self._place, self._instead)


def explained(error: Exception, place: str, instead: str) -> Exception:
    """Give an error as people are told it; a mistake of ours stays what it is."""
    if isinstance(error, SQLAlchemyError | OSError):
        kind = StoreFull if is_full(error) else StoreError
        return kind(f"it cannot be written ({reason_of(error)})", place, instead)
    return error


def reason_of(error: BaseException) -> str:
    """Give what a database says of an error, on one line and without what was to be written."""
    original = getattr(error, "orig", None) or error
    said = getattr(getattr(original, "diag", None), "message_primary", None) or str(original)
    return str(said).strip().partition("\n")[0]


def _was_cut(error: Exception) -> bool:
    return isinstance(error, DBAPIError) and error.connection_invalidated


def _was_undone(error: Exception) -> bool:
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in UNDONE


def _fail(batch: Iterable[_Job], error: Exception) -> None:
    for job in batch:
        job.done.set_exception(error)
