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
