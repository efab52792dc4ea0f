"""The addresses of the two people: the health screen, person cards, and what a kept session teaches."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from backrub.adapters.card_files import CardFiles
from backrub.adapters.clock import SystemClock
from backrub.adapters.ids import RandomIds
from backrub.adapters.no_cards import NoCards
from backrub.adapters.sqlite_store import SQLiteStore
from backrub.app.ports import Ports
from backrub.errors import NotTonight
from backrub.person import CONDITIONS, Avoid, Card, Health, card_text, care_for
from backrub.web.application import make_app
from backrub.wire import person as shapes
from backrub.wire.mapping import read
from tests import patient
from tests.fakes.speech import FakeSpeech
from tests.web.serving import serving
from tests.web.talking import WISHES, Page, open_session

CARD = Card(firmness="soft", avoid=(Avoid("waist"),), free_of=("nuts",), position="seated")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the data folder of the server."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Give a server whose cards and sessions are on disk."""
    store = SQLiteStore(folder / "backrub.sqlite3")
    ports = Ports(store, SystemClock(40), RandomIds(), FakeSpeech(), cards=CardFiles(folder))
    with serving(make_app(ports)) as address:
        yield address
    store.close()


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    """Give a client of the server."""
    with patient.Client(base_url=f"{address}/api") as client:
        yield client


def shown(client: httpx.Client, card: Card = CARD) -> dict[str, Any]:
    """Give a card as pages show it."""
    fields: dict[str, Any] = client.post("/card/read", json={"text": card_text(card)}).json()
    return fields


def everything(folder: Path) -> bytes:
    """Give every byte in the data folder."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def refused(condition: str) -> bool | None:
    """Tell whether an answer is an emergency that forbids a rub; None where it forbids none."""
    try:
        care_for(Health("something", (condition,)))
    except NotTonight as refusal:
        return refusal.emergency
    return None


def test_the_screen_asks_every_row_and_says_what_follows(client: httpx.Client) -> None:
    """Each row of the table is one question with words, actions and what it does to tonight, as the domain has it."""
    screen = client.get("/screen").json()
    told = read(shapes.ScreenJson, screen, "the screen")
    rows = {one.id: one for group in told.groups for one in group.conditions}
    assert sorted(CONDITIONS) == sorted(rows)
    assert set(told.on_line) <= set(rows)
    for name, row in rows.items():
        assert row.label
        assert row.says
        assert [one.id for one in row.actions] == list(CONDITIONS[name]["action"])
        assert refused(name) == (None if row.tonight else row.emergency)


def test_an_emergency_is_said_in_two_sentences_at_most(client: httpx.Client) -> None:
    """Who needs help now is not kept reading."""
    rows = [one for group in client.get("/screen").json()["groups"] for one in group["conditions"]]
    emergencies = [one for one in rows if one["emergency"]]
    assert len(emergencies) >= 5
    assert [] == [one["says"] for one in emergencies if one["says"].count(". ") + one["says"].endswith(".") > 2]
    assert max(one["rank"] for one in emergencies) < min(one["rank"] for one in rows if not one["emergency"])


def test_a_card_is_read_from_its_text(client: httpx.Client) -> None:
    """The answer has the card, the same text, a picture that is drawn here, and no learnt beliefs yet."""
    answer = shown(client)
    told = read(shapes.CardShownJson, answer, "a card")
    assert (CARD, card_text(CARD), []) == (told.card, told.text, told.learnt)
    assert told.picture.startswith("data:image/svg+xml")


@pytest.mark.parametrize("text", ["", "hello", "backrub-card 9;00000000", card_text(CARD)[:-1]])
def test_what_is_no_card_is_said_so(client: httpx.Client, text: str) -> None:
    """A wrong text is a problem that says what to do, and no fault."""
    problem = client.post("/card/read", json={"text": text})
    assert (422, "application/problem+json") == (problem.status_code, problem.headers["content-type"])
    assert problem.json()["errors"][0]["message"]


def test_a_card_fills_the_wishes(client: httpx.Client) -> None:
    """What the card says stands in the wishes; tonight's own wishes go before it; health answers do not come back."""
    wishes = {"minutes": 30, "position": "side-lying", "health": {"answered": "something", "conditions": ["pregnant"]}}
    filled = client.post("/card/wishes", json={"wishes": wishes, "card": shown(client)["card"]}).json()["wishes"]
    assert (30, "side-lying", True, True) == (
        filled["minutes"],
        filled["position"],
        filled["soft"],
        filled["nut_allergy"],
    )
    assert [{"area": "waist", "side": "both"}] == filled["avoid"]
    assert {"answered": "unanswered", "conditions": []} == filled["health"]
    assert 422 == client.post("/card/wishes", json={"wishes": wishes}).status_code


