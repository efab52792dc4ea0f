"""One thread that owns the database: it drains a bounded queue, one transaction per batch, then acknowledges.

Everything, reads included, goes through it, so there is one connection, no lock to wait for, and no reader that could
keep a checkpoint from emptying the write-ahead log. Several callers who wait at once share one sync to disk.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from backrub.errors import StoreError

__all__ = ["Writer"]

T = TypeVar("T")
WAITING_AT_MOST = 1024
BATCH_AT_MOST = 256


@dataclass(slots=True)
class _Job:
    work: Callable[[Connection], Any]
    done: Future[Any] = field(default_factory=Future)
    scrub: bool = False
    result: Any = None


class Writer:
    """The owner of one SQLite file."""

    def __init__(self, engine: Engine, path: str) -> None:
        self._engine = engine
        self._path = path
        self._jobs: queue.Queue[_Job | None] = queue.Queue(WAITING_AT_MOST)
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Connection], T], *, scrub: bool = False) -> Future[T]:
        """Do something with the database.

        Args:
            work: What to do, given the connection inside a transaction. It may run twice: it must only use the
                connection.
            scrub: Whether it deletes what must leave no trace: the log is emptied before it counts as done.

        Returns:
            Done once the work is on disk.
        """
        if self._closed:
            raise StoreError("the store is closed", self._path, "Start backrub again")
        job = _Job(work, scrub=scrub)
        self._jobs.put(job)
        return job.done

    def close(self) -> None:
        """Finish what waits, then let go of the file."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
            self._thread.join()

    def _run(self) -> None:
        with self._engine.connect() as connection:
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

    def _write(self, connection: Connection, batch: list[_Job]) -> None:
        """Write all in one transaction; if one spoils it, each in its own, so that only that one fails."""
        if not batch:
            return
        try:
            self._commit(connection, batch)
        except Exception as error:  # noqa: BLE001 - whatever failed is handed to whoever waits for it
            connection.rollback()
            if len(batch) == 1:
                batch[0].done.set_exception(self._explain(error))
            else:
                for job in batch:
                    self._write(connection, [job])
            return
        self._acknowledge(connection, batch)

    def _commit(self, connection: Connection, batch: list[_Job]) -> None:
        with connection.begin():
            for job in batch:
                job.result = job.work(connection)

    def _acknowledge(self, connection: Connection, batch: list[_Job]) -> None:
        trouble = self._empty_log(connection) if any(job.scrub for job in batch) else None
        for job in batch:
            if job.scrub and trouble:
                job.done.set_exception(trouble)
            else:
                job.done.set_result(job.result)

    def _empty_log(self, connection: Connection) -> Exception | None:
        """Bring the write-ahead log into the file and cut it to nothing; this cannot be done in a transaction."""
        driver = connection.connection.driver_connection
        try:
            busy = driver is None or driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except OSError as error:
            return self._explain(error)
        if busy:
            return StoreError("something else reads it, so traces may remain", self._path, "Close that and try again")
        return None

    def _explain(self, error: Exception) -> Exception:
        if isinstance(error, SQLAlchemyError | OSError):
            reason = str(getattr(error, "orig", None) or error)
            return StoreError(f"it cannot be written ({reason})", self._path, "Free some space, or use --data DIR")
        return error
