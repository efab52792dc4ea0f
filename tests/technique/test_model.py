"""The tables of techniques and contacts are whole, and stay within the limits that rooms share."""

from __future__ import annotations

from pathlib import Path

import pytest

from backrub.anatomy import AREAS, COMPOSITES
from backrub.technique import PHASES, PLACES, POSITIONS, Technique, contacts, limits, techniques

DESIGNED = {
    "resting-hands",
    "effleurage",
    "petrissage",
    "knuckle-circles",
    "gutter-glide",
    "blade-circles",
    "tender-spot-hold",
    "waist-spread",
    "side-pull",
    "feather-strokes",
    "tapotement",
    "clothed-rub",
    "hug-rub",
    "caress",
    "palm-press",
}
EVERY = [pytest.param(technique, id=technique.id) for technique in techniques().values()]


def test_every_technique_and_contact_of_the_design_is_there() -> None:
    """The fifteen techniques and nine contacts exist, and no others."""
    assert set(techniques()) == DESIGNED
    assert set(contacts()) == {
        "palms",
        "heels",
        "knuckles",
        "forearms",
        "whole-hand",
        "finger-pads",
        "finger-tips",
        "thumbs",
        "cupped-hands",
    }


@pytest.mark.parametrize("technique", EVERY)
def test_a_technique_uses_only_known_words(technique: Technique) -> None:
    """Contacts, areas, phases, places and positions are all words of the dictionary."""
    assert set(technique.contacts) <= set(contacts())
    assert set(technique.areas) | set(technique.areas_when_there) <= {*AREAS, *COMPOSITES}
    assert set(technique.phases) <= set(PHASES)
    assert set(technique.places) | set(technique.places_when_there) <= set(PLACES)
    assert set(technique.both_from) | set(technique.both_when_there) <= set(PLACES)
    assert set(technique.positions) <= set(POSITIONS)
    assert set(technique.area_caps) | set(technique.area_contacts) <= set(technique.areas)
    assert all(set(used) <= set(technique.contacts) for used in technique.area_contacts.values())
    assert set(technique.contact_places) | set(technique.contact_breadths) <= set(technique.contacts)


@pytest.mark.parametrize("technique", EVERY)
def test_pressures_stay_under_the_ceilings(technique: Technique) -> None:
    """Strokes are capped at 6 and holds at 7, and what is usual is within what is allowed."""
    ceiling = limits.CEILING if technique.id == "tender-spot-hold" else limits.STROKE_CAP
    assert 1 <= technique.felt[0] <= technique.felt[1] <= technique.cap <= ceiling
    assert all(technique.cap_on(area) <= technique.cap for area in technique.areas)


@pytest.mark.parametrize("technique", EVERY)
def test_doses_and_paces_are_in_order(technique: Technique) -> None:
    """Least, usual and most stand in that order, and every datum says where it is from."""
    for dose in (technique.dose_area, technique.dose_spot):
        if dose is not None:
            assert 0 < dose.least_s <= dose.usual_s <= dose.most_s
    assert 0 <= technique.pace.least <= technique.pace.usual <= technique.pace.most
    assert technique.source
    assert technique.certainty in {"H", "M", "L", "ENG"}


@pytest.mark.parametrize("technique", EVERY)
def test_every_position_has_a_place_for_the_giver(technique: Technique) -> None:
    """However the receiver lies or sits, the giver has somewhere to be with some contact."""
    for position in technique.positions:
        assert any(technique.places_for(contact, position) for contact in technique.contacts), position


@pytest.mark.parametrize("gentle", ["resting-hands", "caress", "feather-strokes"])
def test_gentle_techniques_never_press(gentle: str) -> None:
    """Resting hands, the caress and feather strokes stay at 2 or less."""
    assert techniques()[gentle].cap <= 2
    assert not techniques()[gentle].presses


def test_a_hold_lasts_no_longer_than_the_limit() -> None:
    """The hold's dose is the shared limit."""
    dose = techniques()["tender-spot-hold"].dose_area
    assert (limits.HOLD_MIN_S, limits.HOLD_USUAL_S, limits.HOLD_MAX_S) == (dose.least_s, dose.usual_s, dose.most_s)


def test_area_and_place_narrow_what_may_be_used() -> None:
    """A hold on the low back is a flat heel at 5; forearms work from the head end only."""
    hold, glide = techniques()["tender-spot-hold"], techniques()["gutter-glide"]
    assert ("heels",) == hold.contacts_on("gutters-lower")
    assert 5 == hold.cap_on("gutters-lower")
    assert "pointed" == hold.breadth_of("knuckles")
    assert ("head-end",) == glide.places_for("forearms")
    assert not glide.works_both_sides("beside")
    assert not glide.works_from("across", "left")
    caress = techniques()["caress"]
    assert not caress.works_both_sides("beside")
    assert "across" not in caress.places_for("palms")
    assert caress.works_from("across", "both")
    assert glide.works_both_sides("head-end")


def test_a_bearing_core_lies_in_its_soft_outline() -> None:
    """What bears the weight is never larger than what touches."""
    for contact in contacts().values():
        assert contact.core.width <= contact.soft.width
        assert contact.core.length <= contact.soft.length


def test_the_dictionary_names_every_word() -> None:
    """Each area, composite, technique, contact, phase, place and position stands in the one dictionary."""
    dictionary = Path(__file__).resolve().parents[2] / "docs" / "reference" / "nomenclature.md"
    text = dictionary.read_text(encoding="utf-8")
    words = [*AREAS, *COMPOSITES, *techniques(), *contacts(), *PHASES, *PLACES, *POSITIONS]
    assert [] == [word for word in words if f"`{word}`" not in text]
