"""What belongs to what: steps to phases, and the lines further in to the `repeat` above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from backrub.routine.model import Phase
from backrub.routine.notation.written import Blank, Comment, Header, Heading, Line, Repeat, StepLine

__all__ = ["Group", "Part", "depths", "outline"]


@dataclass(slots=True)
class Group:
    """A repeat with its lines."""

    head: Repeat
    items: list[StepLine | Group] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """The lines under one heading; None before the first."""

    phase: Phase | None
    items: list[StepLine | Group] = field(default_factory=list)


def outline(lines: Sequence[Line]) -> list[Part]:
    """Give the steps by phase, groups as they nest."""
    parts = [Part(None)]
    open_groups: list[Group] = []
    for line in lines:
        if isinstance(line, Heading):
            parts.append(Part(line.phase))
            open_groups = []
        elif isinstance(line, StepLine | Repeat):
            while open_groups and line.indent <= open_groups[-1].head.indent:
                open_groups.pop()
            items = open_groups[-1].items if open_groups else parts[-1].items
            if isinstance(line, Repeat):
                group = Group(line)
                items.append(group)
                open_groups.append(group)
            else:
                items.append(line)
    return [part for part in parts if part.items or part.phase]


def depths(lines: Sequence[Line]) -> list[int]:
    """Give how far in each line stands: under a heading, in a group, in a group within it."""
    found = list(_own_depths(lines))
    for index in range(len(lines) - 2, -1, -1):  # a comment stands as far in as what it is about
        if isinstance(lines[index], Blank | Comment):
            found[index] = found[index + 1]
    return found


def _own_depths(lines: Sequence[Line]) -> Iterator[int]:
    indents: list[int] = []
    base = 0
    for line in lines:
        if isinstance(line, Heading):
            base, indents = 1, []
            yield 0
        elif isinstance(line, Header):
            yield 0
        elif isinstance(line, StepLine | Repeat):
            while indents and line.indent <= indents[-1]:
                indents.pop()
            yield base + len(indents)
            if isinstance(line, Repeat):
                indents.append(line.indent)
        else:
            yield base + len(indents)
