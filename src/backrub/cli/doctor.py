"""`backrub doctor`: whether this machine has what a rub needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from backrub.cli.examining import Finding

__all__ = ["doctor"]

MARKS = {"well": "ok", "fair": "--", "bad": "no"}


def doctor(
    data: Path | None = typer.Option(None, metavar="DIR", help="Data folder; without it your own."),
    as_json: bool = typer.Option(False, "--json", help="Print the findings as JSON."),
) -> None:
    """Check this machine: Python, data folder, port, voice, browser.

    Example: backrub doctor
    """
    import json
    from dataclasses import asdict

    from backrub.cli.examining import examine

    findings = examine(data)
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in findings], ensure_ascii=False))
    else:
        for one in findings:
            typer.echo(_line(one), err=True)
    if any(one.state == "bad" for one in findings):
        raise typer.Exit(1)


def _line(one: Finding) -> str:
    return f"{MARKS[one.state]:<4}{one.what}: {one.found}" + (f". {one.instead}." if one.instead else "")
