"""Reads the Fluent files themselves, so that tests can compare what is there with what is used."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).resolve().parents[2]
PAGES_FILES = ("ui.ftl", "phone.ftl")
LOCALES = ROOT / "src" / "backrub" / "words" / "locales"


@dataclass(frozen=True)
class Entry:
    """One message of a file: its own arguments, what it refers to, and the words a select chooses between."""

    id: str
    file: str
    variables: frozenset[str]
    refers_to: frozenset[str]


class _Collector(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor finds it by this name
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the visitor finds it by this name
        self.messages.add(node.id.name)


@cache
def entries(locale: str) -> tuple[Entry, ...]:
    """Give every message of a language, in the order of its files; a line nobody can read is an error."""
    found: list[Entry] = []
    for path in sorted((LOCALES / locale).glob("*.ftl")):
        for node in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(node, ast.Junk), f"{path.name}: {node.content!r}"
            if isinstance(node, ast.Message):
                collector = _Collector()
                collector.visit(node)
                seen = frozenset(collector.variables), frozenset(collector.messages)
                found.append(Entry(node.id.name, path.name, *seen))
    return tuple(found)


def by_id(locale: str, *, pages: bool = False) -> dict[str, Entry]:
    """Give every message of a language by its id: those of the pages, or all the others."""
    return {entry.id: entry for entry in entries(locale) if (entry.file in PAGES_FILES) is pages}


def arguments(locale: str, message_id: str) -> frozenset[str]:
    """Give the arguments a text takes, those of the texts it refers to included."""
    texts = by_id(locale)
    entry = texts[message_id]
    return entry.variables.union(*(arguments(locale, other) for other in entry.refers_to))


def pieces(locale: str) -> frozenset[str]:
    """Give the ids that other texts refer to."""
    return frozenset().union(*(entry.refers_to for entry in entries(locale)))