def test_a_card_is_made_of_wishes_without_a_word_of_health(client: httpx.Client) -> None:
    """What lasts is on the card, and nothing of the health answers."""
    wishes = {"firm": True, "latex": True, "health": {"answered": "something", "conditions": ["pregnant"]}}
    made = client.post("/card/of", json={"wishes": wishes}).json()
    assert ("firm", ["latex"]) == (made["card"]["firmness"], made["card"]["free_of"])
    assert "pregnant" not in str(made)


def test_what_is_stated_stands_in_place_of_what_was_learnt(client: httpx.Client) -> None:
    """Softer on the shoulders is believed at once, can be changed, and can be forgotten."""
    card = shown(client)["card"]
    for said, way in (("softer", "softer"), ("firmer", "firmer"), ("as-planned", "same")):
        answer = client.post("/card/said", json={"card": card, "said": said, "area": "shoulders"}).json()
        assert [("pressure", "shoulders", way)] == [(one["kind"], one["of"], one["way"]) for one in answer["learnt"]]
        card = answer["card"]
    more = client.post("/card/said", json={"card": card, "said": "more", "technique": "petrissage"}).json()
    assert [("liking", "petrissage", "more")] == [
        (one["kind"], one["of"], one["way"]) for one in more["learnt"] if one["kind"] == "liking"
    ]
    assert all(one["text"] and one["label"] for one in more["learnt"])
    gone = client.post("/card/said", json={"card": card, "said": "forget", "area": "shoulders"}).json()
    assert [] == gone["learnt"]


@pytest.mark.parametrize(
    "said",
    [
        {"said": "softer"},
        {"said": "softer", "area": "shoulders", "technique": "petrissage"},
        {"said": "softer", "technique": "petrissage"},
        {"said": "more", "area": "shoulders"},
        {"said": "softer", "area": "elbow"},
        {"said": "shouted", "area": "shoulders"},
    ],
)
def test_what_cannot_be_stated_is_refused(client: httpx.Client, said: dict[str, str]) -> None:
    """Of an area one says how firm, of a stroke whether more of it; of anything else nothing."""
    assert 422 == client.post("/card/said", json={"card": shown(client)["card"]} | said).status_code


def test_a_card_is_kept_changed_and_forgotten_to_the_last_byte(client: httpx.Client, folder: Path) -> None:
    """A kept card is listed and changed; after it is forgotten no byte of it is in the data folder."""
    card = shown(client)["card"]
    kept = client.post("/cards", json={"name": " Plum-tree ", "card": card})
    assert (201, "Plum-tree") == (kept.status_code, kept.json()["name"])
    path = f"/cards/{kept.json()['id']}"
    assert kept.json() in client.get("/cards").json()["cards"]
    assert b"Plum-tree" in everything(folder)
    changed = client.put(path, json={"name": "Pear-tree", "card": card | {"firmness": "firm"}}).json()
    assert ("Pear-tree", "firm") == (changed["name"], changed["shown"]["card"]["firmness"])
    assert b"Plum-tree" not in everything(folder)
    assert 204 == client.delete(path).status_code
    assert b"Pear-tree" not in everything(folder)
    assert [404, 404] == [
        client.delete(path).status_code,
        client.put(path, json={"name": "x", "card": card}).status_code,
    ]
    assert [] == client.get("/cards").json()["cards"]


