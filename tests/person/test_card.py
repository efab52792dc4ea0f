"""A person card goes to text and back, and adds to tonight's wishes without overruling them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backrub.errors import UsageError
from backrub.person import (
    BLANK,
    Avoid,
    Card,
    Health,
    Likes,
    Mark,
    Spoken,
    Wishes,
    after_session,
    card_from,
    card_of,
    card_text,
    learn,
    wishes_with,
)
from tests import strategies

CARD = Card(
    firmness="firm",
    likes=learn(Likes(), [Spoken("softer", "shoulders", "petrissage"), Spoken("liked", technique="caress")]),
    avoid=(Avoid("waist"),),
    marks=(Mark("mole", -12, 30),),
    free_of=("nuts",),
    position="side-lying",
    language="pt-BR",
)


@given(strategies.cards())
def test_round_trip(card: Card) -> None:
    """Any card is read back from its text as it was."""
    assert card == card_from(card_text(card))


def test_short_and_plain() -> None:
    """A card is plain text that a QR code of usual size holds."""
    text = card_text(CARD)
    assert text.isascii()
    assert len(text) < 200
    assert "shoulders:-1:1" in text


@given(strategies.cards(), st.data())
def test_damage_is_noticed(card: Card, data: st.DataObject) -> None:
    """A card with one character changed is never read as another card."""
    text = card_text(card)
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.characters(min_codepoint=33, max_codepoint=126).filter(lambda one: one != text[at]))
    with pytest.raises(UsageError):
        card_from(text[:at] + other + text[at + 1 :])


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "no person card"),
        ("https://example.org", "no person card"),
        ("backrub-card 1;" + "x" * 3000, "no person card"),
        ("backrub-card 2;00000000", "version 2"),
        ("backrub-card 1;lang=en", "damaged"),
    ],
)
def test_unreadable(text: str, match: str) -> None:
    """What cannot be read is refused with what it is and what to do."""
    with pytest.raises(UsageError, match=match) as refused:
        card_from(text)
    assert refused.value.instead


@pytest.mark.parametrize("field", ["shoe=43", "firm=very", "no=waist", "no=knee:both", "p=waist:x:1", "lang=E"])
def test_wrong_fields(field: str) -> None:
    """A card with a right check sum that says what is not known is refused too."""
    from backrub.person.card_text import _check_sum

    body = f"backrub-card 1;{field}"
    with pytest.raises(UsageError):
        card_from(f"{body};{_check_sum(body)}")


def test_adds_to_wishes() -> None:
    """A card adds what it knows; what is wished tonight goes before it."""
    wished = wishes_with(Wishes(soft=True, position="seated"), CARD)
    assert (True, False, "seated", True) == (wished.soft, wished.firm, wished.position, wished.nut_allergy)
    assert (CARD.avoid, CARD.marks, CARD.likes) == (wished.avoid, wished.marks, wished.likes)
    assert Wishes() == wishes_with(Wishes(), BLANK)


def test_nothing_of_health() -> None:
    """A card made of wishes holds no word of health, and nothing that only hurts today."""
    wishes = Wishes(health=Health("something", ("pregnant",)), marks=(Mark("bruise", 0, 0), Mark("scar", 10, 10)))
    card = card_of(wishes, "de")
    assert (("scar",), "de") == (tuple(mark.kind for mark in card.marks), card.language)
    assert "pregnant" not in card_text(card)


def test_learns_after_a_session() -> None:
    """What was said in a kept session changes what the card believes, and nothing else of it."""
    after = after_session(CARD, [Spoken("softer", "shoulders")])
    assert after.likes.offset_on("shoulders") < CARD.likes.offset_on("shoulders") < 0
    assert (CARD.avoid, CARD.language) == (after.avoid, after.language)
