"""Written routines on the wire: what a page sends of a text, and what it is told about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from backrub.anatomy import Body, PersonalZone
from backrub.app.annotating import tokens
from backrub.app.assisting import Help, Offer
from backrub.app.checking import Report, record
from backrub.app.routines import Shelved
from backrub.app.texts import Examined, Stretch
from backrub.check import Rule, page
from backrub.person import Talk
from backrub.routine import Routine, message
from backrub.wire.atlas import atlas_to_json
from backrub.wire.mapping import JsonObject, read, write
from backrub.wire.plan import labelled_routine
from backrub.wire.shapes import AtlasJson, PathJson
from backrub.words import Words

__all__ = [
    "CursorSent",
    "LeadSent",
    "TextSent",
    "checked_to_json",
    "help_to_json",
    "offers_to_json",
    "paths_to_json",
    "rule_to_json",
    "sent",
    "shelf_to_json",
]

S = TypeVar("S")
LONGEST = 300_000
"""Characters taken of a text; the reader itself refuses what is over 256 kB, and says so with a place."""

Text = Annotated[str, Field(max_length=LONGEST)]
Profile = Literal["safe", "kind", "teacher"]
Number = Annotated[int, Field(ge=1, le=LONGEST)]


@dataclass(frozen=True, slots=True)
class TextSent:
    """A text to check, to lay out, or to mend.

    Attributes:
        text: The routine.
        profile: The rules it is held against.
        unsafe: Whether to mend also what changes the rub itself.
        code: The rule of the one finding to mend, whatever that changes; empty: all there are.
        line: Where that finding stands.
        column: As above.
        body: Who receives it; left out, somebody of usual size.
    """

    text: Text
    profile: Profile = "kind"
    unsafe: bool = False
    code: Annotated[str, Field(max_length=16)] = ""
    line: Number = 1
    column: Number = 1
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class CursorSent:
    """A text and a place in it, counted from 1.

    Attributes:
        text: The routine.
        line: The line.
        column: The column.
        body: Who receives it; left out, somebody of usual size.
        back: The name of the back that whoever asks has already, so that it need not be sent again.
    """

    text: Text
    line: Number
    column: Number = 1
    body: Body | None = None
    back: str = ""


@dataclass(frozen=True, slots=True)
class LeadSent:
    """A text to be led, how much the coach says, and who receives it."""

    text: Text
    talk: Talk = "guide"
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class FindingJson:
    """One thing found; `acknowledged` is the reason of whoever allowed it."""

    file: str
    line: int
    column: int
    code: str
    slug: str
    severity: Literal["error", "warning", "info"]
    message: str
    hint: str
    end_column: int
    fix: Literal["safe", "unsafe"] | None
    acknowledged: str | None = None


@dataclass(frozen=True, slots=True)
class CheckedJson:
    """What is known of a text.

    Attributes:
        findings: What was found, in order of place.
        routine: What can be led of it, or null.
        lines: For each step the line it came from.
        whole: Whether all of it can be led.
        stated_s: The total it states, or null.
        tokens: Line, first column, column after the last, and kind of each piece that has a colour.
    """

    findings: list[FindingJson]
    routine: Routine | None
    lines: list[int]
    whole: bool
    stated_s: int | None
    tokens: list[tuple[int, int, int, str]]


@dataclass(frozen=True, slots=True)
class MendedJson:
    """A text laid out or mended, and how many findings that answered."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class OffersJson:
    """How a line can go on, the likeliest first."""

    offers: list[Offer]


@dataclass(frozen=True, slots=True)
class HelpJson:
    """The page of what stands at a place, as Markdown; null when there is none."""

    page: str | None


@dataclass(frozen=True, slots=True)
class LinePathsJson:
    """The hands in the steps that came of one line.

    Attributes:
        first: The number of the first such step.
        paths: The paths of the hands, by key.
        step_paths: For each of these steps the key of its path.
        marks: The spots to go round.
        kept_off: The places to leave alone, as `area:side`.
        back: The name of the back they are on.
        atlas: That back with its spots to go round; null where whoever asks has it.
    """

    first: int
    paths: dict[str, PathJson]
    step_paths: list[str | None]
    marks: list[PersonalZone]
    kept_off: list[str]
    back: str
    atlas: AtlasJson | None


@dataclass(frozen=True, slots=True)
class ShelvedJson(Shelved):
    """A routine of the library, with a line about it."""

    about: str


@dataclass(frozen=True, slots=True)
class ShelfJson:
    """The library."""

    routines: list[ShelvedJson]


@dataclass(frozen=True, slots=True)
class TextJson:
    """A routine as text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class RuleJson:
    """A rule and its page."""

    code: str
    slug: str
    severity: str
    profile: str
    page: str


def sent(kind: type[S], data: object) -> S:
    """Read what a page sends: a `TextSent`, a `CursorSent` or a `LeadSent`.

    Raises:
        Unreadable: A field is missing, unknown, or too long.
    """
    return read(kind, data, "a text")


def checked_to_json(examined: Examined, text: str, words: Words) -> JsonObject:
    """Give what is known of a text."""
    report = Report("", text, examined.findings)
    routine = examined.routine
    return {
        "findings": [dict(record(report, finding, words)) for finding in examined.findings],
        "routine": labelled_routine(routine, words) if routine is not None and routine.steps else None,
        "lines": list(examined.lines),
        "whole": examined.is_whole,
        "stated_s": examined.stated_s,
        "tokens": [[one.span.line, one.span.column, one.span.end, one.kind] for one in tokens(examined.written, text)],
    }


def offers_to_json(offered: Iterable[Offer]) -> JsonObject:
    """Give how a line can go on."""
    return {"offers": [write(Offer, one) for one in offered]}


def help_to_json(helped: Help | None) -> JsonObject:
    """Give the page of what stands at a place."""
    return {"page": helped.page if helped else None}


def paths_to_json(stretch: Stretch, words: Words, known: str = "") -> JsonObject:
    """Give the paths of the steps that came of a line, and the back they are on unless it is known by its name."""
    paths = stretch.paths
    return {
        "first": stretch.first,
        "paths": {key: path.as_json() for key, path in paths.paths.items()},
        "step_paths": list(paths.of_steps),
        "marks": [write(PersonalZone, each) for each in stretch.back.personal],
        "kept_off": [f"{area}:{side}" for area, side in sorted(stretch.kept_off)],
        "back": stretch.back_name,
        "atlas": None if known == stretch.back_name else atlas_to_json(stretch.back, words),
    }


def shelf_to_json(shelved: Iterable[Shelved], words: Words) -> JsonObject:
    """Give the library, each with a line about it."""
    return {"routines": [write(Shelved, one) | {"about": _about(one, words)} for one in shelved]}


def _about(one: Shelved, words: Words) -> str:
    """Give length, position and what is on the skin, in words."""
    summary = message(
        "plan-summary", minutes=one.minutes, surface=one.surface, glide=one.lubricant, position=one.position
    )
    return words.text(summary)


def rule_to_json(rule: Rule) -> JsonObject:
    """Give a rule and its page."""
    return {
        "code": rule.code,
        "slug": rule.slug,
        "severity": rule.severity,
        "profile": rule.profile,
        "page": page(rule),
    }
