"""`backrub compose` writes a routine that other programs can read, or says what was wrong with the wish."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run, run_process


def test_a_routine_adds_up_to_its_minutes() -> None:
    """The JSON has the shape other programs rely on, and its steps add up exactly."""
    composed = run_process("compose", "--minutes", "10", "--json")
    routine = json.loads(composed.out)
    assert (0, 1, 600) == (composed.code, routine["format"], routine["duration_s"])
    assert 600 == sum(step["duration_s"] for step in routine["steps"])
    for name in ("title", "position", "surface", "lubricant", "optimal"):
        assert name in routine
    for step in routine["steps"]:
        assert {"kind", "phase", "duration_s"} <= step.keys()
        if step["kind"] in {"stroke", "hold"}:
            assert {"technique", "area", "side", "contact", "pressure", "why", "reasons"} <= step.keys()


def test_lay_names_are_understood() -> None:
    """A place may be called what people call it, with its side before it or after."""
    wanted = run("compose", "--minutes", "20", "--tense", "shoulders:right=3", "--avoid", "lower-back", "--json")
    spoken = run("compose", "--minutes", "20", "--tense", "Right Shoulder=3", "--avoid", "low back", "--json")
    assert (0, wanted.out) == (spoken.code, spoken.out)


def test_a_file_is_written_and_said_so(tmp_path: Path) -> None:
    """With -o the routine is in the file and nothing is printed for machines."""
    out = tmp_path / "tonight.json"
    composed = run("compose", "--minutes", "5", "-o", str(out))
    assert (0, 300, "") == (composed.code, json.loads(out.read_text())["duration_s"], composed.out)
    assert "tonight.json" in composed.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--minutes", "2"), "3 to 90"),
        (("--minutes", "10", "--tense", "sholders"), "Did you mean 'shoulders'"),
        (("--minutes", "10", "--tense", "shoulders:wrong"), "left"),
        (("--minutes", "10", "--tense", "shoulders=9"), "3 (very)"),
        (("--minutes", "10", "--avoid", "elbow pit"), "no place"),
        (("--minutes", "10", "--glide", "oill"), "Did you mean 'oil'"),
        (("--minutes", "10", "--health", "feverill"), "fever-ill"),
        (("--minutes", "10", "-o", "/nowhere/at/all.json"), "/nowhere/at/all.json"),
        (("--minutes", "ten"), "--minutes"),
    ],
)
def test_a_slip_is_answered_with_what_to_write_instead(arguments: tuple[str, ...], said: str) -> None:
    """What cannot be read ends with exit code 2 and a sentence that helps; nothing goes to machines."""
    slipped = run("compose", *arguments)
    assert (2, "") == (slipped.code, slipped.out)
    assert said in slipped.err


def test_a_health_answer_that_forbids_a_rub_is_answered_kindly() -> None:
    """No routine, exit code 1, and words instead of an id."""
    refused = run("compose", "--minutes", "15", "--health", "fever-ill", "--json")
    assert (1, "") == (refused.code, refused.out)
    assert "not-tonight" not in refused.err
    assert len(refused.err.split()) > 5


def test_a_number_gives_a_liked_plan_again(tmp_path: Path) -> None:
    """The number of a plan stands in its JSON, and in its text as a note."""
    drawn = json.loads(run("compose", "--minutes", "20", "--seed", "7", "--json").out)
    again = json.loads(run("compose", "--minutes", "20", "--seed", str(drawn["seed"]), "--json").out)
    assert (7, drawn) == (drawn["seed"], again)
    text = tmp_path / "liked.rub"
    assert 0 == run("compose", "--minutes", "20", "--seed", "7", "-o", str(text)).code
    assert "plan 7" in text.read_text()


def test_both_get_one(tmp_path: Path) -> None:
    """Both halves are equally long; the other one's wishes come from a file, and each half goes into its own."""
    wishes = tmp_path / "other.json"
    wishes.write_text(json.dumps({"tense": [{"area": "waist", "level": 3}]}))
    swap = json.loads(run("compose", "--minutes", "40", "--swap", "--other", str(wishes), "--json").out)
    assert ("one", 18, 1080, 1080) == (
        swap["begins"],
        swap["minutes_each"],
        swap["first"]["duration_s"],
        swap["second"]["duration_s"],
    )
    assert swap["first"]["steps"] != swap["second"]["steps"]
    out = tmp_path / "tonight.rub"
    assert 0 == run("compose", "--minutes", "40", "--swap", "-o", str(out)).code
    assert {"tonight-first.rub", "tonight-second.rub"} == {path.name for path in tmp_path.glob("*.rub")}


def test_a_hug_is_written_as_a_lesson(tmp_path: Path) -> None:
    """A hug is a few points to read; it becomes no routine."""
    lesson = json.loads(run("compose", "--minutes", "10", "--position", "hug", "--json").out)
    assert len(lesson["points"]) >= 5
    assert all(point["text"] for point in lesson["points"])
    written = tmp_path / "hug.txt"
    assert 0 == run("compose", "--minutes", "10", "--position", "hug", "-o", str(written)).code
    assert "1. " in written.read_text()
    assert 2 == run("compose", "--minutes", "10", "--position", "hug", "-o", str(tmp_path / "hug.rub")).code


def test_people_hear_what_could_be_dropped(tmp_path: Path) -> None:
    """Beside a plan that could not meet every wish stand the fewest that clash, and what more minutes would bring."""
    told = run("compose", "--minutes", "3", "--tense", "shoulders=3", "-o", str(tmp_path / "a.json")).err
    assert "drop any one" in told
    assert "With five more minutes" in told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--minutes", "8", "--swap"), "9 or more"),
        (("--minutes", "40", "--swap", "--other", "/nowhere.json"), "/nowhere.json"),
        (("--minutes", "20", "--seed", "-1"), "seed"),
    ],
)
def test_a_slip_about_two_is_answered(arguments: tuple[str, ...], said: str) -> None:
    """Too few minutes for two, a file that is not there, or a number that is none, say what to do instead."""
    slipped = run("compose", *arguments)
    assert (2, "") == (slipped.code, slipped.out)
    assert said in slipped.err
