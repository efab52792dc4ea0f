"""How a plan and a session look in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from backrub.routine import message, step_starts_s
from backrub.units import MS_PER_S, clock_text
from backrub.wire.plan import labels
from backrub.words import Words

if TYPE_CHECKING:
    from backrub.routine import Position, Routine, Step
    from backrub.session import View

__all__ = ["console", "screen", "show_routine"]

WIDEST_BAR = 7
"""Cells of the bar that shows pressure: one for each of 1 to 7."""

LINES_KEPT = 5


def console() -> Console:
    """Give the console for people: stdout stays free for machines."""
    return Console(stderr=True, highlight=False)


def show_routine(routine: Routine) -> None:
    """Print a plan as a table."""
    words = Words("en")
    table = Table(title=words.text(routine.title), title_justify="left", box=None, pad_edge=False)
    for name in ("cli-when", "cli-long", "cli-what", "cli-where", "cli-pressure", "cli-why"):
        table.add_column(words.text(message(name)), overflow="fold")
    for step, start_s in zip(routine.steps, step_starts_s(routine.steps), strict=True):
        table.add_row(*_row(step, start_s, words, routine.position))
    target = console()
    target.print(table)
    for one in (*routine.gave_way, *routine.left_out, *routine.notes):
        target.print(words.text(one))


def _row(step: Step, start_s: int, words: Words, position: Position) -> tuple[str, ...]:
    named = labels(step, words, position)
    where = " · ".join(part for part in (named["area_label"], named["side_label"]) if part)
    why = " ".join(words.text(reason) for reason in step.reasons)
    long = clock_text(step.duration_s) if step.duration_s else ""
    return clock_text(start_s), long, named["label"], where, _bar(step), why


def _bar(step: Step) -> str:
    if step.pressure is None:
        return ""
    first, last = (round(value) for value in step.pressure)
    return f"{'▮' * last:<{WIDEST_BAR}} {first}–{last}" if first != last else f"{'▮' * last:<{WIDEST_BAR}} {last}"


def screen(view: View, lines: list[str], next_line: str, keys: str, words: Words) -> Group:
    """Give what the terminal shows while a session is led."""
    step = next((placed for placed in view.steps if placed.index == view.step), None)
    head = Text(words.text(message(f"cli-status-{view.status}")), style="bold")
    parts: list[object] = [head]
    if step is not None:
        named = labels(step.step, words)
        where = " · ".join(part for part in (named["area_label"], named["side_label"]) if part)
        parts.append(Text(f"{named['label']}   {where}", style="bold"))
        pressure = round(view.pressure)
        feel = words.text(message(f"pressure-{pressure}")) if pressure else ""
        parts.append(Text(f"{'▮' * pressure:<{WIDEST_BAR}} {feel}"))
        gone_ms = view.played_ms - step.start_ms
        left_s = max(0, step.duration_ms - gone_ms) / MS_PER_S
        parts.append(ProgressBar(total=max(1, step.duration_ms), completed=gone_ms, width=48))
        whole = words.text(message("cli-left", step=clock_text(left_s), all=clock_text(view.remaining_ms / MS_PER_S)))
        parts.append(Text(whole))
    parts.extend(Text(line, style="dim" if index < len(lines) - 1 else "") for index, line in enumerate(lines))
    parts.append(Text(words.text(message("cli-next", what=next_line)) if next_line else "", style="dim"))
    parts.append(Text(keys, style="dim"))
    return Group(*parts)  # type: ignore[arg-type]
