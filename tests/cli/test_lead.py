"""`backrub lead` leads a routine that compose wrote, to its end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run


@pytest.fixture(scope="module")
def routine() -> str:
    """Give a routine of five minutes as JSON."""
    return run("compose", "--minutes", "5", "--json").out


def test_a_composed_routine_is_led_to_its_end(routine: str) -> None:
    """On a virtual clock a rub of five minutes takes five minutes, is said in order, and finishes."""
    led = run("lead", "-", "--fast", "--json", given=routine)
    lines = [json.loads(line) for line in led.out.splitlines()]
    times = [line["at_ms"] for line in lines]
    events = {line["event"]: line["at_ms"] for line in lines if line["kind"] == "event"}
    assert 0 == led.code
    assert sorted(times) == times
    assert 300_000 == events["finished"] - events["first-touch"]


def test_hands_come_once_it_was_said_that_they_do(routine: str) -> None:
    """Nobody says ready: the first touch is some ten seconds after the last line, and nothing is said over it."""
    led = run("lead", "-", "--fast", "--json", given=routine)
    lines = [json.loads(line) for line in led.out.splitlines()]
    touch_ms = next(line["at_ms"] for line in lines if line.get("event") == "first-touch")
    spoken_ms = [line["at_ms"] for line in lines if line["kind"] == "cue" and "say" in line]
    before_ms = [at_ms for at_ms in spoken_ms if at_ms < touch_ms]
    assert 9_000 <= touch_ms - before_ms[-1] <= 12_000
    assert touch_ms <= spoken_ms[len(before_ms)]
    assert "any key" not in led.out


def test_each_cue_says_shows_or_asks_and_aims(routine: str) -> None:
    """Every cue has words; what the hands aim at names technique, area, side, pressure and pace."""
    led = run("lead", "-", "--fast", "--json", given=routine)
    cues = [line for line in map(json.loads, led.out.splitlines()) if line["kind"] == "cue"]
    assert all(next(line[kind] for kind in ("say", "show", "ask") if kind in line) for line in cues)
    targets = [line["target"] for line in cues if "target" in line]
    assert targets
    assert all({"technique", "area", "side", "pressure", "pace_cm_per_s"} <= target.keys() for target in targets)


def test_without_json_it_is_read_by_people(routine: str) -> None:
    """A pipe gets times and sentences."""
    led = run("lead", "-", "--fast", given=routine)
    assert 0 == led.code
    assert all(line.split()[0].replace(":", "").isdigit() for line in led.out.splitlines())


@pytest.mark.parametrize(
    "text", ["", "not json", "[]", "{}", '{"format": 2}', '{"format": 1, "title": "x", "steps": [{}]}']
)
def test_what_is_no_routine_is_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    """A file that cannot be led ends with exit code 2 and what to do instead."""
    file = tmp_path / "odd.json"
    file.write_text(text)
    refused = run("lead", str(file), "--fast", "--json")
    assert (2, "") == (refused.code, refused.out)
    assert refused.err


def test_a_missing_file_is_named() -> None:
    """A file that is not there is named, with exit code 2."""
    refused = run("lead", "nowhere.json", "--fast")
    assert 2 == refused.code
    assert "nowhere.json" in refused.err


SPINE = "for: 4 min on a mat\nwarm up\n  3 min  effleurage, whole back\nwork\n  1 min  gutter glide, spine, heels\n"


def test_what_could_hurt_is_shown_and_not_led() -> None:
    """A text is checked first: the finding stands there with its line and carets, and no cue is given."""
    refused = run("lead", "-", "--fast", "--json", given=SPINE)
    assert (1, "") == (refused.code, refused.out)
    assert "standard input:5:24: error RUB101" in refused.err
    assert "^^^^^" in refused.err
    assert "backrub explain RUB" in refused.err


def test_what_was_acknowledged_with_a_reason_is_shown_and_led() -> None:
    """Somebody said why; that is repeated, and the rub is led."""
    body = SPINE.replace("spine, heels", "beside the spine, heels, pressure 3 to 8")
    text = f"{body}  allow RUB116: she asks for it\n"
    led = run("lead", "-", "--fast", "--json", given=text)
    assert 0 == led.code
    assert "acknowledged: she asks for it" in led.err
    assert led.out


def test_what_is_only_unkind_is_shown_and_led() -> None:
    """A warning is said before the first cue, and stops nobody."""
    led = run("lead", "-", "--fast", "--json", given="for: 3 min\nwarm up\n  3 min  effleurage, whole back\n")
    assert 0 == led.code
    assert "warning RUB" in led.err
    assert led.out


def test_a_plan_that_could_hurt_is_not_led(routine: str) -> None:
    """JSON is checked as text is; the finding names the step."""
    plan = json.loads(routine)
    index = next(index for index, step in enumerate(plan["steps"]) if step["kind"] == "stroke")
    plan["steps"][index]["pressure"] = [8, 9]
    refused = run("lead", "-", "--fast", "--json", given=json.dumps(plan))
    assert (1, "") == (refused.code, refused.out)
    assert f"standard input:{index + 1}:1: error RUB116" in refused.err


def test_a_hug_is_not_led() -> None:
    """It is read beforehand, and says so."""
    refused = run("lead", "hug-for-someone-sad", "--fast")
    assert (2, "") == (refused.code, refused.out)
    assert "learnt, not led" in refused.err
