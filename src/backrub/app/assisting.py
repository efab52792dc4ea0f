"""Help for whoever writes a routine: how a line can go on, and the page of a technique or a rule.

One implementation serves the page of the app and every editor behind the language server.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from backrub.app.texts import Examined
from backrub.check import all_rules, by_name, page
from backrub.routine import Argument, Message, message
from backrub.routine.notation import Heading, Line, Remark, Span, StepLine, Written
from backrub.routine.notation.vocabulary import entries, first_name, plain
from backrub.session.script import MESSAGES as SCRIPT
from backrub.technique import Technique, techniques
from backrub.words import Words

__all__ = ["Help", "Offer", "help_at", "offers", "technique_page"]

Kind = Literal["key", "heading", "verb", "technique", "place", "hand", "pressure", "word", "rule"]

MOST_OFFERS = 60
"""Nobody reads a longer list. Source: our guess. Certainty: ENG."""

MOST_COLUMNS = 1000
"""As the reader of the notation takes no longer line apart."""

_VERBS = ("ask", "say", "why", "note", "oil", "repeat", "turn the head", "go to the head end", "hold", "rest")
_HEADER: dict[str, tuple[str, ...]] = {
    "for": ("surface", "glide", "position", "intention", "relation"),
    "receiver": ("trait",),
    "giver": ("giver",),
    "keep off": ("mark", "area", "side"),
}
_KINDS: dict[str, Kind] = {"technique": "technique", "area": "place", "side": "place", "contact": "hand"}
_LEADING = re.compile(
    r"^\s*(?:(?:\d+(?:[.:]\d+)?|half an?)\s*(?:min|minutes?|s|seconds?|strokes?|breaths?)?\s+)*", re.IGNORECASE
)
_PROSE = re.compile(r"^\s*(?:ask|say|why|note|title)\b", re.IGNORECASE)
_ALLOW = re.compile(r"^\s*allow\s+(\S*)$", re.IGNORECASE)
_KEY = re.compile(r"^\s*([a-z ]+?)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offer:
    """One way a line can go on.

    Attributes:
        text: What is put in.
        kind: What it is.
        column: From which column it replaces what stands before the cursor, from 1.
        about: What it is, in a word or two.
    """

    text: str
    kind: Kind
    column: int
    about: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """A page about what stands at a place, as Markdown."""

    span: Span
    page: str


def offers(text: str, line: int, column: int, written: Written, words: Words) -> tuple[Offer, ...]:
    """Give how a line can go on at the cursor, the likeliest first.

    Args:
        text: The whole text.
        line: The cursor's line, from 1.
        column: The cursor's column, from 1.
        written: What was read of the text.
        words: The language of what is said about each.
    """
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    if not 1 <= line <= len(lines):
        return ()
    before = lines[line - 1][: column - 1]
    if len(before) > MOST_COLUMNS or "#" in before or _PROSE.match(before):
        return ()
    in_head = not any(isinstance(each, Heading | StepLine) and each.number < line for each in written.lines)
    found = _matching(before, tuple(_candidates(before, _line_at(written, line), words, in_head=in_head)))
    return found[:MOST_OFFERS]


def _line_at(written: Written, number: int) -> Line | None:
    return written.lines[number - 1] if number <= len(written.lines) else None


def _candidates(before: str, line: Line | None, words: Words, *, in_head: bool) -> Iterator[tuple[str, Kind, str]]:
    """Give all that could stand here: text, kind, and what it is."""
    key = _KEY.match(before)
    if key and key[1].casefold() in _HEADER:
        yield from _of_tables(_HEADER[key[1].casefold()])
    elif _ALLOW.match(before):
        yield from ((f"{rule.code}: ", "rule", rule.slug) for rule in all_rules().values())
    else:
        body = _LEADING.sub("", before)
        if "," not in body and body.strip() == before.strip():  # nothing but its first words, and no time before them
            yield from _beginnings(in_head=in_head)
        technique = _technique(line)
        if technique is None:
            yield from _techniques(words)
        else:
            yield from _rest_of(technique)


def _beginnings(*, in_head: bool) -> Iterator[tuple[str, Kind, str]]:
    if in_head:
        yield from ((f"{entry.names[0]}: ", "key", "") for entry in entries("key") if entry.term.id != "ask")
    yield from ((entry.names[0], "heading", "") for entry in entries("phase"))
    yield from ((verb, "verb", "") for verb in _VERBS)


def _techniques(words: Words) -> Iterator[tuple[str, Kind, str]]:
    for entry in entries("technique"):
        said = words.text(message(f"technique-{entry.term.id}"))
        yield from ((name, "technique", said if said != name else "") for name in entry.names[:2])


def _rest_of(technique: Technique) -> Iterator[tuple[str, Kind, str]]:
    """Give what can be said of a technique: what it is meant for first, then all other words."""
    least, most = technique.felt
    yield from ((first_name("area", area), "place", "") for area in technique.areas)
    yield from ((first_name("contact", contact), "hand", "") for contact in technique.contacts)
    yield (f"pressure {least} to {most}", "pressure", "")
    yield (f"pressure {most} to {least}", "pressure", "")
    yield from _of_tables(("side", "area", "contact", "pace", "place", "manner"))


def _of_tables(tables: Iterable[str]) -> Iterator[tuple[str, Kind, str]]:
    for table in tables:
        yield from ((entry.names[0], _KINDS.get(table, "word"), "") for entry in entries(table))


def _technique(line: Line | None) -> Technique | None:
    word = line.word("technique") if isinstance(line, StepLine) else None
    return techniques().get(word.id) if word is not None else None


def _matching(before: str, candidates: Sequence[tuple[str, Kind, str]]) -> tuple[Offer, ...]:
    """Keep what begins with the longest run of words before the cursor that begins anything at all."""
    allowed = _ALLOW.match(before)
    part = allowed[1] if allowed else _LEADING.sub("", re.split(r"[,:]", before)[-1])
    starts = [match.start() for match in re.finditer(r"\S+", part)] or [len(part)]
    for start in starts:
        said = plain(part[start:])
        column = len(before) - len(part) + start + 1
        found: dict[str, Offer] = {}
        for text, kind, about in candidates:
            if plain(text).startswith(said) and plain(text) != said:
                found.setdefault(text, Offer(text, kind, column, about))
        if found:
            return tuple(found.values())
    return ()


def help_at(examined: Examined, line: int, column: int, words: Words) -> Help | None:
    """Give the page of what stands at a place, of a technique or of a rule that found something: the narrowest ones."""
    pages = [one for one in _pages(examined, line, words) if _holds(one.span, line, column)]
    narrowest = min((one.span.end - one.span.column for one in pages), default=0)
    kept = {one.page: one.span for one in pages if one.span.end - one.span.column == narrowest}
    return Help(next(iter(kept.values())), "\n\n---\n\n".join(kept)) if kept else None


def _pages(examined: Examined, line: int, words: Words) -> Iterator[Help]:
    at = _line_at(examined.written, line) if line >= 1 else None
    for finding in examined.findings:
        if finding.span.line == line and (rule := by_name(finding.code)):
            yield Help(finding.span, _rule_page(page(rule)))
    if isinstance(at, Remark) and at.code and (rule := by_name(at.code)):
        yield Help(at.span, _rule_page(page(rule)))
    for each in at.words("technique") if isinstance(at, StepLine) else ():
        if each.id in techniques():
            yield Help(each.span, technique_page(techniques()[each.id], words))


def _holds(span: Span, line: int, column: int) -> bool:
    return span.line == line and span.column <= column <= span.end


def _rule_page(text: str) -> str:
    """Give a rule's page as Markdown: its examples stand further in, which Markdown shows as they are written."""
    head, _, rest = text.partition("\n")
    return f"**{head}**\n{rest}"


