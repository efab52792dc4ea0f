"""`backrub format` lays out routines, and text and JSON go both ways on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run, run_process

UNTIDY = "title: x\n3 min   Effleurage,whole back # kind\nwork\n1 min kneading,right\n"
TIDY = "title: x\n\n3 min    effleurage, whole back  # kind\nwork\n  1 min    kneading, right\n"


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    """Give a file that wants laying out."""
    path = tmp_path / "untidy.rub"
    path.write_text(UNTIDY, encoding="utf-8")
    return path


def test_a_file_is_laid_out_once(untidy: Path) -> None:
    """The file is changed, said so, and left alone the second time."""
    first, second = (run("format", str(untidy)) for _ in range(2))
    assert (0, "", TIDY) == (first.code, first.out, untidy.read_text(encoding="utf-8"))
    assert "untidy.rub" in first.err
    assert (0, "", "") == (second.code, second.out, second.err)


def test_check_and_diff_write_nothing(untidy: Path) -> None:
    """Both end with exit code 1 where something would change; the difference is printed."""
    checked, shown = run("format", "--check", str(untidy)), run("format", "--diff", str(untidy))
    assert (1, "") == (checked.code, checked.out)
    assert "untidy.rub" in checked.err
    assert 1 == shown.code
    assert "-1 min kneading,right\n+  1 min    kneading, right\n" in shown.out
    assert UNTIDY == untidy.read_text(encoding="utf-8")
    run("format", str(untidy))
    assert [(0, ""), (0, "")] == [
        (each.code, each.out) for each in (run("format", flag, str(untidy)) for flag in ("--check", "--diff"))
    ]


def test_standard_input_is_printed() -> None:
    """A dash reads one routine and prints it, and changes nothing on disk."""
    assert (0, TIDY) == ((done := run("format", "-", given=UNTIDY)).code, done.out)


def test_a_line_that_cannot_be_read_stops_it(tmp_path: Path) -> None:
    """Where a line has no shape the file is left alone, with exit code 2 and the place."""
    path = tmp_path / "odd.rub"
    path.write_text("1 min caress\nallow this: x\n", encoding="utf-8")
    done = run("format", str(path))
    assert (2, "", "1 min caress\nallow this: x\n") == (done.code, done.out, path.read_text(encoding="utf-8"))
    assert "odd.rub:2:" in done.err
    assert "^" in done.err


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"x" * 300_000])
def test_what_is_no_text_of_a_routine_is_refused(tmp_path: Path, content: bytes) -> None:
    """Bytes that are no text and texts beyond 256 kB end with exit code 2 and a sentence."""
    path = tmp_path / "odd.rub"
    path.write_bytes(content)
    done = run("format", str(path))
    assert (2, "") == (done.code, done.out)
    assert "odd.rub" in done.err


def test_text_and_json_go_both_ways(tmp_path: Path) -> None:
    """A composed routine written as text is the same JSON, step by step, and JSON is printed as that text."""
    text, data = tmp_path / "tonight.rub", tmp_path / "tonight.json"
    for path in (text, data):
        assert 0 == run("compose", "--minutes", "20", "--tense", "shoulders:right=3", "-o", str(path)).code
    back = json.loads(run("format", "--json", str(text)).out)
    direct = json.loads(data.read_text(encoding="utf-8"))
    assert [direct[key] for key in ("title", "duration_s", "cap")] == [
        back[key] for key in ("title", "duration_s", "cap")
    ]
    for mine, other in zip(direct["steps"], back["steps"], strict=True):
        assert {key: part for key, part in mine.items() if key != "reasons"} == {
            key: part for key, part in other.items() if key != "reasons"
        }
    assert text.read_text(encoding="utf-8") == run("format", str(data)).out


def test_a_routine_as_text_is_led(tmp_path: Path) -> None:
    """Text is led like JSON: the same cues at the same times."""
    text, data = tmp_path / "tonight.rub", tmp_path / "tonight.json"
    for path in (text, data):
        run("compose", "--minutes", "5", "-o", str(path))
    by_text, by_json = (run("lead", str(path), "--fast", "--json") for path in (text, data))
    assert (0, by_json.out) == (by_text.code, by_text.out)


def test_every_error_is_shown_before_nothing_is_led() -> None:
    """All that is wrong is said with line, column, caret and proposal, and nothing goes to programs."""
    slipped = run_process(
        "lead", "-", "--fast", "--json", given="1 min efleurage\n2 min caress, sholders\n1 min elbow\n"
    )
    assert (2, "") == (slipped.code, slipped.out)
    for said in ("standard input:1:7:", "“effleurage”?", "standard input:2:15:", "“shoulders”?", ":3:7:", "^^^^^"):
        assert said in slipped.err


def test_a_total_that_is_off_is_said_and_led() -> None:
    """Both numbers are said, and the lines are led."""
    done = run("lead", "-", "--fast", "--json", given="for: 5 min\n4 min effleurage\n")
    assert 0 == done.code
    assert "4:00" in done.err
    assert "5:00" in done.err
    assert done.out
