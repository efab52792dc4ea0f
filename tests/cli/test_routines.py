"""`backrub routines` lists what comes with the coach, prints one of them, and `lead` knows them by name."""

from __future__ import annotations

import json

from backrub.adapters.library import FileLibrary
from tests.cli.running import ROOT, run


def test_the_list_has_minutes_position_and_title() -> None:
    """One line for each routine, the shortest first."""
    lines = run("routines").out.splitlines()
    assert len(FileLibrary().names()) == len(lines)
    assert " 20 min  twenty-minute-classic      prone       The twenty-minute classic" in lines
    assert sorted(lines, key=lambda line: int(line.split()[0])) == lines


def test_the_list_is_json_for_programs() -> None:
    """Each routine has its fields by name."""
    listed = json.loads(run("routines", "--json").out)
    fields = {"name", "title", "minutes", "position", "surface", "lubricant"}
    assert [fields] == list({frozenset(one): set(one) for one in listed}.values())


def test_one_routine_is_printed() -> None:
    """As the text it is, or as JSON that adds up."""
    text = (ROOT / "routines" / "wake-up.rub").read_text(encoding="utf-8")
    assert text == run("routines", "wake-up").out
    routine = json.loads(run("routines", "wake-up", "--json").out)
    assert routine["duration_s"] == sum(step["duration_s"] for step in routine["steps"])


def test_an_unknown_name_is_wrong_usage() -> None:
    """A slip ends with a sentence that says where the names are."""
    slipped = run("routines", "wakeup")
    assert (2, "") == (slipped.code, slipped.out)
    assert "backrub routines" in slipped.err


def test_a_routine_is_led_by_its_name() -> None:
    """What is no file here may be one of the library."""
    led = run("lead", "five-minutes-after-work", "--fast", "--json")
    assert 0 == led.code
    assert any("clothed-rub" in line for line in led.out.splitlines())
    assert 2 == run("lead", "no-such-routine", "--fast").code
