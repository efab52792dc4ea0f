"""The addresses for what else there could be: another plan, other wishes, both of you, a hug."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

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

WISHES: dict[str, Any] = {
    "minutes": 20,
    "health": {"answered": "none", "conditions": []},
    "tense": [{"area": "shoulders", "side": "right", "level": 3}],
}
FEVER = {"health": {"answered": "something", "conditions": ["fever-ill"]}}


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """Give a client of a server."""
    app = make_app(Ports(MemoryStore(), SystemClock(), RandomIds(), FakeSpeech()))
    with serving(app) as address, patient.Client(base_url=address) as client:
        yield client


def steps_of(plan: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Give what is done, where, and for how long."""
    routine = plan["routine"]
    return [(step.get("technique"), step.get("area"), step["duration_s"]) for step in routine["steps"]]


def led(client: httpx.Client, wishes: dict[str, Any]) -> dict[str, Any]:
    """Give the plan of a session opened for some wishes."""
    opened = client.post("/api/sessions", json=wishes).json()
    headers = {"authorization": f"Bearer {opened['token']}"}
    plan: dict[str, Any] = client.get(f"/api/sessions/{opened['session']}/plan", headers=headers).json()
    return plan


def is_led_as_shown(shown: dict[str, Any], routine: dict[str, Any]) -> bool:
    """Tell whether two routines have the same steps; the coach may end one a second later, with a whole stroke."""
    bare = [[{**step, "duration_s": 0, "start_s": 0} for step in one["steps"]] for one in (shown, routine)]
    lengths = [[step["duration_s"] for step in one["steps"]] for one in (shown, routine)]
    return bare[0] == bare[1] and all(abs(one - other) <= 1 for one, other in zip(*lengths, strict=True))


def test_a_seed_gives_another_plan_and_always_the_same(client: httpx.Client) -> None:
    """With a number there is another plan, the same each time; without one there is the best."""
    best, drawn, again = (client.post("/api/plan", json=WISHES | {"seed": seed}).json() for seed in (0, 7, 7))
    assert steps_of(drawn) == steps_of(again)
    assert steps_of(best) != steps_of(drawn)
    assert (0, 7, 7) == (best["seed"], drawn["seed"], drawn["routine"]["seed"])
    assert any("7" in note for note in drawn["notes"])
    assert 422 == client.post("/api/plan", json=WISHES | {"seed": -1}).status_code


@pytest.mark.parametrize("seed", [0, 7, 123])
def test_the_session_leads_the_plan_that_was_shown(client: httpx.Client, seed: int) -> None:
    """Opened with the wishes of a plan, its number among them, a session leads that plan to the last step."""
    wishes = WISHES | {"seed": seed}
    shown = client.post("/api/plan", json=wishes).json()["routine"]
    routine = led(client, wishes)["routine"]
    assert is_led_as_shown(shown, routine)
    assert seed == routine["seed"]


def test_what_if_says_what_would_change(client: httpx.Client) -> None:
    """With ten more minutes each place has its seconds before and after, and the plan is the one for these wishes."""
    then = WISHES | {"minutes": 30}
    found = client.post("/api/plan/what-if", json={"now": WISHES, "then": then}).json()
    assert client.post("/api/plan", json=then).json() == found["plan"]
    assert 1200 == sum(share["before_s"] for share in found["shares"])
    assert 1800 == sum(share["after_s"] for share in found["shares"])
    shoulders = next(share for share in found["shares"] if share["id"] == "shoulders")
    assert shoulders["after_s"] > shoulders["before_s"] > 0
    assert "shoulders" in shoulders["why"]
    assert all(share["label"] for share in found["shares"])
    assert all(isinstance(text, str) and text for text in (*found["comes"], *found["goes"]))


def test_what_if_nothing_changes_nothing(client: httpx.Client) -> None:
    """For the same wishes nothing comes, nothing goes, and every place keeps its seconds."""
    found = client.post("/api/plan/what-if", json={"now": WISHES, "then": WISHES}).json()
    assert ([], []) == (found["comes"], found["goes"])
    assert all(share["before_s"] == share["after_s"] for share in found["shares"])


def test_asked_at_once_the_answers_are_the_same(client: httpx.Client) -> None:
    """Several plans made at the same time are those made one after the other: solving shares nothing."""
    asked = [{"now": WISHES, "then": WISHES | {"minutes": minutes}} for minutes in (15, 18, 25)]
    alone = [client.post("/api/plan/what-if", json=one).json() for one in asked]
    with ThreadPoolExecutor(len(asked)) as pool:
        together = list(pool.map(lambda one: client.post("/api/plan/what-if", json=one).json(), asked))
    assert alone == together


def test_what_if_they_were_ill(client: httpx.Client) -> None:
    """An answer that forbids a rub is answered as it is elsewhere."""
    found = client.post("/api/plan/what-if", json={"now": WISHES, "then": WISHES | FEVER}).json()
    assert not found["not_tonight"]["emergency"]


@pytest.mark.parametrize("sent", [{}, {"now": WISHES}, [], {"now": WISHES, "then": WISHES, "x": 1}])
def test_half_a_question_is_refused(client: httpx.Client, sent: object) -> None:
    """Both wishes have to be there, and nothing else."""
    assert 422 == client.post("/api/plan/what-if", json=sent).status_code


