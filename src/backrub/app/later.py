"""What may wait: it is done one piece at a time, each after a round of what may not.

A tap is answered before the cues that follow from it are put together. With many sessions in one process the others'
taps come first as well, so that a burst of them is not heard behind what nobody waits for.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

__all__ = ["Later"]


class Later:
    """Pieces of work in the order they came; it lives on the event loop it is first used on."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], None]] = deque()

    def soon(self, work: Callable[[], None]) -> None:
        """Do something after what is at hand; when nothing is, at once."""
        self._waiting.append(work)
        if len(self._waiting) == 1:
            asyncio.get_running_loop().call_soon(self._one)

    def _one(self) -> None:
        work = self._waiting[0]
        try:
            work()
        finally:
            self._waiting.popleft()
            if self._waiting:
                asyncio.get_running_loop().call_soon(self._one)
