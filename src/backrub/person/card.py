"""The person card: what a receiver may carry to the next rub, kept only if they want it.

Nothing of health is on it. Its text form (`card_text.py`) fits a QR code and can be read by eye.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from backrub.person.learning import Likes, Spoken, learn
from backrub.person.wishes import Avoid, Mark, Wishes
from backrub.routine import Position

__all__ = ["BLANK", "Card", "Firmness", "Free", "after_session", "card_of", "wishes_with"]

Firmness = Literal["soft", "usual", "firm"]
Free = Literal["nuts", "scent", "latex"]


@dataclass(frozen=True, slots=True)
class Card:
    """What one person likes and does not.

    Attributes:
        firmness: How firm they like it.
        likes: What was learnt from their answers.
        avoid: Places to leave alone.
        marks: Their own spots to go round.
        free_of: What oil or lotion must be free of, and latex where it must not meet oil.
        position: How they like to lie or sit, or None.
        language: Their language, as in `en` or `pt-BR`.
    """

    firmness: Firmness = "usual"
    likes: Likes = field(default_factory=Likes)
    avoid: tuple[Avoid, ...] = ()
    marks: tuple[Mark, ...] = ()
    free_of: tuple[Free, ...] = ()
    position: Position | None = None
    language: str = "en"


BLANK = Card()
"""The card of somebody of whom nothing is known: what a card is once it has been erased."""


def wishes_with(wishes: Wishes, card: Card) -> Wishes:
    """Add a card to tonight's wishes; what is wished tonight goes before what the card says."""
    said = wishes.soft or wishes.firm or wishes.deep
    return replace(
        wishes,
        soft=wishes.soft or (not said and card.firmness == "soft"),
        firm=wishes.firm or (not said and card.firmness == "firm"),
        likes=card.likes,
        avoid=tuple(dict.fromkeys((*wishes.avoid, *card.avoid))),
        marks=tuple(dict.fromkeys((*wishes.marks, *card.marks))),
        nut_allergy=wishes.nut_allergy or "nuts" in card.free_of,
        scent_free=wishes.scent_free or "scent" in card.free_of,
        latex=wishes.latex or "latex" in card.free_of,
        position=wishes.position or card.position,
    )


def card_of(wishes: Wishes, language: str = "en") -> Card:
    """Make a card of tonight's wishes, health left out; skin that only hurts today is not carried on."""
    lasting = tuple(mark for mark in wishes.marks if mark.kind in ("mole", "scar", "patch", "not-there"))
    free = {"nuts": wishes.nut_allergy, "scent": wishes.scent_free, "latex": wishes.latex}
    return Card(
        firmness="soft" if wishes.soft else "firm" if wishes.firm else "usual",
        likes=wishes.likes,
        avoid=wishes.avoid,
        marks=lasting,
        free_of=tuple(name for name, is_free in free.items() if is_free),  # type: ignore[misc]
        position=wishes.position,
        language=language,
    )


def after_session(card: Card, spoken: Iterable[Spoken]) -> Card:
    """Let a card learn from what was said in a session that was kept.

    Raises:
        UsageError: An area, a technique or what was said is not known.
    """
    return replace(card, likes=learn(card.likes, spoken))
