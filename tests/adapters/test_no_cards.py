"""A server of many households keeps nobody's card."""

from __future__ import annotations

import pytest

from backrub.adapters.no_cards import NoCards
from backrub.app.cards import KeptCard
from backrub.errors import UsageError
from backrub.person import Card


def test_no_card_is_kept() -> None:
    """Whoever wants one kept is told to save a file; there is none to be found or forgotten."""
    cards = NoCards()
    with pytest.raises(UsageError, match="Save it as a file"):
        cards.keep(KeptCard("one", "Somebody", Card()))
    assert ((), None, False) == (cards.all(), cards.find("one"), cards.forget("one"))
    assert cards.keeps is False
