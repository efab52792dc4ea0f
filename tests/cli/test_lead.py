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
