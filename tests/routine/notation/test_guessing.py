"""A slip is answered with the name it was meant for, for exactly the words that name would stand for."""

from __future__ import annotations

import pytest

from backrub.check import check_written, fixed
from backrub.routine.notation import Problem, read_written
from backrub.routine.notation.guessing import did_you_mean


def slips(text: str) -> list[tuple[str, str | None]]:
    """Give what stands at each unknown word, with what it may have meant."""
    lines = text.split("\n")
    return [(lines[one.span.line - 1][one.span.column - 1 : one.span.end - 1], meant(one)) for one in problems(text)]


def problems(text: str) -> tuple[Problem, ...]:
    """Give the unknown words of a text."""
    return tuple(one for one in read_written(text).problems if one.message.id.startswith("notation-unknown"))


def meant(problem: Problem) -> str | None:
    """Give what a word may have meant."""
    args = dict(problem.hint.args) if problem.hint is not None else {}
    return str(args["meant"]) if "meant" in args else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 min efleurage, hole back", [("efleurage", "effleurage"), ("hole back", "whole back")]),
        ("1 min knead the rihgt sholder blade", [("rihgt", "right"), ("sholder blade", "shoulder blade")]),
        ("1 min kneading, betwen the blades", [("betwen the blades", "between the blades")]),
        ("1 min kneding sholders", [("kneding", "kneading"), ("sholders", "shoulders")]),
        ("1 min caress, presure 3 to 5", [("presure", "pressure")]),
        ("hold 2 tendr spots, 60 s", [("tendr spots", "tender spots")]),
        ("1 min caress, shoulderblades", [("shoulderblades", "shoulder blades")]),
        ("1 min caress, xyzzy plugh, sholders", [("xyzzy plugh", None), ("sholders", "shoulders")]),
        ("1 min caress, qqq sholders zzz", [("qqq", None), ("sholders", "shoulders"), ("zzz", None)]),
        ("1 min caress, big back", [("big", None)]),
        ("wrok", [("wrok", "work")]),
        ("aftrecare", [("aftrecare", "aftercare")]),
        ("for: 20 min on a matt, wiht oil", [("matt", "mat"), ("wiht oil", "with oil")]),
        (
            "receiver: blod thiners, 24 weks pregnant",
            [("blod thiners", "blood thinners"), ("weks pregnant", "weeks pregnant")],
        ),
        ("reciever: fever", [("reciever", "receiver")]),
    ],
)
def test_each_slip_finds_its_word_and_leaves_the_others_alone(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    """What is proposed stands for the words that are marked, neither more nor fewer."""
    assert expected == slips(text)


def test_a_figure_without_its_unit_is_asked_for_one() -> None:
    """A number that says nothing is told so, unless a slip beside it says why."""
    (bare,) = problems("1 mn caress")
    assert bare.hint is not None
    assert "notation-hint-figure" == bare.hint.id
    assert ["presure"] == [said for said, _ in slips("1 min caress, presure 3 to 5")]


def test_mending_slips_writes_what_was_meant() -> None:
    """A whole line of slips comes right at once, without a word lost or doubled."""
    slipped = "work\n  3 min knead the rihgt sholder blade, betwen the blades, presure 2 to 4  # mine\n"
    mended = "work\n  3 min knead the right shoulder blade, between the blades, pressure 2 to 4  # mine\n"
    found = [one for one in check_written(read_written(slipped)) if one.slug == "unknown-word"]
    assert mended == fixed(slipped, found, unsafe=True).text


@pytest.mark.parametrize(
    ("said", "expected"), [("sholders", "shoulders"), ("nuckles", "knuckles"), ("xyzzy", None), ("ab", None)]
)
def test_the_nearest_word_is_proposed(said: str, expected: str | None) -> None:
    """And none where nothing is near, nor for words too short to tell."""
    assert expected == did_you_mean("step", said)
