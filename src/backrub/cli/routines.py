"""Reading a routine from a file, as text or as JSON, and showing what is wrong with a text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from backrub.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backrub.routine import Routine
    from backrub.routine.notation import Problem

__all__ = [
    "ENDING",
    "is_json",
    "name_of",
    "read_file",
    "read_routine",
    "routine_in_json",
    "show_problems",
    "text_of_file",
]

ENDING = ".rub"
"""How the name of a routine written as text ends."""

MOST_BYTES = 4 * 1024 * 1024
"""Longer files hold no routine. Source: our guess; a rub of 90 min is 80 kB of JSON. Certainty: ENG."""


def name_of(file: str) -> str:
    """Give what a file is called in messages."""
    return "standard input" if file == "-" else file


def read_file(file: str) -> str:
    """Read a file, or standard input for `-`.

    Raises:
        UsageError: It cannot be read, is too long, or is not text.
    """
    where = name_of(file)
    try:
        read = _piped() if file == "-" else _stored(Path(file))
        if len(read) > MOST_BYTES:
            raise UsageError("is too long for a routine", where, "Split it into routines of their own")
        return read.decode("utf-8")
    except OSError as error:
        raise UsageError(
            f"cannot be read ({error.strerror})", where, "Name a routine, as text or JSON, or - for standard input"
        ) from error
    except UnicodeDecodeError:
        raise UsageError("is not text", where, "A routine is JSON or notation, in UTF-8") from None


def _stored(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _piped() -> bytes:
    """Give standard input as bytes, so that what is no UTF-8 is not taken for text."""
    buffer = getattr(sys.stdin, "buffer", None)
    return buffer.read(MOST_BYTES + 1) if buffer is not None else sys.stdin.read(MOST_BYTES + 1).encode()


def is_json(text: str) -> bool:
    """Tell JSON from notation: no line of the notation begins with a bracket."""
    return text.lstrip().startswith(("{", "["))


def read_routine(file: str) -> Routine:
    """Read a routine, whichever way it is written; what is wrong with a text is shown, all of it at once.

    Raises:
        UsageError: It is no routine.
        Exit: It is text with errors, which have been shown.
    """
    text, where = text_of_file(file), name_of(file)
    if is_json(text):
        return routine_in_json(text, where)
    from backrub.routine.notation import read_written, routine_of

    built = routine_of(read_written(text))
    show_problems(built.problems, text, where)
    if built.routine is None:
        raise typer.Exit(2)
    return built.routine


def text_of_file(file: str) -> str:
    """Give what a file holds; what is no file here may be the name of a routine that comes with the coach.

    Raises:
        UsageError: It cannot be read, is too long, or is not text.
    """
    return _from_library(file) or read_file(file)


def _from_library(file: str) -> str | None:
    """Give the text of a routine of the library, or None when a file of that name is there or no routine is."""
    if file == "-" or Path(file).exists():
        return None
    from backrub.wiring import library

    shelved = library()
    return shelved.text(file) if file in shelved.names() else None


def routine_in_json(text: str, where: str) -> Routine:
    """Read a routine written as JSON.

    Raises:
        UsageError: It is no routine.
    """
    import json

    from backrub.wire.routine import routine_from_json

    try:
        return routine_from_json(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UsageError(
            f"is not JSON ({error})", where, "Write one with: backrub compose --minutes 15 -o FILE"
        ) from None


def show_problems(problems: Iterable[Problem], text: str, where: str) -> None:
    """Print each problem with its place, the line it stands in, and what to write instead."""
    from backrub.routine.notation import excerpt
    from backrub.words import Words

    words = Words("en")
    for problem in problems:
        span = problem.span
        hint = f" {words.text(problem.hint)}" if problem.hint is not None else ""
        typer.echo(f"{where}:{span.line}:{span.column}: {words.text(problem.message)}{hint}", err=True)
        for line in excerpt(text, span).splitlines():
            typer.echo(f"    {line}", err=True)
