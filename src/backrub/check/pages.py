"""A rule's page: its docstring taken apart, as people read it in a terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import dedent

from backrub.check.book import Rule

__all__ = ["SECTIONS", "page", "sections"]

SECTIONS = ("Finds", "Why", "Example", "Instead", "Fix", "Source")
"""The sections of every rule's docstring, in this order, after a first line that says the fault."""

_HEAD = re.compile(rf"^({'|'.join(SECTIONS)}):[ \n]", re.MULTILINE)


def sections(rule: Rule) -> Mapping[str, str]:
    """Give the sections of a rule's docstring by name, its first line as `Summary`."""
    parts = _HEAD.split(rule.page)
    named = {name: _body(name, text) for name, text in zip(parts[1::2], parts[2::2], strict=True)}
    return {"Summary": parts[0].strip(), **named}


def _body(name: str, text: str) -> str:
    return dedent(text).strip("\n") if name in ("Example", "Instead") else " ".join(text.split())


def page(rule: Rule) -> str:
    """Give a rule's page as plain text."""
    return f"{rule.code} {rule.slug} · {rule.severity} · {rule.profile}\n\n{rule.page}"
