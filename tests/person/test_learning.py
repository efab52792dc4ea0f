"""What is learnt of a person follows from what was said, by the stated reckoning."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backrub.errors import UsageError
from backrub.person import MESSAGES, Liked, Likes, Pressed, Spoken, Stated, learn, learnt, stated
from tests import strategies


def test_nothing_known() -> None:
    """Of somebody new nothing is believed, and nothing is said."""
    assert (0.0, 1.0, ()) == (Likes().offset_on("shoulders"), Likes().factor_of("petrissage"), learnt(Likes()))


def test_normal_update() -> None:
    """Three times firmer is believed at its precision: 3 / (3 + (1.2 / 0.7) squared) of a point."""
    likes = learn(Likes(), [Spoken("firmer", "blades")] * 3)
    assert 3 / (3 + (1.2 / 0.7) ** 2) == pytest.approx(likes.offset_on("blades"))
    assert 0.0 == likes.offset_on("shoulders")


def test_beta_update() -> None:
    """Liked three times with a prior of three for and three against is a share of two thirds."""
    likes = learn(Likes(), [Spoken("liked", technique="petrissage")] * 3)
    assert 2 / 3 == pytest.approx(likes.liked[0].share)
    assert 0.5 + 2 / 3 == pytest.approx(likes.factor_of("petrissage"))


@given(strategies.spoken())
def test_order_does_not_matter(spoken: list[Spoken]) -> None:
    """What is believed depends on what was said, not on the order it was said in."""
    there, back = learn(Likes(), spoken), learn(Likes(), reversed(spoken))
    assert there == back


@given(strategies.spoken())
def test_bounded(spoken: list[Spoken]) -> None:
    """However much is said, pressure stays near usual and no stroke is banned or forced."""
    likes = learn(Likes(), spoken * 20)
    assert all(-1.5 <= each.offset <= 1.5 for each in likes.pressed)
    assert all(0.5 <= each.factor <= 1.5 for each in likes.liked)


@given(strategies.spoken(), st.sampled_from(("softer", "too-much", "hurts")))
def test_softer_never_makes_firmer(spoken: list[Spoken], said: str) -> None:
    """One more "softer" never raises the pressure of its area, and leaves other areas alone."""
    before = learn(Likes(), spoken)
    after = learn(before, [Spoken(said, "shoulders")])  # type: ignore[arg-type]
    assert after.offset_on("shoulders") <= max(0.0, before.offset_on("shoulders"))
    assert after.offset_on("waist") == before.offset_on("waist")


def test_a_number_says_something() -> None:
    """Up to seven is just right, eight is too much, nine and ten hurt, and eleven is no number."""
    said = [Spoken.rated(number, "waist").said for number in (1, 7, 8, 9, 10)]
    assert ["just-right", "just-right", "too-much", "hurts", "hurts"] == said
    with pytest.raises(UsageError, match="11"):
        Spoken.rated(11)


def test_what_was_learnt_is_said() -> None:
    """Each belief is told with how many answers it rests on, in a message of the catalogue."""
    likes = Likes((Pressed("shoulders", -6.0, 6),), (Liked("petrissage", 9.0, 0.0),))
    pressure, liking = learnt(likes)
    assert {"answers": 6, "area": "shoulders", "direction": "softer"} == dict(pressure.args)
    assert {"answers": 9, "liking": "more", "technique": "petrissage"} == dict(liking.args)
    assert all(tuple(sorted(MESSAGES[each.id])) == tuple(name for name, _ in each.args) for each in (pressure, liking))


def test_forgetting() -> None:
    """What is forgotten is as if it had never been said, and the rest stays."""
    kept, gone = Spoken("firmer", "blades"), Spoken("softer", "shoulders")
    assert learn(Likes(), [kept]) == learn(Likes(), [kept, gone]).without(area="shoulders")
    likes = learn(Likes(), [Spoken("liked", technique="caress")])
    assert Likes() == likes.without(technique="caress")
    assert replace(likes) == likes.without(technique="petrissage")


@pytest.mark.parametrize("spoken", [Spoken("softer", "knee"), Spoken("liked", technique="juggling")])
def test_unknown(spoken: Spoken) -> None:
    """What names no area or technique is refused."""
    with pytest.raises(UsageError):
        learn(Likes(), [spoken])


@given(strategies.likes())
def test_what_is_stated_counts_at_once(likes: Likes) -> None:
    """A statement takes the place of what was learnt, and is enough to change a plan by a point or a quarter."""
    assert 1 == round(stated(likes, "firmer", area="blades").offset_on("blades"))
    assert -1 == round(stated(likes, "softer", area="blades").offset_on("blades"))
    assert 0.0 == stated(likes, "as-planned", area="blades").offset_on("blades")
    assert (1.25, 0.75, 1.0) == tuple(
        stated(likes, what, technique="caress").factor_of("caress") for what in ("more", "less", "as-planned")
    )
    assert likes.without(area="blades") == stated(likes, "firmer", area="blades").without(area="blades")


@pytest.mark.parametrize("given", [("softer", None, "caress"), ("more", "blades", None), ("softer", "elbow", None)])
def test_what_is_not_said_of_such_a_thing(given: tuple[Stated, str | None, str | None]) -> None:
    """How firm is said of places that are known, how much of strokes."""
    what, area, technique = given
    with pytest.raises(UsageError):
        stated(Likes(), what, area=area, technique=technique)
