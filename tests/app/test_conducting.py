"""One owner leads a session: each command once, nothing told before it is on disk, and nothing waits for a plan."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any

import pytest

from backrub.adapters.memory_store import MemoryStore
from backrub.app.conducting import Conductor, Sent
from backrub.app.listening import BEHIND_AT_MOST, Change
from backrub.app.ports import Answer, Entry
from backrub.errors import StoreError
from backrub.session import Command, CommandKind
from tests.app.rooms import House, settled


def lead(story: Coroutine[Any, Any, None]) -> None:
    """Run a story of one session to its end."""
    asyncio.run(asyncio.wait_for(story, 30))


class FullStore(MemoryStore):
    """A store on a disk that may be full."""

    full = False

    def append(self, session: str, entries: tuple[Entry, ...], answer: Answer | None) -> Future[None]:
        """Fail while the disk is full."""
        if self.full:
            failed: Future[None] = Future()
            failed.set_exception(StoreError("the disk is full", "here", "Make room"))
            return failed
        return super().append(session, entries, answer)


def test_a_command_is_carried_out_once() -> None:
    """The same id gets the same answer, and only the first changes anything."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        sent = Sent("mine", Command("softer", by="receiver"), conductor.now_ms(), 0)
        first = await conductor.obey(sent)
        version = conductor.view().version
        assert first.seq is not None
        assert first == await conductor.obey(sent)
        assert version == conductor.view().version
        assert first == house.store.answers(conductor.record.id)["mine"]

    lead(story())


def test_a_refusal_changes_nothing_and_is_remembered() -> None:
    """A command without a meaning now is refused with a code and a sentence's id, twice alike."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        before = conductor.view()
        sent = Sent("mine", Command("start"), conductor.now_ms(), 0)
        refused = await conductor.obey(sent)
        assert (None, "already-started", "refused-already-started") == (refused.seq, refused.code, refused.message)
        assert refused == await conductor.obey(sent)
        assert before == conductor.view()

    lead(story())


@pytest.mark.parametrize(
    ("kind", "honoured"),
    [
        ("firmer", False),
        ("stay", False),
        ("next", False),
        ("softer", True),
        ("not-there", True),
        ("stop", True),
        ("pause", True),
    ],
)
@pytest.mark.parametrize("late", ["an old one", "for another step"])
def test_a_stale_command_is_honoured_only_when_it_makes_things_gentler(
    kind: CommandKind, honoured: bool, late: str
) -> None:
    """What came too late, or for another step, is dropped unless it lightens."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        await house.let_pass(conductor, 60)
        step = conductor.view().step
        assert step is not None
        seen = step + 1 if late == "for another step" else step
        sent_ms = conductor.now_ms() - (11_000 if late == "an old one" else 0)
        answer = await conductor.obey(Sent("late", Command(kind, by="receiver", step=seen), sent_ms, 0))
        assert honoured == (answer.seq is not None)
        assert honoured or answer.code == "stale"

    lead(story())


def test_a_pause_asked_without_a_line_rests_since_then() -> None:
    """Three minutes on the way: hands are where they came to rest, also after the server was started again."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        conductor = await house.begun(sessions)
        await house.let_pass(conductor, 60)
        played_ms, asked_at_ms = conductor.view().played_ms, conductor.now_ms()
        await house.let_pass(conductor, 180)
        answer = await conductor.obey(Sent("late", Command("pause"), asked_at_ms, 0))
        assert answer.seq == conductor.view().version
        assert ("paused", played_ms) == (conductor.view().status, conductor.view().played_ms)
        await sessions.close()
        again = await house.sessions().find(conductor.record.id)
        assert again is not None
        assert ("paused", played_ms) == (again.view().status, again.view().played_ms)

    lead(story())


def test_whatever_is_told_is_on_disk() -> None:
    """At the moment a listener learns of an event it stands in the store, with its number and without a gap."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        conductor = await house.begun(sessions)
        changes = conductor.listen()
        for kind in ("softer", "stay", "pause", "resume"):
            await house.let_pass(conductor, 4)
            await house.say(conductor, kind, by="receiver")
        told: list[Entry] = []
        while not changes.empty():
            change = changes.get_nowait()
            assert change is not None
            told += change.entries
        log = house.store.log(conductor.record.id)
        assert told
        assert list(range(1, len(log) + 1)) == [entry.seq for entry in log]
        assert tuple(told) == log[-len(told) :]
        await sessions.close()

    lead(story())


