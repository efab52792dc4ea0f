"""The addresses of written routines: library, checking, help, and leading what somebody wrote."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from backrub.adapters.clock import SystemClock
from backrub.adapters.ids import RandomIds
from backrub.adapters.memory_store import MemoryStore
from backrub.app.ports import Ports
from backrub.web.application import make_app
from backrub.wire.mapping import read
from backrub.wire.schemas import SHAPES
from tests import patient
from tests.fakes.speech import FakeSpeech
from tests.web.serving import serving
from tests.web.talking import WISHES, Page

GENTLE = "for: 3 min on a mat, with oil\nwarm up\n  3 min  effleurage, whole back, palms, pressure 2 to 1\n"
SPINE = "work\n  3 min  petrissage, along the spine, palms, pressure 3\n"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Give a server."""
    with serving(make_app(Ports(MemoryStore(), SystemClock(), RandomIds(), FakeSpeech()))) as address:
        yield address


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    """Give a client of the server."""
    with patient.Client(base_url=address) as client:
        yield client


def test_the_library_is_listed_and_read(client: httpx.Client) -> None:
    """Each routine on the list can be had as text, and nothing else can."""
    listed = client.get("/api/routines").json()["routines"]
    assert 14 <= len(listed)
    assert all(one["title"] and one["about"] for one in listed)
    text = client.get(f"/api/routines/{listed[-1]['name']}").json()["text"]
    assert f"title: {listed[-1]['title']}" in text
    assert 404 == client.get("/api/routines/nothing").status_code
    assert 404 == client.get("/api/routines/..%2f..%2fREADME").status_code


def test_a_text_is_checked(client: httpx.Client) -> None:
    """Findings have code, place and words; the steps know their lines; colours come along."""
    checked = client.post("/api/routines/check", json={"text": SPINE}).json()
    spine = next(one for one in checked["findings"] if one["slug"] == "pressing-on-the-spine")
    assert (2, "error", "unsafe") == (spine["line"], spine["severity"], spine["fix"])
    assert SPINE.split("\n")[1][spine["column"] - 1 : spine["end_column"] - 1] in "along the spine"
    assert not checked["whole"]
    assert [2, 3, 8, "time"] in checked["tokens"]


def test_what_is_whole_has_its_steps_with_their_names(client: httpx.Client) -> None:
    """The ribbon has what it needs: start, name and pressure of each step, and the line it is on."""
    checked = client.post("/api/routines/check", json={"text": GENTLE}).json()
    assert checked["whole"]
    assert [3] == checked["lines"]
    assert (180, "long strokes") == (checked["stated_s"], checked["routine"]["steps"][0]["label"])


def test_a_text_is_laid_out_and_mended(client: httpx.Client) -> None:
    """Format changes the layout only; mending changes the rub only when told so."""
    laid_out = client.post("/api/routines/format", json={"text": "work\n3 min petrissage"}).json()
    assert {"text": "work\n  3 min    petrissage\n", "count": 1} == laid_out
    safe = client.post("/api/routines/mend", json={"text": SPINE, "profile": "safe"}).json()
    unsafe = client.post("/api/routines/mend", json={"text": SPINE, "profile": "safe", "unsafe": True}).json()
    assert (SPINE, 0) == (safe["text"], safe["count"])
    assert "along the spine" not in unsafe["text"]


def test_a_line_is_completed_and_explained(client: httpx.Client) -> None:
    """At the cursor there are ways on and a page; a rule has its own."""
    text = "work\n  3 min  petrissage, sh"
    offers = client.post("/api/routines/complete", json={"text": text, "line": 2, "column": 25}).json()["offers"]
    assert ("shoulders", 22) == (offers[0]["text"], offers[0]["column"])
    page = client.post("/api/routines/help", json={"text": text, "line": 2, "column": 12}).json()["page"]
    assert "**petrissage**" in page
    rule = client.get("/api/rules/RUB101").json()
    assert rule["code"] == "RUB101"
    assert "Why:" in rule["page"]
    assert 404 == client.get("/api/rules/RUB000").status_code


def test_one_finding_is_mended_and_the_others_are_left(client: httpx.Client) -> None:
    """Whoever agrees with one proposal gets that one; a finding that is gone mends nothing."""
    text = "work\n  2 min  kneading, sholders, thums\n"
    place = {"code": "RUB401", "line": 2, "column": 20}
    assert {"text": text.replace("sholders", "shoulders"), "count": 1} == client.post(
        "/api/routines/mend", json={"text": text, **place}
    ).json()
    elsewhere = client.post("/api/routines/mend", json={"text": text, **place, "column": 1}).json()
    assert {"text": text, "count": 0} == elsewhere


