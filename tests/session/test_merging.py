"""Taps that come twice in a moment are one wish, whoever makes them."""

from __future__ import annotations

import pytest

from backrub.session import CommandKind
from tests.session.plans import at, do, kinds, led_to, said

TWICE: tuple[tuple[CommandKind, int | None], ...] = (
    *((kind, None) for kind in ("next", "stay", "back", "not-there", "tired", "softer", "spot-here")),
    ("rate", 8),
    ("rate", 9),
)


@pytest.mark.parametrize(("kind", "value"), TWICE)
def test_a_tap_that_comes_twice_is_one(kind: CommandKind, value: int | None) -> None:
    """The second changes neither what is led nor what is asked for, and nothing is said to it."""
    engine = led_to(400 if kind == "spot-here" else 360)
    do(engine, kind, engine.now_ms, "receiver", value)
    engine.advance(engine.now_ms + 1_500)
    slots, pressure = engine.state.slots, engine.view().pressure

    assert kinds(do(engine, kind, engine.now_ms, "receiver", value)) == ["wish-heard"]
    assert slots is engine.state.slots
    assert pressure == engine.view().pressure
    assert said(engine, engine.now_ms) == []


def test_two_people_who_say_the_same_are_one_wish() -> None:
    """The receiver says not there, and the giver taps it too: one place is left."""
    engine = led_to(360)
    do(engine, "not-there", at(360), "receiver")
    do(engine, "not-there", at(361), "giver")

    assert engine.state.left == {"shoulders"}


def test_said_again_later_it_is_meant_again() -> None:
    """Three seconds on it is another wish: that place is left as well."""
    engine = led_to(360)
    do(engine, "not-there", at(360), "receiver")
    do(engine, "not-there", at(363), "receiver")

    assert len(engine.state.left) > 1
