"""The few kinds of change that rules propose to a text."""

from __future__ import annotations

from backrub.check.findings import Edit, Fix
from backrub.check.subject import Act, Subject
from backrub.data import load
from backrub.routine.notation import Ramp, Span

__all__ = ["dropped", "line_above", "line_below", "put", "repressed", "wording"]


def wording(name: str) -> str:
    """Give what a fix writes, by its name in `rules.toml`."""
    return str(load("rules")["wordings"][name])


def put(span: Span, text: str, *, safe: bool = False) -> Fix:
    """Put other words in place of some."""
    return Fix((Edit(span, text),), safe)


def dropped(act: Act, *, safe: bool = False) -> Fix | None:
    """Take a line away, but for its comment; None where there is no text."""
    return None if act.line is None else Fix((Edit(act.line.span, ""),), safe)


def line_above(act: Act, text: str, *, safe: bool = False) -> Fix | None:
    """Put a line above a step, as far in as it stands; None without a text, or where others of its line come first."""
    if act.line is None or not act.leads:
        return None
    return Fix((Edit(Span(act.span.line, 1, 1), f"{' ' * act.line.indent}{text}\n"),), safe)


def line_below(subject: Subject, act: Act, text: str, *, safe: bool = False) -> Fix | None:
    """Put a line below a step and what is remarked about it; None where there is no text."""
    if act.line is None:
        return None
    last = act.span.line
    numbers = {remark.number for remark in subject.remarks.get(last, ())}
    while last + 1 in numbers:
        last += 1
    return Fix((Edit(Span(last + 1, 1, 1), f"{' ' * act.line.indent}{text}\n"),), safe)


def repressed(act: Act, start: float, end: float, *, safe: bool = False) -> Fix | None:
    """Give a step another pressure where one was written; else None."""
    ramp = act.line.one(Ramp) if act.line is not None else None
    if ramp is None:
        return None
    ends = f"{start:g}" if start == end else f"{start:g} to {end:g}"
    return Fix((Edit(ramp.span, f"pressure {ends}"),), safe)
