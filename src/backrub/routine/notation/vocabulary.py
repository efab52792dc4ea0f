"""The words of the notation, looked up after a line's shape is known, and what an unknown one may have meant.

*Conventions* a name is compared in lower case, its words one space apart, a hyphen between words read as a space. In
one *context* (the fields of a step, the header `for:`, ...) a name means one thing only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from backrub.data import load

__all__ = [
    "CONTEXTS",
    "LONGEST",
    "Context",
    "Entry",
    "Term",
    "entries",
    "figure",
    "first_name",
    "hazards_in",
    "look_up",
    "names_of",
    "plain",
    "pressure_of",
    "pressure_words",
]

Context = Literal["step", "for", "receiver", "giver", "keep-off", "phase", "key", "aim"]

_HAZARD = "hazard-"
CONTEXTS: Mapping[Context, tuple[str, ...]] = {
    "step": (
        *("technique", "ride", "area", "side", "contact", "place", "pace", "manner"),
        *("hazard-technique", "hazard-contact", "hazard-area"),
    ),
    "for": ("surface", "glide", "position", "intention", "relation"),
    "receiver": ("trait",),
    "giver": ("giver",),
    "keep-off": ("mark", "area", "side"),
    "phase": ("phase",),
    "key": ("key",),
    "aim": ("hazard-aim",),
}
"""Which tables of words each context reads."""


@dataclass(frozen=True, slots=True)
class Term:
    """What a name stands for.

    Attributes:
        kind: Its table, without `hazard-`.
        id: Its id.
        hazard: Whether it can be said but is never led.
    """

    kind: str
    id: str
    hazard: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One id with every name it goes by, the one we write first."""

    term: Term
    names: tuple[str, ...]


def plain(name: str) -> str:
    """Give a name as it is compared: lower case, words one space apart, no hyphens."""
    return " ".join(name.casefold().replace("-", " ").replace("’", "'").split())


@cache
def entries(table: str) -> tuple[Entry, ...]:
    """Give the words of one table, such as `technique` or `hazard-area`."""
    hazard = table.startswith(_HAZARD)
    kind = table.removeprefix(_HAZARD)
    return tuple(Entry(Term(kind, key, hazard), tuple(names)) for key, names in load("notation")[table].items())


@cache
def names_of(context: Context) -> Mapping[str, Term]:
    """Give every name that counts in a context, as it is compared, with what it stands for."""
    every = (entry for table in CONTEXTS[context] for entry in entries(table))
    named = {plain(name): entry.term for entry in every for name in (*entry.names, entry.term.id)}
    if context != "receiver":
        return named
    conditions: Mapping[str, object] = load("health")["conditions"]  # each can be written by its id at least
    return {plain(key): Term("trait", key) for key in conditions} | named


LONGEST = 6
"""Words in the longest name; a test holds the tables to it."""


def look_up(context: Context, name: str) -> Term | None:
    """Give what a name stands for in a context, or None."""
    return names_of(context).get(plain(name))


@cache
def first_name(kind: str, key: str) -> str:
    """Give the name we ourselves write for an id; an id without one is written with spaces."""
    for entry in entries(kind):
        if entry.term.id == key:
            return entry.names[0]
    return key.replace("-", " ")


@cache
def pressure_words() -> Mapping[str, int]:
    """Give the felt pressure, 1-10, that each of its words stands for."""
    rows: list[list[str]] = load("notation")["pressure"]["words"]
    return {plain(word): number for number, words in enumerate(rows, 1) for word in words}


def pressure_of(word: str) -> int | None:
    """Give the felt pressure, 1-10, of a word, or None."""
    return pressure_words().get(plain(word))


def hazards_in(text: str) -> Iterator[tuple[Term, str]]:
    """Give what a sentence promises that no rub should, such as pain as an aim or a cure, each with its words."""
    padded = f" {plain(''.join(c if c.isalnum() or c in '-’' else ' ' for c in text))} "
    for entry in entries("hazard-aim"):
        for name in entry.names:
            if f" {name} " in padded:
                yield entry.term, name
                break


def figure(name: str) -> float:
    """Give a figure of the table by its name, such as `breath_s`."""
    figures: dict[str, Any] = load("notation")["figures"]
    groups = (figures, figures["otherwise"], figures["turning"])
    return float(next(group[name] for group in groups if name in group))
