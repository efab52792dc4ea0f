"""What devices were told about their commands: the newest in memory, all of them in the store."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from backrub.app.ports import Answer, SessionStore

__all__ = ["KEPT", "Answered"]

KEPT = 128
"""How many answers of a session stay in memory: a command that comes again does so within a few others. ENG."""


class Answered:
    """The answers of one session by command id; however many there are, its memory stays small.

    Args:
        session: The session.
        store: Where every answer is kept.
        answers: What was answered so far.
    """

    def __init__(self, session: str, store: SessionStore, answers: Mapping[str, Answer]) -> None:
        self._session = session
        self._store = store
        self._newest: dict[str, Answer] = {}
        self._has_older = False
        for answer in answers.values():
            self.keep(answer)

    def __len__(self) -> int:
        """Give how many are in memory."""
        return len(self._newest)

    def get(self, command: str) -> Answer | None:
        """Give an answer that is in memory, or None."""
        return self._newest.get(command)

    async def find(self, command: str) -> Answer | None:
        """Give an answer, however old, or None: the command was never answered.

        Raises:
            StoreError: The store cannot be read, so that nobody knows.
        """
        known = self._newest.get(command)
        if known is not None or not self._has_older:
            return known
        return await asyncio.to_thread(self._store.answer, self._session, command)

    def keep(self, answer: Answer) -> None:
        """Remember an answer that is in the store, the oldest one given up for it if need be."""
        self._newest[answer.command] = answer
        if len(self._newest) > KEPT:
            del self._newest[next(iter(self._newest))]
            self._has_older = True
