"""The book of rules: code, slug, severity, profile, and the module whose docstring is the rule's page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import islice
from types import MappingProxyType
from typing import cast

from backrub.check.findings import Found, Severity
from backrub.check.subject import Subject
from backrub.data import load

__all__ = [
    "MOST_PLACES",
    "PROFILES",
    "Rule",
    "all_rules",
    "answering_instead",
    "by_name",
    "codes",
    "did_you_mean",
    "found_by",
    "profile_of",
]

Check = Callable[[Subject], Iterator[Found]]
_CLOSE_ENOUGH = 60
_TABLE = load("rules")

MOST_PLACES = 100
"""So many places of one rule are listed; who mends them is told the rest. Source: our guess. Certainty: ENG."""

PROFILES: tuple[str, ...] = tuple(_TABLE["profiles"]["nested"])
"""The profiles; each holds every rule of those before it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        code: For machines; never reused.
        slug: For people; never reused.
        severity: How grave a finding of it is, unless it says otherwise.
        profile: The smallest profile that holds it.
        check: What finds; ask `found_by` instead, which asks once.
        args: What fills its message.
        page: Its docstring, which is its page.
        draws: Whether it draws strokes on a back, where one is given.
    """

    code: str
    slug: str
    severity: Severity
    profile: str
    check: Check
    args: tuple[str, ...]
    page: str
    draws: bool = False

    @property
    def is_safety(self) -> bool:
        """Tell whether it can only be acknowledged, never switched off."""
        return self.profile == PROFILES[0]

    @property
    def about_flow(self) -> bool:
        """Tell whether it is about how steps follow each other, so that it needs all of them."""
        return self.code.startswith("RUB3")

    @property
    def group(self) -> str:
        """Give what it is about: safety, anatomy, flow, notation or comfort."""
        return str(_TABLE["groups"][self.code[3]])


@cache
def all_rules() -> Mapping[str, Rule]:
    """Give every rule in force by its code."""
    rows = _TABLE["rules"]
    return MappingProxyType({code: _rule(code, row) for code, row in rows.items() if not row.get("retired")})


@cache
def codes() -> frozenset[str]:
    """Give the codes of every rule in force."""
    return frozenset(code for code, row in _TABLE["rules"].items() if not row.get("retired"))


@cache
def profile_of(name: str) -> tuple[Rule, ...]:
    """Give the rules of a profile, in order of their codes.

    Raises:
        KeyError: There is no such profile.
    """
    if name not in PROFILES:
        raise KeyError(name)
    held = PROFILES[: PROFILES.index(name) + 1]
    return tuple(rule for rule in all_rules().values() if rule.profile in held)


def found_by(rule: Rule, subject: Subject) -> tuple[Found, ...]:
    """Give what a rule finds in a subject, `MOST_PLACES` and one more at most, and remember it there."""
    if rule.code not in subject.found:
        subject.found[rule.code] = tuple(islice(_each_once(rule.check(subject)), MOST_PLACES + 1))
    return subject.found[rule.code]


def _each_once(places: Iterator[Found]) -> Iterator[Found]:
    """Leave out what was found before, as in every round of a repeat."""
    seen: set[tuple[object, ...]] = set()
    for each in places:
        key = (each.span, each.args, each.message)
        if key not in seen:
            seen.add(key)
            yield each


def answering_instead(name: str) -> tuple[str, ...]:
    """Give the codes of the rules that answer what a retired rule did; none for a name that was never one's."""
    wanted = _plain(name)
    rows = ((code, row) for code, row in _TABLE["rules"].items() if row.get("retired"))
    return next((tuple(row["instead"]) for code, row in rows if wanted in (code.casefold(), row["slug"])), ())


def by_name(name: str) -> Rule | None:
    """Give the rule of a code or slug, in any spelling of case; None when there is none."""
    wanted = _plain(name)
    return next((rule for rule in all_rules().values() if wanted in (rule.code.casefold(), rule.slug)), None)


def _plain(name: str) -> str:
    return name.strip().casefold().replace("_", "-").replace(" ", "-")


def did_you_mean(name: str) -> str | None:
    """Give the code or slug most like a name, or None when none is."""
    from rapidfuzz import process  # noqa: PLC0415 - wanted only after a slip

    names = [each for rule in all_rules().values() for each in (rule.slug, rule.code)]
    wanted = name.upper() if name[:3].casefold() == "rub" else name.casefold()
    found = process.extractOne(wanted, names, score_cutoff=_CLOSE_ENOUGH)
    return str(found[0]) if found else None


def _rule(code: str, row: Mapping[str, str]) -> Rule:
    module = import_module(f"backrub.check.rules.{row['slug'].replace('-', '_')}")
    return Rule(
        code=code,
        slug=row["slug"],
        severity=cast("Severity", row["severity"]),
        profile=row["profile"],
        check=cast("Check", module.check),
        args=tuple(getattr(module, "ARGS", ())),
        page=inspect.getdoc(module) or "",
        draws=hasattr(module, "drawn"),
    )
