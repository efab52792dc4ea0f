"""Who is here: a role is present while any of its devices is connected, and the log says when it came and went."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

from backrub.app.conducting import Conductor
from tests.app.rooms import House


def lead(story: Coroutine[None, None, None]) -> None:
    """Let a story happen."""
    asyncio.run(story)


def noted(house: House, conductor: Conductor) -> list[tuple[str, str]]:
    """Give who came and went, in order, as the log has it."""
    log = [entry.record for entry in house.store.log(conductor.record.id)]
    return [(record["kind"], record["by"]) for record in log if record["kind"] in {"joined", "left"}]


def test_a_role_is_here_while_any_of_its_devices_is() -> None:
    """Two watchers are one presence; it ends when the last of them goes."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        for _ in range(2):
            await conductor.arrive("watcher")
        await conductor.depart("watcher")
        assert ("watcher",) == conductor.view().present
        await conductor.depart("watcher")
        assert () == conductor.view().present
        assert [("joined", "watcher"), ("left", "watcher")] == noted(house, conductor)

    lead(story())


def test_a_phone_that_comes_back_before_its_old_line_broke_stays_here() -> None:
    """The new line is there first; the old one's end changes nothing."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        await conductor.arrive("receiver")
        await conductor.arrive("receiver")
        await conductor.depart("receiver")
        assert ("receiver",) == conductor.view().present

    lead(story())


def test_a_server_started_anew_knows_nobody_until_they_come_back() -> None:
    """Who was there before a crash is away until its line is open again, and that is in the log."""

    async def story() -> None:
        house = House()
        before = await house.begun(house.sessions())
        await before.arrive("receiver")
        after = await house.sessions().find(before.record.id)
        assert after is not None
        assert () == after.view().present
        await after.arrive("receiver")
        assert ("receiver",) == after.view().present
        assert ["joined", "left", "joined"] == [kind for kind, _ in noted(house, after)]

    lead(story())


def test_who_leaves_a_forgotten_session_writes_nothing() -> None:
    """No byte of it comes back because a phone went away afterwards."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        conductor = await house.begun(sessions)
        await conductor.arrive("receiver")
        await sessions.forget(conductor.record.id)
        await conductor.depart("receiver")
        assert () == house.store.log(conductor.record.id)
        assert house.store.find(conductor.record.id) is None

    lead(story())


def test_what_must_be_done_before_a_session_is_let_go_is_done_first() -> None:
    """A door closes while its session can still be told."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        conductor = await house.begun(sessions)
        asked: list[str] = []

        async def farewell(session: str) -> None:
            asked.append(session)
            assert conductor is await sessions.find(session)

        sessions.before_letting_go(farewell)
        await sessions.forget(conductor.record.id)
        assert [conductor.record.id] == asked

    lead(story())
