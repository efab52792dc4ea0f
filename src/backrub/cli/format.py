"""`backrub format`: the one canonical layout of a routine written as text."""

from __future__ import annotations

from pathlib import Path

import typer

__all__ = ["format_files"]


def format_files(
    files: list[str] = typer.Argument(..., metavar="FILE...", help="Routines; - reads one and prints it."),
    check: bool = typer.Option(False, "--check", help="Write nothing; exit 1 when a file would change."),
    diff: bool = typer.Option(False, "--diff", help="Write nothing; print what would change, exit 1 when anything."),
    as_json: bool = typer.Option(False, "--json", help="Print the routine as JSON instead."),
) -> None:
    """Lay out routines written as text; print one given as JSON as text.

    Example: backrub format --check routines/desk-shoulders.rub
    """
    if as_json:
        for file in files:
            _print_json(file)
        return
    changed = [file for file in files if _formatted(file, quiet=check, diff=diff)]
    if changed and (check or diff):
        raise typer.Exit(1)


def _formatted(file: str, *, quiet: bool, diff: bool) -> bool:
    """Lay out one file; tell whether that changes it."""
    from backrub.cli.routines import is_json, name_of, read_file

    text = read_file(file)
    if is_json(text):
        typer.echo(_as_text(file), nl=False)
        return False
    laid_out = _laid_out(text, name_of(file))
    if diff:
        typer.echo(_difference(text, laid_out, name_of(file)), nl=False)
    elif file == "-" and not quiet:
        typer.echo(laid_out, nl=False)
    elif laid_out != text:
        _write(file, laid_out, quiet=quiet)
    return laid_out != text


def _laid_out(text: str, where: str) -> str:
    """Give the canonical layout; a line that cannot be read stops it, since nothing may be lost."""
    from backrub.cli.routines import show_problems
    from backrub.routine.notation import layout, read_written, unreadable

    written = read_written(text)
    stops = unreadable(written)
    show_problems(stops, text, where)
    if stops:
        raise typer.Exit(2)
    return layout(written)


def _write(file: str, text: str, *, quiet: bool) -> None:
    from backrub.cli.routines import name_of
    from backrub.cli.writing import write_file

    if quiet:
        typer.echo(f"Would lay out {name_of(file)}.", err=True)
        return
    write_file(Path(file), text)
    typer.echo(f"Laid out {file}.", err=True)


def _difference(before: str, after: str, name: str) -> str:
    from difflib import unified_diff

    lines = unified_diff(before.splitlines(), after.splitlines(), name, f"{name} (laid out)", lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _as_text(file: str) -> str:
    from backrub.cli.routines import read_routine
    from backrub.routine.notation import text_of
    from backrub.words import Words

    return text_of(read_routine(file), Words("en").text)


def _print_json(file: str) -> None:
    import json

    from backrub.cli.routines import read_routine
    from backrub.wire.routine import routine_to_json
    from backrub.words import Words

    routine = read_routine(file)
    typer.echo(json.dumps(routine_to_json(routine, Words("en")), ensure_ascii=False, indent=1))
