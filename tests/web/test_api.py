"""The addresses of the evening before it begins, and of a session's plan and clips."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from backrub.adapters.clock import SystemClock
from backrub.adapters.ids import RandomIds
from backrub.adapters.memory_store import MemoryStore
from backrub.app.ports import Ports
from backrub.web.application import make_app
from tests import patient
from tests.fakes.speech import FakeSpeech
from tests.web.serving import serving
from tests.web.talking import WISHES, open_session


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


def test_the_first_page_gets_what_it_needs(client: httpx.Client) -> None:
    """Defaults, choices, limits and the voice come in one answer that no cache keeps."""
    start = client.get("/api/start")
    assert "no-store" == start.headers["cache-control"]
    fields = start.json()
    assert (15, [3, 90], None, 1.0) == (
        fields["defaults"]["minutes"],
        fields["limits"]["minutes"],
        fields["running"],
        fields["rate"],
    )
    assert all(choice["label"] for choice in fields["health"])
    assert 200 == client.get(f"/api/speech/{fields['voice']['sample']}.wav").status_code


def test_the_pages_get_their_sentences(client: httpx.Client) -> None:
    """The English sentences come as Fluent text; a language that is not there is said so."""
    words = client.get("/api/words/en")
    assert words.headers["content-type"].startswith("text/plain")
    assert "app-name = backrub" in words.text
    assert 404 == client.get("/api/words/xx").status_code


def test_the_map_follows_the_body(client: httpx.Client) -> None:
    """A taller person has a longer back; every area has a name."""
    short, tall = (client.get("/api/atlas", params={"stature_cm": cm}).json() for cm in (150, 190))
    assert short["frame"]["u_mm"] < tall["frame"]["u_mm"]
    assert set(tall["areas"]) <= set(tall["labels"])


def test_what_is_computed_is_sent_compressed(client: httpx.Client) -> None:
    """The map of a body, like the pages' own files, costs a slow network a third of what it says."""
    atlas = client.get("/api/atlas", headers={"accept-encoding": "gzip"})
    assert "gzip" == atlas.headers["content-encoding"]
    assert int(atlas.headers["content-length"]) * 3 < len(atlas.content)


def test_a_plan_has_times_names_and_reasons(client: httpx.Client) -> None:
    """Each step of a plan says when it starts, what it is called and why it is there."""
    plan = client.post("/api/plan", json=WISHES).json()
    steps = plan["routine"]["steps"]
    assert 600 == sum(step["duration_s"] for step in steps) == plan["routine"]["duration_s"]
    assert sorted(step["start_s"] for step in steps) == [step["start_s"] for step in steps]
    assert all(step["label"] for step in steps)
    assert all(step["why"] for step in steps if step["duration_s"])
    assert len(plan["preparations"]) >= 5


def test_an_emergency_is_answered_without_a_plan(client: httpx.Client) -> None:
    """A red flag gives words and no plan, also where a session would be opened."""
    wishes = WISHES | {"health": {"answered": "something", "conditions": ["emergency"]}}
    planned, opened = client.post("/api/plan", json=wishes), client.post("/api/sessions", json=wishes)
    assert (200, 422) == (planned.status_code, opened.status_code)
    assert planned.json()["not_tonight"] == opened.json()["not_tonight"]
    assert "application/problem+json" == opened.headers["content-type"]
    assert planned.json()["not_tonight"]["emergency"]
    assert all(planned.json()["not_tonight"]["texts"])


@pytest.mark.parametrize(
    ("wishes", "field"),
    [
        ({"minutes": 2}, "minutes"),
        ({"glide": "water"}, "glide"),
        ({"tense": [{"area": "knee"}]}, "tense"),
        ({"x": 1}, "x"),
    ],
)
def test_wishes_that_cannot_be_read_are_named(client: httpx.Client, wishes: dict[str, object], field: str) -> None:
    """A problem lists each field that is wrong, with a message."""
    for path in ("/api/plan", "/api/sessions"):
        problem = client.post(path, json=wishes)
        assert (422, "application/problem+json") == (problem.status_code, problem.headers["content-type"])
        assert field in {error["field"] for error in problem.json()["errors"]}
        assert all(error["message"] for error in problem.json()["errors"])


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 422),
        (b"[]", "application/json", 422),
        (b"minutes=15", "application/x-www-form-urlencoded", 415),
    ],
)
def test_what_is_not_json_is_refused(client: httpx.Client, content: bytes, kind: str, status: int) -> None:
    """Broken JSON and plain forms are problems, not faults."""
    problem = client.post("/api/plan", content=content, headers={"content-type": kind})
    assert (status, "application/problem+json") == (problem.status_code, problem.headers["content-type"])


def test_the_plan_of_a_session_needs_its_token(client: httpx.Client, address: str) -> None:
    """With the token come paths for the strokes and clips for what may be said; without it nothing."""
    opened = open_session(address)
    path = f"/api/sessions/{opened['session']}/plan"
    assert 403 == client.get(path).status_code
    assert 403 == client.get(path, headers={"authorization": "Bearer wrong"}).status_code
    plan = client.get(path, headers={"authorization": f"Bearer {opened['token']}"}).json()
    assert len(plan["routine"]["steps"]) == len(plan["step_paths"])
    assert {key for key in plan["step_paths"] if key} == set(plan["paths"])
    assert plan["clips"]
    clip = client.get(f"/api/speech/{plan['clips'][0]}.wav")
    assert (200, "audio/wav") == (clip.status_code, clip.headers["content-type"])
    assert "immutable" in clip.headers["cache-control"]


@pytest.mark.parametrize("clip", ["0" * 64, "short", "../../etc/passwd"])
def test_only_what_the_coach_says_can_be_heard(client: httpx.Client, clip: str) -> None:
    """A clip the coach did not give out is not there."""
    assert client.get(f"/api/speech/{clip}.wav").status_code in {404, 422}


def test_keeping_is_yes_or_no(client: httpx.Client, address: str) -> None:
    """Anything but true or false is refused, and changes nothing."""
    opened = open_session(address)
    headers = {"authorization": f"Bearer {opened['token']}"}
    keep = f"/api/sessions/{opened['session']}/keep"
    assert 422 == client.post(keep, json={"keep": "maybe"}, headers=headers).status_code
    assert 204 == client.post(keep, json={"keep": True}, headers=headers).status_code


def test_everything_is_described(client: httpx.Client) -> None:
    """The description names every address with its shapes, and every reference in it leads somewhere."""
    description = client.get("/api/openapi.json").json()
    known = {f"#/components/schemas/{name}" for name in description["components"]["schemas"]}
    assert set(_references(description)) <= known
    for path, methods in description["paths"].items():
        for operation in methods.values():
            status, done = next(one for one in operation["responses"].items() if one[0].startswith("2"))
            assert ("content" in done) == (status != "204"), path
            assert operation["summary"]


def test_an_unknown_address_is_a_problem(client: httpx.Client) -> None:
    """What is not there is said in problem JSON, also under the API."""
    for path in ("/api/nothing", "/nothing.html"):
        missing = client.get(path)
        assert (404, "application/problem+json") == (missing.status_code, missing.headers["content-type"])


def _references(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [one for inner in value.values() for one in _references(inner)]
    return [one for inner in value for one in _references(inner)] if isinstance(value, list) else []