def test_a_full_disk_stops_the_acknowledgement_and_not_the_session() -> None:
    """Hands follow at once, nothing is acknowledged, and everything is written when there is room again."""

    async def story() -> None:
        store = FullStore()
        house = House(store=store)
        conductor = await house.begun(house.sessions())
        await house.let_pass(conductor, 60)
        store.full = True
        answer = await house.say(conductor, "stop", by="receiver")
        assert (None, "not-saved") == (answer.seq, answer.code)
        assert "stopped" == conductor.status
        store.full = False
        await house.let_pass(conductor, 1)
        kinds = [entry.record["kind"] for entry in store.log(conductor.record.id)]
        assert "stopped" == kinds[-1]
        assert list(range(1, len(kinds) + 1)) == [entry.seq for entry in store.log(conductor.record.id)]

    lead(story())


def test_a_command_that_was_not_saved_is_not_carried_out_again() -> None:
    """Sent again under the same id it is only written, with the answer it had, and acknowledged then."""

    async def story() -> None:
        store = FullStore()
        house = House(store=store)
        conductor = await house.begun(house.sessions())
        await house.let_pass(conductor, 130)
        sent = Sent("mine", Command("softer", by="receiver"), conductor.now_ms(), 0)
        store.full = True
        assert "not-saved" == (await conductor.obey(sent)).code
        seq = conductor.view().version
        await house.let_pass(conductor, 5)
        assert "not-saved" == (await conductor.obey(sent)).code
        store.full = False
        answer = await conductor.obey(sent)
        assert (seq, seq) == (answer.seq, conductor.view().version)
        assert answer == store.answers(conductor.record.id)["mine"]

    lead(story())


def test_an_answer_that_waited_is_written_with_its_events() -> None:
    """What is written late is written as it would have been: events never without the answer that belongs to them."""

    async def story() -> None:
        store = FullStore()
        house = House(store=store)
        conductor = await house.begun(house.sessions())
        await house.let_pass(conductor, 60)
        store.full = True
        await conductor.obey(Sent("mine", Command("pause"), conductor.now_ms(), 0))
        store.full = False
        await house.let_pass(conductor, 1)
        answer = store.answers(conductor.record.id)["mine"]
        assert "paused" == store.log(conductor.record.id)[(answer.seq or 0) - 1].record["kind"]

    lead(story())


class SlowStore(MemoryStore):
    """A store whose next write is done when somebody says so."""

    landing: Future[None] | None = None

    def append(self, session: str, entries: tuple[Entry, ...], answer: Answer | None) -> Future[None]:
        """Write at once, and keep that to itself."""
        done = super().append(session, entries, answer)
        return done if self.landing is None else self.landing


def test_who_stops_waiting_for_a_write_does_not_undo_it() -> None:
    """A command whose sender is gone before it is on disk is written once, and the log goes on without a gap."""

    async def story() -> None:
        store = SlowStore()
        house = House(store=store)
        conductor = await house.begun(house.sessions())
        await house.let_pass(conductor, 60)
        landing: Future[None] = Future()
        store.landing = landing
        waiting = asyncio.create_task(
            conductor.obey(Sent("mine", Command("softer", by="receiver"), conductor.now_ms(), 0))
        )
        await settled()
        waiting.cancel()
        await settled()
        store.landing = None
        landing.set_result(None)
        assert (await house.say(conductor, "stop", by="receiver")).seq is not None
        log = store.log(conductor.record.id)
        assert list(range(1, len(log) + 1)) == [entry.seq for entry in log]
        assert store.answers(conductor.record.id)["mine"].seq is not None

    lead(story())


