"""The commands and what they share."""

from __future__ import annotations

from collections.abc import Callable

import typer

from backrub import __version__
from backrub.cli import card, check, compose, data, doctor, explain, lead, library, lsp, serve
from backrub.cli import format as format_command
from backrub.cli import map as map_command

__all__ = ["app"]

app = typer.Typer(
    name="backrub",
    help="Coach one person through giving another a good back rub.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"backrub {__version__}")
        raise typer.Exit


@app.callback()
def shared(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Coach one person through giving another a good back rub."""


COMMANDS: dict[str, Callable[..., None]] = {
    "serve": serve.serve,
    "compose": compose.compose,
    "lead": lead.lead,
    "check": check.check,
    "explain": explain.explain,
    "format": format_command.format_files,
    "routines": library.routines,
    "lsp": lsp.lsp,
    "map": map_command.map_back,
    "card": card.card,
    "data": data.data,
    "doctor": doctor.doctor,
}
for name, command in COMMANDS.items():
    app.command(name=name, no_args_is_help=False)(command)
