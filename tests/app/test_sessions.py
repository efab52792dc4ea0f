"""Sessions are opened, come back from disk at the right moment, and are kept only when somebody says so."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import asdict, replace
from typing import Any

import pytest

from backrub.app.sessions import UNANSWERED_MS, forget_unanswered
from backrub.errors import NotTonight
from backrub.person import Health
from tests.app.rooms import WISHES, House
from tests.fakes.clock import FakeClock


def lead(story: Coroutine[Any, Any, None]) -> None:
    """Run a story of one session to its end."""
    asyncio.run(asyncio.wait_for(story, 30))


def test_a_session_keeps_the_effects_of_health_answers_and_not_the_answers() -> None:
    """What is stored of pregnancy is a lower cap and no holds, never the word."""

    async def story() -> None:
        house = House()
        opened = await house.sessions().open(replace(WISHES, health=Health("something", ("pregnant",))), "en")
        record = house.store.find(opened.session)
        assert record is not None
        assert record.wishes.care is not None
        assert (Health(), 3, False) == (record.wishes.health, record.wishes.care.cap, record.wishes.care.holds)
        stored = str(asdict(record)) + "".join(str(entry.record) for entry in house.store.log(opened.session))
        assert "pregnant" not in stored

    lead(story())


def test_an_evening_without_a_rub_makes_no_session() -> None:
    """An answer that forbids a rub leaves nothing in the store."""

    async def story() -> None:
        house = House()
        with pytest.raises(NotTonight):
            await house.sessions().open(replace(WISHES, health=Health("something", ("fever-ill",))), "en")
        assert () == house.store.sessions()

    lead(story())


def test_the_token_opens_its_own_session_only() -> None:
    """A wrong token, or a right one at the wrong door, is let in nowhere; the store knows no token."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        one, two = await sessions.open(WISHES, "en"), await sessions.open(WISHES, "en")
        assert await sessions.admit(one.session, one.token) is not None
        assert await sessions.admit(one.session, two.token) is None
        assert await sessions.admit(one.session, "") is None
        assert await sessions.admit("nowhere", one.token) is None
        assert one.token not in str(house.store.sessions())
        await sessions.close()

    lead(story())


@pytest.mark.parametrize(
    ("away_s", "status"),
    [(0, "running"), (20, "running"), (59, "running"), (61, "paused"), (86_000, "paused"), (-5, "paused")],
)
def test_a_killed_session_comes_back_at_the_right_moment(away_s: int, status: str) -> None:
    """Up to a minute later it goes on where time now is; after that, or when the clock went back, hands rest."""

    async def story() -> None:
        house = House()
        before = await house.begun(house.sessions())
        await house.let_pass(before, 40)
        at_ms, played_ms = before.now_ms(), before.view().played_ms
        house.clock = FakeClock(utc=house.clock.utc + away_s * 1000)  # another process: its counter starts anew
        after = await house.sessions().find(before.record.id)
        assert after is not None
        assert status == after.status
        if status == "running":
            assert (at_ms + away_s * 1000, played_ms + away_s * 1000) == (after.now_ms(), after.view().played_ms)
        else:
            assert after.view().resting
            assert played_ms == after.view().played_ms

    lead(story())


def test_a_rehearsal_comes_back_as_fast_as_it_ran() -> None:
    """At rate 30 two real seconds away are a minute of the session, and it still runs."""

    async def story() -> None:
        house = House(clock=FakeClock(rate=30))
        before = await house.begun(house.sessions())
        await house.let_pass(before, 1)
        at_ms = before.now_ms()
        house.clock = FakeClock(utc=house.clock.utc + 2_000, rate=30)
        after = await house.sessions().find(before.record.id)
        assert after is not None
        assert ("running", at_ms + 60_000) == (after.status, after.now_ms())

    lead(story())


@pytest.mark.parametrize(("asleep_s", "status"), [(30, "running"), (120, "paused")])
def test_after_the_machine_slept_hands_rest(asleep_s: int, status: str) -> None:
    """When the machine's wall clock went on by over a minute while it stood still, nobody was led: hands rest."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        await house.let_pass(conductor, 40)
        played_ms = conductor.view().played_ms
        house.clock.utc += asleep_s * 1000
        await conductor.tick()
        assert (status, played_ms) == (conductor.status, conductor.view().played_ms)

    lead(story())


def test_it_is_never_behind_what_a_client_played() -> None:
    """A client that played on while the server was away takes the server along; one that claims hours does not."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        now_ms = conductor.now_ms()
        await conductor.catch_up(now_ms + 7_000)
        assert now_ms + 7_000 == conductor.now_ms()
        await conductor.catch_up(now_ms + 7_000_000)
        assert now_ms + 7_000 == conductor.now_ms()
        await conductor.catch_up(0)
        assert now_ms + 7_000 == conductor.now_ms()

    lead(story())


def test_after_coming_back_an_answer_is_still_the_same() -> None:
    """A command acknowledged before the server was killed is acknowledged again, and not carried out again."""

    async def story() -> None:
        house = House()
        before = await house.begun(house.sessions())
        first = await house.say(before, "softer", by="receiver")
        after = await house.sessions().find(before.record.id)
        assert after is not None
        seq = after.view().version
        house.sent -= 1  # the same id
        assert first == await house.say(after, "softer", by="receiver")
        assert seq == after.view().version

    lead(story())


def test_no_means_gone() -> None:
    """A forgotten session is in no store, is led by nobody, and its token opens nothing."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        opened = await sessions.open(WISHES, "en")
        await sessions.forget(opened.session)
        assert house.store.find(opened.session) is None
        assert () == house.store.log(opened.session)
        assert await sessions.admit(opened.session, opened.token) is None

    lead(story())


def test_what_nobody_answered_is_forgotten_after_a_day() -> None:
    """A day later only what was kept is still there."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        kept, open_ = await sessions.open(WISHES, "en"), await sessions.open(WISHES, "en")
        await sessions.keep(kept.session)
        house.clock.pass_ms(UNANSWERED_MS)
        assert 0 == forget_unanswered(house.ports)
        house.clock.pass_ms(1)
        assert 1 == forget_unanswered(house.ports)
        assert (kept.session,) == tuple(one.id for one in house.store.sessions())
        assert open_.session != kept.session

    lead(story())


def test_the_session_being_led_is_named() -> None:
    """The first page can offer to go back to a session under way, and only to that."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        await sessions.open(WISHES, "en")
        assert sessions.running() is None
        conductor = await house.begun(sessions)
        assert conductor.record.id == sessions.running()
        await house.say(conductor, "stop", by="receiver")
        assert sessions.running() is None
        await sessions.close()

    lead(story())