class ForgetfulStore(MemoryStore):
    """A store that cannot note an end."""

    full = False

    def end(self, session: str, utc_ms: int | None) -> Future[None]:
        """Fail while the disk is full."""
        if self.full:
            failed: Future[None] = Future()
            failed.set_exception(StoreError("the disk is full", "here", "Make room"))
            return failed
        return super().end(session, utc_ms)


def test_a_stop_is_told_though_its_end_cannot_be_noted() -> None:
    """When the disk fills up right after a stop was written, everybody is told all the same; the end is noted later."""

    async def story() -> None:
        store = ForgetfulStore()
        house = House(store=store)
        conductor = await house.begun(house.sessions())
        await house.let_pass(conductor, 60)
        changes = conductor.listen()
        store.full = True
        assert (await house.say(conductor, "stop", by="receiver")).seq is not None
        change = changes.get_nowait()
        assert change is not None
        assert change.view is not None
        assert "stopped" == change.view.status
        assert conductor.record.ended_utc_ms is None
        store.full = False
        await house.let_pass(conductor, 1)
        record = store.find(conductor.record.id)
        assert record is not None
        assert record.ended_utc_ms is not None

    lead(story())


@pytest.mark.parametrize(("kind", "value"), [("more-minutes", 5), ("end-in", 3), ("hush", None), ("tired", None)])
def test_a_new_remainder_is_composed_and_adopted(kind: CommandKind, value: int | None) -> None:
    """A wish that changes the plan is answered at once; soon a newly composed remainder takes over, shown as a plan."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        conductor = await house.begun(sessions)
        await house.let_pass(conductor, 70)
        changes = conductor.listen()
        assert (await house.say(conductor, kind, value=value)).seq is not None
        change = await _replanned(changes)
        assert change.plan is not None
        assert "finish" == change.plan.steps[-1].phase
        assert len(conductor.view().steps) == len(change.plan.steps)
        if value is not None and kind == "end-in":
            assert abs(conductor.view().remaining_ms - value * 60_000) <= 30_000
        await sessions.close()

    lead(story())


async def _replanned(changes: asyncio.Queue[Change | None]) -> Change:
    while (change := await changes.get()) is not None:
        if any(entry.record["kind"] == "plan-adopted" for entry in change.entries):
            return change
    raise AssertionError("no new plan was adopted")


def test_a_session_led_to_its_end_is_noted_as_ended() -> None:
    """Ten minutes later it is finished to the second, and the store knows."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        await house.let_pass(conductor, 599)
        assert ("running", None) == (conductor.status, conductor.record.ended_utc_ms)
        await house.let_pass(conductor, 1)
        assert "finished" == conductor.status
        record = house.store.find(conductor.record.id)
        assert record is not None
        assert house.clock.utc == record.ended_utc_ms

    lead(story())


def test_a_sign_of_life_is_written_each_second() -> None:
    """While hands are on a back the store knows to a second when that was last so."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        await house.let_pass(conductor, 30)
        beat = house.store.heartbeat(conductor.record.id)
        assert beat is not None
        assert (conductor.now_ms(), house.clock.utc) == (beat.at_ms, beat.utc_ms)

    lead(story())


def test_a_listener_that_does_not_keep_up_is_ended() -> None:
    """A client too far behind is told that it ends, and costs nothing any more."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        conductor = await house.begun(sessions)
        changes = conductor.listen()
        for _ in range(BEHIND_AT_MOST + 1):
            await house.say(conductor, "join")
            await house.say(conductor, "leave")
            if not conductor.watched:
                break
        assert not conductor.watched
        assert changes.get_nowait() is None
        await sessions.close()

    lead(story())


def test_attending_lets_time_pass_by_itself() -> None:
    """Without anybody's command a session goes on to its next step when its time has come."""

    async def story() -> None:
        house = House()
        sessions = house.sessions()
        conductor: Conductor = await house.begun(sessions)
        changes = conductor.listen()
        house.clock.pass_ms(35_000)
        await conductor.tick()
        change = await changes.get()
        assert change is not None
        assert "step-began" in [entry.record["kind"] for entry in change.entries]
        await sessions.close()

    lead(story())
