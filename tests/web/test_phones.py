"""A second device joins by a code, may do what its role may, and learns nothing without one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from backrub.app.joining import FREE_TRIES, TRIES_IN_ALL
from backrub.web.joining import files_of
from backrub.web.live import MESSAGES_AT_ONCE, NOT_ADMITTED
from backrub.web.pages import STATIC
from backrub.web.side import LONGEST_FROM_PHONE
from tests import patient
from tests.web.phoning import PHONES, coach, enter, front, join, open_door, pass_of
from tests.web.serving import serving
from tests.web.talking import Page, open_session

WRONG = "AAAAAA"
TOO_LONG = 1009


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Give a coach."""
    with serving(coach()) as address:
        yield address


@pytest.fixture
def opened(address: str) -> dict[str, str]:
    """Give a session of its own."""
    return open_session(address)


def closed_with(address: str, first: dict[str, Any]) -> int:
    """Send one first message and give the code the server closes with."""
    with connect(f"{address.replace('http', 'ws')}/api/live") as socket:
        socket.send(json.dumps(first | {"protocol": 1}))
        with pytest.raises(ConnectionClosed) as ended:
            socket.recv(timeout=patient.WAIT_S)
    assert ended.value.rcvd is not None
    return ended.value.rcvd.code


class Phone(Page):
    """A connected phone, which is told no timeline."""

    def __init__(self, door: dict[str, Any], joined: dict[str, str]) -> None:
        super().__init__(front(door), joined, name="phone")
        self.last["timeline"] = {"version": 0}

    def hear(self, kind: str, fits: Callable[[Any], bool] = lambda _: True) -> dict[str, Any]:
        """Listen; where a page waits for its timeline, a phone has all with its view."""
        return super().hear("view" if kind == "timeline" else kind, fits)


def test_a_phone_joins_by_the_address_in_the_picture(address: str, opened: dict[str, str]) -> None:
    """The picture holds an address in numbers with the code behind the hash, which no server is ever sent."""
    door = open_door(address, opened)
    assert f"http://{PHONES}:{door['port']}/#{door['code']}" == door["url"]
    assert door["picture"].startswith("data:image/svg+xml")
    assert 550 < door["expires_in_s"] <= 600
    joined = join(door)
    assert (opened["session"], "receiver") == (joined["session"], joined["role"])
    assert joined["token"] not in json.dumps(open_door(address, opened, None))


def test_their_tap_changes_what_the_giver_is_told(address: str, opened: dict[str, str]) -> None:
    """Softer on the phone lowers the giver's pressure and is in the giver's next timeline; both see who is here."""
    giver = Page(address, opened)
    giver.ask("start")
    giver.ask("ready")
    door = open_door(address, opened)
    phone = Phone(door, join(door))
    assert ["protocol", "view"] == [next(iter(message)) for message in phone.heard]
    giver.hear("view", lambda view: view["present"] == ["receiver"])
    assert "ack" in phone.ask("softer")
    told = giver.hear("event", lambda event: event["kind"] == "pressure-changed")["event"]
    assert ("receiver", "softer") == (told["by"], told["wish"])
    phone.close()
    giver.hear("view", lambda view: view["present"] == [])
    giver.close()


def test_whoever_watches_may_stop_and_nothing_else(address: str, opened: dict[str, str]) -> None:
    """A watcher's page is told plan and cues without sound; of all wishes only stop and pause are carried out."""
    giver = Page(address, opened)
    giver.ask("start")
    giver.ask("ready")
    door = open_door(address, opened, "watcher")
    watcher = Page(front(door), join(door), name="watcher")
    assert [] == watcher.last["plan"]["clips"]
    assert {None} == {cue["clip"] for cue in watcher.last["timeline"]["cues"]}
    refused = watcher.ask("firmer", by="receiver")
    assert ("not-yours", None) == (refused["code"], refused["clip"])
    assert "ack" in watcher.ask("stop")
    assert "watcher" == giver.hear("view", lambda view: view["status"] == "stopped")["view"]["stopped_by"]
    watcher.close()
    giver.close()


def test_a_second_screen_speaks_for_the_giver(address: str, opened: dict[str, str]) -> None:
    """It may do what the giver's page may."""
    door = open_door(address, opened, "giver")
    screen = Page(front(door), join(door), name="screen")
    assert "giver" == screen.heard[0]["role"]
    assert "ack" in screen.ask("start")
    screen.close()


