"""The two people: what they wish for tonight, what their answers allow, and what a card has learnt."""

from __future__ import annotations

from backrub.person.card import BLANK, Card, after_session, card_of, wishes_with
from backrub.person.card_text import CARD_VERSION, card_from, card_text
from backrub.person.care import (
    CONDITIONS,
    Action,
    Answer,
    Answered,
    Care,
    Health,
    answers_to,
    care_for,
    conditions_on_line,
    screen,
)
from backrub.person.catalogue import MESSAGES
from backrub.person.learning import Liked, Likes, Pressed, Said, Spoken, learn, learnt
from backrub.person.problems import problems, validate
from backrub.person.wishes import (
    Avoid,
    Experience,
    Intention,
    Level,
    Mark,
    MarkKind,
    Relation,
    Room,
    Talk,
    Tender,
    Tense,
    Wishes,
    care_of,
    minutes_of,
    without_health,
)

__all__ = [
    "BLANK",
    "CARD_VERSION",
    "CONDITIONS",
    "MESSAGES",
    "Action",
    "Answer",
    "Answered",
    "Avoid",
    "Card",
    "Care",
    "Experience",
    "Health",
    "Intention",
    "Level",
    "Liked",
    "Likes",
    "Mark",
    "MarkKind",
    "Pressed",
    "Relation",
    "Room",
    "Said",
    "Spoken",
    "Talk",
    "Tender",
    "Tense",
    "Wishes",
    "after_session",
    "answers_to",
    "card_from",
    "card_of",
    "card_text",
    "care_for",
    "care_of",
    "conditions_on_line",
    "learn",
    "learnt",
    "minutes_of",
    "problems",
    "screen",
    "validate",
    "wishes_with",
    "without_health",
]