def technique_page(technique: Technique, words: Words) -> str:
    """Give the page of a technique as Markdown."""
    least, most = technique.felt
    return words.text(
        message(
            "page-technique",
            id=technique.id,
            name=words.text(message(f"technique-{technique.id}")),
            how=_how(technique, words),
            hands=_listed("contact", technique.contacts, words),
            places=_listed("area", technique.areas, words),
            least=least,
            most=most,
            unit=technique.pace.unit,
            slowest=technique.pace.least,
            quickest=technique.pace.most,
            seconds=technique.dose_area.usual_s,
            source=technique.source,
            certainty=technique.certainty,
        )
    )


def _how(technique: Technique, words: Words) -> str:
    """Give how the coach tells what the hands do; empty where it is never led."""
    name = f"how-{technique.id}"
    if name not in SCRIPT:
        return ""
    usual: dict[str, Argument] = {
        "area": technique.areas[0],
        "contact": technique.contacts[0],
        "place": technique.places[0] if technique.places else "hip",
        "position": "prone",
        "side": "both",
    }
    return words.text(Message(name, tuple((arg, usual[arg]) for arg in SCRIPT[name])))


def _listed(kind: str, ids: Iterable[str], words: Words) -> str:
    return ", ".join(words.text(message(f"{kind}-{one}")) for one in ids)
