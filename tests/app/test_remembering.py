"""What was said in a kept session teaches a card, once, and of the stroke it was said of."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

import pytest

from backrub.app.cards import HeldCards, KeptCard, checked, named
from backrub.app.conducting import Conductor
from backrub.app.ports import SessionRecord
from backrub.app.remembering import learn_from, spoken_in
from backrub.errors import UsageError
from backrub.person import BLANK, Avoid, Card, Mark, Spoken, card_of
from tests.app.rooms import WISHES, House


def lead(story: Coroutine[Any, Any, None]) -> None:
    """Run a story of one session to its end."""
    asyncio.run(asyncio.wait_for(story, 30))


async def until(house: House, conductor: Conductor, technique: str) -> str:
    """Let time pass until a technique is under way; give the area it is on."""
    while True:
        view = conductor.view()
        step = view.steps[view.step].step if view.step is not None else None
        if step is not None and step.technique == technique and step.area is not None:
            return step.area
        await house.let_pass(conductor, 5)


def record_of(house: House, conductor: Conductor) -> SessionRecord:
    """Give a session as the store has it."""
    record = house.store.find(conductor.record.id)
    assert record is not None
    return record


def test_what_was_said_is_heard_with_its_stroke() -> None:
    """Softer, firmer, numbers, stay and not there become what they say of the stroke under way."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions(), replace(WISHES, firm=True))
        area = await until(house, conductor, "petrissage")
        await house.let_pass(conductor, 3)
        await house.say(conductor, "softer", by="receiver")
        await house.let_pass(conductor, 12)
        await house.say(conductor, "rate", by="receiver", value=4)
        await house.let_pass(conductor, 3)
        await house.say(conductor, "stay", by="receiver")
        await house.let_pass(conductor, 3)
        await house.say(conductor, "rate", by="receiver", value=9)
        said = list(spoken_in(house.store.log(conductor.record.id)))
        assert [
            Spoken("softer", area, "petrissage"),
            Spoken("just-right", area, "petrissage"),
            Spoken("stay", None, "petrissage"),
            Spoken("hurts", area, "petrissage"),
        ] == said

    lead(story())


def test_leaving_a_place_counts_half_against_the_stroke() -> None:
    """Not there is heard with the place and the stroke that was left."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        area = await until(house, conductor, "petrissage")
        await house.let_pass(conductor, 3)
        await house.say(conductor, "not-there", by="receiver")
        assert [Spoken("not-there", area, "petrissage")] == list(spoken_in(house.store.log(conductor.record.id)))

    lead(story())


def test_two_taps_at_once_are_one_wish() -> None:
    """A second softer within two seconds teaches nothing more."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        await until(house, conductor, "petrissage")
        await house.say(conductor, "softer", by="receiver")
        await house.say(conductor, "softer", by="receiver")
        assert ["softer"] == [one.said for one in spoken_in(house.store.log(conductor.record.id))]

    lead(story())


def test_a_session_is_learnt_once() -> None:
    """A kept card learns from a kept session, and the second time changes nothing."""

    async def story() -> None:
        house, cards = House(), HeldCards()
        sessions = house.sessions()
        conductor = await house.begun(sessions)
        area = await until(house, conductor, "petrissage")
        await house.say(conductor, "softer", by="receiver")
        await sessions.keep(conductor.record.id)
        record = record_of(house, conductor)
        first = learn_from(record, house.store, KeptCard("one", "Somebody", BLANK), cards)
        assert isinstance(first, KeptCard)
        assert (-1.0, 1) == (first.card.likes.pressed[0].total, first.card.likes.pressed[0].answers)
        assert area == first.card.likes.pressed[0].area
        assert first == learn_from(record, house.store, first, cards) == cards.find("one")

    lead(story())


def test_without_a_card_one_is_made_and_not_kept() -> None:
    """What a session teaches somebody new stands on a card of tonight's wishes that lies nowhere."""

    async def story() -> None:
        house, cards = House(), HeldCards()
        sessions = house.sessions()
        wishes = replace(WISHES, avoid=(Avoid("waist"),))
        conductor = await house.begun(sessions, wishes)
        await until(house, conductor, "petrissage")
        await house.say(conductor, "firmer", by="receiver")
        await sessions.keep(conductor.record.id)
        card = learn_from(record_of(house, conductor), house.store, None, cards)
        assert isinstance(card, Card)
        assert ((Avoid("waist"),), 1) == (card.avoid, len(card.likes.pressed))
        assert () == cards.all()

    lead(story())


def test_what_nobody_kept_teaches_nothing() -> None:
    """A session whose question is open, or was answered with no, cannot be learnt from."""

    async def story() -> None:
        house = House()
        conductor = await house.begun(house.sessions())
        with pytest.raises(UsageError, match="not kept"):
            learn_from(record_of(house, conductor), house.store, None, HeldCards())

    lead(story())


@pytest.mark.parametrize(("given", "expected"), [(" A  friend\n", "A friend"), ("x" * 40, "x" * 40)])
def test_a_name_is_one_line(given: str, expected: str) -> None:
    """A card's name is shown in one line."""
    assert expected == named(given)


@pytest.mark.parametrize("given", ["", " \n", "x" * 41])
def test_no_name_or_too_much_of_one_is_refused(given: str) -> None:
    """A card without a name could not be found again."""
    with pytest.raises(UsageError, match="name"):
        named(given)


def test_a_card_is_as_its_text_has_it() -> None:
    """What cannot be written on a card is put right, or refused."""
    assert Mark("mole", 2, 3, 20) == checked(Card(marks=(Mark("mole", 2.2, 3.1),))).marks[0]
    assert (Avoid("waist"),) == checked(Card(avoid=(Avoid("waist"), Avoid("waist")))).avoid
    with pytest.raises(UsageError):
        checked(Card(language="no language"))
    with pytest.raises(UsageError, match="more than a card"):
        checked(card_of(replace(WISHES, marks=tuple(Mark("mole", x, 0) for x in range(60)))))
