"""Person cards that somebody wants kept on this machine: the port behind which they lie, and keeping them in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from backrub.errors import UsageError
from backrub.person import Card, card_from, card_text

__all__ = ["LONGEST_NAME", "MOST_CARDS", "Cards", "HeldCards", "KeptCard", "checked", "named"]

LONGEST_NAME = 40
"""Characters of the name a card is known by on this machine. Certainty: ENG."""

MOST_CARDS = 50
"""Cards kept on one machine: a household and its friends. Certainty: ENG."""


@dataclass(frozen=True, slots=True)
class KeptCard:
    """A card as this machine keeps it.

    Attributes:
        id: Its own name, safe in a URL.
        name: What people call it here; it is not on the card itself.
        card: What it says.
        learnt_from: Sessions it has learnt from, so that none counts twice.
    """

    id: str
    name: str
    card: Card
    learnt_from: tuple[str, ...] = ()


class Cards(Protocol):
    """Where kept cards lie. What is forgotten leaves no byte behind."""

    @property
    def keeps(self) -> bool:
        """Tell whether a card can be kept here at all."""

    def all(self) -> tuple[KeptCard, ...]:
        """Give every card, by name."""

    def find(self, card: str) -> KeptCard | None:
        """Give a card, or None."""

    def keep(self, kept: KeptCard) -> None:
        """Keep a card, in place of the one with its id if there is one.

        Raises:
            StoreError: It cannot be written.
            UsageError: No card is kept here at all.
        """

    def forget(self, card: str) -> bool:
        """Forget a card; tell whether there was one."""


class HeldCards:
    """Cards that end with their process."""

    keeps = True

    def __init__(self) -> None:
        self._held: dict[str, KeptCard] = {}

    def all(self) -> tuple[KeptCard, ...]:
        """Give every card, by name."""
        return tuple(sorted(self._held.values(), key=lambda one: (one.name.casefold(), one.id)))

    def find(self, card: str) -> KeptCard | None:
        """Give a card, or None."""
        return self._held.get(card)

    def keep(self, kept: KeptCard) -> None:
        """Hold a card."""
        self._held[kept.id] = kept

    def forget(self, card: str) -> bool:
        """Drop a card."""
        return self._held.pop(card, None) is not None


def named(name: str) -> str:
    """Give a card's name as it is shown: one line, no more space than needed.

    Raises:
        UsageError: There is nothing left of it, or too much.
    """
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    if not 1 <= len(plain) <= LONGEST_NAME:
        raise UsageError("a card needs a name", "name", f"Use 1 to {LONGEST_NAME} characters")
    return plain


def checked(card: Card) -> Card:
    """Give a card as its text has it, for what cannot be written cannot be carried.

    Raises:
        UsageError: It says what is not known.
    """
    if len(card.avoid) + len(card.marks) + len(card.free_of) > MOST_CARDS:
        raise UsageError("that is more than a card can hold", "card", f"Name at most {MOST_CARDS} places and spots")
    once = replace(card, avoid=tuple(dict.fromkeys(card.avoid)), free_of=tuple(dict.fromkeys(card.free_of)))
    written = card_from(card_text(once))
    if _words_of(written) != _words_of(once):  # a name that holds the signs between fields would be read as more
        raise UsageError("a word on it cannot be written", "card", "Use the ids and languages of the card page")
    return written


def _words_of(card: Card) -> tuple[object, ...]:
    """Give what on a card is no figure, which the text may round."""
    return (
        *(card.firmness, card.position, card.language, card.free_of, card.avoid),
        [mark.kind for mark in card.marks],
        [one.area for one in card.likes.pressed],
        [one.technique for one in card.likes.liked],
    )
