"""When the cues of a session are told: after what they follow from, and never before it is on disk."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future

from backrub.adapters.memory_store import MemoryStore
from backrub.app.listening import Change
from backrub.app.ports import Answer, Entry
from tests.app.rooms import House, settled


class SlowStore(MemoryStore):
    """A store whose disk takes as long as it is told to."""

    slow = False

    def __init__(self) -> None:
        super().__init__()
        self.under_way: list[Future[None]] = []

    def append(self, session: str, entries: tuple[Entry, ...], answer: Answer | None) -> Future[None]:
        """Hold it, and say so only when asked to."""
        done = super().append(session, entries, answer)
        if not self.slow:
            return done
        self.under_way.append(Future())
        return self.under_way[-1]


def versions(told: list[Change | None]) -> list[int]:
    """Give the versions of the cues that were told."""
    return [change.timeline.version for change in told if change is not None and change.timeline is not None]


def drained(listener: asyncio.Queue[Change | None]) -> list[Change | None]:
    """Give what waits for a listener."""
    return [listener.get_nowait() for _ in range(listener.qsize())]


def test_cues_wait_for_the_disk_as_events_do() -> None:
    """While two wishes are being written nobody is told anything; then each one's cues follow when it is on disk."""

    async def story() -> None:
        store = SlowStore()
        house = House(store=store)
        sessions = house.sessions()
        conductor = await house.begun(sessions)
        await house.let_pass(conductor, 40)
        await settled()
        listener = conductor.listen()
        store.slow = True
        wishes = [asyncio.create_task(house.say(conductor, "softer", by="receiver"))]
        wishes.append(asyncio.create_task(house.say(conductor, "stay", by="receiver")))
        await settled()
        assert [] == drained(listener)
        store.under_way[0].set_result(None)
        await settled()
        first = await wishes[0]
        assert [first.seq] == versions(drained(listener))
        store.under_way[1].set_result(None)
        await settled()
        second = await wishes[1]
        assert [second.seq] == versions(drained(listener))
        store.slow = False
        await sessions.close()

    asyncio.run(story())


def test_cues_are_told_though_nothing_follows() -> None:
    """What came while a tick held the session up is told when the tick is over, though it found nothing to tell."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        conductor = await house.begun(sessions)
        await house.let_pass(conductor, 40)
        await settled()
        listener = conductor.listen()
        answer = await house.say(conductor, "softer", by="receiver")
        async with conductor._lock:
            await settled()
            assert [] == versions(drained(listener))
        await conductor.tick()
        await settled()
        assert [answer.seq] == versions(drained(listener))
        await sessions.close()

    asyncio.run(story())
