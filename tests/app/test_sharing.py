"""Servers that share a store: one leads each session, the others follow it, and no evening ends with a server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from backrub.app.conducting import Conductor, Sent
from backrub.app.following import Follower
from backrub.app.listening import Listener
from backrub.app.ports import Answer, Ports
from backrub.app.sessions import UNANSWERED_MS, Opened, forget_unanswered
from backrub.app.sharing import SharedSessions
from backrub.errors import LeaseLost, StoreError
from backrub.session import Command, CommandKind, Role
from tests.app.rooms import WISHES
from tests.fakes.clock import FakeClock
from tests.fakes.ids import CountingIds
from tests.fakes.peers import Commons, FakePeers
from tests.fakes.speech import FakeSpeech


def lead(story: Coroutine[Any, Any, None]) -> None:
    """Run a story to its end."""
    asyncio.run(asyncio.wait_for(story, 60))


async def until(fits: Callable[[], bool]) -> None:
    """Wait until something is so."""
    while not fits():
        await asyncio.to_thread(lambda: None)  # as what is waited for passes through a thread


@dataclass
class Server:
    """One server of several; its clock runs with the database's."""

    commons: Commons
    name: str
    clock: FakeClock = field(default_factory=FakeClock)
    sent: int = 0

    def __post_init__(self) -> None:
        assert isinstance(self.commons.clock, FakeClock)
        self.clock = self.commons.clock
        self.peers = FakePeers(self.commons, self.name)
        ports = Ports(self.peers.store, self.clock, CountingIds(), FakeSpeech(), peers=self.peers)
        self.sessions = SharedSessions(ports, self.peers)
        loop = asyncio.get_running_loop()
        self.peers.hear(lambda note: loop.call_soon_threadsafe(self.sessions.hear, note))
        self.peers.renew()

    async def at(self, opened: Opened) -> Conductor:
        """Give what a page that connects here talks to."""
        admission = await self.sessions.admit(opened.session, opened.token)
        assert admission is not None
        return admission[0]

    async def say(self, there: Conductor, kind: CommandKind, by: Role = "giver", name: str | None = None) -> Answer:
        """Send a command as a page would, now, and give its answer."""
        self.sent += 1
        command = Command(kind, by=by, step=there.view().step)
        sent = Sent(name or f"{self.name}-{self.sent}", command, there.now_ms(), there.timeline().version)
        return await there.obey(sent)


class Evening:
    """Two servers, and a session whose first touch was just now: the first leads it, the second follows."""

    def __init__(self) -> None:
        self.commons = Commons()
        self.one, self.two = Server(self.commons, "one"), Server(self.commons, "two")

    async def begin(self) -> tuple[Conductor, Conductor]:
        """Open it at the first server, join it at the second, and begin."""
        self.opened = await self.one.sessions.open(WISHES, "en")
        owner, follower = await self.one.at(self.opened), await self.two.at(self.opened)
        await self.one.say(owner, "start")
        self.one.clock.pass_ms(5_000)
        await self.renew()
        await self.one.say(owner, "ready")
        await until(lambda: follower.status == "running")
        return owner, follower

    async def let_pass(self, owner: Conductor, seconds: int) -> None:
        """Let time pass for both, alive all the while."""
        for _ in range(seconds):
            self.one.clock.pass_ms(1_000)
            self.one.peers.renew()
            self.two.peers.renew()
            await owner.tick()

    async def renew(self, *servers: Server) -> None:
        """Have servers say that they are alive."""
        for server in servers or (self.one, self.two):
            await server.sessions.renew()

    async def end(self) -> None:
        """End both."""
        await self.two.sessions.close()
        self.commons.apart.clear()
        await self.one.sessions.close()

    def kill(self, server: Server) -> None:
        """Have a server die: it says nothing any more, and its term passes."""
        self.commons.apart.add(server.name)
        self.one.clock.pass_ms(round(server.peers.term_s * 1000) + 1)

    def log(self) -> list[str]:
        """Give the kinds of events on disk; their numbers have no gap."""
        entries = self.commons.held.log(self.opened.session)
        assert list(range(1, len(entries) + 1)) == [entry.seq for entry in entries]
        return [str(entry.record["kind"]) for entry in entries]


async def ended(listener: Listener) -> None:
    """Wait until a line is ended."""
    while await listener.get() is not None:
        pass


