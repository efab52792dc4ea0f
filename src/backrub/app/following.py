"""A session that another server leads, as it is seen from this one: told from its log, and steered by its owner."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from backrub.app.conducting import Conductor, Sent
from backrub.app.later import Later
from backrub.app.ports import Answer, Heartbeat, Lease, News, Note, NoteKind, Peers, Ports, SessionRecord
from backrub.errors import LeaseLost, StoreError
from backrub.session import Command, Engine, Role, Timeline, View, from_record
from backrub.session.apply import applied

__all__ = ["Follower", "sent_from", "sent_in"]

_log = logging.getLogger(__name__)


class Follower(Conductor):
    """Stands where a conductor stands, and leads nothing: wishes go to the owner, what happens comes from the log.

    It follows one lease. When that changes hands the follower ends, and the pages come back.
    """

    def __init__(
        self, record: SessionRecord, engine: Engine, ports: Ports, later: Later, peers: Peers, lease: Lease
    ) -> None:
        super().__init__(record, engine, ports, later, answers={})
        self.lease = lease
        self._peers = peers
        self._heartbeat: Heartbeat | None = None
        self._asked: dict[str, asyncio.Future[Answer]] = {}
        self._waiting: dict[str, Sent] = {}
        self._reminded: set[str] = set()
        self._latest_ms = engine.now_ms

    def now_ms(self) -> int:
        """Give the logical time of this session, reckoned from its owner's last sign of life."""
        beat, clock = self._heartbeat, self._ports.clock
        if beat is not None:
            at_ms = beat.at_ms + int((clock.utc_ms() - beat.utc_ms) * clock.rate)
            self._latest_ms = max(self._latest_ms, at_ms)
        return self._latest_ms

    def view(self) -> View:
        """Give what a screen shows now."""
        self._engine = Engine(self._engine.state, self.now_ms())
        return super().view()

    async def obey(self, sent: Sent) -> Answer:
        """Have the owner carry out a command, and answer when its answer is on disk.

        Raises:
            LeaseLost: The owner is gone, or another leads now; whoever asks again there is told the same.
        """
        if known := self._answers.get(sent.id):
            return known
        if sent.id not in self._asked:
            self._asked[sent.id] = asyncio.get_running_loop().create_future()
            self._waiting[sent.id] = sent
            self._tell_owner("wish", sent_in(sent))
        return await asyncio.shield(self._asked[sent.id])

    async def arrive(self, role: Role) -> None:
        """Let the owner know that a device of a role is connected here."""
        self._tell_owner("arrive", {"role": role})

    async def depart(self, role: Role) -> None:
        """Let the owner know that a device of a role is connected here no more."""
        if not self._closed:
            self._tell_owner("depart", {"role": role})

    async def catch_up(self, played_at_ms: int) -> None:
        """Let the owner know what a client has already played to two people."""
        self._tell_owner("played", {"at_ms": played_at_ms})

    async def tick(self) -> None:
        """Look for what is new."""
        async with self._lock:
            asked = frozenset(self._asked)
            news = await asyncio.to_thread(self._peers.news, self.record.id, self._engine.seq, asked)
            self._take(news)

    async def begin(self) -> None:
        """Ask the owner for a sign of life to reckon time by."""
        self._tell_owner("follow", {})

    async def sign(self) -> None:
        """Leave the signs of life to the owner."""

    def changed(self) -> None:
        """Note that there is something new."""
        self._woken.set()

    def remind(self) -> None:
        """Ask again for what was asked a while ago and not answered: a note may be lost."""
        for sent in [one for name, one in self._waiting.items() if name in self._reminded]:
            self._tell_owner("wish", sent_in(sent))
            self._woken.set()
        self._reminded = set(self._waiting)

    async def attend(self) -> None:
        """Look for what is new whenever there is something, until the task is cancelled."""
        while True:
            self._woken.clear()
            try:
                await self.tick()
            except StoreError as error:
                _log.error("not followed: %s", error)
            await self._woken.wait()

    async def close(self) -> None:
        """End the lines, and every wait for an answer."""
        await super().close()
        for asked in self._asked.values():
            if not asked.done():
                asked.set_exception(LeaseLost("another server leads this session now", "session", "Come back to it"))
                asked.exception()  # nobody may be waiting for it any more

    def _take(self, news: News) -> None:
        self._heartbeat = news.heartbeat or self._heartbeat
        events = tuple(from_record(dict(entry.record)) for entry in news.entries)
        if events:
            state = applied(events, self._engine.state)
            self._latest_ms = max(self._latest_ms, state.at_ms)
            self._engine = Engine(state, self.now_ms())
            self._tell(events, news.entries)
        for name, answer in news.answers.items():
            self._answers.keep(answer)
            self._waiting.pop(name, None)
            asked = self._asked.pop(name, None)
            if asked is not None and not asked.done():
                asked.set_result(answer)

    def _cues_on_disk(self) -> Timeline | None:
        """Give the cues to come: all that is known here comes from the log."""
        return self._engine.timeline()

    def _tell_owner(self, kind: NoteKind, body: Mapping[str, Any]) -> None:
        self._peers.tell(Note(kind, self.record.id, self._peers.name, body), self.lease.server)


def sent_in(sent: Sent) -> Mapping[str, Any]:
    """Put a command into a note."""
    return asdict(sent)


def sent_from(body: Mapping[str, Any]) -> Sent:
    """Take a command out of a note."""
    return Sent(body["id"], Command(**body["command"]), body["sent_at_ms"], body["seen"])