def test_wishes_that_clash_are_named(client: httpx.Client) -> None:
    """Three minutes and tense shoulders cannot both be had; without either there is nothing to name."""
    wishes = WISHES | {"minutes": 3}
    clash = client.post("/api/plan/clash", json=wishes).json()["clash"]
    assert {"minutes", "tense"} == {one["field"] for one in clash}
    assert any("15" in one["text"] for one in clash)
    assert any("the shoulders, right" in one["text"] for one in clash)
    for fewer in (wishes | {"minutes": 15}, wishes | {"tense": []}):
        assert [] == client.post("/api/plan/clash", json=fewer).json()["clash"]


@pytest.mark.parametrize("path", ["/api/plan", "/api/sessions"])
def test_where_nothing_can_be_planned_one_wish_can_be_dropped(client: httpx.Client, path: str) -> None:
    """With every place left alone the problem names what to drop, and dropping any one of it gives a plan."""
    wishes = {"avoid": [{"area": "whole-back"}, {"area": "shoulders"}, {"area": "neck-base"}]}
    problem = client.post(path, json=wishes)
    assert (422, "application/problem+json") == (problem.status_code, problem.headers["content-type"])
    clash = problem.json()["clash"]
    assert clash
    for one in clash:
        kept = [place for index, place in enumerate(wishes["avoid"]) if index != one["index"]]
        assert client.post(path, json={"avoid": kept}).status_code in {200, 201}


def test_both_get_one(client: httpx.Client) -> None:
    """Forty minutes are two plans of eighteen; each is what a session with those wishes leads."""
    other = WISHES | {"tense": [{"area": "waist", "side": "both", "level": 2}]}
    swap = client.post("/api/swap", json={"one": WISHES, "other": other, "minutes": 40}).json()
    assert (18, 240, "one") == (swap["minutes_each"], swap["change_s"], swap["begins"])
    first = led(client, WISHES | {"minutes": 18, "swap": True})
    second = led(client, other | {"minutes": 18, "swap": False})
    assert is_led_as_shown(swap["first"]["routine"], first["routine"])
    assert is_led_as_shown(swap["second"]["routine"], second["routine"])
    assert not is_led_as_shown(swap["first"]["routine"], second["routine"])


def test_a_coin_may_decide_who_begins(client: httpx.Client) -> None:
    """An odd number lets the other begin, with their own plan first."""
    swap = client.post("/api/swap", json={"one": WISHES, "other": {}, "minutes": 40, "toss": 1}).json()
    assert "other" == swap["begins"]
    assert swap["first"]["routine"]["steps"] != swap["second"]["routine"]["steps"]


def test_an_ill_one_of_two_is_named(client: httpx.Client) -> None:
    """It is said whose evening it is not."""
    swap = client.post("/api/swap", json={"one": WISHES, "other": WISHES | FEVER, "minutes": 40}).json()
    assert ("other", False) == (swap["whose"], swap["not_tonight"]["emergency"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"minutes": 8}, "9 or more"),
        ({"minutes": 999}, "or less"),
        ({"minutes": "40"}, "whole number"),
        ({"x": 1}, "x"),
    ],
)
def test_an_evening_that_cannot_be_shared_is_refused(
    client: httpx.Client, change: dict[str, object], said: str
) -> None:
    """Too few minutes for two, too many, or none at all, are answered with what to write."""
    problem = client.post("/api/swap", json={"one": WISHES, "other": {}, "minutes": 40} | change)
    assert 422 == problem.status_code
    assert said in str(problem.json())


def test_a_hug_is_a_lesson(client: httpx.Client) -> None:
    """It comes as a few sentences with the hands of it, also where the wishes say a hug; it is not planned."""
    lesson = client.post("/api/hug", json={"intention": "comfort", "position": "hug"}).json()
    assert len(lesson["points"]) >= 5
    assert all(lesson["points"])
    assert (60, "hug-rub") == (lesson["most_s"], lesson["path"]["technique"])
    assert 422 == client.post("/api/plan", json={"position": "hug"}).status_code
    assert "not_tonight" in client.post("/api/hug", json=FEVER).json()


def test_a_plan_says_what_it_guesses_and_what_more_time_would_bring(client: httpx.Client) -> None:
    """Guesses are told as whole sentences, the five more minutes as one."""
    plan = client.post("/api/plan", json=WISHES | {"intention": "closeness"}).json()
    assert any("closeness" in text for text in plan["guesses"])
    assert all(not text[0].islower() and text.endswith(".") for text in (*plan["guesses"], plan["with_five_more"]))


def test_a_break_and_a_turn_are_called_what_they_are(client: httpx.Client) -> None:
    """Past three quarters of an hour there is a break; lying on one side, a turn over."""
    wishes = {"health": {"answered": "none"}}
    long = client.post("/api/plan", json=wishes | {"minutes": 60}).json()
    aside = client.post("/api/plan", json=wishes | {"minutes": 30, "position": "side-lying"}).json()
    named = [[step["label"] for step in plan["routine"]["steps"] if step["kind"] == "turn"] for plan in (long, aside)]
    assert "a break" in named[0]
    assert "turn over" in named[1]