def test_the_second_listener_serves_the_joining_page_and_nothing_of_the_coach(
    address: str, opened: dict[str, str]
) -> None:
    """No planning, no sessions, no speech, no description; the page is the same for everybody."""
    door = open_door(address, opened)
    with patient.Client(base_url=front(door), headers=pass_of(opened)) as phone:
        page = phone.get("/")
        assert (200, "text/html; charset=utf-8") == (page.status_code, page.headers["content-type"])
        assert opened["session"] not in page.text
        for path in (
            *("/api/start", "/api/atlas", "/api/openapi.json", "/index.html", "/app.js", "/gallery.html"),
            *(f"/api/sessions/{opened['session']}/plan", f"/api/sessions/{opened['session']}/door"),
            *(f"/api/speech/{'0' * 64}.wav", "/views/tonight.js", "/../pages.py", "/docs"),
        ):
            assert 404 == phone.get(path).status_code, path
        assert 404 == phone.post("/api/sessions", json={}).status_code
        assert 200 == phone.get("/api/words/en/phone").status_code
        assert phone.get("/api/words/xx/phone").text == phone.get("/api/words/en/phone").text


def test_every_file_of_the_joining_page_is_served(address: str, opened: dict[str, str]) -> None:
    """What the page names is there, and what only the coach's own pages need is not."""
    door = open_door(address, opened)
    needed = files_of(STATIC)
    with patient.Client(base_url=front(door)) as phone:
        assert {200} == {phone.get(f"/{name}").status_code for name in needed}
    by_its_page = {"join.html", "phone/app.js", "styles/phone.css", "vendor/lit.js"}
    by_others = {"lib/words.js", "phone/receiver.js", "phone/gestures.js", "models/ticker-worker.js", "phone/quiet.mp4"}
    by_a_second_screen = {"views/lead.js", "styles/lead.css", "elements/back-map.js"}
    assert by_its_page | by_others | by_a_second_screen <= needed
    assert needed.isdisjoint({"index.html", "app.js", "views/tonight.js", "views/plan.js", "views/after.js"})


def test_a_pass_is_good_for_its_session_and_door_only(address: str, opened: dict[str, str]) -> None:
    """Neither the first listener nor another session's door takes it, nor does a door take the giver's token."""
    door, other = open_door(address, opened), open_session(address)
    joined, other_door = join(door), open_door(address, other)
    mine = {"token": joined["token"], "session": opened["session"]}
    assert NOT_ADMITTED == closed_with(address, mine)
    assert NOT_ADMITTED == closed_with(front(other_door), mine)
    assert NOT_ADMITTED == closed_with(front(door), mine | {"session": other["session"]})
    assert NOT_ADMITTED == closed_with(front(door), {"token": opened["token"], "session": opened["session"]})
    for path in ("plan", "door"):
        headers = {"authorization": f"Bearer {joined['token']}"}
        assert 403 == patient.get(f"{address}/api/sessions/{opened['session']}/{path}", headers=headers).status_code


def test_guessing_is_slow_and_tells_nothing(address: str, opened: dict[str, str]) -> None:
    """A wrong code, a spent one and one for nobody get the same answer; then one waits, then nobody is let in."""
    door = open_door(address, opened)
    join(door)
    answers = [enter(door, code) for code in (WRONG, door["code"])]
    assert [403, 403] == [answer.status_code for answer in answers]
    assert answers[0].json() == answers[1].json()
    assert 2 == FREE_TRIES
    assert 403 == enter(door, "CCCCCC").status_code
    waiting = enter(door, open_door(address, opened)["code"])
    assert (429, "wait", "2") == (waiting.status_code, waiting.json()["code"], waiting.headers["retry-after"])


