"""The socket of a session: who is let in, what it is told, and that commands do what they say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from backrub.adapters.clock import SystemClock
from backrub.adapters.ids import RandomIds
from backrub.adapters.memory_store import MemoryStore
from backrub.app.ports import Ports
from backrub.web.application import make_app
from backrub.web.live import NOT_ADMITTED, UNREADABLE
from tests import patient
from tests.fakes.speech import FakeSpeech
from tests.web.serving import serving
from tests.web.talking import Page, open_session

RATE = 100


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Give a server that rehearses a hundred times as fast."""
    with serving(make_app(Ports(MemoryStore(), SystemClock(RATE), RandomIds(), FakeSpeech()))) as address:
        yield address


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    """Give a page in a session of its own."""
    page = Page(address, open_session(address))
    yield page
    page.close()


def closed_with(address: str, first: object) -> int:
    """Send one first message and give the code the server closes with."""
    with connect(f"{address.replace('http', 'ws')}/api/live") as socket:
        socket.send(first if isinstance(first, str) else json.dumps(first))
        with pytest.raises(ConnectionClosed) as ended:
            socket.recv(timeout=patient.WAIT_S)
    assert ended.value.rcvd is not None
    return ended.value.rcvd.code


def test_a_page_is_greeted_and_told_everything(page: Page) -> None:
    """After the greeting come plan, view and timeline, once each and in this order."""
    kinds = [next(iter(message)) for message in page.heard]
    assert ["protocol", "plan", "view", "timeline"] == kinds
    assert {"protocol": 1, "role": "giver", "locale": "en", "rate": RATE}.items() <= page.heard[0].items()
    assert "planned" == page.last["view"]["status"]
    assert len(page.last["plan"]["routine"]["steps"]) == len(page.last["view"]["steps"])


@pytest.mark.parametrize("first", ["not json", [], {}, {"token": "x"}, {"token": "x", "session": "y", "protocol": 2}])
def test_a_greeting_that_cannot_be_read_is_not_answered(address: str, first: object) -> None:
    """Whoever does not speak the protocol is closed out."""
    assert UNREADABLE == closed_with(address, first)


def test_a_wrong_token_is_not_let_in(address: str) -> None:
    """Without the session's own token nothing of it is told."""
    opened = open_session(address)
    assert NOT_ADMITTED == closed_with(address, {"token": "wrong", "session": opened["session"], "protocol": 1})
    assert NOT_ADMITTED == closed_with(address, {"token": opened["token"], "session": "another", "protocol": 1})


def test_a_session_is_led_from_start_to_aftercare(page: Page) -> None:
    """Started and ready, a rub of ten minutes runs to its end by itself, every cue in words and in order."""
    assert "ack" in page.ask("start")
    assert "preparing" == page.hear("view", lambda view: view["status"] == "preparing")["view"]["status"]
    page.ask("ready")
    page.hear("view", lambda view: view["status"] == "finished")
    page.hear("timeline", lambda timeline: timeline["version"] >= page.last["view"]["version"])
    events = [message["event"] for message in page.heard if "event" in message]
    assert list(range(2, 2 + len(events))) == [event["seq"] for event in events]  # the plan was the first
    first, last = (next(e for e in events if e["kind"] == kind) for kind in ("first-touch", "finished"))
    assert 600_000 == last["at_ms"] - first["at_ms"]
    assert all(event["recorded_at"] > 0 and event["by"] for event in events)
    timelines = [message["timeline"] for message in page.heard if "timeline" in message]
    for timeline in timelines:
        assert sorted(cue["at_ms"] for cue in timeline["cues"]) == [cue["at_ms"] for cue in timeline["cues"]]
        assert all(cue["text"] for cue in timeline["cues"])


def test_softer_changes_the_very_next_cue(page: Page) -> None:
    """A receiver's word passed on by the giver's page is answered by a lighter target at once."""
    page.ask("start")
    page.ask("ready")
    page.hear("view", lambda view: view["pressure"] >= 3)
    answer = page.ask("softer", by="receiver")
    assert "ack" in answer
    timeline = page.hear("timeline", lambda timeline: timeline["version"] >= answer["seq"])["timeline"]
    said = [cue for cue in timeline["cues"] if "softer" in cue["id"]]
    assert "Lighter." == said[0]["text"]
    assert said[0]["target"]["pressure"] < 3


def test_the_receivers_stop_is_immediate(page: Page) -> None:
    """Stop from the receiver leaves three seconds for the hands and only then one line."""
    page.ask("start")
    page.ask("ready")
    page.ask("stop", by="receiver")
    view = page.hear("view", lambda view: view["status"] == "stopped")["view"]
    assert ("receiver", True) == (view["stopped_by"], view["stop_within_ms"] <= 3000)


def test_a_command_twice_is_one_command(page: Page) -> None:
    """The same id is answered the same and happens once."""
    assert page.ask("start", command="mine") == page.ask("start", command="mine")
    assert 1 == sum("event" in message and message["event"]["kind"] == "session-started" for message in page.heard)


def test_a_refusal_speaks_to_people_and_programs(page: Page, address: str) -> None:
    """A refused command has a code and a sentence, which can be heard as well."""
    refused = page.ask("resume")
    assert "not-started" == refused["code"]
    assert refused["message"].endswith(".")
    assert 200 == patient.get(f"{address}/api/speech/{refused['clip']}.wav").status_code


@pytest.mark.parametrize("more", [{"value": "five"}, {"value": 1000}, {"colour": "red"}, {"by": "coach"}])
def test_a_command_that_cannot_be_read_is_refused(page: Page, more: dict[str, Any]) -> None:
    """A malformed command is refused by its own id, and the line stays open."""
    assert "unreadable" == page.ask("more-minutes", **more)["code"]
    assert page.time() >= 0


def test_what_is_no_command_is_a_problem(page: Page) -> None:
    """Text that is not JSON is answered with a problem, and the line stays open."""
    page.socket.send("what?")
    assert page.hear("problem")["problem"]
    assert page.time() >= 0


def test_two_pages_see_the_same(address: str) -> None:
    """What one page asks for, the other is told."""
    opened = open_session(address)
    one, two = Page(address, opened), Page(address, opened)
    one.ask("start")
    assert "preparing" == two.hear("view", lambda view: view["status"] == "preparing")["view"]["status"]
    one.close()
    two.close()


def test_no_leaves_nothing_and_ends_the_line(address: str) -> None:
    """After the answer no, the page is let go and the token opens nothing."""
    opened = open_session(address)
    page = Page(address, opened)
    headers = {"authorization": f"Bearer {opened['token']}"}
    keep = f"{address}/api/sessions/{opened['session']}/keep"
    assert 204 == patient.post(keep, json={"keep": False}, headers=headers).status_code
    with pytest.raises(ConnectionClosed):
        page.hear("never")
    assert NOT_ADMITTED == closed_with(address, {"token": opened["token"], "session": opened["session"], "protocol": 1})
    assert 403 == patient.post(keep, json={"keep": True}, headers=headers).status_code
