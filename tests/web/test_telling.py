"""What pages are told of a change: made once for all, whole or what changed, and not kept for who does not read."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from fastapi import WebSocket

from backrub.app.conducting import Conductor
from backrub.app.listening import BEHIND_AT_MOST, Change, Listener
from backrub.app.speaking import Shelf
from backrub.session import Timeline
from backrub.web.house import House
from backrub.web.live import Client
from backrub.web.telling import Hearing, Teller, Tellers
from backrub.wire.live import HelloIn
from backrub.words import Words
from tests.app.rooms import House as Rooms
from tests.app.rooms import settled
from tests.fakes.speech import FakeSpeech

WORDS = Words("en")
PAGE = Hearing("en", patches=True)
OLD_PAGE = Hearing("en")
PHONE = Hearing("en", everything=False, voiced=False, patches=True)


@contextmanager
def teller() -> Iterator[Teller]:
    """Give a teller with a voice."""
    shelf = Shelf(FakeSpeech())
    shelf.find_voice()
    yield Teller(shelf)
    shelf.close()


async def changes(rooms: Rooms, conductor: Conductor, how_many: int) -> list[Change]:
    """Let the receiver say something again and again; give what changed."""
    listener: Listener = conductor.listen()
    told = []
    for _ in range(how_many):
        await rooms.let_pass(conductor, 3)
        await rooms.say(conductor, "just-right", by="receiver")
        await settled()
        while not listener.empty():
            told.append(cast("Change", listener.get_nowait()))
    conductor.unlisten(listener)
    return told


def some_changes(how_many: int = 3) -> list[Change]:
    """Give changes of a session under way; before the first nobody had listened."""
    rooms = Rooms()

    async def run() -> list[Change]:
        sessions = rooms.sessions()
        told = await changes(rooms, await rooms.begun(sessions), how_many)
        await sessions.close()
        return told

    return asyncio.run(run())


def cues_told() -> tuple[Change, Timeline, Timeline]:
    """Give a change of the cues, with the cues before and after it."""
    change = some_changes()[-1]
    assert change.before is not None
    assert change.timeline is not None
    return change, change.before, change.timeline


def test_what_happened_is_told_before_the_cues_that_follow_from_it() -> None:
    """Events and view go out at once, with nothing of the cues; these come next, by themselves."""
    happened, follows = some_changes()[-2:]
    assert (None, None) == (happened.timeline, happened.before)
    assert (None, ()) == (follows.view, follows.entries)
    assert happened.view is not None
    assert follows.timeline is not None
    assert happened.number + 1 == follows.number
    assert happened.entries[-1].seq == happened.view.version == follows.timeline.version


def test_a_change_is_put_into_text_once() -> None:
    """Two pages that hear alike are sent the very same text."""
    change = some_changes()[-2]
    with teller() as one:
        first, second = (one.texts(change, PAGE, WORDS, -1) for _ in range(2))
        assert json.loads(first[0])
        made = one._once(("view", "en"), lambda: "made anew")
        assert first == second
        assert made in first[0]


def test_a_page_is_told_what_changed_in_one_message() -> None:
    """Events and view come as one list, the patch by itself; a page of before gets each, and the whole timeline."""
    happened = some_changes()[-2]
    follows, before, _ = cues_told()
    with teller() as one:
        (text,) = one.texts(happened, PAGE, WORDS, before.version)
        apart = [json.loads(each) for each in one.texts(happened, OLD_PAGE, WORDS, before.version)]
        (patch,) = one.texts(follows, PAGE, WORDS, before.version)
        (whole,) = one.texts(follows, OLD_PAGE, WORDS, before.version)
    assert ["event", "view"] == [next(iter(message)) for message in json.loads(text)]
    assert ["event", "view"] == [next(iter(message)) for message in apart]
    assert ["patch", "timeline"] == [next(iter(json.loads(each))) for each in (patch, whole)]
    assert len(text) + len(patch) < (len(json.dumps(apart)) + len(whole)) / 2


def test_a_page_that_missed_something_is_told_the_whole() -> None:
    """Where it holds another version than the one before, it gets the timeline; where it has it, nothing of it."""
    change, _, timeline = cues_told()
    with teller() as one:
        behind = json.loads(one.texts(change, PAGE, WORDS, 1)[0])
        ahead = one.texts(change, PAGE, WORDS, timeline.version)
    assert timeline.version == behind["timeline"]["version"]
    assert () == ahead


def test_a_slower_page_is_not_told_of_another_change() -> None:
    """Asked for an older change after a newer one, the texts are those of the older."""
    older, newer = (change for change in some_changes()[-4:] if change.timeline is not None)
    with teller() as one:
        held = older.before.version if older.before else -1
        before = one.texts(older, PAGE, WORDS, held)
        one.texts(newer, PAGE, WORDS, older.timeline.version if older.timeline else -1)
        assert before == one.texts(older, PAGE, WORDS, held)


def test_a_phone_is_told_the_view_only() -> None:
    """Neither cues nor log go to the receiver's phone."""
    with teller() as one:
        told = [json.loads(text) for change in some_changes()[-2:] for text in one.texts(change, PHONE, WORDS, -1)]
    assert ["view"] == [next(iter(message)) for message in told]


class StuckSocket:
    """A line whose other side reads nothing until it is let go on."""

    def __init__(self) -> None:
        self.reads = asyncio.Event()
        self.sent: list[str] = []
        self.closed = 0

    async def send_text(self, text: str) -> None:
        """Take a message when the other side reads again."""
        await self.reads.wait()
        self.sent.append(text)

    async def receive_text(self) -> str:
        """Never hear anything."""
        await asyncio.Event().wait()
        return ""

    async def close(self, code: int = 1000) -> None:
        """Note that it was ended."""
        self.closed += 1


def test_a_page_that_does_not_read_holds_up_nobody() -> None:
    """Everybody else is led on; what waits for it is bounded, and then it is let go and may come back."""

    async def run() -> tuple[int, int, int, bool]:
        rooms = Rooms()
        sessions = rooms.sessions()
        conductor = await rooms.begun(sessions)
        shelf = Shelf(FakeSpeech(there=False))
        house = House(rooms.ports, sessions, shelf, Tellers(shelf))
        socket: Any = StuckSocket()
        stuck = Client(cast("WebSocket", socket), house, conductor, "receiver", WORDS, voiced=False)
        hello = HelloIn("token", conductor.record.id, patches=True)
        serving = asyncio.create_task(stuck.serve(hello))
        await settled()
        told = await changes(rooms, conductor, 2 * BEHIND_AT_MOST)
        watched = conductor.watched
        socket.reads.set()
        await settled()
        ends = socket.closed
        serving.cancel()
        await asyncio.wait([serving])
        shelf.close()
        await sessions.close()
        return len(told), len(socket.sent), ends, watched

    told, sent, ends, watched = asyncio.run(run())
    assert told >= 2 * BEHIND_AT_MOST
    assert sent <= BEHIND_AT_MOST + 2
    assert (1, False) == (ends, watched)
