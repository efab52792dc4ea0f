"""How the house rules that no tool knows are read: sentences in code, and figures without a source."""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DOMAIN = ("anatomy", "technique", "routine", "person", "check", "session", "meaning", "compose")
CERTAINTIES = frozenset({"H", "M", "L", "ENG"})
# Three words in a row, a single space between them. Ids have hyphens, keys have dots: neither matches.
SENTENCE = re.compile(r"(?<![\w-])[A-Za-z][a-z’']*[,;:]? [A-Za-z’']+[,;:]? [A-Za-z’']+(?![\w-])")


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """Find each string in some code that a person could be shown as a sentence.

    That is three or more words in a row, in any string constant (an f-string's fixed parts included), except
    a string that is a statement of its own, which documents something, and what stands in a `raise`, in the
    assignment just before one, or in an `assert`, which is said to a programmer.

    Args:
        source: The text of a Python module.

    Yields:
        The line and the string.
    """
    tree = ast.parse(source)
    spared = {part for node in _said_to_programmers(tree) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if node in spared or not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if SENTENCE.search(node.value):
            yield node.lineno, node.value


def _said_to_programmers(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        alone = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if alone or isinstance(node, ast.Raise | ast.Assert):
            yield node
        for block in (getattr(node, name, None) for name in ("body", "orelse", "handlers", "finalbody")):
            for first, second in pairwise(block if isinstance(block, list) else ()):
                if isinstance(first, ast.Assign) and isinstance(second, ast.Raise):
                    yield first


def unsourced(value: object, name: str = "") -> Iterator[str]:
    """Find each figure in a table that nothing says the source and certainty of.

    A table answers for everything in it, so that a group may share one source.

    Args:
        value: A parsed TOML document, or a part of one.
        name: Its key, for the answer.

    Yields:
        The dotted key of each figure, or of the list it is in.
    """
    if isinstance(value, dict):
        if value.get("source") and value.get("certainty") in CERTAINTIES:
            return
        for key, part in value.items():
            if (name, key) != ("", "format"):
                yield from unsourced(part, f"{name}.{key}".lstrip("."))
    elif isinstance(value, list) and any(isinstance(part, dict | list) for part in value):
        for index, part in enumerate(value):
            yield from unsourced(part, f"{name}[{index}]")
    elif _is_figure(value):
        yield name


def _is_figure(value: object) -> bool:
    parts = value if isinstance(value, list) else [value]
    return any(isinstance(part, int | float) and not isinstance(part, bool) for part in parts)
