"""`backrub lead`: lead a written routine in the terminal, or print what would be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from backrub.app.checking import Report
    from backrub.app.planning import Planned

__all__ = ["lead"]


def lead(
    file: str = typer.Argument(
        ...,
        metavar="FILE|-",
        help="A routine as text or JSON, or a name of `backrub routines`; - reads standard input.",
    ),
    fast: bool = typer.Option(False, "--fast", help="Run on a virtual clock: everything at once."),
    as_json: bool = typer.Option(False, "--json", help="Print one cue or event per line."),
    voice: bool = typer.Option(True, "--voice/--no-voice", help="Speak, where this machine has a voice."),
) -> None:
    """Lead a routine: what to do, for how long, and what comes next.

    It is checked first. What was found is shown; with an error nothing is led, unless the text allows it with a reason.

    Exit code 0: led; 1: something in it could hurt; 2: it cannot be read, or is not there to be led.

    Example: backrub compose --minutes 15 --json | backrub lead - --fast --json
    """
    import sys

    planned = _checked(file)
    if as_json or fast or not sys.stdin.isatty():
        _print_all(planned, fast, as_json)
    else:
        from backrub.cli.led_screen import lead_on_screen

        lead_on_screen(planned, voice)


def _checked(file: str) -> Planned:
    """Give what is led, once nothing was found in it that stands in the way; what was found is shown.

    Raises:
        Exit: Something stands in the way.
        UsageError: It cannot be read, or is a hug, which is learnt.
    """
    from backrub.app.checking import Report, check_plan
    from backrub.app.routines import planned_as_written, planned_of
    from backrub.app.texts import examine
    from backrub.cli.routines import is_json, name_of, routine_in_json, text_of_file

    text, where = text_of_file(file), name_of(file)
    if is_json(text):
        routine = routine_in_json(text, where)
        _stop_at_errors(check_plan(routine, where))
        return planned_as_written(routine)
    examined = examine(text)
    _stop_at_errors(Report(where, text, examined.findings))
    return planned_of(examined)


def _stop_at_errors(report: Report) -> None:
    """Show what was found, but for hints, and go no further when an error is among it."""
    from dataclasses import replace

    from backrub.cli.reporting import full
    from backrub.words import Words

    told = tuple(each for each in report.findings if each.severity != "info" or each.acknowledged)
    if told:
        typer.echo(full([replace(report, findings=told)], Words("en")), err=True)
    errors = [each.code for each in told if each.severity == "error"]
    if errors:
        typer.echo(f"\nIt is not led like this. Why: backrub explain {errors[0]}", err=True)
        raise typer.Exit(2 if any(code.startswith("RUB4") for code in errors) else 1)


def _print_all(planned: Planned, fast: bool, as_json: bool) -> None:
    """Lead without a screen: each line as it is due."""
    from backrub.adapters.clock import SystemClock, VirtualClock
    from backrub.app.leading import Leader
    from backrub.cli.led_lines import JsonLines, TextLines

    audience = JsonLines() if as_json else TextLines()
    clock = VirtualClock() if fast else SystemClock()
    Leader(planned, clock, audience, ready_by_itself=True).run()
