"""A tender spot that somebody knows of is held where it is, or the plan says that it is not."""

from __future__ import annotations

import pytest

from backrub.compose import compose
from backrub.compose.conflicts import Asked, asked, conflict
from backrub.errors import UsageError
from backrub.person import Health, Tender, Wishes, validate
from backrub.technique import techniques

HOLD = techniques()["tender-spot-hold"]
HEALTHY = Health("none")


@pytest.mark.parametrize("area", [area for area in HOLD.areas if area != "gutters-lower"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_it_is_held_where_it_is(area: str, side: str) -> None:
    """In a rub with time for it, the hold is on that place and that side, after a minute of warm work there."""
    plan = compose(Wishes(minutes=25, health=HEALTHY, tender=(Tender(area, side),)))  # type: ignore[arg-type]
    held = [(step.area, step.side) for step in plan.steps if step.kind == "hold"]
    told = [one for one in plan.gave_way if one.id == "gave-way-tender"]
    assert [(area, side)] == held or [(("area", area),)] == [one.args for one in told]
    if area in ("shoulders", "between-blades", "gutters-upper"):
        assert [(area, side)] == held


@pytest.mark.parametrize(
    "wishes",
    [
        Wishes(minutes=25, health=HEALTHY, tender=(Tender("waist", "left"),)),
        Wishes(minutes=3, health=HEALTHY, tender=(Tender("shoulders", "left"),)),
        Wishes(minutes=25, tender=(Tender("shoulders", "left"),)),
        Wishes(minutes=25, health=HEALTHY, holds=False, tender=(Tender("shoulders", "left"),)),
        Wishes(minutes=25, health=HEALTHY, intention="sleep", tender=(Tender("shoulders", "left"),)),
    ],
)
def test_where_it_may_not_be_held_the_plan_says_so(wishes: Wishes) -> None:
    """Below the ribs, in three minutes, with health unasked, or where nobody wants it, there is no hold but a word."""
    plan = compose(wishes)
    assert [] == [step for step in plan.steps if step.kind == "hold"]
    assert [(("area", wishes.tender[0].area),)] == [one.args for one in plan.gave_way if one.id == "gave-way-tender"]


def test_it_is_sought_there_and_nowhere_else() -> None:
    """Who says where it is tender is not searched between the blades."""
    plan = compose(Wishes(minutes=30, health=HEALTHY, holds=True, tender=(Tender("shoulders", "right"),)))
    assert {("shoulders", "right")} == {(step.area, step.side) for step in plan.steps if step.kind == "hold"}


def test_it_can_be_dropped_where_wishes_clash() -> None:
    """A tender spot that cannot be held is among the wishes that clash, one by one."""
    wishes = Wishes(minutes=3, health=HEALTHY, tender=(Tender("shoulders", "left"), Tender("waist", "right")))
    assert {Asked("tender", 0), Asked("tender", 1)} <= set(asked(wishes))
    assert conflict(wishes)


@pytest.mark.parametrize("spot", [Tender("knee", "left"), Tender("upper-back", "left"), Tender("shoulders", "both")])  # type: ignore[arg-type]
def test_a_spot_is_in_one_place_on_one_side(spot: Tender) -> None:
    """An unknown place, several places together, or both sides at once are no place for a spot."""
    with pytest.raises(UsageError, match="not known"):
        validate(Wishes(tender=(spot,)))
