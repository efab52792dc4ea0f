"""What `backrub compose` writes: a routine and what there is to say of it, two halves of an evening, or a lesson."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import typer

from backrub.app.alternatives import Swapped, clash_of, hug_for, swap_rubs
from backrub.app.planning import Planned
from backrub.cli.routines import ENDING
from backrub.cli.showing import console, show_routine
from backrub.cli.writing import write_file
from backrub.compose import Lesson
from backrub.errors import UsageError
from backrub.person import Wishes
from backrub.routine import Routine, message
from backrub.routine.notation import text_of
from backrub.wire.alternatives import clash_to_json
from backrub.wire.plan import five_more
from backrub.wire.routine import routine_to_json
from backrub.wire.wishes import wishes_from_json
from backrub.words import Words

__all__ = ["wishes_in", "write_lesson", "write_plan", "write_swap"]

FORMAT = 1
HALVES = ("first", "second")


def write_plan(planned: Planned, asked: Wishes, *, as_json: bool, out: Path | None) -> None:
    """Write a plan: JSON to a file or a program, text to a file of that ending, and a table to people."""
    if out is not None:
        _write_routine(out, planned.routine)
    if out is None and (as_json or not sys.stdout.isatty()):
        typer.echo(_json(routine_to_json(planned.routine, Words("en"))))
    else:
        _show(planned, asked)


def _show(planned: Planned, asked: Wishes) -> None:
    """Print a plan for people: its steps, what could be dropped where wishes clash, and what more time would bring."""
    words, target = Words("en"), console()
    show_routine(planned.routine)
    if planned.routine.gave_way:
        clash = clash_to_json(clash_of(asked), asked, words)["clash"]
        if clash:
            named = "; ".join(one["text"] for one in clash)
            target.print(words.text(message("cli-clash", count=len(clash), wishes=named)))
    if more := five_more(planned, words):
        target.print(words.text(message("cli-five-more", what=more)))


def wishes_in(path: Path) -> Wishes:
    """Read wishes from a file, in the shape the server takes.

    Raises:
        UsageError: It cannot be read, or holds no wishes.
    """
    try:
        data: object = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"cannot be read ({error.strerror})", str(path), "Name a file of wishes") from error
    except ValueError as error:
        raise UsageError("is not JSON", str(path), 'Write wishes such as {"tense": [{"area": "waist"}]}') from error
    return wishes_from_json(data)


def write_swap(one: Wishes, other: Wishes, *, as_json: bool, out: Path | None) -> None:
    """Plan for both, and write it: two files with `-o`, else JSON for programs and two tables for people."""
    swapped = swap_rubs(one, other, one.minutes, one.seed or None)
    halves = (swapped.first.routine, swapped.second.routine)
    if out is not None:
        for name, routine in zip(HALVES, halves, strict=True):
            _write_routine(out.with_stem(f"{out.stem}-{name}"), routine)
    if out is None and (as_json or not sys.stdout.isatty()):
        typer.echo(_json(_swap_json(swapped)))
        return
    words = Words("en")
    told = message("cli-swap", change=swapped.change_s // 60, first=swapped.begins, minutes=swapped.minutes_each)
    console().print(words.text(told))
    for routine in halves:
        show_routine(routine)


def _swap_json(swapped: Swapped) -> dict[str, Any]:
    words = Words("en")
    return {
        "format": FORMAT,
        "begins": swapped.begins,
        "minutes_each": swapped.minutes_each,
        "change_s": swapped.change_s,
        "first": routine_to_json(swapped.first.routine, words),
        "second": routine_to_json(swapped.second.routine, words),
    }


def _write_routine(path: Path, routine: Routine) -> None:
    words = Words("en")
    text = text_of(routine, words.text) if path.suffix == ENDING else _json(routine_to_json(routine, words)) + "\n"
    write_file(path, text)
    typer.echo(f"Wrote {path}. Lead it with: backrub lead {path}", err=True)


def write_lesson(wishes: Wishes, *, as_json: bool, out: Path | None) -> None:
    """Write a hug down as the lesson it is.

    Raises:
        UsageError: It was to be written as a routine.
    """
    lesson = hug_for(wishes).lesson
    if out is not None and out.suffix == ENDING:
        raise UsageError("a hug is learnt, not led", "-o", "Name a file that ends in .txt or .json")
    text = "\n".join(_lines(lesson)) + "\n"
    if out is not None:
        write_file(out, _json(_lesson_json(lesson)) + "\n" if out.suffix == ".json" else text)
        typer.echo(f"Wrote {out}. Read it, then put it away.", err=True)
    elif as_json or not sys.stdout.isatty():
        typer.echo(_json(_lesson_json(lesson)))
    else:
        typer.echo(text, nl=False, err=True)


def _lines(lesson: Lesson) -> list[str]:
    words = Words("en")
    numbered = [f"{number}. {words.text(point)}" for number, point in enumerate(lesson.points, 1)]
    return [words.text(lesson.title), "", *numbered]


def _lesson_json(lesson: Lesson) -> dict[str, Any]:
    words = Words("en")
    points = [{"id": one.id, "args": dict(one.args), "text": words.text(one)} for one in lesson.points]
    return {"format": FORMAT, "title": words.text(lesson.title), "points": points, "most_s": lesson.most_s}


def _json(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, indent=1)
