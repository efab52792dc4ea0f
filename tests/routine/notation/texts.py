"""Texts to read: whole routines, slips, and heaps of words in any order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hypothesis import strategies as st

from backrub.data import load
from backrub.routine import Message
from backrub.routine.notation import Blank, Header, Repeat, Span, StepLine, Unknown, Written
from backrub.words import Words

__all__ = ["DESK_DAY", "heaps", "meaning", "say"]

DESK_DAY = """\
title: After a desk day
for: 20 min on a mat, with oil

warm up
  3 min    effleurage, whole back, palms, pressure 2 to 4, 12 cm/s
  ask      How is this pressure?
work
  3 min    petrissage, shoulders, right, pressure 3 to 5     # slow, whole hand
  3 min    petrissage, shoulders, left, pressure 3 to 5
  2 min    gutter glide, gutters-upper, each side, heels, pressure 3 to 5     # each side: 2 min right, 2 min left
  ask      How is this pressure?
  hold     up to 2 tender spots between the blades, 60 s, pressure 7
  1 min    waist spread, waist, each side, palms, pressure 2 to 4
finish
  3 min    effleurage, whole back, palms, pressure 4 to 1
"""

SCRAPS = (
    *("3 min", "90 s", "2:30", "8 strokes", "6 breaths", "half a minute", "5", "pressure 2 to 4", "pressure", "to"),
    *("12 cm/s", "18 a minute", "up to 2 tender spots", "repeat 3 times", "repeat", "twice", "allow RUB101: why"),
    *("allow", "#", " # aside", "\\#", ":", ",", ", ", " ", "  ", "4 cm right of the spine", "20 cm below the neck"),
    *(
        "24 weeks pregnant",
        "title:",
        "for:",
        "receiver:",
        "giver:",
        "keep off:",
        "cap:",
        "ask ",
        "say ",
        "note ",
        "why ",
    ),
    *(
        "-",
        "–",
        "(",
        ")",
        ".",
        "\u017fix",
        "\u0131",
        "\u0130",
        "\u212a",
        "é",
        "\x0b",
        "\u2028",
        "\x00",
        '"',
        "'",
        "\ufeff",
        "²",
    ),
)


def _names() -> Iterator[str]:
    for table in load("notation").values():
        for names in table.values() if isinstance(table, dict) else ():
            yield from (name for name in names if isinstance(name, str)) if isinstance(names, list) else ()


def heaps() -> st.SearchStrategy[str]:
    """Give lines of words of the notation, signs and anything else, in any order and any depth."""
    scrap = st.sampled_from((*_names(), *SCRAPS)) | st.text(max_size=6)
    line = st.lists(scrap, max_size=7).map(" ".join) | st.lists(scrap, max_size=5).map(", ".join)
    joined = line | st.lists(scrap, max_size=5).map("".join)
    indented = st.tuples(st.sampled_from(("", "  ", "    ", "\t")), joined).map("".join)
    return st.lists(indented, max_size=6).map("\n".join)


def say(message: Message) -> str:
    """Put a message into English."""
    return Words("en").text(message)


def meaning(written: Written) -> list[object]:
    """Give what a text says, line by line, without where it stands."""
    return [_bare(line) for line in written.lines if not isinstance(line, Blank)]


LAYOUT_ONLY = frozenset({"number", "indent", "leads", "said", "within", "words"})
"""What a layout may change: places, spelling that means the same, and which of two equal forms is used."""


def _bare(value: object) -> object:
    if isinstance(value, Span):
        return None
    if is_dataclass(value) and not isinstance(value, type):
        spelled = _is_spelling(value)
        names = (each.name for each in fields(value) if each.name not in LAYOUT_ONLY)
        kept = {name: _bare(getattr(value, name)) for name in names if not (spelled and name == "text")}
        return (type(value).__name__, kept)
    if isinstance(value, tuple):
        return sorted((_bare(each) for each in value), key=repr)
    return value


def _is_spelling(value: object) -> bool:
    """Tell whether a line's text is only another spelling of its fields."""
    if isinstance(value, StepLine):
        return value.kind not in ("ask", "say") and not any(isinstance(each, Unknown) for each in value.fields)
    if isinstance(value, Header):
        return bool(value.fields) and not any(isinstance(each, Unknown) for each in value.fields)
    return isinstance(value, Repeat)
