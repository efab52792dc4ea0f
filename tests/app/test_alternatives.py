"""What else there could be: shares of two plans, what a plan guesses, the number of a plan in what is kept."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from hypothesis import given, settings

from backrub.app.alternatives import compare_rubs, hug_for, shares, swap_rubs
from backrub.app.certainty import guesses
from backrub.app.planning import compose_rub
from backrub.compose import compose, with_more
from backrub.person import Health, Tense, Wishes
from tests.app.rooms import WISHES, House
from tests.counts import count
from tests.strategies import wishes

PLAIN = Wishes(minutes=20, health=Health("none"))


@settings(max_examples=max(4, count("brute-force") // 2))
@given(wishes(least_minutes=5), wishes(least_minutes=5))
def test_shares_add_up(one: Wishes, other: Wishes) -> None:
    """Whatever two plans are compared, the seconds before are those of the one and the seconds after of the other."""
    before, after = compose(one), compose(other)
    found = shares(before, after)
    assert before.duration_s == sum(share.before_s for share in found)
    assert after.duration_s == sum(share.after_s for share in found)
    assert len(found) == len({(share.kind, share.id) for share in found})


def test_a_place_tense_on_both_sides_is_said_to_be() -> None:
    """Beside the seconds of a place stands how tense it is: on the side that was marked, or on both."""
    both = compare_rubs(PLAIN, replace(PLAIN, tense=(Tense("waist", "both", 3),)))
    right = compare_rubs(PLAIN, replace(PLAIN, tense=(Tense("waist", "right", 3),)))
    told = [next(share.why for share in found.shares if share.id == "lower-back") for found in (both, right)]
    assert ["both", "right"] == [dict(why.args)["side"] for why in told if why is not None]


def test_the_low_back_is_one_place() -> None:
    """All work on the low back is one row, whose seconds are the minutes its reason tells."""
    found = compare_rubs(PLAIN, replace(PLAIN, minutes=30, tense=(Tense("lower-back", "both", 3),))).shares
    (row,) = [share for share in found if share.kind == "area" and share.id in ("waist", "gutters-lower", "lower-back")]
    assert row.why is not None
    assert round(row.after_s / 60) == dict(row.why.args)["minutes"]


def test_more_of_a_place_is_told_once() -> None:
    """However many strokes there would be more of on a place, what it gains is one figure."""
    more = with_more(replace(PLAIN, tense=(Tense("lower-back", "both", 3), Tense("shoulders", "both", 2))))
    places = [dict(each.args)["area"] for each in more if each.id == "more-time"]
    assert places
    assert len(set(places)) == len(places)


def test_a_break_has_a_share_of_its_own() -> None:
    """A break is no work: it is counted by itself, and so is a turn."""
    long, aside = replace(PLAIN, minutes=60), replace(PLAIN, minutes=30, position="side-lying")
    names = [{share.id for share in compare_rubs(PLAIN, then).shares if share.kind == "step"} for then in (long, aside)]
    assert [{"break"}, {"turn-over"}] == names


def test_guesses_are_named() -> None:
    """How time is shared is always a guess; what else is one depends on what is wished."""
    plain = guesses(compose_rub(PLAIN).routine, PLAIN)
    assert "guess-shares" == plain[0].id
    assert not {"guess-intention", "guess-hands"} & {each.id for each in plain}
    close = replace(PLAIN, intention="closeness", small_hands=True)
    assert {"guess-intention", "guess-hands"} <= {each.id for each in guesses(compose_rub(close).routine, close)}


def test_the_number_of_a_plan_is_kept_with_the_session() -> None:
    """What is stored of a session says which of the good plans it was, so that it can be had again."""

    async def story() -> None:
        house = House()
        opened = await house.sessions().open(replace(WISHES, minutes=20, seed=7), "en")
        record = house.store.find(opened.session)
        assert record is not None
        assert 7 == record.wishes.seed
        assert compose(record.wishes) == opened.planned.routine

    asyncio.run(asyncio.wait_for(story(), 30))


def test_each_half_can_be_planned_again_from_its_wishes() -> None:
    """What a half was made for makes the same half again, whoever begins."""
    other = replace(PLAIN, tense=(Tense("shoulders", "left", 2),))
    for seed in (None, 1, 2):
        swapped = swap_rubs(PLAIN, other, 40, seed)
        assert 2 * 60 * swapped.minutes_each + swapped.change_s == 40 * 60
        for half in (swapped.first, swapped.second):
            assert half.routine == compose(half.wishes)


def test_a_hug_has_its_hands() -> None:
    """The lesson comes with one still hand and one that strokes."""
    path = hug_for(PLAIN).path
    assert path is not None
    assert "hug-rub" == path.technique