def evening(story: Callable[[Evening, Conductor, Conductor], Coroutine[Any, Any, None]]) -> None:
    """Live an evening of two servers."""

    async def whole() -> None:
        one = Evening()
        owner, follower = await one.begin()
        await story(one, owner, follower)
        await one.end()

    lead(whole())


def test_one_server_leads_and_the_other_follows() -> None:
    """Whoever opened it leads; at the other server the same is shown: view, cues, plan and time."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        assert isinstance(follower, Follower)
        assert not isinstance(owner, Follower)
        assert owner.timeline() == follower.timeline()
        assert owner.plan() == follower.plan()
        assert replace(owner.view(), at_ms=0) == replace(follower.view(), at_ms=0)
        assert owner.now_ms() == follower.now_ms()

    evening(story)


def test_a_wish_at_one_server_is_led_from_the_other() -> None:
    """The receiver's softer at the following server is carried out by the owner, on disk, and told to both."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        await tonight.let_pass(owner, 130)
        await until(lambda: follower.view().version == owner.view().version)
        heard, seen = owner.listen(), follower.listen()
        before = owner.view().pressure
        answer = await tonight.two.say(follower, "softer", "receiver")
        assert answer.seq == owner.view().version
        assert answer == tonight.commons.held.answers(tonight.opened.session)[answer.command]
        assert before != owner.view().pressure
        assert owner.view().pressure == follower.view().pressure
        told, shown = await heard.get(), await seen.get()
        assert told is not None
        assert shown is not None
        assert told.entries == shown.entries

    evening(story)


def test_a_wish_is_carried_out_once_wherever_it_is_sent() -> None:
    """The same id at either server gets the same answer, and only the first changes anything."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        first = await tonight.two.say(follower, "softer", "receiver", "mine")
        version = owner.view().version
        assert first == await tonight.one.say(owner, "softer", "receiver", "mine")
        assert first == await tonight.two.say(follower, "softer", "receiver", "mine")
        assert version == owner.view().version

    evening(story)


def test_a_refusal_comes_back_as_one() -> None:
    """What the owner refuses is refused at the other server with the same words."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        answer = await tonight.two.say(follower, "start")
        assert (None, "already-started") == (answer.seq, answer.code)

    evening(story)


def test_a_wish_whose_note_was_lost_is_asked_again() -> None:
    """A note that never arrived costs time, not the wish."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        tonight.commons.deaf.add("one")
        asking = asyncio.create_task(tonight.two.say(follower, "softer", "receiver"))
        await tonight.renew()
        assert not asking.done()
        tonight.commons.deaf.clear()
        await tonight.renew()
        await tonight.renew()
        assert (await asking).seq is not None

    evening(story)


def test_when_the_owner_dies_another_leads_on() -> None:
    """Within a term and a renewal the survivor leads, where time now is; nothing acknowledged is lost."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        line = follower.listen()
        answer = await tonight.two.say(follower, "softer", "receiver", "mine")
        await owner.tick()
        at_ms = owner.now_ms()
        tonight.kill(tonight.one)
        await tonight.renew(tonight.two)
        await ended(line)
        after = await tonight.two.at(tonight.opened)
        assert not isinstance(after, Follower)
        assert ("running", at_ms + 1_501) == (after.status, after.now_ms())
        assert answer == await tonight.two.say(after, "softer", "receiver", "mine")
        assert (await tonight.two.say(after, "stop", "receiver")).seq is not None
        assert "stopped" == tonight.log()[-1]

    evening(story)


def test_an_owner_alive_is_never_deposed() -> None:
    """As long as it is renewed nobody takes its sessions."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        for _ in range(10):
            tonight.one.clock.pass_ms(1_000)
            await tonight.renew()
        assert follower is await tonight.two.at(tonight.opened)
        assert 1 == tonight.commons.leases[tonight.opened.session].generation

    evening(story)


def test_a_deposed_owner_writes_answers_and_tells_nothing() -> None:
    """Back from a long sleep it finds its lease gone: no answer, no line, and the log is the other's."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        tonight.kill(tonight.one)
        await tonight.renew(tonight.two)
        await until(lambda: tonight.commons.leases[tonight.opened.session].server == "two")
        log = tonight.log()
        tonight.commons.deaf.add("one")  # it has not heard yet
        tonight.commons.apart.clear()
        line = owner.listen()
        with pytest.raises(LeaseLost):
            await tonight.one.say(owner, "softer", "receiver")
        assert line.empty()
        assert log == tonight.log()
        await ended(line)
        tonight.commons.deaf.clear()
        await tonight.renew()
        assert isinstance(await tonight.one.at(tonight.opened), Follower)

    evening(story)


