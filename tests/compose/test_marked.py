"""What serves a marked place."""

from __future__ import annotations

from backrub.compose.blocks import blocks
from backrub.compose.done import Done
from backrub.compose.marked import marked_places, served_before, unasked
from backrub.compose.strokes import settled
from backrub.compose.terms import terms_for
from backrub.person import Avoid, Health, Tense, Wishes
from backrub.routine import Step

FINE = Health("none")


def test_open_sides_only() -> None:
    """A place marked on both sides, of which one is to be left alone, is marked on the other."""
    wishes = Wishes(tense=(Tense("blades", "both", 3),), avoid=(Avoid("blades", "left"),), health=FINE)
    assert [("blades", {"right"})] == [(place.area, set(place.sides)) for place in marked_places(terms_for(wishes))]
    assert () == marked_places(terms_for(Wishes(tense=(Tense("blades", "left"),), avoid=(Avoid("blades"),))))


def test_neighbours_serve_what_has_no_stroke() -> None:
    """The lower trapezius is served by its neighbours, and either part of the low back by the other."""
    wishes = Wishes(tense=(Tense("lower-trapezius"), Tense("waist")), health=FINE)
    homes = {place.area: place.homes for place in marked_places(terms_for(wishes))}
    assert {"lower-trapezius", "gutters-upper", "between-blades"} == homes["lower-trapezius"]
    assert {"waist", "gutters-lower"} == homes["waist"]


def test_a_last_resort_only_where_nothing_else_suits() -> None:
    """Slow stroking is work for a marked low back of somebody who sits, and for nothing else."""
    seated = blocks(settled(terms_for(Wishes(tense=(Tense("lower-back"),), surface="chair", health=FINE))))
    assert ["gutters-lower"] == [block.area for block in seated if block.last_resort]
    lying = blocks(settled(terms_for(Wishes(tense=(Tense("lower-back"),), health=FINE))))
    assert not any(block.last_resort for block in lying)


def test_unasked_and_served() -> None:
    """What nobody marked is unasked while something is marked; a place worked already is served."""
    terms = terms_for(Wishes(tense=(Tense("shoulders", "right"),), health=FINE))
    unmarked = {block.home for block in blocks(terms) if unasked(terms, block)}
    assert "shoulders" not in unmarked
    assert {"blades", "waist"} <= unmarked
    (place,) = marked_places(terms)
    kneaded = Step("stroke", "work", 60, technique="petrissage", area="shoulders", side="right")
    assert served_before(place, Done((kneaded,)))
    assert not served_before(place, Done())
