"""A person's measures follow the ANSUR regressions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backrub.anatomy import Body, measures_of
from backrub.errors import UsageError


def test_neutral_person_lies_between_the_sexes() -> None:
    """With nothing known, every measure is halfway between the mean woman's and the mean man's."""
    neutral, woman, man = (measures_of(Body(sex=sex)) for sex in (None, "f", "m"))
    assert 496 == pytest.approx(neutral.u_mm, abs=2)
    assert 390.5 == pytest.approx(neutral.biacromial_mm, abs=1)
    assert woman.biacromial_mm < neutral.biacromial_mm < man.biacromial_mm


@pytest.mark.parametrize(
    ("sex", "crest_mm", "biacromial_mm", "bicristal_mm", "hand_mm"),
    [("m", 456, 416, 275, 193), ("f", 400, 365, 273, 181)],
)
def test_mean_stature_gives_mean_measures(
    sex: str,
    crest_mm: float,
    biacromial_mm: float,
    bicristal_mm: float,
    hand_mm: float,
) -> None:
    """A person of mean stature and mass has the measured means of ANSUR II, within 4 mm."""
    made = measures_of(Body(sex="m" if sex == "m" else "f"))
    assert crest_mm == pytest.approx(made.u_mm * 0.861, abs=4)
    assert biacromial_mm == pytest.approx(made.biacromial_mm, abs=4)
    assert bicristal_mm == pytest.approx(made.bicristal_mm, abs=4)
    assert hand_mm == pytest.approx(made.hand_length_mm, abs=4)


@given(st.floats(340, 520))
def test_a_taped_length_pulls_but_is_not_believed_wholly(length_mm: float) -> None:
    """A measured length moves U towards it, never past it."""
    without = measures_of(Body()).u_mm * 0.861
    made = measures_of(Body(c7_to_crest_mm=length_mm)).u_mm * 0.861
    assert min(without, length_mm) - 1e-6 <= made <= max(without, length_mm) + 1e-6
    assert abs(made - length_mm) <= abs(without - length_mm)


@given(st.floats(3.5, 6.5))
def test_shoulders_counted_in_hands_pull_the_breadth(hands: float) -> None:
    """Counting the giver's hand breadths across the shoulders moves their breadth towards it, never past it."""
    without = measures_of(Body(hand_breadth_mm=84)).biacromial_mm
    made = measures_of(Body(hand_breadth_mm=84, shoulder_hand_breadths=hands)).biacromial_mm
    assert min(without, 84 * hands) - 1e-6 <= made <= max(without, 84 * hands) + 1e-6
    assert abs(made - 84 * hands) <= abs(without - 84 * hands)


def test_backs_are_about_five_hands_wide() -> None:
    """Of the neutral person's own hand breadths 4.7 go across the shoulders, as of both sexes in ANSUR II."""
    made = measures_of(Body())
    assert 4.7 == pytest.approx(made.biacromial_mm / made.hand_breadth_mm, abs=0.1)


def test_the_less_is_known_the_more_a_measured_length_counts() -> None:
    """The same tape moves an unknown person's length further than that of one whose stature and sex are known."""
    known = Body(stature_mm=1700, mass_kg=75, sex="m")

    def share(body: Body) -> float:
        before = measures_of(body).u_mm
        after = measures_of(replace(body, c7_to_crest_mm=before * 0.861 + 30)).u_mm
        return (after - before) * 0.861 / 30

    assert 0.5 < share(known) < share(Body()) < 1


def test_only_known_sexes_are_taken() -> None:
    """The regressions know two sexes; anything else is left out, and said so."""
    with pytest.raises(UsageError, match="Give f, m, or leave it out"):
        Body(sex="x")  # type: ignore[arg-type]


def test_own_hands_are_taken_as_given() -> None:
    """Hands that were measured are used as they are."""
    made = measures_of(Body(hand_length_mm=200, hand_breadth_mm=90))
    assert (200, 90) == (made.hand_length_mm, made.hand_breadth_mm)


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"stature_mm": 180.0}, "stature_mm: 180 is out of range. Give 1200 to 2200."),
        ({"mass_kg": float("nan")}, "mass_kg: nan is out of range. Give 30 to 220."),
        ({"shoulder_hand_breadths": 12.0}, "shoulder_hand_breadths: 12 is out of range. Give 3 to 7."),
        ({"blade_gap_mm": 20.0}, "blade_gap_mm: 20 is out of range. Give 50 to 100."),
    ],
)
def test_a_slip_is_refused_with_the_range(body: dict[str, float], named: str) -> None:
    """A measure no adult has is refused, saying which, and what is allowed."""
    with pytest.raises(UsageError) as caught:
        Body(**body)  # type: ignore[arg-type]
    assert named == str(caught.value)
