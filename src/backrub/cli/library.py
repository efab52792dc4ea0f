"""`backrub routines`: the routines that come with the coach."""

from __future__ import annotations

import typer

__all__ = ["routines"]


def routines(
    name: str = typer.Argument("", metavar="[NAME]", help="A routine of the list: prints its text."),
    as_json: bool = typer.Option(False, "--json", help="Print the list, or the one routine, as JSON."),
) -> None:
    """List the routines that come with the coach, or print one of them.

    Example: backrub routines twenty-minute-classic > mine.rub
    """
    import json
    from dataclasses import asdict

    from backrub.app.routines import shelf
    from backrub.wiring import library

    if name:
        text = library().text(name)
        typer.echo(json.dumps(_as_json(text), ensure_ascii=False, indent=1) if as_json else text.rstrip("\n"))
        return
    found = shelf(library())
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    width = max((len(one.name) for one in found), default=0)
    for one in found:
        typer.echo(f"{one.minutes:>3} min  {one.name:<{width}}  {one.position:<10}  {one.title}")


def _as_json(text: str) -> dict[str, object]:
    """Give a routine of the library as programs read it."""
    from backrub.routine.notation import read_written, routine_of
    from backrub.wire.routine import routine_to_json
    from backrub.words import Words

    routine = routine_of(read_written(text)).routine
    assert routine is not None  # noqa: S101 - a test leads every routine of the library
    return routine_to_json(routine, Words("en"))