def test_many_wrong_codes_lock_the_door_and_the_giver_sees_it(address: str, opened: dict[str, str]) -> None:
    """However many addresses they come from; devices that are inside stay, and a new code unlocks."""
    door = open_door(address, opened)
    phone = Phone(door, join(door))
    fresh = open_door(address, opened)
    for count in range(TRIES_IN_ALL):
        transport = httpx.HTTPTransport(local_address=f"127.0.1.{count + 1}")
        with patient.Client(transport=transport) as guesser:
            guesser.post(f"{front(door)}/join", json={"code": WRONG})
    locked = enter(door, fresh["code"])
    assert (429, "locked") == (locked.status_code, locked.json()["code"])
    headers = pass_of(opened)
    assert patient.get(f"{address}/api/sessions/{opened['session']}/door", headers=headers).json()["locked"]
    assert "seq" in phone.ask("stop")
    phone.close()
    assert "receiver" == join(open_door(address, opened))["role"]


@pytest.mark.parametrize("body", [{}, {"code": 7}, {"code": "A" * 40}, [], "ABC"])
def test_what_is_no_code_is_not_read(address: str, opened: dict[str, str], body: object) -> None:
    """Nonsense is refused before anything is compared."""
    door = open_door(address, opened)
    assert 422 == patient.post(f"{front(door)}/join", json=body).status_code


def test_a_revoked_device_is_sent_away(address: str, opened: dict[str, str]) -> None:
    """Its line ends for good, it does not come in again, and the others stay."""
    door = open_door(address, opened, "watcher")
    gone = join(door)
    kept = Phone(door, join(open_door(address, opened)))
    watcher = Page(front(door), gone)
    path = f"{address}/api/sessions/{opened['session']}/door/passes/{gone['pass']}"
    assert 204 == patient.delete(path, headers=pass_of(opened)).status_code
    with pytest.raises(ConnectionClosed) as ended:
        watcher.hear("never")
    assert ended.value.rcvd is not None
    assert NOT_ADMITTED == ended.value.rcvd.code
    assert NOT_ADMITTED == closed_with(front(door), {"token": gone["token"], "session": opened["session"]})
    assert 404 == patient.delete(path, headers=pass_of(opened)).status_code
    assert "ack" in kept.ask("stop")
    kept.close()


def test_the_door_closes_with_the_session(address: str, opened: dict[str, str]) -> None:
    """Once the people said whether to keep it, devices are sent away and nothing listens there."""
    door = open_door(address, opened)
    phone = Phone(door, join(door))
    keep = f"{address}/api/sessions/{opened['session']}/keep"
    assert 204 == patient.post(keep, json={"keep": False}, headers=pass_of(opened)).status_code
    with pytest.raises(ConnectionClosed) as ended:
        phone.hear("never")
    assert ended.value.rcvd is not None
    assert NOT_ADMITTED == ended.value.rcvd.code
    with pytest.raises(httpx.ConnectError):
        patient.get(front(door))


def test_the_giver_can_close_the_door(address: str, opened: dict[str, str]) -> None:
    """A door opened afterwards knows nobody of before."""
    door = open_door(address, opened)
    join(door)
    path = f"{address}/api/sessions/{opened['session']}/door"
    assert 204 == patient.delete(path, headers=pass_of(opened)).status_code
    with pytest.raises(httpx.ConnectError):
        patient.get(front(door))
    assert 404 == patient.get(path, headers=pass_of(opened)).status_code
    assert [] == open_door(address, opened)["passes"]


def test_only_the_giver_opens_the_door(address: str, opened: dict[str, str]) -> None:
    """Without the giver's token there is no code to be had."""
    path = f"{address}/api/sessions/{opened['session']}/door"
    assert 403 == patient.post(path, json={"role": "receiver"}).status_code
    assert {403} == {patient.request(method, path).status_code for method in ("GET", "DELETE")}
    for body in ({"role": "coach"}, {"port": -1}, {"passes": [{"id": "x", "role": "receiver", "sha256": "y"}]}):
        assert 422 == patient.post(path, json=body, headers=pass_of(opened)).status_code


def test_a_phone_comes_back_to_a_server_that_was_started_anew(address: str, opened: dict[str, str]) -> None:
    """The giver's page remembers port and passes, and so the phone's own pass is good again at the same address."""
    door = open_door(address, opened)
    joined = join(door)
    remembered = open_door(address, opened, None)
    path = f"{address}/api/sessions/{opened['session']}/door"
    assert 204 == patient.delete(path, headers=pass_of(opened)).status_code
    again = open_door(address, opened, None, port=remembered["port"], passes=remembered["passes"])
    assert door["port"] == again["port"]
    assert "code" not in again
    phone = Phone(again, joined)
    assert "receiver" == phone.heard[0]["role"]
    phone.close()


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", PHONES, PHONES + ":1", "evil.example:{port}"])
def test_the_second_listener_goes_by_its_own_addresses_only(address: str, opened: dict[str, str], host: str) -> None:
    """Any other name or port is refused, so that no name can be pointed at it."""
    door = open_door(address, opened)
    assert 421 == patient.get(front(door), headers={"host": host.format(port=door["port"])}).status_code