@pytest.mark.parametrize(
    "body",
    [
        {"name": "", "card": {}},
        {"name": "x" * 41, "card": {}},
        {"name": "x", "card": {"position": "hug"}},
        {"name": "x", "card": {"avoid": [{"area": "knee", "side": "both"}]}},
        {"name": "x", "card": {"health": "fine"}},
        {"name": "x"},
    ],
)
def test_a_card_that_cannot_be_kept_is_refused(client: httpx.Client, body: dict[str, object]) -> None:
    """A wrong name or field is a problem, and nothing is kept."""
    assert 422 == client.post("/cards", json=body).status_code
    assert [] == client.get("/cards").json()["cards"]


HOSTILE: list[dict[str, object]] = [
    {"likes": {"pressed": [{"area": "shoulders", "total": 0, "answers": 10**400}], "liked": []}},
    {"likes": {"pressed": [{"area": "shoulders", "total": 1e300, "answers": 1}], "liked": []}},
    {"likes": {"pressed": [], "liked": [{"technique": "petrissage", "pro": -1, "contra": 0}]}},
    {"marks": [{"kind": "mole", "x_mm": 1e308, "y_mm": 0, "radius_mm": 20}]},
    {"marks": [{"kind": "mole", "x_mm": 0, "y_mm": 0, "radius_mm": 0.2}]},
    {"avoid": [{"area": "waist:both,waist", "side": "both"}]},
    {"language": "en;firm=soft"},
    {"language": "\ud800"},
    {"free_of": ["nuts", "water"]},
]


@pytest.mark.parametrize("card", HOSTILE)
@pytest.mark.parametrize("path", ["/card/show", "/cards", "/card/said", "/card/wishes"])
def test_a_hostile_card_is_refused_everywhere(client: httpx.Client, path: str, card: dict[str, object]) -> None:
    """Figures no life holds, marks off the back and text that plays at being fields are problems, never faults."""
    body = {"card": card, "name": "x", "said": "softer", "area": "shoulders", "wishes": {}}
    wanted = {"/card/show": ["card"], "/cards": ["name", "card"], "/card/wishes": ["wishes", "card"]}
    sent = {name: body[name] for name in wanted.get(path, ["card", "said", "area"])}
    assert 422 == client.post(path, content=json.dumps(sent), headers={"content-type": "application/json"}).status_code


@pytest.mark.parametrize(
    "text",
    [
        "backrub-card 1;\ud800;00000000",
        "backrub-card 1;" + "p=shoulders:1:" + "9" * 1900,
        "backrub-card 1;\u0000",
        "backrub-card " + "9" * 3000,
        "backrub-card 1;" * 400,
    ],
)
def test_a_hostile_text_is_refused(client: httpx.Client, text: str) -> None:
    """Broken signs, endless figures and endless texts are problems, never faults."""
    sent = json.dumps({"text": text})
    answer = client.post("/card/read", content=sent, headers={"content-type": "application/json"})
    assert 422 == answer.status_code


def test_kept_cards_stay_on_their_machine(folder: Path) -> None:
    """Whoever comes over a network sees no kept card, though plans are made for them."""
    app = make_app(
        Ports(SQLiteStore(folder / "other.sqlite3"), SystemClock(), RandomIds(), FakeSpeech(), cards=CardFiles(folder)),
        loopback=False,
    )
    transport = httpx.ASGITransport(app=app, client=("192.0.2.7", 1234))

    async def ask() -> list[int]:
        async with httpx.AsyncClient(transport=transport, base_url="http://192.0.2.1:8765/api") as stranger:
            answers = [await stranger.get("/screen"), await stranger.get("/cards"), await stranger.delete("/cards/a")]
            return [answer.status_code for answer in answers]

    assert [200, 403, 403] == asyncio.run(ask())


def test_a_server_of_many_households_says_that_it_keeps_none(folder: Path, client: httpx.Client) -> None:
    """Where no card can be kept the list says so, so that no page offers it; all else can be done with a card."""
    assert client.get("/cards").json()["keeps"] is True
    ports = Ports(SQLiteStore(folder / "many.sqlite3"), SystemClock(), RandomIds(), FakeSpeech(), cards=NoCards())
    with serving(make_app(ports)) as many, patient.Client(base_url=f"{many}/api") as guest:
        assert {"cards": [], "keeps": False} == guest.get("/cards").json()
        assert card_text(CARD) == shown(guest)["text"]
        assert 400 <= guest.post("/cards", json={"name": "A", "card": shown(guest)["card"]}).status_code
    ports.store.close()


