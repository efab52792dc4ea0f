"""What wishes come to before any minute is given out."""

from __future__ import annotations

import pytest

from backrub.compose.blocks import blocks
from backrub.compose.shape import finish_least_s, shape_of, tapping_wished
from backrub.compose.terms import Effects, terms_for
from backrub.person import Avoid, Health, Tense, Wishes

FINE = Health("none")


@pytest.mark.parametrize(
    ("wishes", "cap"),
    [
        (Wishes(), 5),
        (Wishes(health=FINE), 5),
        (Wishes(health=FINE, firm=True), 6),
        (Wishes(health=FINE, deep=True), 6),
        (Wishes(firm=True), 5),
        (Wishes(health=FINE, firm=True, first_time=True), 5),
        (Wishes(health=FINE, first_time=True, glide="clothed", relation="friends"), 4),
        (Wishes(health=FINE, firm=True, surface="chair"), 4),
        (Wishes(health=Health("something")), 3),
    ],
)
def test_cap(wishes: Wishes, cap: float) -> None:
    """Nothing goes above five unless it was wished firm, and lower for a first time, sitting, or in care."""
    assert cap == terms_for(wishes).cap


@pytest.mark.parametrize(
    ("wishes", "position"),
    [
        (Wishes(), "prone"),
        (Wishes(surface="chair"), "seated"),
        (Wishes(surface="chair", position="prone"), "seated"),
        (Wishes(position="side-lying"), "side-lying"),
        (Wishes(position="side-lying", minutes=8), "seated"),
        (Wishes(health=Health("something", ("pregnant-20",))), "side-lying"),
        (Wishes(health=Health("something", ("cannot-lie-on-front",)), surface="chair"), "seated"),
    ],
)
def test_position(wishes: Wishes, position: str) -> None:
    """The position follows from what was asked, what there is to lie on, and what care allows."""
    assert position == terms_for(wishes).position


@pytest.mark.parametrize(
    ("wishes", "holds"),
    [
        (Wishes(minutes=30), 0),
        (Wishes(minutes=30, health=FINE), 0),
        (Wishes(minutes=30, health=FINE, tense=(Tense("shoulders"),)), 3),
        (Wishes(minutes=15, health=FINE, tense=(Tense("shoulders"),)), 2),
        (Wishes(minutes=12, health=FINE, tense=(Tense("shoulders"),)), 1),
        (Wishes(minutes=8, health=FINE, tense=(Tense("shoulders"),)), 0),
        (Wishes(minutes=30, health=FINE, tense=(Tense("shoulders"),), first_time=True), 1),
        (Wishes(minutes=30, health=FINE, tense=(Tense("shoulders"),), holds=False), 0),
        (Wishes(minutes=30, health=FINE, tense=(Tense("shoulders"),), intention="sleep"), 0),
        (Wishes(minutes=30, health=FINE, deep=True), 3),
    ],
)
def test_holds(wishes: Wishes, holds: int) -> None:
    """Tender spots need a marked place or a deep wish, time, and a health line that was answered."""
    assert holds == terms_for(wishes).max_holds


def test_neighbours_work_for_places_without_strokes() -> None:
    """A marked place that no stroke is for is worked by its neighbours."""
    terms = terms_for(Wishes(tense=(Tense("lower-trapezius", "left", 3),)))
    assert 3 == terms.level("gutters-upper", "left") == terms.level("between-blades", "left")
    assert 0 == terms.level("gutters-upper", "right")


def test_shut_places_take_their_neighbours_along() -> None:
    """What lies on a place to leave alone is left alone too, and so is every composite that crosses it."""
    terms = terms_for(Wishes(avoid=(Avoid("between-blades", "left"),)))
    assert not terms.is_open("gutters-upper", "left")
    assert terms.is_open("gutters-upper", "right")
    assert not terms.is_open("whole-back", "both")
    assert terms.is_open("lower-back", "both")


def test_friends_leave_out_sides_and_waist() -> None:
    """Between friends sides and waist are left out unless they were marked."""
    shy = {block.area for block in blocks(terms_for(Wishes(relation="friends")))}
    marked = {block.area for block in blocks(terms_for(Wishes(relation="friends", tense=(Tense("waist"),))))}
    assert not shy & {"sides", "waist"}
    assert "waist" in marked


def test_clothed_glides_nowhere() -> None:
    """Through clothes nothing glides, and pressing and kneading take over."""
    used = {block.technique for block in blocks(terms_for(Wishes(minutes=60, glide="clothed")))}
    assert not used & {"effleurage", "gutter-glide", "waist-spread", "side-pull"}
    assert {"palm-press", "petrissage", "clothed-rub"} <= used


def test_hush_begins_nothing() -> None:
    """Once it is quiet no stroke of the work is begun, and nothing goes above three."""
    terms = terms_for(Wishes(health=FINE), effects=Effects(hush=True))
    assert () == blocks(terms)
    assert 3 == terms.cap


@pytest.mark.parametrize(("minutes", "least_s"), [(3, 45), (4, 60), (5, 60), (10, 60), (20, 120), (90, 540)])
def test_finish(minutes: int, least_s: int) -> None:
    """The finish is a tenth of the rub and at least a minute; of three minutes, a quarter."""
    terms = terms_for(Wishes(minutes=minutes))
    shape = shape_of(terms)
    assert least_s == finish_least_s(terms)
    assert 5 * (shape.finish_least + shape.tapping + shape.skin + shape.last_rest) >= least_s


@pytest.mark.parametrize(
    ("wishes", "taps"),
    [
        (Wishes(health=FINE), False),
        (Wishes(health=FINE, woken=True), True),
        (Wishes(health=FINE, intention="wake"), True),
        (Wishes(health=FINE, woken=True, intention="sleep"), False),
        (Wishes(health=Health("something"), woken=True), False),
        (Wishes(health=FINE, woken=True, avoid=(Avoid("blades", "left"),)), False),
        (Wishes(health=FINE, woken=True, minutes=4), False),
    ],
)
def test_tapping(wishes: Wishes, taps: bool) -> None:
    """Tapping comes only where it was wished, is allowed, and the upper back is open."""
    assert taps is tapping_wished(terms_for(wishes))
