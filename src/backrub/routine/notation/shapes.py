"""The shape of a line: what is a header, a sentence, a step and its fields, and where each part stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lark import Lark

__all__ = ["NoShape", "Part", "Shape", "shape_of"]

_FIELD = re.compile(r"[^,\s][^,]*")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line: its name in the grammar, its text without spaces around it, and its first column."""

    name: str
    text: str
    column: int

    @property
    def end(self) -> int:
        """Give the column after its last character."""
        return self.column + len(self.text)


@dataclass(frozen=True, slots=True)
class Shape:
    """A line taken apart.

    Attributes:
        rule: header, prose, allow, repeat, step, or empty.
        parts: Its pieces, in order.
        comment: What stands after the `#`, or None.
        length: Characters before the comment.
    """

    rule: str
    parts: tuple[Part, ...]
    comment: str | None
    length: int

    def part(self, name: str) -> Part | None:
        """Give the first piece of a name, or None."""
        return next((part for part in self.parts if part.name == name), None)


class NoShape(Exception):
    """A line that no rule fits; never leaves the notation.

    Attributes:
        column: Where it stops making sense.
    """

    def __init__(self, column: int) -> None:
        super().__init__(column)
        self.column = column


@cache
def _parser() -> Lark:
    from lark import Lark  # noqa: PLC0415 - it takes 45 ms, and most commands read no notation

    grammar = files(__package__).joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, start="line", parser="lalr", lexer="contextual")


@lru_cache(maxsize=4096)
def shape_of(text: str) -> Shape:
    """Take one line apart; while a text is being written, its other lines are known already.

    Raises:
        NoShape: It has no shape we know.
    """
    from lark import Token, Tree, UnexpectedInput  # noqa: PLC0415 - as above

    try:
        tree = _parser().parse(text)
    except UnexpectedInput as error:
        raise NoShape(max(1, error.column)) from None
    comment: str | None = None
    length = len(text)
    rule = "empty"
    parts: tuple[Part, ...] = ()
    for child in tree.children:
        if isinstance(child, Tree):
            rule = str(child.data)
            tokens = (token for token in child.children if isinstance(token, Token))
            parts = tuple(part for token in tokens for part in _parts(token.type, token.value, token.column or 1))
        else:
            comment = str(child).strip()[1:].strip()
            length -= len(str(child))
    return Shape(rule, parts, comment, length)


def _parts(name: str, text: str, column: int) -> Iterator[Part]:
    """Give a piece of a line; fields one by one, those that say nothing left out."""
    if name != "FIELDS":
        yield Part(name, text.rstrip(), column)
        return
    for field in _FIELD.finditer(text):
        yield Part("FIELD", field[0].rstrip(), column + field.start())
