"""However many commands there were, each is carried out once, and memory stays small."""

from __future__ import annotations

import pytest

from backrub.adapters.memory_store import MemoryStore
from backrub.app.answered import KEPT
from backrub.app.conducting import Sent
from backrub.app.ports import Answer
from backrub.errors import StoreError
from backrub.session import Command, CommandKind
from tests.app.rooms import House
from tests.app.test_conducting import lead


def test_however_many_commands_there_were_each_is_carried_out_once() -> None:
    """Few answers stay in memory, and the first of a thousand is still told the same, before and after a restart."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        conductor = await house.begun(sessions)
        first = Sent("0", Command("softer", by="receiver"), conductor.now_ms(), 0)
        others = [Sent(str(number), Command("just-right"), conductor.now_ms(), 0) for number in range(1, 2 * KEPT)]
        told = [await conductor.obey(sent) for sent in (first, *others)]
        assert [KEPT, 2 * KEPT] == [len(conductor._answers), len({answer.seq for answer in told})]
        version = conductor.view().version
        assert told[0] == await conductor.obey(first)
        assert told[KEPT] == await conductor.obey(Sent(str(KEPT), Command("stop"), conductor.now_ms(), 0))
        assert ("running", version) == (conductor.status, conductor.view().version)
        await sessions.close()
        again = await house.sessions().find(conductor.record.id)
        assert again is not None
        assert [told[0], told[-1]] == [
            await again.obey(Sent(name, Command("stop"), again.now_ms(), 0)) for name in ("0", str(2 * KEPT - 1))
        ]

    lead(story())


class DeafStore(MemoryStore):
    """A store that cannot be read for a while."""

    deaf = False

    def answer(self, session: str, command: str) -> Answer | None:
        """Fail while it is deaf."""
        if self.deaf:
            raise StoreError("it cannot be reached", "there", "Start it")
        return super().answer(session, command)


@pytest.mark.parametrize(("kind", "honoured"), [("stop", True), ("softer", True), ("stay", False), ("next", False)])
def test_while_nobody_can_look_only_what_is_gentler_is_done(kind: CommandKind, honoured: bool) -> None:
    """What may have been answered long ago is not done twice; a stop may."""

    async def story() -> None:
        store = DeafStore()
        house = House(store=store)
        conductor = await house.begun(house.sessions())
        for number in range(KEPT + 1):
            await conductor.obey(Sent(str(number), Command("just-right"), conductor.now_ms(), 0))
        store.deaf = True
        answer = await conductor.obey(Sent("unheard of", Command(kind, by="receiver"), conductor.now_ms(), 0))
        assert (honoured, None if honoured else "stale") == (answer.seq is not None, answer.code)

    lead(story())
