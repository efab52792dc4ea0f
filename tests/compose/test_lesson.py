"""A hug is learnt before it is done."""

from __future__ import annotations

import pytest

from backrub.compose import MESSAGES, hug_lesson
from backrub.errors import NotTonight
from backrub.person import Health, Wishes


def test_learnt_not_led() -> None:
    """A lesson is a few points with no times but its longest, a minute."""
    lesson = hug_lesson(Wishes())
    assert 60 == lesson.most_s
    assert "lesson-hug-ask" == lesson.points[0].id
    assert {point.id for point in lesson.points} <= set(MESSAGES)


def test_for_somebody_sad() -> None:
    """Somebody in tears is asked first, and gets no advice."""
    args = {point.id: dict(point.args) for point in hug_lesson(Wishes(intention="comfort")).points}
    assert "yes" == args["lesson-hug-ask"]["sad"] == args["lesson-hug-quiet"]["sad"]


def test_never_firmer_than_care_allows() -> None:
    """The hand is as light as health allows, and three at most."""
    pressures = [dict(point.args)["pressure"] for point in hug_lesson(Wishes()).points if "slowly" in point.id]
    assert [3] == pressures
    with pytest.raises(NotTonight):
        hug_lesson(Wishes(health=Health("something", ("emergency",))))