def test_a_deposed_owner_that_hears_of_it_gives_way_at_once() -> None:
    """The note that another has taken the session ends its lines, and its pages come back to follow."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        line = owner.listen()
        tonight.one.clock.pass_ms(2_000)
        await tonight.renew(tonight.two)
        await ended(line)
        await tonight.renew()
        again = await tonight.one.at(tonight.opened)
        assert isinstance(again, Follower)
        assert "two" == again.lease.server

    evening(story)


def test_a_server_that_is_asked_to_end_hands_over_at_once() -> None:
    """Nobody waits for a term when the owner says goodbye."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        line = follower.listen()
        await tonight.one.sessions.close()
        await ended(line)
        after = await tonight.two.at(tonight.opened)
        assert not isinstance(after, Follower)
        assert "running" == after.status

    evening(story)


@pytest.mark.parametrize("whose", ["owner", "follower"])
def test_a_server_that_cannot_reach_the_database_for_a_term_leads_nothing(whose: str) -> None:
    """Since another may lead by then, its lines end; the pages lead themselves and look for a server."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        server, here = (tonight.one, owner) if whose == "owner" else (tonight.two, follower)
        line = here.listen()
        tonight.commons.apart.add(server.name)
        await server.sessions.renew()
        assert line.empty()
        assert server.sessions._renewed_s is not None
        server.sessions._renewed_s -= server.peers.term_s
        await server.sessions.renew()
        await ended(line)
        with pytest.raises(StoreError):
            await server.at(tonight.opened)
        tonight.commons.apart.clear()
        await tonight.renew()
        assert "running" == (await server.at(tonight.opened)).status

    evening(story)


def test_forgetting_at_any_server_leaves_nothing_at_any() -> None:
    """The answer no, given to the server that only follows, ends the session everywhere and leaves nothing of it."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        line = owner.listen()
        gone: list[str] = []

        async def farewell(session: str) -> None:
            gone.append(session)

        tonight.one.sessions.before_letting_go(farewell)
        await tonight.two.sessions.forget(tonight.opened.session)
        await ended(line)
        assert ((), {}) == (tonight.commons.held.sessions(), tonight.commons.leases)
        assert [tonight.opened.session] == gone
        for server in (tonight.one, tonight.two):
            assert await server.sessions.find(tonight.opened.session) is None

    evening(story)


def test_what_another_server_leads_is_not_swept() -> None:
    """However old it is, a session that some server leads is not forgotten; one that nobody leads is."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        idle = await tonight.one.sessions.open(WISHES, "en")
        await tonight.one.sessions._let_go(idle.session)
        tonight.one.clock.pass_ms(UNANSWERED_MS + 60_000)
        tonight.one.peers.renew()
        spared = await tonight.two.sessions._spared()
        ports = tonight.two.sessions._ports
        assert 1 == await asyncio.to_thread(forget_unanswered, ports, spared)
        assert [tonight.opened.session] == [one.id for one in tonight.commons.held.sessions()]

    evening(story)


def test_whoever_is_connected_at_another_server_is_here() -> None:
    """A phone at the following server counts as present, and is away when it leaves or its server dies."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        await follower.arrive("receiver")
        await until(lambda: "receiver" in owner.view().present)
        await follower.depart("receiver")
        await until(lambda: "receiver" not in owner.view().present)
        await follower.arrive("receiver")
        await until(lambda: "receiver" in owner.view().present)
        tonight.kill(tonight.two)
        await tonight.renew(tonight.one)
        await until(lambda: "receiver" not in owner.view().present)

    evening(story)


def test_what_a_page_has_played_at_another_server_takes_the_owner_along() -> None:
    """Nobody is ever behind what two people have heard, whichever server they ask."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        played_ms = owner.now_ms() + 7_000
        await follower.catch_up(played_ms)
        await until(lambda: owner.now_ms() >= played_ms)
        await until(lambda: follower.now_ms() >= played_ms)

    evening(story)


def test_a_session_nobody_knows_is_none_at_any_server() -> None:
    """A wrong id or a wrong secret opens nothing anywhere."""

    async def story(tonight: Evening, owner: Conductor, follower: Conductor) -> None:
        assert await tonight.two.sessions.find("none") is None
        assert await tonight.two.sessions.admit(tonight.opened.session, "wrong") is None
        assert tonight.two.sessions.running() is None

    evening(story)