def test_only_its_own_page_may_use_a_code_or_open_the_socket(address: str, opened: dict[str, str]) -> None:
    """Another origin is refused, the coach's own first listener included."""
    door = open_door(address, opened)
    for origin in ("http://evil.example", address, "null"):
        posted = patient.post(f"{front(door)}/join", json={"code": door["code"]}, headers={"origin": origin})
        assert 403 == posted.status_code
        with pytest.raises(InvalidStatus):
            connect(f"{front(door).replace('http', 'ws')}/api/live", origin=Origin(origin))
    assert "receiver" == join(door)["role"]


def test_neither_codes_nor_passes_are_written_anywhere(
    address: str, opened: dict[str, str], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """No log line and no output carries a secret, whatever is asked."""
    caplog.set_level("DEBUG")
    door = open_door(address, opened)
    joined = join(door)
    enter(door, joined["token"])
    patient.get(f"{front(door)}/?{door['code']}")
    phone = Phone(door, joined)
    phone.ask("stop")
    phone.close()
    said = capfd.readouterr()
    ours = [
        record for record in caplog.records if not record.name.startswith(("httpcore", "httpx", "websockets.client"))
    ]
    text = said.out + said.err + "".join(record.getMessage() for record in ours)
    assert joined["token"] not in text
    assert opened["token"] not in text


def test_a_flood_is_read_slowly_and_a_stop_in_it_counts(address: str, opened: dict[str, str]) -> None:
    """However much one device sends, nothing of it is lost, a stop least of all."""
    door = open_door(address, opened)
    phone = Phone(door, join(door))
    pings = round(MESSAGES_AT_ONCE) + 20
    for count in range(pings):
        phone.socket.send(json.dumps({"ping": count}))
    phone.socket.send(json.dumps({"id": "enough", "at_ms": 0, "seen": 0, "kind": "stop"}))
    phone.hear("ack", lambda name: name == "enough")
    assert list(range(pings)) == [message["pong"] for message in phone.heard if "pong" in message]
    phone.close()


def test_a_message_that_is_too_long_ends_the_line(address: str, opened: dict[str, str]) -> None:
    """A phone has little to say."""
    door = open_door(address, opened)
    phone = Phone(door, join(door))
    phone.socket.send("x" * (LONGEST_FROM_PHONE + 1))
    with pytest.raises(ConnectionClosed) as ended:
        phone.hear("never")
    assert ended.value.rcvd is not None
    assert TOO_LONG == ended.value.rcvd.code


def test_the_picture_is_an_image_of_its_own(address: str, opened: dict[str, str]) -> None:
    """It needs no other file and scales to any size."""
    picture = unquote(open_door(address, opened)["picture"])
    assert "<svg" in picture
    assert "viewBox" in picture
    assert 'width="' not in picture


def test_without_a_network_there_is_a_sentence() -> None:
    """A machine on no network says so instead of showing a code nobody can use."""
    with serving(coach(addresses=())) as alone:
        opened = open_session(alone)
        path = f"{alone}/api/sessions/{opened['session']}/door"
        refused = patient.post(path, json={"role": "receiver"}, headers=pass_of(opened))
    assert 422 == refused.status_code
    assert "no network" in refused.json()["detail"]


def test_of_several_networks_the_giver_chooses_one() -> None:
    """Every address is listed; the picture holds the likeliest, or the one asked for if it is ours."""
    with serving(coach(addresses=(PHONES, "192.168.1.7"))) as several:
        opened = open_session(several)
        door = open_door(several, opened)
        assert [PHONES, "192.168.1.7"] == [urlsplit(url).hostname for url in door["addresses"]]
        chosen = [
            urlsplit(open_door(several, opened, address=one)["url"]).hostname for one in ("192.168.1.7", "1.2.3.4")
        ]
    assert ["192.168.1.7", PHONES] == chosen
