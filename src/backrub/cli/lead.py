"""`backrub lead`: lead a written routine in the terminal, or print what would be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from backrub.routine import Routine

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

    Example: backrub compose --minutes 15 --json | backrub lead - --fast --json
    """
    import sys

    from backrub.cli.routines import read_routine

    routine = read_routine(file)
    if as_json or fast or not sys.stdin.isatty():
        _print_all(routine, fast, as_json)
    else:
        from backrub.cli.led_screen import lead_on_screen

        lead_on_screen(routine, voice)


def _print_all(routine: Routine, fast: bool, as_json: bool) -> None:
    """Lead without a screen: each line as it is due."""
    from backrub.adapters.clock import SystemClock, VirtualClock
    from backrub.app.leading import Leader
    from backrub.cli.led_lines import JsonLines, TextLines

    audience = JsonLines() if as_json else TextLines()
    clock = VirtualClock() if fast else SystemClock()
    Leader(routine, clock, audience, ready_by_itself=True).run()
