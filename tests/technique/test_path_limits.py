"""A path goes round what must be left alone, keeps under a cap, and says what it cannot do."""

from __future__ import annotations

import numpy as np
import pytest

from backrub.anatomy import PersonalZone
from backrub.errors import CannotBeDone, UsageError
from backrub.technique import stroke_path, techniques
from tests.technique.test_path import ATLAS, working


def test_a_persons_cap_lowers_everything() -> None:
    """With a cap of 3 nothing is felt above 3."""
    path = stroke_path("petrissage", ATLAS, "shoulders", "left", cap=3)
    assert max(pressure for samples in path.hands.values() for pressure in samples.pressure) <= 3.0


def test_strokes_go_round_a_mole() -> None:
    """With a mole on its way the heel passes beside it without leaving the skin there."""
    mole = PersonalZone("mole", 40, 240, 6)
    spared = ATLAS.with_personal_zones(mole)
    (palm,) = working(stroke_path("caress", spared, "whole-back", "right"))
    away = np.hypot(np.array(palm.x_mm) - 40, np.array(palm.y_mm) - 240)
    assert away.min() > 6 + ATLAS.measures.hand_breadth_mm * 0.25
    assert np.mean(palm.down) > 0.95


def test_a_stroke_with_no_way_round_says_so() -> None:
    """When the whole muscle is to be left alone, kneading it cannot be done, and the reason says why."""
    spared = ATLAS.with_personal_zones(PersonalZone("scar", 110, 30, 80))
    with pytest.raises(CannotBeDone) as caught:
        stroke_path("petrissage", spared, "shoulders", "right")
    assert ("petrissage", "shoulders", "left-alone") == (
        caught.value.technique,
        caught.value.area,
        caught.value.reason,
    )


@pytest.mark.parametrize(
    ("technique", "area", "contact", "place", "reason"),
    [
        ("petrissage", "waist", None, None, "not-there"),
        ("petrissage", "shoulders", "thumbs", None, "not-this-contact"),
        ("gutter-glide", "gutters", "forearms", "beside", "not-this-contact"),
        ("waist-spread", "waist", None, "hip", "not-from-here"),
        ("blade-circles", "blades", None, "head-end", "not-from-here"),
    ],
)
def test_what_a_technique_does_not_do_is_refused(
    technique: str,
    area: str,
    contact: str | None,
    place: str | None,
    reason: str,
) -> None:
    """A wrong area, contact or place is refused with its reason."""
    with pytest.raises(CannotBeDone) as caught:
        stroke_path(technique, ATLAS, area, "right", contact=contact, place=place)
    assert reason == caught.value.reason


@pytest.mark.parametrize("technique", ["blade-circles", "waist-spread", "tender-spot-hold"])
def test_one_sided_strokes_are_never_drawn_on_both(technique: str) -> None:
    """A technique that works one side at a time refuses both, whatever the place."""
    with pytest.raises(CannotBeDone) as caught:
        stroke_path(technique, ATLAS, techniques()[technique].areas[0], "both")
    assert "one-side-at-a-time" == caught.value.reason


def test_two_hands_keep_together_when_one_goes_round_a_mole() -> None:
    """With a place left alone on one side both loops last equally long, and close together."""
    spared = ATLAS.with_personal_zones(PersonalZone("mole", 45, 200, 12))
    path = stroke_path("effleurage", spared, "whole-back", "both")
    assert path.hands["left"].t_s[-1] == path.hands["right"].t_s[-1] == pytest.approx(path.cycle_s, abs=1e-3)
    assert path.cycle_s > stroke_path("effleurage", ATLAS, "whole-back", "both").cycle_s


def test_unknown_words_and_paces_are_refused_with_what_is_known() -> None:
    """An unknown technique and a pace outside the band are refused, naming what would do."""
    with pytest.raises(UsageError, match="no technique is called 'shiatsu'"):
        stroke_path("shiatsu", ATLAS, "waist", "left")
    with pytest.raises(UsageError, match="Give 3 to 8"):
        stroke_path("gutter-glide", ATLAS, "gutters", "left", pace=30)
