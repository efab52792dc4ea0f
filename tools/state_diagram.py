"""The diagram of a session's states, drawn from its tables of transitions."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from backrub.session.transitions import BY_ITSELF, STATUSES, TRANSITIONS, Does

__all__ = ["DOCUMENT", "diagram", "drawn_into"]

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "topics" / "session.md"
BEGIN, END = "<!-- states: drawn by tools/draw_states -->", "<!-- end of states -->"

SOMETIMES = {"rate": "rate 10", "not-there": "not-there and nowhere left", "finished pause": "pause asked before"}
"""Wishes that leave a status, or that one, only in one case: how that case is called."""

UNSEEN = ("heard", "join", "leave")
"""Handlers that change nothing a diagram would show."""


def diagram() -> str:
    """Give the diagram as Mermaid text: an arrow for each way from one status to another, and what stays."""
    lines = ["stateDiagram-v2", f"    [*] --> {STATUSES[0]}"]
    for status in STATUSES:
        lines += [f"    {status} --> {to}: {', '.join(why)}" for to, why in _ways(status).items()]
        inside = _inside(status)
        if inside:
            lines.append(f"    {status}: {status}\\n{inside}")
    lines.append(f"    {STATUSES[-1]} --> [*]")
    return "\n".join(lines)


def drawn_into(text: str) -> str:
    """Give a document with the diagram between its marks drawn anew."""
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    return f"{head}{BEGIN}\n```mermaid\n{diagram()}\n```\n{END}{tail}"


def _ways(status: str) -> dict[str, list[str]]:
    ways: dict[str, list[str]] = defaultdict(list)
    for kind, answer in TRANSITIONS[status].items():  # type: ignore[index]  # a status of the table
        if isinstance(answer, Does):
            for to in answer.to:
                ways[to].append(_reason(status, kind))
    for what, tos in BY_ITSELF.get(status, {}).items():  # type: ignore[call-overload]  # a status of the table
        for to in tos:
            ways[to].append(f"the last {what.replace('-', ' ')}")
    return ways


def _reason(status: str, kind: str) -> str:
    return SOMETIMES.get(f"{status} {kind}") or SOMETIMES.get(kind, kind)


def _inside(status: str) -> str:
    """Give the wishes that change something without leaving a status."""
    rows = TRANSITIONS[status].items()  # type: ignore[index]  # a status of the table
    doing = [(kind, answer) for kind, answer in rows if isinstance(answer, Does) and answer.handler not in UNSEEN]
    return ", ".join(kind for kind, answer in doing if not answer.to or kind in SOMETIMES)
