"""The two people: what they wish for tonight, and what their answers allow."""

from __future__ import annotations

from backrub.person.care import CONDITIONS, Answered, Care, Health, care_for, conditions_on_line
from backrub.person.catalogue import MESSAGES
from backrub.person.problems import problems, validate
from backrub.person.wishes import (
    Avoid,
    Intention,
    Level,
    Mark,
    MarkKind,
    Relation,
    Talk,
    Tense,
    Wishes,
    care_of,
    without_health,
)

__all__ = [
    "CONDITIONS",
    "MESSAGES",
    "Answered",
    "Avoid",
    "Care",
    "Health",
    "Intention",
    "Level",
    "Mark",
    "MarkKind",
    "Relation",
    "Talk",
    "Tense",
    "Wishes",
    "care_for",
    "care_of",
    "conditions_on_line",
    "problems",
    "validate",
    "without_health",
]
