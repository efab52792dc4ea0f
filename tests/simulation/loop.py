"""An event loop without a clock: when nothing is ready it is at once as late as the next thing that is due."""

from __future__ import annotations

import asyncio
from asyncio.base_events import BaseEventLoop
from collections.abc import Callable, Coroutine, Generator
from random import Random
from typing import Any, TypeVar

__all__ = ["DeadlockError", "VirtualLoop"]

T = TypeVar("T")
RESOLUTION_S = 1e-9
SLOWEST_THREAD_S = 3.0


class DeadlockError(Exception):
    """Nothing is ready and nothing is due: what is waited for will never come."""


class _Jump:
    """What the loop asks how long to wait for: it waits in no time."""

    def __init__(self, loop: VirtualLoop) -> None:
        self._loop = loop

    def select(self, timeout_s: float | None) -> tuple[()]:
        if timeout_s is None:
            raise DeadlockError
        self._loop.now_s += max(0.0, timeout_s)
        return ()


class VirtualLoop(BaseEventLoop):
    """Runs tasks in virtual time on one thread, always in the same order for the same chance.

    What is handed to a thread is done on this one, after a time that chance draws. A task started while a process of
    the simulation runs belongs to that process, so that the process can be killed with all that it does.

    Attributes:
        now_s: The virtual time.
        started: Whoever is told of each new task.
    """

    def __init__(self, chance: Random) -> None:
        super().__init__()
        self.now_s = 0.0
        self.started: Callable[[asyncio.Task[Any]], None] | None = None
        self._chance = chance
        self._selector = _Jump(self)
        self._clock_resolution = RESOLUTION_S
        self.set_task_factory(self._task)

    def time(self) -> float:
        """Give the virtual time [s]."""
        return self.now_s

    def run_in_executor(self, executor: object, func: Callable[..., Any], *args: object) -> asyncio.Future[Any]:
        """Do something later, as if another thread had taken its time over it."""
        future: asyncio.Future[Any] = self.create_future()
        self.call_later(self._chance.random() ** 4 * SLOWEST_THREAD_S, _do, future, func, args)
        return future

    def _task(
        self,
        loop: asyncio.AbstractEventLoop,
        work: Coroutine[Any, Any, T] | Generator[Any, None, T],
        **rest: Any,  # noqa: ANN401 - a name, a context: whatever a task takes
    ) -> asyncio.Task[T]:
        task = asyncio.Task(work, loop=loop, **rest)
        if self.started is not None:
            self.started(task)
        return task

    def _process_events(self, event_list: object) -> None:
        """There are no events but those of time."""

    def _write_to_self(self) -> None:
        """Nobody sleeps who would have to be woken."""


def _do(future: asyncio.Future[Any], func: Callable[..., Any], args: tuple[object, ...]) -> None:
    if future.cancelled():
        return
    try:
        future.set_result(func(*args))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is for whoever waits
        future.set_exception(error)