def led(address: str, client: httpx.Client, said: str) -> tuple[str, dict[str, str]]:
    """Lead a session up to a stroke, say something of it, end, and give its address and its key."""
    opened = open_session(address, WISHES)
    page = Page(address, opened)
    page.ask("start")
    page.ask("ready")
    page.hear("view", lambda view: view["step"] is not None and view["played_ms"] > 0)
    page.ask(said, by="receiver")
    page.ask("stop")
    page.close()
    return f"/sessions/{opened['session']}", {"authorization": f"Bearer {opened['token']}"}


def test_a_kept_session_teaches_the_card_it_was_led_with(address: str, client: httpx.Client) -> None:
    """What the receiver said changes their kept card once, and nothing before the session is kept."""
    kept = client.post("/cards", json={"name": "A", "card": shown(client)["card"]}).json()["id"]
    path, key = led(address, client, "softer")
    assert 422 == client.post(f"{path}/learnt", json={"card": kept}, headers=key).status_code
    assert 204 == client.post(f"{path}/keep", json={"keep": True}, headers=key).status_code
    assert 403 == client.post(f"{path}/learnt", json={"card": kept}).status_code
    first = client.post(f"{path}/learnt", json={"card": kept}, headers=key).json()
    again = client.post(f"{path}/learnt", json={"card": kept}, headers=key).json()
    assert (kept, first) == (first["id"], again)
    assert ["softer"] == [one["said"] for one in _pressures(first["shown"])]
    assert first["shown"] == next(one for one in client.get("/cards").json()["cards"] if one["id"] == kept)["shown"]
    assert 404 == client.post(f"{path}/learnt", json={"card": "nobody"}, headers=key).status_code
    client.delete(f"/cards/{kept}")


def test_without_a_card_the_answer_is_a_new_one_that_lies_nowhere(address: str, client: httpx.Client) -> None:
    """Somebody new sees what was learnt, and nothing is kept until they say so."""
    path, key = led(address, client, "firmer")
    client.post(f"{path}/keep", json={"keep": True}, headers=key)
    told = client.post(f"{path}/learnt", json={"card": None}, headers=key).json()
    assert told["id"] is None
    assert ["firmer"] == [one["said"] for one in _pressures(told["shown"])]
    assert [] == client.get("/cards").json()["cards"]


def test_no_leaves_nothing_to_learn_from(address: str, client: httpx.Client, folder: Path) -> None:
    """After no there is no session, so no card learns from it."""
    path, key = led(address, client, "softer")
    assert 204 == client.post(f"{path}/keep", json={"keep": False}, headers=key).status_code
    assert 403 == client.post(f"{path}/learnt", json={"card": None}, headers=key).status_code
    assert path.rpartition("/")[2].encode() not in everything(folder)


def test_a_learnt_card_changes_the_next_plan(client: httpx.Client) -> None:
    """Firmness learnt of a place is in the wishes a card fills, and the plan presses there by a point more or less."""

    def peak(said: str) -> float:
        blank = shown(client, Card())["card"]
        card = client.post("/card/said", json={"card": blank, "said": said, "area": "shoulders"}).json()["card"]
        filled = client.post("/card/wishes", json={"wishes": {}, "card": card}).json()["wishes"]
        steps = client.post("/plan", json=WISHES | {"likes": filled["likes"]}).json()["routine"]["steps"]
        strokes = [step for step in steps if step["kind"] == "stroke" and step.get("area") == "shoulders"]
        return max(float(max(step["pressure"])) for step in strokes)

    assert peak("softer") < peak("as-planned")


def _pressures(card: dict[str, Any]) -> list[dict[str, str]]:
    return [{"said": "softer" if one["total"] < 0 else "firmer"} for one in card["card"]["likes"]["pressed"]]