def test_a_line_has_paths(client: httpx.Client) -> None:
    """The map beside the text shows the hands of the line the cursor is in."""
    drawn = client.post("/api/routines/paths", json={"text": GENTLE, "line": 3}).json()
    assert 1 == len(drawn["paths"])
    assert set(drawn["step_paths"]) == set(drawn["paths"])
    assert {"landmarks", "areas", "zones"} <= set(drawn["atlas"])
    assert ([], []) == (drawn["marks"], drawn["kept_off"])
    head = "keep off: mole, 4 cm right, 22 cm down, 2 cm across\nkeep off: waist, left\n"
    kept = client.post("/api/routines/paths", json={"text": head + GENTLE, "line": 5}).json()
    assert [{"kind": "mole", "x_mm": 40, "y_mm": 220, "radius_mm": 10}] == kept["marks"]
    assert ["waist:left"] == kept["kept_off"]
    again = client.post("/api/routines/paths", json={"text": GENTLE, "line": 3, "back": drawn["back"]}).json()
    assert (drawn["back"], None) == (again["back"], again["atlas"])
    tall = {"text": GENTLE, "line": 3, "back": drawn["back"], "body": {"stature_mm": 1950.0}}
    theirs = client.post("/api/routines/paths", json=tall).json()
    assert drawn["atlas"]["frame"]["u_mm"] < theirs["atlas"]["frame"]["u_mm"]


def test_a_plan_becomes_text(client: httpx.Client) -> None:
    """The routine of the plan page, names and all, can be had as text that checks well."""
    routine = client.post("/api/plan", json=WISHES).json()["routine"]
    text = client.post("/api/routines/text", json=routine).json()["text"]
    checked = client.post("/api/routines/check", json={"text": text}).json()
    assert checked["whole"]
    assert [] == [one for one in checked["findings"] if one["severity"] != "info"]
    assert routine["duration_s"] == checked["routine"]["duration_s"]


def test_what_somebody_wrote_is_led(client: httpx.Client, address: str) -> None:
    """A session opens as from wishes: it has a plan, cues, and the written steps."""
    text = client.get("/api/routines/wake-up").json()["text"]
    answer = client.post("/api/routines/lead", json={"text": text, "talk": "quiet"})
    assert 201 == answer.status_code
    opened = answer.json()
    plan = client.get(
        f"/api/sessions/{opened['session']}/plan", headers={"authorization": f"Bearer {opened['token']}"}
    ).json()
    written = client.post("/api/routines/check", json={"text": text}).json()["routine"]
    assert [step["label"] for step in written["steps"]] == [step["label"] for step in plan["routine"]["steps"]]
    page = Page(address, opened)
    page.ask("start")
    page.close()


@pytest.mark.parametrize("text", [SPINE, "", "title: x\nfor: 3 min in a hug\nopen\n  3 min  hug\n"])
def test_what_could_hurt_is_not_led(client: httpx.Client, text: str) -> None:
    """The answer is a problem that says what stands in the way."""
    answer = client.post("/api/routines/lead", json={"text": text})
    assert (422, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    "body", [{}, {"text": 3}, {"text": "x", "profile": "mean"}, {"text": "x", "x": 1}, [], {"text": "x" * 300_001}]
)
def test_what_is_no_text_is_refused(client: httpx.Client, body: object) -> None:
    """A wrong field is named; a text beyond all measure is not read."""
    answer = client.post("/api/routines/check", json=body)
    assert (422, "application/problem+json") == (answer.status_code, answer.headers["content-type"])


def test_a_text_too_long_is_a_finding(client: httpx.Client) -> None:
    """Up to a little over the limit of the notation the reader itself says that it is too long."""
    checked = client.post("/api/routines/check", json={"text": "# long\n" * 40_000}).json()
    assert checked["routine"] is None
    assert [1] == [one["line"] for one in checked["findings"]]


def test_only_texts_may_be_long(client: httpx.Client) -> None:
    """Other requests keep their small limit."""
    assert 413 == client.post("/api/plan", json={"x": "x" * 70_000}).status_code
    assert 413 == client.post("/api/routines/check", json={"text": "x" * 1_100_000}).status_code


@pytest.mark.parametrize("path", ["check", "format", "mend", "text", "lead"])
def test_answers_fit_their_shapes(client: httpx.Client, path: str) -> None:
    """What the description promises of an address is what comes."""
    shapes = {"check": "checked", "format": "mended", "mend": "mended", "text": "text", "lead": "session-opened"}
    routine = client.post("/api/routines/check", json={"text": GENTLE}).json()["routine"]
    answer = client.post(f"/api/routines/{path}", json=routine if path == "text" else {"text": GENTLE}).json()
    if path == "check":
        answer["routine"] = None  # its steps are wider than the room's own: tests of the plan hold them to it
    read(SHAPES[shapes[path]], answer, path)
